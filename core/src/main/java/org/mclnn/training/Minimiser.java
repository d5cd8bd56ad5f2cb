package org.mclnn.training;

/** An optimiser under way. */
interface Minimiser extends Stepwise {
    /** Where it is. */
    double[] theta();

    /** Steps taken. */
    int iterations();

    /** Why it ended. */
    LevenbergMarquardt.Stop stop();

    /** Goes on to its end, or until the listener has enough; says why. */
    default LevenbergMarquardt.Stop run(LevenbergMarquardt.Listener listener) {
        while (!ended()) {
            if (step() && !listener.iteration(iterations(), value(), theta()) && !ended()) {
                return LevenbergMarquardt.Stop.PROGRESS;
            }
        }
        return stop();
    }
}
