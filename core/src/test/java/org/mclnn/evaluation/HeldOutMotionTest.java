package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.Harmonic;
import org.mclnn.training.Mechanics;
import org.mclnn.training.StartFit;

/** Motion on its own beside what was observed, from a start that is observed or found; what it keeps. */
class HeldOutMotionTest {
    private static final ReferenceSystem SPRINGS = ReferenceSystem.LINEAR;
    private static final Coverage SEEN = Coverage.of(new double[] {0.7, 0.75, 0.8, 0.85, 0.9, 1.2, 1.85}, 7)
            .joined(new boolean[] {true, true, true});
    private static final Mechanics MECHANICS = new Mechanics(new double[] {1, 1, 1}, Box.open(), 0.0, 0.01, 10);

    private static Trajectory run(double dt, int stride, int frames) {
        return Simulator.of(dt, stride).run(SPRINGS.system(3), SPRINGS.start(), frames);
    }

    private static Trajectory withoutVelocities(Trajectory run, int missing) {
        var bare = Trajectory.of(3).stepsPerFrame(run.stepsPerFrame());
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            if (missing > 0 && k % missing == 0) {
                Arrays.fill(q, 3, 6, Double.NaN);
            }
            bare.frame(run.time(k), q);
        }
        return bare.build();
    }

    @Test
    void theTrueLawFollowsFromTheObservedStart() {
        var observed = run(0.01, 10, 200).slice(50, 201);
        var motion = HeldOutMotion.of(observed, SPRINGS.system(3), observed.state(0), Simulator.of(0.01, 10), SEEN, 1);
        assertThat(motion.errors()).hasSize(151);
        assertThat(motion.times().get(150)).isCloseTo(15.0, within(1e-12));
        assertThat(motion.errors().stream().mapToDouble(x -> x).max().orElseThrow())
                .isLessThan(1e-13); // seen 0: the same steps
        assertThat(motion.displacements().get(10)).isGreaterThan(0.01);
        assertThat(motion.displacements().get(0)).isZero();
        assertThat(motion.outside()).isZero();
        var seldom = HeldOutMotion.of(observed, SPRINGS.system(3), observed.state(0), Simulator.of(0.01, 10), SEEN, 7);
        assertThat(seldom.errors()).hasSize(22);
        assertThat(seldom.times().get(21)).isEqualTo(motion.times().get(147));
        assertThat(seldom.displacements().get(21))
                .isEqualTo(motion.displacements().get(147));
    }

    @Test
    void theStartIsFoundFromPositionsWithGaps() {
        var run = run(0.01, 10, 200);
        var observed = withoutVelocities(run, 3).slice(60, 161);
        var start = StartFit.of(observed, 0, 20, MECHANICS, Harmonic.of(1, 1), 2);
        for (int c = 0; c < 9; c++) {
            assertThat(start.positions()[c]).isCloseTo(run.positions(60)[c], within(1e-13)); // seen 6e-17
            assertThat(start.velocities()[c]).isCloseTo(run.velocities(60)[c], within(1e-13)); // seen 1e-16
        }
        assertThat(start.time()).isEqualTo(run.time(60));
        var motion = HeldOutMotion.of(observed, SPRINGS.system(3), start, Simulator.of(0.01, 10), SEEN, 1);
        assertThat(motion.errors().stream().mapToDouble(x -> x).max().orElseThrow())
                .isLessThan(1e-13); // seen 6e-16
        assertThatThrownBy(() -> StartFit.of(observed, 99, 20, MECHANICS, Harmonic.of(1, 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3 frames, was 2");
    }

    @Test
    void aWrongLawGoesAstray() {
        var observed = run(0.01, 10, 200).slice(50, 201);
        var wrong = SPRINGS.system(3).with(Harmonic.of(1.1, 1));
        var motion = HeldOutMotion.of(observed, wrong, observed.state(0), Simulator.of(0.01, 10), SEEN, 1);
        assertThat(motion.errors().get(100)).isGreaterThan(0.005); // seen 0.077
        assertThatThrownBy(() -> HeldOutMotion.of(observed, wrong, observed.state(0), Simulator.of(0.01, 5), SEEN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frame by frame they cannot be compared");
    }

    @Test
    void momentaAreKeptToRoundingAndTheEnergyToTheSquareOfTheStep() {
        var coarse = Conservation.of(run(0.02, 5, 1000), SPRINGS.system(3));
        var fine = Conservation.of(run(0.01, 10, 1000), SPRINGS.system(3));
        double ratio = most(coarse.energy()) / most(fine.energy());
        assertThat(ratio).isCloseTo(4.0, within(0.01)); // seen 4.0002
        assertThat(most(fine.momentum())).isLessThan(1e-13); // seen 3e-15
        assertThat(most(fine.angularMomentum())).isLessThan(1e-13); // seen 9e-15
        assertThat(fine.times()).hasSize(1001);
        assertThat(fine.energy().get(0)).isZero();
    }

    /** A boost changes energy and momenta, and not how well the angular momentum about the centre is kept. */
    @Test
    void whatIsLostIsSeenWhateverMoves() {
        var system = SPRINGS.system(3);
        var moving = Trajectory.of(3).masses(1, 1, 1);
        var still = Trajectory.of(3).masses(1, 1, 1);
        var run = run(0.01, 10, 100);
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            var v = run.velocities(k);
            v[0] += 1e-3 * k; // pushed from outside
            still.frame(run.time(k), q, v);
            for (int c = 0; c < 9; c += 3) {
                q[c] += 5.0 * run.time(k);
                v[c] += 5.0;
            }
            moving.frame(run.time(k), q, v);
        }
        var kept = Conservation.of(still.build(), system);
        assertThat(most(kept.momentum())).isGreaterThan(1e-2);
        assertThat(kept.energy().get(100)).isGreaterThan(1e-3);
        var boosted = Conservation.of(moving.build(), system);
        for (int k = 0; k <= 100; k += 20) {
            assertThat(boosted.angularMomentum().get(k))
                    .isCloseTo(kept.angularMomentum().get(k), within(1e-12)); // seen 1e-15
        }
        var rest = Trajectory.of(3).masses(1, 1, 1);
        rest.frame(0, new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, new double[9]);
        var nothing = Conservation.of(rest.build(), system);
        assertThat(nothing.energy()).containsExactly(0.0);
        assertThat(nothing.angularMomentum()).containsExactly(0.0);
    }

    private static double most(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
