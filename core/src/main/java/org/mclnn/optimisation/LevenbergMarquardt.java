package org.mclnn.optimisation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Levenberg-Marquardt: solves (J^T J + mu D) step = -J^T e with D the diagonal of J^T J, and moves mu by the gain ratio (Nielsen's rule).
 * Stops by name: target, gradient, step, progress or iterations.
 */
public final class LevenbergMarquardt {
    private static final double DAMPING = 1e-3;
    private static final int PATIENCE = 12; // iterations over which progress is judged
    private static final double NO_GAIN = 1e-9; // relative, in one iteration

    private static final int HEAD = 5; // numbers before theta in a state

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
    public LevenbergMarquardt(int minIterations, int maxIterations, double target, double leastGain) {
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
    public LevenbergMarquardt withDamping(double mu) {
        return new LevenbergMarquardt(minIterations, maxIterations, target, leastGain, noGain, mu);
    }

    /** The same that stops after an iteration whose relative gain is below this. */
    public LevenbergMarquardt withNoGain(double gain) {
        return new LevenbergMarquardt(minIterations, maxIterations, target, leastGain, gain, damping);
    }

    /** A minimisation from a start. */
    public Run begin(LeastSquaresProblem problem, double[] start) {
        return new Run(problem, start);
    }

    /** One minimisation under way. */
    public final class Run implements Minimiser {
        private final LeastSquaresProblem problem;
        private final double[] sizes;
        private @Nullable Linearisation linear;
        private final double[] theta;
        private final double[] step;
        private final double[] trial;
        private final double[] history = new double[PATIENCE];
        private double sum;
        private double mu = damping;
        private double growth = 2.0;
        private int iteration;
        private @Nullable Stop stop;

        private Run(LeastSquaresProblem problem, double[] start) {
            this.problem = problem;
            theta = start.clone();
            sizes = problem.sizes(start);
            step = new double[problem.size()];
            trial = new double[problem.size()];
        }

        @Override
        public boolean step() {
            if (linear == null && iteration == 0 && minIterations == 0 && isThere()) {
                return end(Stop.TARGET);
            }
            var here = linear == null ? linearise() : linear;
            if (iteration == maxIterations) {
                return end(sum <= target ? Stop.TARGET : Stop.ITERATIONS);
            }
            if (sum <= target && iteration >= minIterations) {
                return end(Stop.TARGET);
            }
            if (here.gradientVanishes()) {
                return end(Stop.GRADIENT);
            }
            if (!move(here)) {
                return end(Stop.STEP);
            }
            iteration++;
            System.arraycopy(trial, 0, theta, 0, theta.length);
            double last = sum;
            linearise();
            double before = history[iteration % PATIENCE];
            history[iteration % PATIENCE] = sum;
            boolean slow = iteration > PATIENCE && before - sum < leastGain * before;
            if (slow || last - sum < noGain * last) {
                end(sum <= target ? Stop.TARGET : Stop.PROGRESS);
            }
            return true;
        }

        /** Whether nothing is left to do: much quicker seen than linearised. */
        private boolean isThere() {
            if (target <= 0.0) {
                return false;
            }
            sum = problem.sumOfSquares(theta);
            return sum <= target;
        }

        private Linearisation linearise() {
            var here = problem.linearise(theta);
            sum = here.sumOfSquares();
            linear = here;
            return here;
        }

        /** Damps until the sum of squares falls; false where no step of a size that matters does it. */
        private boolean move(Linearisation here) {
            while (true) {
                double predicted = here.step(mu, sizes, step);
                double trialSum = Double.POSITIVE_INFINITY;
                if (predicted > 0.0) {
                    problem.bend(theta, here, step);
                    for (int p = 0; p < theta.length; p++) {
                        trial[p] = theta[p] + step[p];
                    }
                    trialSum = problem.sumOfSquares(trial);
                }
                if (trialSum < sum) {
                    double gain = (sum - trialSum) / predicted;
                    double x = 2.0 * gain - 1.0;
                    mu = Math.max(1e-15, mu * Math.max(1.0 / 3.0, 1.0 - x * x * x));
                    growth = 2.0;
                    return true;
                }
                if (mu > 1e12 || (predicted > 0.0 && tiny(step, theta))) {
                    return false;
                }
                mu *= growth;
                growth *= 2.0;
            }
        }

        private boolean end(Stop why) {
            stop = why;
            return false;
        }

        @Override
        public boolean ended() {
            return stop != null;
        }

        @Override
        public double value() {
            return sum;
        }

        /** iteration, number of the reason to stop or -1, sum, mu, growth, theta, history. */
        @Override
        public double[] state() {
            var state = new double[HEAD + theta.length + PATIENCE];
            state[0] = iteration;
            state[1] = Stop.number(stop);
            state[2] = sum;
            state[3] = mu;
            state[4] = growth;
            System.arraycopy(theta, 0, state, HEAD, theta.length);
            System.arraycopy(history, 0, state, HEAD + theta.length, PATIENCE);
            return state;
        }

        @Override
        public void restore(double[] state) {
            Stepwise.checkLength(state, HEAD + theta.length + PATIENCE);
            iteration = (int) state[0];
            stop = Stop.of(state[1]);
            sum = state[2];
            mu = state[3];
            growth = state[4];
            System.arraycopy(state, HEAD, theta, 0, theta.length);
            System.arraycopy(state, HEAD + theta.length, history, 0, PATIENCE);
            linear = null;
        }

        @Override
        public double[] theta() {
            return theta.clone();
        }

        @Override
        public int iterations() {
            return iteration;
        }

        @Override
        public Stop stop() {
            return Objects.requireNonNull(stop);
        }
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
