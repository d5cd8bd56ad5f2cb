package org.mclnn.optimisation;

/** An optimiser under way. */
public interface Minimiser extends Stepwise {
    /** Told after every iteration; returns false to stop at once. */
    interface Listener {
        boolean iteration(int iteration, double sumOfSquares, double[] theta);
    }

    /** Where it is. */
    double[] theta();

    /** Steps taken. */
    int iterations();

    /** Why it ended. */
    Stop stop();

    /** Goes on to its end, or until the listener has enough; says why. */
    default Stop run(Listener listener) {
        while (!ended()) {
            if (step() && !listener.iteration(iterations(), value(), theta()) && !ended()) {
                return Stop.PROGRESS;
            }
        }
        return stop();
    }
}
