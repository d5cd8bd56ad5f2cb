package org.mclnn.io;

/**
 * Finds the fields of lines that are like those before: as many fields, one separator between two, no blanks or quotes besides. Many
 * lines at a time, by loops without a branch.
 */
final class SimilarLines {
    private static final int ROOM = 256; // fields at a time, or those of one line
    private static final int ENOUGH = 4; // lines alike: more than the bounds in the head of a dump

    private final LineBlock block;
    private int before; // fields of the last line; 0: it was not like this
    private int alike; // lines with as many, one after the other
    private int width; // fields of each line; 0: not known
    private int next; // lines to try

    // for lines of this width
    private int patternWidth;
    private char patternSeparator;
    private long patternColumns;
    private int most; // lines at a time
    private int[] after = new int[0]; // each field: the separator
    private int[] numbered = new int[0]; // fields, counted through the lines, of which numbers are made
    private int numberedEach; // of them, in a line

    SimilarLines(LineBlock block) {
        this.block = block;
    }

    /** Begins with another block. */
    void forget() {
        before = 0;
        width = 0;
    }

    /** Follows a line of so many fields, with one separator between two and no blanks besides; 0: of others. */
    void follow(int fields) {
        alike = fields == before ? alike + 1 : 1;
        before = fields;
        int found = alike < ENOUGH ? 0 : fields;
        if (found != width) {
            width = found;
            next = 1;
            prepare();
        }
    }

    /** Fields of each line. */
    int width() {
        return width;
    }

    private void prepare() {
        boolean prepared =
                width == patternWidth && block.separator == patternSeparator && block.columns == patternColumns;
        if (prepared || width == 0) {
            return;
        }
        patternWidth = width;
        patternSeparator = block.separator;
        patternColumns = block.columns;
        most = Math.max(1, ROOM / width);
        after = new int[most * width];
        numbered = new int[most * width];
        int count = 0;
        for (int line = 0; line < most; line++) {
            for (int column = 0; column < width; column++) {
                int field = line * width + column;
                after[field] = column < width - 1 ? patternSeparator : '\n';
                if (block.isNumbered(column)) {
                    numbered[count++] = field;
                }
            }
        }
        numberedEach = count / most;
    }

    /**
     * Puts fields behind those of the block, which does not count them yet.
     *
     * @param ends where fields may end, from the k-th on to the n-th
     * @param begin of the line that comes next
     * @return how many lines are like the ones before
     */
    int count(int[] ends, int k, int n, int begin) {
        int lines = width == 0 ? 0 : Math.min(Math.min(next, most), (n - k) / width);
        if (lines == 0) {
            return 0;
        }
        int field = block.fields;
        var from = block.fieldFrom;
        var to = block.fieldTo;
        System.arraycopy(ends, k, to, field, lines * width);
        begins(from, to, field, lines * width);
        from[field] = begin;
        int similar = 0;
        if (areSimilar(field, lines)) {
            similar = lines;
            next = 2 * lines;
        } else {
            while (areSimilar(field + similar * width, 1)) {
                similar++;
            }
            next = 1;
        }
        return similar;
    }

    private static void begins(int[] from, int[] to, int field, int count) {
        for (int k = field + 1; k < field + count; k++) {
            from[k] = to[k - 1] + 1;
        }
    }

    private boolean areSimilar(int field, int lines) {
        int count = lines * width;
        int other = otherEnds(block.bytes, block.fieldTo, after, field, count);
        return block.separator == LineBlock.BLANKS
                ? (other | empty(block.fieldFrom, block.fieldTo, field, count)) == 0
                : (other | framed(block.bytes, block.fieldFrom, block.fieldTo, field, count)) == 0;
    }

    private static int otherEnds(byte[] bytes, int[] to, int[] after, int field, int count) {
        int other = 0;
        for (int k = 0; k < count; k++) {
            other |= bytes[to[field + k]] ^ after[k];
        }
        return other;
    }

    /** Below 0 where a field is empty. */
    private static int empty(int[] from, int[] to, int field, int count) {
        int empty = 0;
        for (int k = field; k < field + count; k++) {
            empty |= to[k] - from[k] - 1;
        }
        return empty & Integer.MIN_VALUE;
    }

    /** Below 0 where a field begins or ends with a blank, or begins with a quote; or has letters not of ASCII there, or is empty at the end. */
    private static int framed(byte[] bytes, int[] from, int[] to, int field, int count) {
        int framed = 0;
        for (int k = field; k < field + count; k++) {
            int first = bytes[from[k]];
            int last = bytes[to[k] - 1]; // or the separator before
            framed |= first - '!' | (first ^ '"') - 1 | last - '!';
        }
        return framed & Integer.MIN_VALUE;
    }

    /**
     * Which fields of so many lines may be numbers.
     *
     * @param to where they are put, behind those that are there
     * @return how many are there then
     */
    int wanted(int lines, int[] to, int there) {
        int count = lines * numberedEach;
        int field = block.fields;
        for (int k = 0; k < count; k++) {
            to[there + k] = field + numbered[k];
        }
        return there + count;
    }
}
