package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Normal;

/** Derivatives of the baseline's network and of its loss, against central differences. */
class CoordinateNetworkTest {
    private static final double H = 1e-6;

    private final SplittableRandom random = new SplittableRandom(1);

    private double[] normal(int n) {
        var values = new double[n];
        for (int k = 0; k < n; k++) {
            values[k] = Normal.next(random);
        }
        return values;
    }

    /** A worker that stands at one point. */
    private static CoordinateSweep at(CoordinateNetwork network, double[] theta, double[] q) {
        var sweep = new CoordinateSweep(network.layers(), 1, 1);
        sweep.parameters(theta);
        write(q, sweep.inputs(0));
        return sweep;
    }

    private static void write(double[] values, double[][] column) {
        for (int c = 0; c < values.length; c++) {
            column[c][0] = values[c];
        }
    }

    private static double energy(CoordinateNetwork network, double[] theta, double[] q) {
        return at(network, theta, q).forward()[0];
    }

    private static double[] gradient(CoordinateNetwork network, double[] theta, double[] q) {
        var sweep = at(network, theta, q);
        var gradient = new double[q.length][1];
        sweep.forward();
        sweep.gradient(gradient);
        return Arrays.stream(gradient).mapToDouble(g -> g[0]).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theGradientIsTheDerivativeOfTheEnergy(int layers) {
        var network = CoordinateNetwork.of(6, List.of(5, 4, 3).subList(0, layers));
        var theta = network.normalStart(random);
        var q = normal(6);
        var gradient = gradient(network, theta, q);
        double worst = 0.0;
        for (int c = 0; c < q.length; c++) {
            var plus = q.clone();
            var minus = q.clone();
            plus[c] += H;
            minus[c] -= H;
            double slope = (energy(network, theta, plus) - energy(network, theta, minus)) / (2 * H);
            worst = Math.max(worst, Math.abs(slope - gradient[c]));
        }
        assertThat(worst).isLessThan(1e-7); // seen 1.6e-9
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void thePullbackIsTheDerivativeOfTheGradientByTheta(int layers) {
        var network = CoordinateNetwork.of(4, List.of(5, 4, 2).subList(0, layers));
        var theta = network.normalStart(random);
        var q = normal(4);
        var w = normal(4);
        var sweep = at(network, theta, q);
        sweep.forward();
        write(w, sweep.inputs(1));
        sweep.backFirst();
        var dTheta = new double[theta.length];
        sweep.pullback(dTheta);
        var rows = new double[1][theta.length];
        sweep.rows(1, rows);
        assertThat(rows[0]).isEqualTo(dTheta);
        double worst = 0.0;
        for (int p = 0; p < theta.length; p++) {
            var plus = theta.clone();
            var minus = theta.clone();
            plus[p] += H;
            minus[p] -= H;
            var after = gradient(network, plus, q);
            var before = gradient(network, minus, q);
            double slope = 0.0;
            for (int c = 0; c < q.length; c++) {
                slope += w[c] * (after[c] - before[c]) / (2 * H);
            }
            worst = Math.max(worst, Math.abs(slope - dTheta[p]));
        }
        assertThat(worst).isLessThan(1e-7); // seen 4.6e-9
        assertThat(dTheta[theta.length - 1]).isZero(); // the constant of V
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void gradientAndNormalEquationsAreThoseOfTheSumOfSquares(int threads) {
        var which = ReferenceSystem.LINEAR;
        var run = Simulator.of(0.01, 10).run(which.system(3), which.start(), 100);
        var samples = AccelerationSamples.of(which.system(3), run, 0, 100, 70, 7);
        assertThat(samples.coordinates()).isEqualTo(6); // the paper's motion is planar
        var network = CoordinateNetwork.of(6, List.of(4, 3));
        var theta = network.scaledStart(random);
        try (var workers = new Workers(threads)) {
            var fit = new AccelerationFit(
                    network,
                    () -> new PotentialModel(
                            network.layers(), InputScale.of(samples.positions()), samples.masses(), SampleBlock.POINTS),
                    samples,
                    workers);
            var dTheta = new double[theta.length];
            double sum = fit.gradient(theta, dTheta);
            assertThat(sum).isEqualTo(fit.sumOfSquares(theta));
            var equations = (NormalEquations) fit.linearise(theta);
            assertThat(Math.abs(equations.sumOfSquares() / sum - 1)).isLessThan(1e-13); // seen 3e-16
            double worst = 0.0;
            double apart = 0.0;
            for (int p = 0; p < theta.length; p++) {
                var plus = theta.clone();
                var minus = theta.clone();
                plus[p] += H;
                minus[p] -= H;
                double slope = (fit.sumOfSquares(plus) - fit.sumOfSquares(minus)) / (2 * H);
                worst = Math.max(worst, Math.abs(slope - dTheta[p]));
                apart = Math.max(apart, Math.abs(2 * equations.gradient(p) - dTheta[p]));
            }
            assertThat(worst).isLessThan(2e-6); // seen 1e-7 of sums about 100
            assertThat(apart).isLessThan(2e-12); // seen 1.1e-13
        }
    }
}
