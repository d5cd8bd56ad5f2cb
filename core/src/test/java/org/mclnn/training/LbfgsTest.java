package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mclnn.optimisation.Lbfgs;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Stop;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.PairNetwork;

/** L-BFGS on functions whose minimum is known. */
class LbfgsTest {
    private static final Minimiser.Listener GO_ON = (iteration, value, theta) -> true;

    /** Rosenbrock's valley in n dimensions: minimum 0 at (1, 1, ...). */
    private static double rosenbrock(double[] x, double[] g) {
        Arrays.fill(g, 0.0);
        double sum = 0.0;
        for (int k = 0; k + 1 < x.length; k++) {
            double across = x[k + 1] - x[k] * x[k];
            double along = 1.0 - x[k];
            sum += 100.0 * across * across + along * along;
            g[k] += -400.0 * across * x[k] - 2.0 * along;
            g[k + 1] += 200.0 * across;
        }
        return sum;
    }

    private static double[] start(int n) {
        var start = new double[n];
        for (int k = 0; k < n; k++) {
            start[k] = k % 2 == 0 ? -1.2 : 1.0;
        }
        return start;
    }

    private static Lbfgs valley(int n) {
        var sizes = new double[n];
        Arrays.fill(sizes, 1.0);
        return new Lbfgs(LbfgsTest::rosenbrock, sizes, start(n));
    }

    @Test
    void findsTheEndOfRosenbrocksValley() {
        for (int n : new int[] {2, 40}) {
            var solver = valley(n);
            assertThat(solver.within(1e-20, 0, 1000).run(GO_ON)).isEqualTo(Stop.TARGET);
            assertThat(solver.iterations()).isLessThan(12 * n + 100); // seen 36 and 230
            for (double x : solver.theta()) {
                assertThat(Math.abs(x - 1.0)).isLessThan(1e-8); // f = 1e-20 leaves about 1e-10
            }
        }
    }

    /** The function falls in every iteration, and each of its accepted points meets the first Wolfe condition. */
    @Test
    void everyIterationGainsAndIsHeardOnce() {
        var heard = new ArrayList<Double>();
        var solver = valley(6);
        solver.within(0.0, 0, 30).run((iteration, value, theta) -> {
            assertThat(iteration).isEqualTo(heard.size() + 1);
            assertThat(rosenbrock(theta, new double[6])).isEqualTo(value);
            heard.add(value);
            return true;
        });
        assertThat(heard).hasSize(30).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(heard).doesNotHaveDuplicates();
    }

    @Test
    void parametersInOtherUnitsTakeTheSamePath() {
        var plain = valley(4);
        plain.within(0.0, 0, 25).run(GO_ON);
        double[] units = {1024.0, 1.0 / 4096, 1.0, 2.0};
        var begin = start(4);
        for (int p = 0; p < 4; p++) {
            begin[p] *= units[p];
        }
        Lbfgs.Loss loss = (x, g) -> {
            var y = new double[4];
            for (int p = 0; p < 4; p++) {
                y[p] = x[p] / units[p];
            }
            double value = rosenbrock(y, g);
            for (int p = 0; p < 4; p++) {
                g[p] /= units[p];
            }
            return value;
        };
        var scaled = new Lbfgs(loss, units, begin);
        scaled.within(0.0, 0, 25).run(GO_ON);
        assertThat(scaled.value()).isEqualTo(plain.value());
    }

    @Test
    void aStepOutOfTheDomainIsShortened() {
        // x - log x, infinite for x not above 0: minimum 1 at 1; the first step from 5 leads to 5 - 0.8 * (3.4 / 0.64)
        // = 0.76
        Lbfgs.Loss loss = (x, g) -> {
            g[0] = 1.0 - 1.0 / x[0];
            return x[0] > 0.9 ? x[0] - StrictMath.log(x[0]) : Double.NaN;
        };
        var solver = new Lbfgs(loss, new double[] {1.0}, new double[] {5.0});
        solver.within(0.0, 0, 50).run(GO_ON);
        assertThat(Math.abs(solver.theta()[0] - 1.0)).isLessThan(1e-6);
    }

    @Test
    void endsAreNamed() {
        Lbfgs.Loss constant = (x, g) -> {
            g[0] = 0.0;
            return 3.0;
        };
        var one = new double[] {1.0};
        assertThat(new Lbfgs(constant, one, one).within(1.0, 0, 9).run(GO_ON)).isEqualTo(Stop.GRADIENT);
        assertThat(valley(2).within(0.0, 0, 3).run(GO_ON)).isEqualTo(Stop.ITERATIONS);
        assertThat(valley(2).within(0.0, 0, 3).run((iteration, value, theta) -> false))
                .isEqualTo(Stop.PROGRESS);
        // a target is looked at after the least number of iterations
        var patient = valley(2);
        assertThat(patient.within(100.0, 2, 9).run(GO_ON)).isEqualTo(Stop.TARGET);
        assertThat(patient.iterations()).isEqualTo(2);
        // a fall that rounding hides: 1 + x^2 near 0
        Lbfgs.Loss parabola = (x, g) -> {
            g[0] = 2.0 * x[0];
            return 1.0 + x[0] * x[0];
        };
        assertThat(new Lbfgs(parabola, one, new double[] {1e-8})
                        .within(0.0, 0, 9)
                        .run(GO_ON))
                .isEqualTo(Stop.STEP);
    }

    @Test
    void aRestoredStateGoesOnToTheSameBits() {
        for (int stop : new int[] {0, 1, 7, 30}) {
            var whole = valley(8);
            whole.within(0.0, 0, 60).run(GO_ON);
            var first = valley(8);
            first.within(0.0, 0, stop).run(GO_ON);
            var second = new Lbfgs(LbfgsTest::rosenbrock, new double[8], new double[8]);
            second.restore(first.state());
            second.within(0.0, 0, 60).run(GO_ON);
            assertThat(second.theta()).containsExactly(whole.theta());
            assertThat(second.state()).containsExactly(whole.state());
        }
    }

    /** Rollouts from a random start: the same path on any number of threads. */
    @Test
    void aNetworkIsTrainedFromRandomWeights() {
        var data = Problems.springs(10);
        var network = PairNetwork.of(4, 4);
        var start = network.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
        var states = new ArrayList<double[]>();
        for (int threads : new int[] {1, 2, 8}) {
            try (var workers = new Workers(threads)) {
                var problem = new RolloutProblem(data.training(), data.mechanics(), network, workers);
                var solver = new Lbfgs(problem::gradientOrInfinity, network.sizes(start), start);
                double first = solver.value();
                solver.within(0.0, 0, 100).run(GO_ON);
                assertThat(solver.value()).isLessThan(1e-7 * first); // seen 8e-10
                states.add(solver.state());
            }
        }
        assertThat(states.get(1)).containsExactly(states.get(0));
        assertThat(states.get(2)).containsExactly(states.get(0));
    }
}
