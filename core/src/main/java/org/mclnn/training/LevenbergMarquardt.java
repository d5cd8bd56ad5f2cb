package org.mclnn.training;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

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

    // of what is felt most, in the parameters' own sizes: what is felt less would be moved without end by rounding
    private static final double LEAST_FELT = 1e-14;
    private static final int PATIENCE = 12; // iterations over which progress is judged
    private static final double NO_GAIN = 1e-9; // relative, in one: a hundredth of a standard error for 1e5 residuals

    private final int minIterations;
    private final int maxIterations;
    private final double target; // sum of squares
    private final double leastGain;

    /**
     * @param minIterations the target is not looked at before
     * @param target sum of squares at which to stop
     * @param leastGain relative fall over {@value #PATIENCE} iterations below which to stop
     */
    LevenbergMarquardt(int minIterations, int maxIterations, double target, double leastGain) {
        this.leastGain = leastGain;
        this.minIterations = minIterations;
        this.maxIterations = maxIterations;
        this.target = target;
    }

    Outcome minimise(LeastSquaresProblem problem, double[] start, Listener listener) {
        int size = problem.size();
        var theta = start.clone();
        var sizes = problem.sizes(start);
        var normal = new NormalEquations(size);
        problem.linearise(theta, normal);
        double sum = normal.sumOfSquares();
        double mu = 1e-3;
        double growth = 2.0;
        var step = new double[size];
        var trial = new double[size];
        var history = new double[PATIENCE];
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            if (sum <= target && iteration > minIterations) {
                return new Outcome(theta, sum, iteration - 1, Stop.TARGET);
            }
            if (gradientVanishes(normal, sum)) {
                return new Outcome(theta, sum, iteration - 1, Stop.GRADIENT);
            }
            boolean moved = false;
            while (!moved) {
                double predicted = solve(normal, sizes, mu, step);
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
            problem.linearise(theta, normal);
            sum = normal.sumOfSquares();
            boolean goOn = listener.iteration(iteration, sum, theta);
            double before = history[iteration % PATIENCE];
            history[iteration % PATIENCE] = sum;
            boolean slow = iteration > PATIENCE && before - sum < leastGain * before;
            if (!goOn || slow || last - sum < NO_GAIN * last) {
                return new Outcome(theta, sum, iteration, sum <= target ? Stop.TARGET : Stop.PROGRESS);
            }
        }
        return new Outcome(theta, sum, maxIterations, sum <= target ? Stop.TARGET : Stop.ITERATIONS);
    }

    private static boolean gradientVanishes(NormalEquations normal, double sum) {
        for (int p = 0; p < normal.size(); p++) {
            double g = normal.gradient(p);
            if (g * g > 1e-28 * normal.at(p, p) * sum) { // cosine between column p and the residual above 1e-14
                return false;
            }
        }
        return true;
    }

    private static boolean tiny(double[] step, double[] theta) {
        for (int p = 0; p < step.length; p++) {
            if (Math.abs(step[p]) > 1e-15 * (Math.abs(theta[p]) + 1e-15)) {
                return false;
            }
        }
        return true;
    }

    /** Writes the step; returns the predicted fall of the sum of squares, or -1 where the matrix is not positive definite. */
    private static double solve(NormalEquations normal, double[] sizes, double mu, double[] step) {
        int n = normal.size();
        double least = Double.MIN_NORMAL;
        for (int p = 0; p < n; p++) {
            least = Math.max(least, LEAST_FELT * normal.at(p, p) * sizes[p] * sizes[p]);
        }
        // in units where the diagonal is 1: the same damping for every parameter, and less rounding
        var scale = new double[n];
        for (int p = 0; p < n; p++) {
            scale[p] = 1.0 / Math.sqrt(Math.max(normal.at(p, p), least / (sizes[p] * sizes[p])));
        }
        var matrix = new DMatrixRMaj(n, n);
        var right = new DMatrixRMaj(n, 1);
        for (int j = 0; j < n; j++) {
            for (int k = j; k < n; k++) {
                double value = normal.at(j, k) * scale[j] * scale[k];
                matrix.unsafe_set(j, k, value);
                matrix.unsafe_set(k, j, value);
            }
            matrix.unsafe_set(j, j, matrix.unsafe_get(j, j) + mu);
            right.unsafe_set(j, 0, -normal.gradient(j) * scale[j]);
        }
        var solver = LinearSolverFactory_DDRM.chol(n);
        if (!solver.setA(matrix)) {
            return -1.0;
        }
        var scaled = new DMatrixRMaj(n, 1);
        solver.solve(right, scaled);
        // fall = step^T (mu D step - J^T e), with D the unit matrix in these units
        double fall = 0.0;
        for (int p = 0; p < n; p++) {
            double s = scaled.unsafe_get(p, 0);
            step[p] = s * scale[p];
            fall += s * (mu * s + right.unsafe_get(p, 0));
        }
        return fall;
    }
}
