package org.mclnn.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The solver on problems whose answer is known, and every reason to stop by name. */
class LevenbergMarquardtTest {
    /** Residuals and their Jacobian, densely. */
    private interface Residuals {
        double[] at(double[] theta);

        double[][] jacobian(double[] theta);
    }

    private record Problem(int size, Residuals residuals) implements LeastSquaresProblem {
        @Override
        public double[] sizes(double[] theta) {
            var ones = new double[theta.length];
            Arrays.fill(ones, 1.0);
            return ones;
        }

        @Override
        public double sumOfSquares(double[] theta) {
            double sum = 0.0;
            for (double e : residuals.at(theta)) {
                sum += e * e;
            }
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        }

        @Override
        public Linearisation linearise(double[] theta) {
            var e = residuals.at(theta);
            var out = new NormalEquations(size);
            out.add(residuals.jacobian(theta), e, e.length);
            return out;
        }
    }

    private static final Problem ROSENBROCK = new Problem(2, new Residuals() {
        @Override
        public double[] at(double[] t) {
            return new double[] {10 * (t[1] - t[0] * t[0]), 1 - t[0]};
        }

        @Override
        public double[][] jacobian(double[] t) {
            return new double[][] {{-20 * t[0], 10}, {-1, 0}};
        }
    });

    /** e = A theta - b with a random A of 30 rows. */
    private static Problem linear(double[][] a, double[] b) {
        return new Problem(a[0].length, new Residuals() {
            @Override
            public double[] at(double[] t) {
                var e = new double[a.length];
                for (int k = 0; k < e.length; k++) {
                    e[k] = -b[k];
                    for (int p = 0; p < t.length; p++) {
                        e[k] += a[k][p] * t[p];
                    }
                }
                return e;
            }

            @Override
            public double[][] jacobian(double[] t) {
                return a;
            }
        });
    }

    private static double[][] matrix(int rows, int columns, long seed) {
        var random = new SplittableRandom(seed);
        var a = new double[rows][];
        for (int k = 0; k < rows; k++) {
            a[k] = random.doubles(columns, -1, 1).toArray();
        }
        return a;
    }

    private static Minimiser solve(Problem problem, double target, int most, double... start) {
        return solve(new LevenbergMarquardt(0, most, target, 0.1), problem, start);
    }

    private static Minimiser solve(LevenbergMarquardt solver, Problem problem, double... start) {
        var run = solver.begin(problem, start);
        run.run((iteration, sum, theta) -> true);
        return run;
    }

    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() {
        var outcome = solve(ROSENBROCK, 0.0, 200, -1.2, 1.0);
        assertThat(outcome.value()).isZero();
        assertThat(outcome.theta()).containsExactly(1.0, 1.0);
        assertThat(outcome.stop()).isIn(Stop.TARGET, Stop.GRADIENT);
    }

    @Test
    void aLinearProblemEndsWhereItsGradientVanishes() {
        var a = matrix(30, 4, 1);
        var b = new SplittableRandom(2).doubles(30, -1, 1).toArray();
        var outcome = solve(linear(a, b), 0.0, 100, 5, -5, 5, -5);
        var e = linear(a, b).residuals().at(outcome.theta());
        double worst = 0.0;
        for (int p = 0; p < 4; p++) {
            double gradient = 0.0;
            for (int k = 0; k < 30; k++) {
                gradient += a[k][p] * e[k];
            }
            worst = Math.max(worst, Math.abs(gradient));
        }
        assertThat(worst).isLessThan(1e-6); // seen 1.7e-8, where a step gains nothing any more
        assertThat(outcome.iterations()).isLessThanOrEqualTo(30); // seen 3
    }

    @Test
    void parametersThatNothingDependsOnDoNoHarm() {
        var a = matrix(30, 5, 3);
        for (var row : a) {
            row[3] = 0.0; // felt by no residual
            row[4] = row[0] + row[1]; // determined only together with others
        }
        var b = new double[30];
        for (int k = 0; k < 30; k++) {
            b[k] = 2 * a[k][0] - a[k][1] + 0.5 * a[k][2];
        }
        var outcome = solve(linear(a, b), 1e-24, 100, 0, 0, 0, 7, 0);
        assertThat(outcome.stop()).isEqualTo(Stop.TARGET);
        assertThat(outcome.theta()[3]).isEqualTo(7.0);
        assertThat(Math.abs(outcome.theta()[0] + outcome.theta()[4] - 2)).isLessThan(1e-12); // seen 5e-15
        assertThat(Math.abs(outcome.theta()[2] - 0.5)).isLessThan(1e-12); // seen 7e-16
    }

    @Test
    void targetIsWhereTheSumOfSquaresIsSmallEnough() {
        var outcome = solve(ROSENBROCK, 1.0, 200, -1.2, 1.0);
        assertThat(outcome.stop()).isEqualTo(Stop.TARGET);
        assertThat(outcome.value()).isBetween(1e-3, 1.0);
        assertThat(solve(ROSENBROCK, 1.0, 200, 1.0, 1.0).iterations()).isZero();
    }

    @Test
    void nothingIsLinearisedWhereTheTargetIsReachedAlready() {
        var unlinearised = new Problem(1, new Residuals() {
            @Override
            public double[] at(double[] t) {
                return new double[] {t[0]};
            }

            @Override
            public double[][] jacobian(double[] t) {
                throw new AssertionError("linearised");
            }
        });
        var outcome = solve(unlinearised, 1.0, 200, 0.5);
        assertThat(outcome.stop()).isEqualTo(Stop.TARGET);
        assertThat(outcome.value()).isEqualTo(0.25);
        assertThat(outcome.theta()).containsExactly(0.5);
    }

    @Test
    void theTargetWaitsForTheLeastNumberOfIterations() {
        var outcome = solve(new LevenbergMarquardt(3, 200, 1e9, 0.1), ROSENBROCK, -1.2, 1.0);
        assertThat(outcome.iterations()).isEqualTo(3);
        assertThat(outcome.stop()).isEqualTo(Stop.TARGET);
    }

    @Test
    void gradientIsWhereNoDirectionLowersTheSum() {
        var flat = linear(new double[][] {{1}, {1}}, new double[] {1, -1}); // least at 0, residuals stay
        var outcome = solve(flat, 0.0, 50, 0.0);
        assertThat(outcome.stop()).isEqualTo(Stop.GRADIENT);
        assertThat(outcome.iterations()).isZero();
    }

    @Test
    void stepIsWhereEveryStepThatMattersLeavesTheDomain() {
        var wall = new Problem(1, new Residuals() {
            @Override
            public double[] at(double[] t) {
                return new double[] {t[0] > 1.0 ? Double.NaN : 2.0 - t[0]};
            }

            @Override
            public double[][] jacobian(double[] t) {
                return new double[][] {{-1}};
            }
        });
        var outcome = solve(wall, 0.0, 500, 1.0); // already at the wall
        assertThat(outcome.stop()).isEqualTo(Stop.STEP);
        assertThat(outcome.theta()).containsExactly(1.0);
    }

    @Test
    void progressIsWhereTheLastIterationsGainedNothing() {
        var heavy = new Problem(2, new Residuals() {
            @Override
            public double[] at(double[] t) {
                return new double[] {1e6, 1.0 - t[0] * t[0], t[1] - t[0]};
            }

            @Override
            public double[][] jacobian(double[] t) {
                return new double[][] {{0, 0}, {-2 * t[0], 0}, {-1, 1}};
            }
        });
        assertThat(solve(heavy, 0.0, 100, 3.0, 3.0).stop()).isEqualTo(Stop.PROGRESS);
    }

    @Test
    void progressIsAlsoWhereADozenIterationsGainLessThanAskedFor() {
        var doubleRoot = new Problem(1, new Residuals() {
            @Override
            public double[] at(double[] t) {
                return new double[] {t[0] * t[0]}; // each iteration only halves theta
            }

            @Override
            public double[][] jacobian(double[] t) {
                return new double[][] {{2 * t[0]}};
            }
        });
        var patient = new LevenbergMarquardt(0, 30, 0.0, 0.1);
        var greedy = new LevenbergMarquardt(0, 30, 0.0, 1.0); // no gain is enough
        var first = solve(patient, doubleRoot, 1);
        var second = solve(greedy, doubleRoot, 1);
        assertThat(first.stop()).isEqualTo(Stop.ITERATIONS);
        assertThat(second.stop()).isEqualTo(Stop.PROGRESS);
        assertThat(second.iterations()).isEqualTo(13);
    }

    @Test
    void aListenerThatHasEnoughEndsItAsProgress() {
        var seen = new ArrayList<Integer>();
        var run = new LevenbergMarquardt(0, 200, 0.0, 0.1).begin(ROSENBROCK, new double[] {-1.2, 1});
        var stop = run.run((k, sum, t) -> {
            seen.add(k);
            return k < 4;
        });
        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(stop).isEqualTo(Stop.PROGRESS);
    }

    @Test
    void iterationsIsWhereTheyAreUsedUp() {
        var outcome = solve(ROSENBROCK, 0.0, 3, -1.2, 1.0);
        assertThat(outcome.stop()).isEqualTo(Stop.ITERATIONS);
        assertThat(outcome.iterations()).isEqualTo(3);
        assertThat(outcome.value()).isEqualTo(ROSENBROCK.sumOfSquares(outcome.theta()));
    }

    @Test
    void theSumOfSquaresNeverRises() {
        var sums = new ArrayList<Double>();
        new LevenbergMarquardt(0, 200, 0.0, 0.1)
                .begin(ROSENBROCK, new double[] {-1.2, 1})
                .run((k, sum, t) -> sums.add(sum));
        assertThat(sums).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
