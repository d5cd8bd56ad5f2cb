package org.mclnn.kernel;

/**
 * The arithmetic that takes the time, as operations on flat arrays. Every implementation gives the same bits: lanes are independent
 * distances or independent columns, and a sum over distances runs in {@value #PARTS} parts joined in one written order. May be shared
 * between threads.
 */
public interface Kernel {
    /**
     * Partial sums of a sum over distances: term k goes to part k mod 8, in order, and the parts are joined as
     * ((0+1)+(2+3))+((4+5)+(6+7)). Also what row lengths are padded to, so that no loop over columns has a rest.
     */
    int PARTS = 8;

    /** As {@code -Dmclnn.kernel} names it. */
    String name();

    /**
     * The loops of a network; a worker, one per thread.
     *
     * @param widths 1, the hidden layers, 1
     */
    NetworkLoops network(int[] widths);

    /** n rounded up to a multiple of {@link #PARTS}. */
    static int padded(int n) {
        return (n + PARTS - 1) / PARTS * PARTS;
    }
}
