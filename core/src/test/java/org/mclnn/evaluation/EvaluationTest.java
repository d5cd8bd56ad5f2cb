package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.SplineForm;

/** The paper's measures on motions whose errors are known. */
class EvaluationTest {
    private static Coverage from(double near, double far) {
        int n = 40_001;
        var all = DoubleStream.iterate(0, k -> k + 1)
                .limit(n)
                .map(k -> near + (far - near) * k / (n - 1))
                .toArray();
        return Coverage.of(all, n);
    }

    @ParameterizedTest
    @EnumSource(ReferenceSystem.class)
    void theTruthComparedWithItselfHasNoErrors(ReferenceSystem which) {
        var system = which.system(which.particles());
        var learned = LearnedPotential.of(which.law(), from(0.5, 13), false);
        var result = Evaluation.compare(system, learned, which.start(), Simulator.of(0.01, 10), 50);
        assertThat(result.motion().positionMae()).isZero();
        assertThat(result.motion().momentumMae()).isZero();
        assertThat(result.motion().angularMomentumMae()).isZero();
        // worst seen 6e-13: the constant found for a band (gravity)
        assertThat(result.motion().lagrangianMae()).isLessThan(1e-11);
        assertThat(result.motion().hamiltonianMae()).isLessThan(1e-11);
        assertThat(result.law().orElseThrow().forceRelativeRms()).isZero();
        assertThat(result.motion().positionErrors()).hasSize(51).containsOnly(0.0);
        assertThat(result.motion().truth()).hasSize(51);
        assertThat(result.motion().truth().get(50).time()).isEqualTo(5.0);
        assertThat(result.motion().hamiltonianDrift()).isBetween(1e-8, 1e-2); // the integrator's own
    }

    private static final PairPotential FREE = new PairPotential() {
        @Override
        public double energy(double r) {
            return 0;
        }

        @Override
        public double force(double r) {
            return 0;
        }
    };

    /** A law of constant repulsion 2, of which velocity Verlet makes no error. */
    private static LearnedPotential repulsion(Coverage coverage) {
        return LearnedPotential.of(
                SplineForm.withKnots(SplineForm.Coordinate.DISTANCE, 1, 5).at(-2, -2, -2, -2), coverage, false);
    }

    private static final ParticleSystem RESTING = ParticleSystem.equalMasses(2, 1, FREE);
    private static final State APART = new State(0, new double[] {1, 0, 0, -1, 0, 0}, new double[6]);

    @Test
    void errorsAreThoseWorkedOutByHand() {
        // truth: at rest, 2 apart. Learned: each particle moves t^2 outwards, r = 2 + 2 t^2.
        var result = Evaluation.compare(RESTING, repulsion(from(1, 5)), APART, Simulator.of(0.125, 4), 2);
        // frames at t = 0, 1/2, 1; mean over 2 particles and 3 axes: t^2 / 3
        assertThat(result.motion().positionErrors()).containsExactly(0.0, 0.25 / 3, 1.0 / 3);
        assertThat(Math.abs(result.motion().positionMae() - 1.25 / 9)).isLessThan(1e-14); // seen 3e-17
        assertThat(result.motion().momentumMae()).isZero();
        assertThat(result.motion().angularMomentumMae()).isZero();
        // V is aligned over distances 1 to 5, mean 3: V = -2 (r - 3), so H = 2 and L = 4 t^2 - V = 8 t^2 - 2
        assertThat(Math.abs(result.motion().hamiltonianMae() - 2)).isLessThan(1e-3); // seen 6e-5: the histogram's bins
        assertThat(Math.abs(result.motion().lagrangianMae() - (2 + 0 + 6) / 3.0))
                .isLessThan(1e-3); // seen 2e-5
        assertThat(result.motion().hamiltonianDrift()).isLessThan(1e-14); // seen 0
        assertThat(result.pairsOutsideCoverage()).isZero();
        assertThat(result.motion().truth().get(1).momentum()).isEqualTo(new Observables.Vector(0, 0, 0));
    }

    @Test
    void withoutATrueLawBothMotionsAreSeenThroughTheLearnedOne() {
        var observed = Simulator.of(0.125, 4).run(RESTING, APART, 2);
        var result =
                Evaluation.against(observed, RESTING, repulsion(from(1, 5)), Simulator.of(0.125, 4), Optional.empty());
        assertThat(result.law()).isEmpty();
        // V(2) stays for the truth, falls by 4 t^2 for the learned motion, whose H is the same at all times
        assertThat(result.motion().hamiltonianMae()).isLessThan(1e-14); // seen 0
        assertThat(Math.abs(result.motion().lagrangianMae() - (0 + 2 + 8) / 3.0))
                .isLessThan(1e-13); // seen 0
    }

    @Test
    void momentaAreAveragedOverAxes() {
        var a = new Observables.Vector(1, 2, 3);
        assertThat(a.meanAbsoluteDifference(new Observables.Vector(1, 0, 4))).isEqualTo(1.0);
    }

    @Test
    void pairsOutsideTheCoverageAreCounted() {
        // at rest at distances 1, 2 and 3; seen before: 1.5 to 2.5
        var line = new State(0, new double[] {0, 0, 0, 1, 0, 0, 3, 0, 0}, new double[9]);
        var three = ParticleSystem.equalMasses(3, 1, FREE);
        var result = Evaluation.compare(three, repulsion(from(1.5, 2.5)), line, Simulator.of(0.01, 1), 4);
        assertThat(result.pairsOutsideCoverage()).isEqualTo(2.0 / 3);
        var cut = Evaluation.compare(
                three.in(Box.open(), 2.5), repulsion(from(1.5, 2.5)), line, Simulator.of(0.01, 1), 4);
        assertThat(cut.pairsOutsideCoverage()).isEqualTo(0.5); // the pair at 3 does not interact
    }

    @Test
    void energiesOfFarBandsAreAlignedOnTheirOwn() {
        var gravity = ReferenceSystem.GRAVITY;
        var distances = DoubleStream.concat(
                        DoubleStream.iterate(0.5, r -> r + 0.01).limit(160),
                        DoubleStream.iterate(7.5, r -> r + 0.01).limit(500))
                .toArray();
        var coverage = Coverage.of(distances, distances.length);
        var learned = LearnedPotential.of(gravity.law(), coverage, false);
        var truth = gravity.system(4).with(new PairPotential() {
            @Override
            public double energy(double r) {
                return gravity.law().energy(r) + (r < 5 ? 0 : 10);
            }

            @Override
            public double force(double r) {
                return gravity.law().force(r);
            }
        });
        var result = Evaluation.compare(truth, learned, gravity.start(), Simulator.of(0.01, 10), 20);
        assertThat(result.motion().hamiltonianMae()).isLessThan(1e-10); // seen 1.4e-12
    }

    @Test
    void framesThatAreNotOneStrideApartAreRefused() {
        var observed = Simulator.of(0.125, 4).run(RESTING, APART, 2);
        assertThatThrownBy(() -> Evaluation.against(
                        observed, RESTING, repulsion(from(1, 5)), Simulator.of(0.125, 5), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.5 apart")
                .hasMessageContaining("0.625");
    }
}
