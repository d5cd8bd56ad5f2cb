package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.baseline.AccelerationSamples;
import org.mclnn.baseline.BaselineTrainer;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PairPotential;

/** Theorem 1: what a law of pairs keeps to rounding and a network of all coordinates does not. */
class SymmetryTest {
    private record Case(String name, ParticleSystem system, State start) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The true laws, and networks that have learned nothing: the symmetry is not learned. */
    static Stream<Case> cases() {
        return Stream.of(ReferenceSystem.values()).flatMap(which -> {
            var form = PairNetwork.of(10, 10);
            var network = form.at(form.normalStart(new SplittableRandom(1)));
            int n = which.particles();
            return Stream.of(
                    new Case(which.key(), which.system(n), which.start()),
                    new Case(which.key() + ", twice", which.system(2 * n), which.startInside(1)),
                    new Case(which.key() + ", network", which.system(n).with(network), which.start()));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLawOfPairsKeepsEverySymmetryToRounding(Case one) {
        var found = Symmetry.of(one.system(), one.start(), 1);
        assertThat(found.changes().stream().map(Symmetry.Change::name))
                .containsExactly("translation", "rotation", "reflection", "permutation", "boost");
        for (var change : found.changes()) {
            // worst seen 2.9e-15, a network's V under reflection
            assertThat(change.kinetic()).isLessThan(5e-14);
            assertThat(change.potential()).isLessThan(5e-14);
            assertThat(change.lagrangian()).isLessThan(5e-14);
            assertThat(change.hamiltonian()).isLessThan(5e-14);
        }
        for (var noether : List.of(found.translation(), found.rotation())) {
            assertThat(noether.momentumError()).isLessThan(1e-14); // worst seen 2.4e-16
            assertThat(noether.share()).isLessThan(1e-15); // worst seen 6.9e-17
        }
        // a translation touches no velocity, a boost no position
        assertThat(found.changes().get(0).kinetic()).isZero();
        assertThat(found.changes().get(4).potential()).isZero();
    }

    /** Three distances in another order: the sum of three may round in another way, the distances are the same bits. */
    @Test
    void relabellingParticlesChangesNoDistance() {
        var flat = new PairPotential() {
            @Override
            public double energy(double r) {
                return Math.rint(r * 0x1p40); // whole numbers: every order of the sum is exact
            }

            @Override
            public double force(double r) {
                return 1.0;
            }
        };
        var which = ReferenceSystem.LINEAR;
        var found = Symmetry.of(which.system(6).with(flat), which.startInside(1), 1);
        assertThat(found.changes().get(3).potential()).isZero();
    }

    private static Symmetry.Model baseline(ReferenceSystem which) {
        var system = which.system(which.particles());
        var run = Simulator.of(0.01, 10).run(system, which.start(), 2000);
        var trained = BaselineTrainer.train(
                AccelerationSamples.of(system, run, 0, 1600, 500, 1),
                new BaselineTrainer.Options(List.of(10, 10), BaselineTrainer.Optimizer.LM, 60, 1, 2));
        return new Symmetry.Model(
                trained::potentialEnergy, trained.field(), Collections.nCopies(which.particles(), 1.0), true);
    }

    @Test
    void aBaselineHasNoSymmetryButThatOfTheBoost() {
        var which = ReferenceSystem.LINEAR;
        var found = Symmetry.of(baseline(which), which.start(), 1);
        double[] least = {1e-5, 1e-3, 0.05, 0.05}; // seen 1.3e-4, 0.0093, 0.50, 0.48
        for (int k = 0; k < 4; k++) {
            assertThat(found.changes().get(k).potential()).isGreaterThan(least[k]);
            assertThat(found.changes().get(k).kinetic()).isLessThan(1e-14); // worst seen 3e-16
        }
        assertThat(found.changes().get(4).lagrangian()).isLessThan(5e-14); // seen 4e-16
        assertThat(found.translation().momentumError()).isLessThan(1e-12); // seen 4e-14: dL/dv is m v in both models
        assertThat(found.translation().share()).isGreaterThan(1e-5); // seen 9e-5
        assertThat(found.rotation().share()).isGreaterThan(1e-3); // seen 0.008
    }

    /** The rate at which a model loses momentum is what its motion then does. */
    @Test
    void theNetForceIsTheRateOfChangeOfMomentum() {
        var which = ReferenceSystem.GRAVITY;
        var model = baseline(which);
        var found = Symmetry.of(model, which.start(), 1);
        double dt = 1e-5;
        var run = Simulator.of(dt, 1).run(model.field(), new double[] {1, 1, 1, 1}, which.start(), 1);
        var system = which.system(4);
        double[] before = system.momentum(run.state(0));
        double[] after = system.momentum(run.state(1));
        double rate = Math.sqrt((after[0] - before[0]) * (after[0] - before[0])
                        + (after[1] - before[1]) * (after[1] - before[1]))
                / dt;
        assertThat(rate / found.translation().net()).isBetween(1 - 1e-5, 1 + 1e-5); // seen 1 - 3.4e-7
        double torque =
                Math.abs(system.angularMomentum(run.state(1))[2] - system.angularMomentum(run.state(0))[2]) / dt;
        assertThat(torque / found.rotation().net()).isBetween(1 - 1e-5, 1 + 1e-5); // seen 1 + 6.2e-8
    }

    @Test
    void particlesOfOtherMassKeepTheirPlaces() {
        var which = ReferenceSystem.LINEAR;
        var system = ParticleSystem.of(new double[] {1, 2, 3}, which.law());
        var found = Symmetry.of(system, which.start(), 1);
        assertThat(found.changes().get(3).kinetic()).isZero();
        assertThat(found.changes().get(3).potential()).isZero();
        assertThat(found.changes().get(4).kinetic()).isLessThan(5e-14); // seen 2.2e-15
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        var which = ReferenceSystem.LINEAR;
        assertThatThrownBy(() -> Symmetry.of(which.system(6), which.start(), 1))
                .hasMessage("the state has 3 particles, the model 6");
        var model = Symmetry.Model.of(which.system(6));
        var planar = new Symmetry.Model(model.potential(), model.field(), model.masses(), true);
        assertThatThrownBy(() -> Symmetry.of(planar, which.startInside(1), 1))
                .hasMessageStartingWith("the model is planar, but particle 0 has z = 0.0 and velocity ");
        var free = new Symmetry.Model(q -> 0.0, (q, a) -> Arrays.fill(a, 0.0), List.of(1.0), false);
        assertThatThrownBy(() -> Symmetry.of(free, new State(0, new double[3], new double[3]), 1))
                .hasMessageStartingWith("nothing moves and no force acts");
    }
}
