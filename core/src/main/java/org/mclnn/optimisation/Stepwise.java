package org.mclnn.optimisation;

/** Work that goes step by step and can be left between two steps, to be gone on with later to the same bits. */
public interface Stepwise {
    /** Whether nothing is left to do. */
    boolean ended();

    /** One step; false where it only found that it is at its end. */
    boolean step();

    /** What the last step reached: a sum of squares or a loss. */
    double value();

    /** Everything that later steps depend on, beside what the work was made from; counters as doubles. */
    double[] state();

    /**
     * Goes on from {@link #state}.
     *
     * @throws OtherTrainingException if this is the state of other work
     */
    void restore(double[] state);

    /** For {@link #restore}: refuses a state of another length. */
    static void checkLength(double[] state, int length) {
        if (state.length != length) {
            throw new OtherTrainingException(
                    "the state of an optimiser has " + state.length + " numbers, not " + length);
        }
    }
}
