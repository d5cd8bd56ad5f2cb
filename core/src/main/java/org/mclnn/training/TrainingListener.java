package org.mclnn.training;

/** Hears how a training goes on. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = (phase, iteration, expected, loss) -> {};

    /**
     * Called after every iteration or epoch.
     *
     * @param phase what is being fitted: {@code spline}, {@code curve} (a family to that spline), {@code network}, ...
     * @param iteration from 1
     * @param expected how many there will be in this phase, as far as can be told; may change from call to call
     * @param loss training loss (Eq. 6); of a curve fit the squared misfit of V', relative to V'
     */
    void iteration(String phase, int iteration, int expected, double loss);
}
