package org.mclnn.io;

/** The numbers of a block, one after the other. */
class Numerals {
    protected final LineBlock block;

    Numerals(LineBlock block) {
        this.block = block;
    }

    /** Puts the numbers of the first n of these fields in their places. */
    void read(int[] fields, int n) {
        for (int i = 0; i < n; i++) {
            block.number[fields[i]] = of(block, fields[i]);
        }
    }

    /** That of field k, by itself. */
    static double of(LineBlock block, int k) {
        return Numeral.of(block.bytes, block.fieldFrom[k], block.fieldTo[k]);
    }
}
