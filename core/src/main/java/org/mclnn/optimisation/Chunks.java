package org.mclnn.optimisation;

/**
 * Windows dealt to a fixed number of chunks, whatever the number of threads; what the chunks give is joined in order, so that the bits do
 * not depend on the threads.
 *
 * @param items how many there are to deal
 */
public record Chunks(int items) {
    public static final int MOST = 8;

    public int count() {
        return Math.min(MOST, items);
    }

    /** First item of a chunk; the first of the next is where it ends. */
    public int first(int chunk) {
        return (int) ((long) items * chunk / count());
    }
}
