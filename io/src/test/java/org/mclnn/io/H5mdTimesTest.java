package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.Trajectory;

/** Steps and times of H5MD files: one by one, or as an increment with an offset, of positions and of velocities. */
class H5mdTimesTest {
    private static final ReadOptions HALF = ReadOptions.timePerStep(0.5);

    @TempDir
    Path folder;

    /** A file of three frames. */
    private Path file(Consumer<WritableGroup> position) {
        return H5mdFiles.file(folder, all -> position.accept(H5mdFiles.element(all, "position", H5mdFiles.moving(3))));
    }

    private static double[] times(Trajectory run) {
        return IntStream.range(0, run.frames()).mapToDouble(run::time).toArray();
    }

    @Test
    void withoutTimesAStepIsACountOfSteps() throws Exception {
        var even = TrajectoryFiles.read(file(p -> p.putDataset("step", new long[] {20, 30, 40})), HALF);
        assertThat(times(even)).containsExactly(10, 15, 20);
        assertThat(even.stepsPerFrame()).isEqualTo(10);
        var gap = TrajectoryFiles.read(file(p -> p.putDataset("step", new long[] {0, 10, 530})), HALF);
        assertThat(times(gap)).containsExactly(0, 5, 265);
        assertThat(gap.stepsPerFrame()).isZero();
    }

    @Test
    void anIncrementHasAnOffset() throws Exception {
        var plain = TrajectoryFiles.read(file(p -> p.putDataset("step", 10)), HALF);
        assertThat(times(plain)).containsExactly(0, 5, 10);
        assertThat(plain.stepsPerFrame()).isEqualTo(10);
        var later = file(p -> p.putDataset("step", 10).putAttribute("offset", 100));
        assertThat(times(TrajectoryFiles.read(later, HALF))).containsExactly(50, 55, 60);
        var timed = file(p -> {
            p.putDataset("step", 10).putAttribute("offset", 100);
            p.putDataset("time", 0.25).putAttribute("offset", 2.0);
        });
        assertThat(times(TrajectoryFiles.read(timed, HALF))).containsExactly(2, 2.25, 2.5);
    }

    @Test
    void stepsThatFollowEachOtherNumberFrames() throws Exception {
        var file = file(p -> p.putDataset("step", new int[] {4, 5, 6}));
        var filmed = TrajectoryFiles.read(file, ReadOptions.defaults().withTimePerFrame(0.25));
        assertThat(times(filmed)).containsExactly(1, 1.25, 1.5);
        assertThat(filmed.stepsPerFrame()).isZero();
        assertThat(times(TrajectoryFiles.read(file, HALF))).containsExactly(2, 2.5, 3);
        assertThat(times(TrajectoryFiles.read(file, new ReadOptions(OptionalDouble.of(0.5), 4, true))))
                .containsExactly(8, 10, 12);
        assertThat(times(TrajectoryFiles.read(file(p -> {}), HALF))).containsExactly(0, 0.5, 1);
    }

    @Test
    void stepsOfAnIntegratorAreNoFrames() {
        var file = file(p -> p.putDataset("step", new int[] {0, 10, 20}));
        assertThat(Refusal.of(file, HALF.withTimePerFrame(0.25)))
                .hasMessageContaining("position/step counts integrator steps, not frames, but frames per second")
                .hasMessageContaining("Leave --fps out");
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining("Store position/time too, or give the time of a step with --dt")
                .message()
                .doesNotContain("--fps");
    }

    @Test
    void eachFrameHasItsStep() {
        assertThat(Refusal.of(file(p -> p.putDataset("step", new int[] {0, 10})), HALF))
                .hasMessageContaining("position/step has 2 entries for 3 frames");
        assertThat(Refusal.of(file(p -> p.putDataset("step", new int[] {0, 10, 10})), HALF))
                .hasMessageContaining("the time of frame 2 is 5.0, that of the frame before 5.0");
    }

    /** Velocities of three frames at steps and times of their own. */
    private Path velocities(Consumer<WritableGroup> position, Consumer<WritableGroup> velocity) {
        return H5mdFiles.file(folder, all -> {
            position.accept(H5mdFiles.element(all, "position", H5mdFiles.moving(3)));
            velocity.accept(H5mdFiles.element(all, "velocity", H5mdFiles.moving(3)));
        });
    }

    private static Consumer<WritableGroup> sampled(int step, double time) {
        return p -> {
            p.putDataset("step", new int[] {0, step, 2 * step});
            p.putDataset("time", new double[] {0, time, 2 * time});
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0.1, the step of frame 1 is 2.0 for velocity and 1.0",
        "1, 0.2, the time of frame 1 is 0.2 for velocity and 0.1"
    })
    void velocitiesOfOtherMomentsAreRefused(int step, double time, String what) throws Exception {
        var file = velocities(sampled(1, 0.1), sampled(step, time));
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining("velocity and position are of different moments: " + what)
                .hasMessageContaining("--positions-only");
        var read = TrajectoryFiles.read(file, new ReadOptions(OptionalDouble.empty(), 1, false));
        assertThat(read.hasVelocities()).isFalse();
        assertThat(times(read)).containsExactly(0, 0.1, 0.2);
    }

    @Test
    void velocitiesOfTheSameMomentsAreReadHoweverTheseAreStored() throws Exception {
        for (var velocity : List.<Consumer<WritableGroup>>of(
                p -> {}, sampled(10, 0.1), p -> p.putDataset("time", 0.1), p -> p.putDataset("step", 10))) {
            var read = TrajectoryFiles.read(velocities(sampled(10, 0.1), velocity), ReadOptions.defaults());
            assertThat(read.velocities(2)).containsExactly(0, 0, 0, 2, 0, 0);
        }
    }

    @Test
    void velocitiesThatCannotBeComparedAreRefused() {
        var file = velocities(p -> p.putDataset("step", 10), p -> p.putDataset("time", 0.1));
        assertThat(Refusal.of(file, HALF))
                .hasMessageContaining(
                        "velocity and position cannot be compared: one has times and the other one has not");
    }

    @Test
    void velocitiesAreStoredFrameByFrame() {
        var file = H5mdFiles.file(folder, all -> {
            H5mdFiles.timed(all, "position", H5mdFiles.moving(3), 0, 1, 2);
            all.putDataset("velocity", H5mdFiles.moving(3));
        });
        assertThat(Refusal.of(file, HALF)).hasMessageContaining("velocity is not stored frame by frame");
    }
}
