package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mclnn.baseline.BaselineTrainer.Optimizer;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.training.Journal;
import org.mclnn.training.StoppedException;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingState;

/** The baseline learns accelerations where it has seen them, and nothing of their symmetries. */
class BaselineTest {
    private static AccelerationSamples samples(ReferenceSystem which, int from, int to, int count) {
        var system = which.system(which.particles());
        var run = Simulator.of(0.01, 10).run(system, which.start(), 2000);
        return AccelerationSamples.of(system, run, from, to, count, 1);
    }

    private static Baseline train(ReferenceSystem which, Optimizer optimizer, int iterations, int threads) {
        return BaselineTrainer.train(
                samples(which, 0, 1600, 500),
                new BaselineTrainer.Options(List.of(10, 10), optimizer, iterations, 1, threads));
    }

    @ParameterizedTest
    @CsvSource({"LM, 60, 0.05", "LBFGS, 300, 0.2", "ADAM, 200, 0.5"}) // seen 0.0046, 0.015, 0.042
    void eachOptimizerLowersTheLoss(Optimizer optimizer, int iterations, double share) {
        var baseline = train(ReferenceSystem.LINEAR, optimizer, iterations, 2);
        assertThat(baseline.loss()).isLessThan(share * baseline.losses().get(0));
    }

    /** Frames near those it was trained on, of the same run: it has learned that motion, and interpolates. */
    @Test
    void itPredictsUnseenFramesOfTheSameRun() {
        var baseline = train(ReferenceSystem.LINEAR, Optimizer.LM, 60, 2);
        double trained = baseline.rSquared(samples(ReferenceSystem.LINEAR, 0, 1600, 500));
        double unseen = baseline.rSquared(samples(ReferenceSystem.LINEAR, 1600, 2000, 300));
        assertThat(trained).isBetween(0.98, 1.0); // seen 0.9953
        assertThat(unseen).isBetween(0.97, trained); // seen 0.9949
    }

    @Test
    void itsBitsDoNotDependOnTheThreads() {
        for (var optimizer : Optimizer.values()) {
            var one = train(ReferenceSystem.GRAVITY, optimizer, 5, 1);
            for (int threads = 2; threads <= 3; threads++) {
                assertThat(train(ReferenceSystem.GRAVITY, optimizer, 5, threads).theta())
                        .isEqualTo(one.theta());
            }
        }
    }

    /** Momentum: the forces of the baseline do not add up to nothing, and turning the system does not turn them. */
    @Test
    void itConservesNeitherMomentumNorAngularMomentum() {
        var which = ReferenceSystem.LINEAR;
        var baseline = train(which, Optimizer.LM, 30, 2);
        var q = which.start().positions();
        var a = new double[q.length];
        baseline.field().accelerations(q, a);
        double sum = a[0] + a[3] + a[6];
        double torque = 0.0;
        for (int i = 0; i < 9; i += 3) {
            torque += q[i] * a[i + 1] - q[i + 1] * a[i];
        }
        assertThat(Math.abs(sum)).isGreaterThan(5e-5); // seen 6.6e-4
        assertThat(Math.abs(torque)).isGreaterThan(1e-3); // seen 0.035
        assertThat(a[2]).isZero();
    }

    /** As the paper's Fig. 2: its own energy is kept, to the second order of the step; momentum goes. */
    @Test
    void itsMotionKeepsItsEnergyAndNotTheMomentum() {
        var which = ReferenceSystem.LINEAR;
        var system = which.system(3);
        var baseline = train(which, Optimizer.LM, 60, 2);
        double[] drift = new double[2];
        double momentum = 0.0;
        for (int halved = 0; halved < 2; halved++) {
            int stride = 10 << halved;
            var run = Simulator.of(0.1 / stride, stride).run(baseline.field(), system.masses(), which.start(), 50);
            double first = energy(baseline, system, run.state(0));
            for (int k = 0; k < run.frames(); k++) {
                drift[halved] = Math.max(drift[halved], Math.abs(energy(baseline, system, run.state(k)) - first));
            }
            momentum = Math.abs(system.momentum(run.state(50))[0] - system.momentum(run.state(0))[0]);
        }
        assertThat(drift[0] / drift[1]).isBetween(3.99, 4.01); // seen 4.0002
        assertThat(momentum).isGreaterThan(0.05); // seen 0.61
    }

    private static double energy(Baseline baseline, ParticleSystem system, State state) {
        return system.kineticEnergy(state) + baseline.potentialEnergy(state.positions());
    }

    /** The network written out as a formula, T - V differentiated automatically, Eq. 3 solved. */
    @Test
    void itsAccelerationsAreThoseOfEquation3() {
        var baseline = train(ReferenceSystem.LINEAR, Optimizer.LM, 5, 2);
        var theta = baseline.theta();
        var equation = new EulerLagrange(Lagrangian.of(6, (q, v) -> {
            var sum = Formulas.network(theta, q, 10, 10, 1).negate();
            for (var speed : v) {
                sum = sum.add(speed.square().multiply(0.5));
            }
            return sum;
        }));
        var q = ReferenceSystem.LINEAR.start().positions();
        var a = new double[9];
        baseline.field().accelerations(q, a);
        var planar = new double[] {q[0], q[1], q[3], q[4], q[6], q[7]};
        var expected = equation.acceleration(planar, new double[] {1, 2, 3, 4, 5, 6});
        var found = new double[] {a[0], a[1], a[3], a[4], a[6], a[7]};
        assertThat(Formulas.relative(found, expected)).isLessThan(1e-13); // seen 2e-16
    }

    @Test
    void itsParametersAreAllThatItIs() {
        var samples = samples(ReferenceSystem.LINEAR, 0, 1600, 100);
        var trained = train(ReferenceSystem.LINEAR, Optimizer.LM, 3, 1);
        var built = Baseline.of(samples(ReferenceSystem.LINEAR, 0, 1600, 500), trained.hidden(), trained.theta());
        assertThat(built.loss()).isEqualTo(trained.loss());
        assertThat(built.theta()).isEqualTo(trained.theta());
        assertThat(built.hidden()).isEqualTo(List.of(10, 10));
        assertThat(built.losses()).isEmpty();
        assertThat(built.predictions(samples).predictedAccelerations())
                .isEqualTo(trained.predictions(samples).predictedAccelerations());
        var q = ReferenceSystem.LINEAR.start().positions();
        assertThat(built.potentialEnergy(q)).isEqualTo(trained.potentialEnergy(q));
        assertThatThrownBy(() -> Baseline.of(samples, List.of(10), trained.theta()))
                .hasMessage("theta must hold 81 numbers, held 191");
    }

    /** Inputs are scaled while it is trained; the parameters that it keeps are of positions as they are. */
    @Test
    void itsLossIsThatWhichTheTrainingEndedWith() {
        var baseline = train(ReferenceSystem.LINEAR, Optimizer.LM, 5, 2);
        assertThat(baseline.losses()).hasSize(5);
        assertThat(Math.abs(baseline.loss() / baseline.losses().get(4) - 1)).isLessThan(1e-12); // seen 7e-16
    }

    @Test
    void predictionsStandBesideTheTruth() {
        var which = ReferenceSystem.GRAVITY;
        var samples = samples(which, 0, 1600, 70); // one block and a rest
        var baseline = train(which, Optimizer.LM, 5, 1);
        var predictions = baseline.predictions(samples);
        int n = predictions.coordinates();
        var masses = samples.masses();
        assertThat(n).isEqualTo(8);
        double mean = 0.0;
        double errors = 0.0;
        double spread = 0.0;
        double squares = 0.0;
        var a = new double[12];
        for (int k = 0; k < 70; k++) {
            var q = new double[12];
            for (int c = 0; c < n; c++) {
                q[samples.active()[c]] = samples.positions()[c][k];
            }
            baseline.field().accelerations(q, a);
            for (int c = 0; c < n; c++) {
                int at = k * n + c;
                double truth = samples.accelerations()[c][k];
                assertThat(predictions.trueAccelerations()[at]).isEqualTo(truth);
                assertThat(predictions.predictedAccelerations()[at]).isEqualTo(a[samples.active()[c]]);
                assertThat(predictions.trueForces()[at]).isEqualTo(masses[c] * truth);
                assertThat(predictions.predictedForces()[at])
                        .isEqualTo(masses[c] * predictions.predictedAccelerations()[at]);
                mean += truth / (70 * n);
                errors += Math.pow(predictions.predictedAccelerations()[at] - truth, 2);
            }
        }
        for (double truth : predictions.trueAccelerations()) {
            spread += Math.pow(truth - mean, 2);
            squares += truth * truth;
        }
        assertThat(Math.abs(predictions.rSquared() - (1 - errors / spread))).isLessThan(1e-12); // seen 0
        assertThat(Math.abs(predictions.meanSquaredError() / errors * 70 * n - 1))
                .isLessThan(1e-12); // seen 0
        assertThat(Math.abs(predictions.relativeRms() / Math.sqrt(errors / squares) - 1))
                .isLessThan(1e-12); // seen 0
    }

    /** A journal that goes on from what is kept and stops after some steps, if any. */
    static Journal journal(TrainingState[] kept, int steps) {
        var asked = new int[1];
        return new Journal(kept[0], new Journal.Keeper() {
            @Override
            public Wish wish() {
                asked[0]++;
                return asked[0] == steps ? Wish.SAVE_AND_STOP : Wish.GO_ON;
            }

            @Override
            public void save(TrainingState state) {
                kept[0] = state;
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void stoppedAndResumedItComesOutTheSame(Optimizer optimizer) {
        var samples = samples(ReferenceSystem.LINEAR, 0, 1600, 150);
        var options = new BaselineTrainer.Options(List.of(5, 4), optimizer, 8, 3, 1);
        var whole = BaselineTrainer.train(samples, options);
        var kept = new TrainingState[] {TrainingState.NOTHING};
        assertThatThrownBy(() -> BaselineTrainer.train(samples, options, TrainingListener.NONE, journal(kept, 3)))
                .isInstanceOf(StoppedException.class)
                .hasMessage("stopped after step 3 of baseline");
        var heard = new ArrayList<Integer>();
        var resumed = BaselineTrainer.train(
                samples, options, (phase, iteration, expected, loss) -> heard.add(iteration), journal(kept, 0));
        assertThat(heard).containsExactly(4, 5, 6, 7, 8);
        assertThat(resumed.theta()).isEqualTo(whole.theta());
        assertThat(resumed.losses()).isEqualTo(whole.losses());
    }

    @Test
    void samplesOfAnotherNumberOfParticlesAreRefused() {
        var baseline = train(ReferenceSystem.LINEAR, Optimizer.LM, 1, 1);
        assertThatThrownBy(() -> baseline.rSquared(samples(ReferenceSystem.GRAVITY, 0, 100, 10)))
                .hasMessageContaining("8 coordinates")
                .hasMessageContaining("trained on 6");
    }

    @Test
    void moreSamplesThanFramesAreRefused() {
        assertThatThrownBy(() -> samples(ReferenceSystem.LINEAR, 0, 100, 101))
                .hasMessageContaining("do not hold 101 different samples");
    }

    /** Motion in space is looked at along all three axes. */
    @Test
    void spatialMotionHasAllItsCoordinates() {
        var which = ReferenceSystem.LINEAR;
        var q = which.start().positions();
        q[2] = 0.1;
        var start = new State(0, q, which.start().velocities());
        var run = Simulator.of(0.01, 10).run(which.system(3), start, 50);
        assertThat(AccelerationSamples.of(which.system(3), run, 0, 50, 10, 1).coordinates())
                .isEqualTo(9);
    }
}
