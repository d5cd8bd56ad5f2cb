package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;

class SeveralRunsTest {
    private static final Simulator SIMULATOR = Simulator.of(0.01, 10);

    private static Trajectory run(int frames, long seed) {
        var springs = ReferenceSystem.named("linear");
        return SIMULATOR.run(springs.system(6), springs.startInside(seed), frames - 1);
    }

    private static TrajectoryDataset.Sampling windows(int count) {
        return new TrajectoryDataset.Sampling(
                OptionalInt.of(count), 20, OptionalDouble.empty(), OptionalInt.empty(), 0.0, false, 1);
    }

    private static boolean isIn(Trajectory run, TrajectoryDataset data, int window) {
        for (int k = 0; k + 20 <= run.frames(); k++) {
            if (Arrays.equals(run.positions(k), data.training().at(window, 0))) {
                return Arrays.equals(run.positions(k + 19), data.training().at(window, 19));
            }
        }
        return false;
    }

    @Test
    void everyWindowLiesInOneRunAndAllRunsHaveSome() {
        var a = run(150, 1);
        var b = run(120, 2);
        var data = TrajectoryDataset.windows(List.of(a, b), windows(60));
        int inA = 0;
        int inB = 0;
        for (int w = 0; w < 60; w++) {
            inA += isIn(a, data, w) ? 1 : 0;
            inB += isIn(b, data, w) ? 1 : 0;
        }
        assertThat(inA + inB).isEqualTo(60);
        assertThat(inA).isBetween(15, 45);
        assertThat(data.validation()).isPresent();
        var heldOut = data.heldOut().orElseThrow(); // a fifth of the longer one
        assertThat(heldOut.frames()).isEqualTo(30);
        assertThat(heldOut.positions(0)).isEqualTo(a.positions(120));
        assertThat(TrajectoryDataset.windows(List.of(b, a), windows(60)).heldOut())
                .hasValueSatisfying(part -> assertThat(part.frames()).isEqualTo(30));
    }

    @Test
    void oneRunInAListIsThatRun() {
        var a = run(150, 1);
        var alone = TrajectoryDataset.windows(a, windows(10)).training();
        var listed = TrajectoryDataset.windows(List.of(a), windows(10)).training();
        for (int w = 0; w < 10; w++) {
            assertThat(listed.at(w, 0)).isEqualTo(alone.at(w, 0));
        }
    }

    @Test
    void particlesStandInTheOrderOfTheFirstRun() {
        var a = run(60, 1);
        var b = run(60, 2);
        var straight = TrajectoryDataset.windows(List.of(a, b), windows(20)).training();
        var turned = TrajectoryDataset.windows(List.of(a, b.only(2, 0, 1, 5, 3, 4)), windows(20))
                .training();
        for (int w = 0; w < 20; w++) {
            assertThat(turned.at(w, 19)).isEqualTo(straight.at(w, 19));
        }
    }

    @Test
    void aRunThatIsTooShortIsLeftOutAndSaid() {
        var data = TrajectoryDataset.windows(List.of(run(60, 1), run(10, 2)), windows(5));
        assertThat(data.notes()).contains("1 of 2 runs are left out: shorter than a window of 20 frames");
    }

    @Test
    void runsOfOtherSystemsAreRefused() {
        var a = run(60, 1);
        assertThatThrownBy(() -> TrajectoryDataset.windows(List.of(a, a.only(0, 1)), windows(5)))
                .hasMessageContaining("the first has 6 particles, another one 2");
        assertThatThrownBy(() -> TrajectoryDataset.windows(List.of(a, a.withMasses(1, 1, 1, 1, 1, 2)), windows(5)))
                .hasMessageContaining("another one [1.0, 1.0, 1.0, 1.0, 1.0, 2.0]");
        var boxed = Trajectory.of(6).box(new Box(9, 9, 9)).masses(1, 1, 1, 1, 1, 1);
        for (int k = 0; k < 30; k++) {
            boxed.frame(0.1 * k, a.positions(k), a.velocities(k));
        }
        assertThatThrownBy(() -> TrajectoryDataset.windows(List.of(a, boxed.build()), windows(5)))
                .hasMessageContaining("not of one system: the first has the box");
    }

    @Test
    void runsSampledAtOtherIntervalsAreTakenWithTheirTimes() {
        var springs = ReferenceSystem.named("linear");
        var b = Simulator.of(0.01, 7).run(springs.system(6), springs.startInside(3), 60);
        var data = TrajectoryDataset.windows(List.of(run(60, 1), b), windows(5));
        assertThat(data.training().equallySpaced()).isFalse();
        assertThat(data.notes()).anyMatch(note -> note.contains("not equally spaced"));
    }
}
