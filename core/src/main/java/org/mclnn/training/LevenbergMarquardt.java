package org.mclnn.training;

/**
 * Levenberg-Marquardt: solves (J^T J + mu D) step = -J^T e with D the diagonal of J^T J, and moves mu by the gain ratio (Nielsen's rule).
 * Stops by name: target, gradient, step, progress or iterations.
 */
final class LevenbergMarquardt {
    /** Why it stopped. */
    enum Stop {
        /** The sum of squares reached the target. */
        TARGET,
        /** Every scaled gradient component vanished. */
        GRADIENT,
        /** No step of a size that matters lowers the sum of squares. */
        STEP,
        /** The last iterations gained almost nothing. */
        PROGRESS,
        /** The allowed number of iterations is used up. */
        ITERATIONS
    }

    /** Where it ended. */
    static final class Outcome {
        final double[] theta;
        final double sumOfSquares;
        final int iterations;
        final Stop stop;

        Outcome(double[] theta, double sumOfSquares, int iterations, Stop stop) {
            this.theta = theta;
            this.sumOfSquares = sumOfSquares;
            this.iterations = iterations;
            this.stop = stop;
        }
    }

    /** Told after every iteration; returns false to stop at once. */
    interface Listener {
        boolean iteration(int iteration, double sumOfSquares, double[] theta);
    }

    private static final double DAMPING = 1e-3;
    private static final int PATIENCE = 12; // iterations over which progress is judged
    private static final double NO_GAIN = 1e-9; // relative, in one iteration

    private final int minIterations;
    private final int maxIterations;
    private final double target; // sum of squares
    private final double leastGain;
    private final double noGain;
    private final double damping;

    /**
     * @param minIterations the target is not looked at before
     * @param target sum of squares at which to stop
     * @param leastGain relative fall over {@value #PATIENCE} iterations below which to stop
     */
    LevenbergMarquardt(int minIterations, int maxIterations, double target, double leastGain) {
        this(minIterations, maxIterations, target, leastGain, NO_GAIN, DAMPING);
    }

    private LevenbergMarquardt(
            int minIterations, int maxIterations, double target, double leastGain, double noGain, double damping) {
        this.minIterations = minIterations;
        this.maxIterations = maxIterations;
        this.target = target;
        this.leastGain = leastGain;
        this.noGain = noGain;
        this.damping = damping;
    }

    /** The same that begins with another mu: small where the start is nearly the end. */
    LevenbergMarquardt withDamping(double mu) {
        return new LevenbergMarquardt(minIterations, maxIterations, target, leastGain, noGain, mu);
    }

    /** The same that stops after an iteration whose relative gain is below this. */
    LevenbergMarquardt withNoGain(double gain) {
        return new LevenbergMarquardt(minIterations, maxIterations, target, leastGain, gain, damping);
    }

    Outcome minimise(LeastSquaresProblem problem, double[] start, Listener listener) {
        int size = problem.size();
        var theta = start.clone();
        var sizes = problem.sizes(start);
        var linear = problem.linearise(theta);
        double sum = linear.sumOfSquares();
        double mu = damping;
        double growth = 2.0;
        var step = new double[size];
        var trial = new double[size];
        var history = new double[PATIENCE];
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            if (sum <= target && iteration > minIterations) {
                return new Outcome(theta, sum, iteration - 1, Stop.TARGET);
            }
            if (linear.gradientVanishes()) {
                return new Outcome(theta, sum, iteration - 1, Stop.GRADIENT);
            }
            boolean moved = false;
            while (!moved) {
                double predicted = linear.step(mu, sizes, step);
                double trialSum = Double.POSITIVE_INFINITY;
                if (predicted > 0.0) {
                    for (int p = 0; p < size; p++) {
                        trial[p] = theta[p] + step[p];
                    }
                    trialSum = problem.sumOfSquares(trial);
                }
                if (trialSum < sum) {
                    double gain = (sum - trialSum) / predicted;
                    double x = 2.0 * gain - 1.0;
                    mu = Math.max(1e-15, mu * Math.max(1.0 / 3.0, 1.0 - x * x * x));
                    growth = 2.0;
                    moved = true;
                } else {
                    if (mu > 1e12 || (predicted > 0.0 && tiny(step, theta))) {
                        return new Outcome(theta, sum, iteration - 1, Stop.STEP);
                    }
                    mu *= growth;
                    growth *= 2.0;
                }
            }
            System.arraycopy(trial, 0, theta, 0, size);
            double last = sum;
            linear = problem.linearise(theta);
            sum = linear.sumOfSquares();
            boolean goOn = listener.iteration(iteration, sum, theta);
            double before = history[iteration % PATIENCE];
            history[iteration % PATIENCE] = sum;
            boolean slow = iteration > PATIENCE && before - sum < leastGain * before;
            if (!goOn || slow || last - sum < noGain * last) {
                return new Outcome(theta, sum, iteration, sum <= target ? Stop.TARGET : Stop.PROGRESS);
            }
        }
        return new Outcome(theta, sum, maxIterations, sum <= target ? Stop.TARGET : Stop.ITERATIONS);
    }

    private static boolean tiny(double[] step, double[] theta) {
        for (int p = 0; p < step.length; p++) {
            if (Math.abs(step[p]) > 1e-15 * (Math.abs(theta[p]) + 1e-15)) {
                return false;
            }
        }
        return true;
    }
}
