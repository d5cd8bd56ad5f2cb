package org.mclnn.training;

/**
 * Windows dealt to a fixed number of chunks, whatever the number of threads; what the chunks give is joined in order, so that the bits do
 * not depend on the threads.
 *
 * @param items how many there are to deal
 */
record Chunks(int items) {
    static final int MOST = 8;

    int count() {
        return Math.min(MOST, items);
    }

    /** First item of a chunk; the first of the next is where it ends. */
    int first(int chunk) {
        return (int) ((long) items * chunk / count());
    }
}
