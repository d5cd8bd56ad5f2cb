package org.mclnn.training;

/** Hears how a training goes on. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = (phase, iteration, most, loss) -> {};

    /**
     * Called after every iteration or epoch.
     *
     * @param phase what is being fitted: {@code spline}, {@code network}, ...
     * @param iteration from 1
     * @param most how many there will be, or 0 where the phase stops by itself
     * @param loss training loss (Eq. 6)
     */
    void iteration(String phase, int iteration, int most, double loss);
}
