package org.mclnn.training;

/** An optimiser under way. */
interface Minimiser extends Stepwise {
    /** Where it is. */
    double[] theta();

    /** Steps taken. */
    int iterations();

    /** Why it ended. */
    LevenbergMarquardt.Stop stop();
}
