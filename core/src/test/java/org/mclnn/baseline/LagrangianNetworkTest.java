package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.baseline.BaselineTrainer.Optimizer;
import org.mclnn.baseline.BaselineTrainer.Options;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;
import org.mclnn.training.StoppedException;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingState;

/** The undivided L(q, v): its derivatives, Eq. 3, its training. */
class LagrangianNetworkTest {
    private static final double H = 1e-6;

    private final SplittableRandom random = new SplittableRandom(1);

    private static Trajectory run(ReferenceSystem which) {
        return Simulator.of(0.01, 10).run(which.system(which.particles()), which.start(), 1000);
    }

    private static AccelerationSamples samples(ReferenceSystem which, int from, int to, int count) {
        return AccelerationSamples.of(which.system(which.particles()), run(which), from, to, count, 1);
    }

    private static InputScale scale(AccelerationSamples samples) {
        return InputScale.of(Stream.of(samples.positions(), samples.velocities())
                .flatMap(Stream::of)
                .toArray(double[][]::new));
    }

    /** The network written out as a formula, differentiated automatically. */
    private static Lagrangian formula(LagrangianNetwork network) {
        int hidden = network.hidden().size();
        var widths = new int[hidden + 1];
        Arrays.setAll(widths, l -> l < hidden ? network.hidden().get(l) : 1);
        return Lagrangian.of(network.coordinates(), (q, v) -> {
            var x = new DerivativeStructure[q.length + v.length];
            System.arraycopy(q, 0, x, 0, q.length);
            System.arraycopy(v, 0, x, q.length, v.length);
            return Formulas.network(network.theta(), x, widths);
        });
    }

    /** Second derivatives, or L and its first. */
    private static double[] numbers(LagrangianDerivatives at, boolean second) {
        int n = at.coordinates();
        var numbers = new double[second ? 2 * n * n : 1 + 2 * n];
        for (int j = 0; j < n; j++) {
            if (!second) {
                numbers[1 + j] = at.dQ(j);
                numbers[1 + n + j] = at.dV(j);
            }
            for (int k = 0; second && k < n; k++) {
                numbers[j * n + k] = at.dVdV(j, k);
                numbers[n * n + j * n + k] = at.dVdQ(j, k);
            }
        }
        if (!second) {
            numbers[0] = at.value();
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void itsDerivativesAndAccelerationsAreThoseOfItsFormula(int layers) {
        var samples = samples(ReferenceSystem.LINEAR, 0, 800, 70);
        var hidden = List.of(8, 5, 4).subList(0, layers);
        var start = CoordinateNetwork.of(12, hidden).saddleStart(random);
        for (int p = 0; p < start.length; p++) {
            start[p] += 0.01 * random.nextDouble(); // so that q and v are mixed
        }
        var network = LagrangianNetwork.of(samples, hidden, start);
        var formula = formula(network);
        var predictions = network.predictions(samples);
        double worst = 0.0;
        double worstAcceleration = 0.0;
        for (int k = 0; k < samples.count(); k++) {
            int sample = k;
            var q = Arrays.stream(samples.positions())
                    .mapToDouble(c -> c[sample])
                    .toArray();
            var v = Arrays.stream(samples.velocities())
                    .mapToDouble(c -> c[sample])
                    .toArray();
            for (boolean second : new boolean[] {false, true}) {
                var derivatives = numbers(network.at(q, v), second);
                worst = Math.max(worst, Formulas.relative(derivatives, numbers(formula.at(q, v), second)));
            }
            var expected = new EulerLagrange(formula).acceleration(q, v);
            var found = Arrays.copyOfRange(predictions.predictedAccelerations(), 6 * k, 6 * k + 6);
            worstAcceleration = Math.max(worstAcceleration, Formulas.relative(found, expected));
            found = new EulerLagrange(network).acceleration(q, v);
            worstAcceleration = Math.max(worstAcceleration, Formulas.relative(found, expected));
        }
        assertThat(worst).isLessThan(1e-14); // seen 6e-16
        assertThat(worstAcceleration).isLessThan(1e-12); // seen 1.7e-14
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void gradientAndNormalEquationsAreThoseOfTheSumOfSquares(int layers) {
        var samples = samples(ReferenceSystem.LINEAR, 0, 100, 70); // one block and a rest
        var network = CoordinateNetwork.of(12, List.of(8, 5, 4).subList(0, layers));
        var theta = network.saddleStart(random);
        for (int p = 0; p < theta.length; p++) {
            theta[p] += 0.01 * random.nextDouble();
        }
        try (var workers = new Workers(2)) {
            var fit = new AccelerationFit(
                    network,
                    () -> new LagrangianModel(network.layers(), scale(samples), SampleBlock.POINTS),
                    samples,
                    workers);
            var dTheta = new double[theta.length];
            double sum = fit.gradient(theta, dTheta);
            assertThat(sum).isEqualTo(fit.sumOfSquares(theta));
            var equations = (NormalEquations) fit.linearise(theta);
            double size = 0.0;
            double worst = 0.0;
            double apart = 0.0;
            for (int p = 0; p < theta.length; p++) {
                double slope = (fit.sumOfSquares(moved(theta, p, H)) - fit.sumOfSquares(moved(theta, p, -H))) / (2 * H);
                size = Math.max(size, Math.abs(slope));
                worst = Math.max(worst, Math.abs(slope - dTheta[p]));
                apart = Math.max(apart, Math.abs(2 * equations.gradient(p) - dTheta[p]));
            }
            assertThat(worst / size).isLessThan(1e-6); // seen 2.6e-8
            assertThat(apart / size).isLessThan(1e-13); // seen 9e-16
            assertThat(Math.abs(equations.sumOfSquares() / sum - 1)).isLessThan(1e-13); // seen 0
        }
    }

    private static double[] moved(double[] theta, int p, double by) {
        var moved = theta.clone();
        moved[p] += by;
        return moved;
    }

    @Test
    void itLearnsLinearSpringsWithoutBeingToldOfTheKineticEnergy() {
        var samples = samples(ReferenceSystem.LINEAR, 0, 800, 400);
        var network = LagrangianTrainer.train(samples, new Options(List.of(10, 10), Optimizer.LM, 40, 1, 2));
        assertThat(network.losses().get(0)).isGreaterThan(10.0); // seen 27
        assertThat(network.loss()).isLessThan(0.1); // seen 0.010
        assertThat(Math.abs(
                        network.loss() / network.losses().get(network.losses().size() - 1) - 1))
                .isLessThan(1e-12); // seen 6e-15
    }

    /** Runge-Kutta keeps the energy of the network's own L to the fourth order of the step. */
    @Test
    void itsMotionKeepsItsOwnEnergy() {
        var which = ReferenceSystem.LINEAR;
        var samples = samples(which, 0, 800, 400);
        var network = LagrangianTrainer.train(samples, new Options(List.of(10, 10), Optimizer.LM, 40, 1, 2));
        var equation = new EulerLagrange(network);
        var q = network.seen(which.start().positions());
        var v = network.seen(which.start().velocities());
        var drift = new double[2];
        for (int halved = 0; halved < 2; halved++) {
            var motion = new RungeKutta(0.1 / (1 << halved), 1 << halved).run(equation, q, v, 50);
            for (int k = 0; k < motion.frames(); k++) {
                double now = equation.energy(motion.positions(k), motion.velocities(k));
                drift[halved] = Math.max(drift[halved], Math.abs(now - equation.energy(q, v)));
            }
        }
        assertThat(drift[0] / drift[1]).isBetween(8.0, 64.0); // seen 22: between the fourth and the fifth order
    }

    @Test
    void itsBitsDoNotDependOnTheThreads() {
        var samples = samples(ReferenceSystem.GRAVITY, 0, 800, 150);
        for (var optimizer : Optimizer.values()) {
            var one = LagrangianTrainer.train(samples, new Options(List.of(9, 4), optimizer, 3, 1, 1));
            for (int threads = 2; threads <= 3; threads++) {
                var more = LagrangianTrainer.train(samples, new Options(List.of(9, 4), optimizer, 3, 1, threads));
                assertThat(more.theta()).isEqualTo(one.theta());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void stoppedAndResumedItComesOutTheSame(Optimizer optimizer) {
        var samples = samples(ReferenceSystem.LINEAR, 0, 800, 100);
        var options = new Options(List.of(8, 4), optimizer, 6, 3, 1);
        var whole = LagrangianTrainer.train(samples, options);
        var kept = new TrainingState[] {TrainingState.NOTHING};
        assertThatThrownBy(() ->
                        LagrangianTrainer.train(samples, options, TrainingListener.NONE, BaselineTest.journal(kept, 2)))
                .isInstanceOf(StoppedException.class)
                .hasMessage("stopped after step 2 of lagrangian");
        var resumed = LagrangianTrainer.train(samples, options, TrainingListener.NONE, BaselineTest.journal(kept, 0));
        assertThat(resumed.theta()).isEqualTo(whole.theta());
        assertThat(resumed.losses()).isEqualTo(whole.losses());
        var built = LagrangianNetwork.of(samples, whole.hidden(), whole.theta());
        assertThat(built.loss()).isEqualTo(whole.loss());
    }

    @Test
    void tooNarrowALayerIsRefused() {
        var samples = samples(ReferenceSystem.LINEAR, 0, 100, 10);
        assertThatThrownBy(() -> LagrangianTrainer.train(samples, new Options(List.of(5, 9), Optimizer.LM, 1, 1, 1)))
                .hasMessage("the first hidden layer has 5 units, but L depends on 6 velocities: with fewer units than"
                        + " those d2L/dv dv is singular. Take at least 6");
    }

    @Test
    void samplesWithoutVelocitiesAreRefused() {
        var which = ReferenceSystem.LINEAR;
        var still = Trajectory.of(3).frame(0.0, which.start().positions()).build();
        var samples = AccelerationSamples.of(which.system(3), still, 0, 1, 1, 1);
        assertThatThrownBy(() -> LagrangianTrainer.train(samples, new Options(List.of(9), Optimizer.LM, 1, 1, 1)))
                .hasMessage("the run that the samples are of has no velocities");
    }
}
