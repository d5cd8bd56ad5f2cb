package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.baseline.BaselineTrainer.Optimizer;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;

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
    @CsvSource({"LM, 60, 0.03", "LBFGS, 300, 0.1", "ADAM, 200, 0.5"}) // seen 0.002, 0.015, 0.08
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
        assertThat(trained).isBetween(0.98, 1.0); // seen 0.9978
        assertThat(unseen).isBetween(0.97, trained); // seen 0.9971
    }

    @Test
    void itsBitsDoNotDependOnTheThreads() {
        for (var optimizer : Optimizer.values()) {
            var one = train(ReferenceSystem.GRAVITY, optimizer, 5, 1);
            assertThat(train(ReferenceSystem.GRAVITY, optimizer, 5, 3).theta()).isEqualTo(one.theta());
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
        assertThat(Math.abs(sum)).isGreaterThan(1e-3); // seen 0.019
        assertThat(Math.abs(torque)).isGreaterThan(1e-3); // seen 0.032
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
        assertThat(drift[0] / drift[1]).isBetween(3.99, 4.01); // seen 4.0003
        assertThat(momentum).isGreaterThan(2e-5); // seen 2.3e-4
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
        assertThat(Formulas.relative(found, expected)).isLessThan(1e-13); // seen 5e-16
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
