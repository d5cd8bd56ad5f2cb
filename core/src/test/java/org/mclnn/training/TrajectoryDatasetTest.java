package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Forms;
import org.mclnn.training.TrajectoryDataset.Sampling;

/** Windows: different, reproducible, never shared with validation; and runs that cannot serve. */
class TrajectoryDatasetTest {
    /** Two particles; the first one's x is the number of the frame, so that a window tells where it was cut. */
    private static Trajectory counted(int frames) {
        var run = Trajectory.of(2).masses(1, 1).stepsPerFrame(10);
        for (int k = 0; k < frames; k++) {
            run.frame(0.1 * k, new double[] {k, 0, 0, -1, 0.01 * k, 0}, new double[] {10, 0, 0, 0, 0.1, 0});
        }
        return run.build();
    }

    private static List<Integer> offsets(Windows windows) {
        var offsets = new ArrayList<Integer>();
        for (int w = 0; w < windows.count(); w++) {
            offsets.add((int) windows.at(w, 0)[0]);
            for (int f = 0; f < windows.frames(); f++) {
                assertThat(windows.at(w, f)[0]).isEqualTo(windows.at(w, 0)[0] + f);
            }
        }
        return offsets;
    }

    private static Sampling sampling(int frames) {
        return new Sampling(OptionalInt.of(20), frames, OptionalDouble.empty(), OptionalInt.empty(), 0.0, false, 100);
    }

    @Test
    void windowsAreDifferentAndValidationNeverTouchesATrainingFrame() {
        for (int frames : new int[] {60, 100, 1000}) {
            var data = TrajectoryDataset.windows(counted(frames), 40, 20, 5);
            var training = offsets(data.training());
            var held = offsets(data.validation().orElseThrow());
            assertThat(training).doesNotHaveDuplicates();
            assertThat(held).doesNotHaveDuplicates();
            int lastTrained = training.stream().mapToInt(k -> k + 19).max().orElseThrow();
            assertThat(held).allMatch(k -> k > lastTrained && k + 20 <= frames);
            assertThat(held.size()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void seedsReproduceAndDiffer() {
        var first = offsets(TrajectoryDataset.windows(counted(500), 30, 20, 1).training());
        assertThat(offsets(TrajectoryDataset.windows(counted(500), 30, 20, 1).training()))
                .isEqualTo(first);
        assertThat(offsets(TrajectoryDataset.windows(counted(500), 30, 20, 2).training()))
                .isNotEqualTo(first);
        // the same on every machine and every Java
        assertThat(offsets(TrajectoryDataset.windows(counted(500), 5, 20, 100).training()))
                .containsExactly(9, 91, 250, 58, 51);
    }

    @Test
    void offsetsReachBothEndsOfTheTrainingPart() {
        Set<Integer> all = new TreeSet<>(
                offsets(TrajectoryDataset.windows(counted(100), 1000, 20, 1).training()));
        assertThat(all).hasSize(61).contains(0, 60); // 80 frames to train on
    }

    @Test
    void whatWasAssumedIsSaid() {
        assertThat(TrajectoryDataset.windows(counted(100), 50, 20, 1).notes()).isEmpty();
        assertThat(TrajectoryDataset.windows(counted(100), 100, 20, 1).notes())
                .containsExactly("the run has 61 different windows of 20 frames; all are used");
        assertThat(TrajectoryDataset.windows(counted(30), 5, 20, 1).notes())
                .containsExactly("the run is too short to keep a part for validation");
        var bare = Trajectory.of(2).species(List.of("H", "O"));
        for (int k = 0; k < 100; k++) {
            bare.frame(0.1 * k, new double[] {k, 0, 0, -1, 0, 0});
        }
        assertThat(TrajectoryDataset.windows(bare.build(), 5, 20, 1).notes())
                .containsExactly(
                        "the run has 4 separate windows of 20 frames; all are used",
                        "the file has no velocities: each window's start is found together with the law",
                        "the file has 2 species; one law for all pairs is fitted",
                        "the file has no masses: all are 1, so what is learned is V/m");
    }

    @Test
    void windowsAreAsManyAsTellSomething() {
        var gas = Problems.gas(400);
        var data = TrajectoryDataset.windows(
                gas,
                new Sampling(OptionalInt.empty(), 300, OptionalDouble.empty(), OptionalInt.empty(), 2.0, false, 1));
        assertThat(data.training().count()).isBetween(10, 99);
        assertThat(data.notes().get(0))
                .contains("windows are used: with so many pairs in each they tell as much as 100");
    }

    @Test
    void velocitiesAtTheStartOfAWindowAreTheRuns() {
        var data = TrajectoryDataset.windows(counted(100), 5, 20, 1);
        assertThat(data.training().velocity(3)).containsExactly(10, 0, 0, 0, 0.1, 0);
    }

    @Test
    void stepAndStrideComeFromTheRunUnlessAsked() {
        assertThat(TrajectoryDataset.windows(counted(100), sampling(20))
                        .mechanics()
                        .stride())
                .isEqualTo(10);
        assertThat(TrajectoryDataset.windows(counted(100), sampling(20))
                        .mechanics()
                        .dt())
                .isEqualTo(0.01);
        var byStride = new Sampling(OptionalInt.of(5), 20, OptionalDouble.empty(), OptionalInt.of(5), 0.0, false, 1);
        assertThat(TrajectoryDataset.windows(counted(100), byStride).mechanics().dt())
                .isEqualTo(0.02);
        var byStep = new Sampling(OptionalInt.of(5), 20, OptionalDouble.of(0.005), OptionalInt.empty(), 0.0, false, 1);
        assertThat(TrajectoryDataset.windows(counted(100), byStep).mechanics().stride())
                .isEqualTo(20);
        var wrong = new Sampling(OptionalInt.of(5), 20, OptionalDouble.of(0.03), OptionalInt.empty(), 0.0, false, 1);
        assertThatThrownBy(() -> TrajectoryDataset.windows(counted(100), wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not --dt 0.03")
                .hasMessageContaining("Give a --dt that divides the interval");
    }

    @Test
    void runsThatCannotServeAreRefusedWithTheRemedy() {
        var alone =
                Trajectory.of(1).frame(0, new double[3]).frame(1, new double[3]).build();
        assertRefused(alone, sampling(3), "the run has 1 particle: a law between pairs needs at least 2");
        assertRefused(counted(2), sampling(3), "the run has 2 frames: a law needs at least 3 to see an acceleration");
        assertRefused(counted(10), sampling(20), "the run has 10 frames, a window 20: use at most --frames 10");
        assertRefused(counted(30), cutoff(-2), "the cut-off must be positive, was -2.0");
        assertRefused(counted(30), cutoff(0.5), "no pair distance was seen within the cut-off 0.5: use a larger one");
    }

    private static Sampling cutoff(double value) {
        return new Sampling(OptionalInt.of(5), 20, OptionalDouble.empty(), OptionalInt.empty(), value, false, 1);
    }

    @Test
    void aPeriodicRunNeedsACutoffOfAtMostHalfTheBox() {
        assertRefused(
                Problems.gas(40), cutoff(0), "needs a cut-off (--cutoff) of at most half its shortest period, 2.2");
        assertRefused(Problems.gas(40), cutoff(2.3), "cut-off 2.3 is beyond half the shortest period of the box, 2.2");
    }

    @Test
    void massesOfNothingAndPositionsThatNeverMoveAreRefused() {
        var massless = Trajectory.of(2).masses(1, 0);
        var still = Trajectory.of(2);
        var together = Trajectory.of(2);
        for (int k = 0; k < 30; k++) {
            massless.frame(k, new double[] {k, 0, 0, -1, 0, 0});
            still.frame(k, new double[] {1.5, 0, 0, 0, 0, 0});
            together.frame(k, new double[] {k + 1.5, 0, 0, k, 0, 0});
        }
        assertRefused(massless.build(), sampling(20), "the mass of particle 1 must be positive, was 0.0");
        assertRefused(still.build(), sampling(20), "no particle moves in the training windows");
        assertRefused(
                together.build(), sampling(20), "every pair distance seen is 1.5: a law needs distances that vary");
    }

    @Test
    void aFormulaNeedsAsManyCoordinatesAsUnknowns() {
        var bare = Problems.positionsOnly(Problems.run(ReferenceSystem.LINEAR, 40));
        var data = TrajectoryDataset.windows(bare, 1, 3, 100); // 18 coordinates, of which 12 are for the start
        data.checkDetermines(new FormChoice.Closed(Forms.closed("powers:0..5")));
        data.checkDetermines(new FormChoice.Network(List.of(10, 10)));
        data.checkDetermines(new FormChoice.Spline());
        assertThatThrownBy(() -> data.checkDetermines(new FormChoice.Closed(Forms.closed("powers:0..6"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the windows hold 18 coordinates to compare, fewer than 12 unknowns of their"
                        + " starts and 7 parameters of powers:0..6");
    }

    private static void assertRefused(Trajectory run, Sampling sampling, String message) {
        assertThatThrownBy(() -> TrajectoryDataset.windows(run, sampling))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void coincidentParticlesAndOnesThatAreNeverSeenAreNamed() {
        var touching = Trajectory.of(2);
        for (int k = 0; k < 20; k++) {
            touching.frame(k, new double[] {k, 0, 0, 7, 0, 0});
        }
        assertRefused(
                touching.build(),
                sampling(20),
                "in frame 7 (time 7.0) particles 0 and 1 are 0.0 apart: a force between them has no direction");
        var unseen = Trajectory.of(2);
        for (int k = 0; k < 20; k++) {
            double x = k == 7 ? -1 : Double.NaN;
            unseen.frame(k, new double[] {k, 0, 0, x, x, x});
        }
        assertRefused(
                unseen.build(),
                sampling(20),
                "in no window every particle is seen twice: particle 1 is seen 1 times in frames 0 to 19");
    }

    /** Two particles on the x axis at given distances. */
    private static Trajectory apart(double... distances) {
        var run = Trajectory.of(2).masses(1, 1);
        for (int k = 0; k < distances.length; k++) {
            run.frame(k, new double[] {0, 0, 0, distances[k], 0, 0});
        }
        return run.build();
    }

    private static int bands(double... distances) {
        return TrajectoryDataset.windows(apart(distances), sampling(distances.length))
                .coverage()
                .bands()
                .size();
    }

    @Test
    void bandsAreJoinedByAPairThatMovesAcrossAndNotByWrongRows() {
        assertThat(bands(1.0, 1.1, 1.2, 2.0, 3.0, 3.1))
                .as("fast for two frames")
                .isEqualTo(1);
        assertThat(bands(4.0, 3.0, 1.5, 3.0, 4.0)).as("in and out again").isEqualTo(1);
        assertThat(bands(1.0, 1.05, 1.1, 6.0, 1.1, 1.05, 1.0))
                .as("one wrong row")
                .isEqualTo(2);
        assertThat(bands(1.0, 1.05, 1.1, 6.0, 6.01, 1.1, 1.05))
                .as("two wrong rows")
                .isEqualTo(2);
        assertThat(bands(1.0, 1.05, 1.1, 6.0, 6.05, 6.1))
                .as("elsewhere from then on")
                .isEqualTo(2);
    }

    @Test
    void samplingRefusesImpossibleNumbersByName() {
        assertThatThrownBy(() -> sampling(2)).hasMessage("the number of frames per window must be at least 3, was 2");
        assertThatThrownBy(() -> TrajectoryDataset.windows(counted(50), 0, 20, 1))
                .hasMessage("the number of windows must be at least 1, was 0");
    }

    @Test
    void perturbedStartsAreMovedByTheJitterAndStayInThePlane() {
        var springs = ReferenceSystem.LINEAR;
        var data = TrajectoryDataset.perturbed(
                springs.system(3), springs.start(), 0.05, 50, 20, Simulator.of(0.01, 10), 9);
        assertThat(data.training().count()).isEqualTo(50);
        assertThat(data.training().frames()).isEqualTo(20);
        assertThat(data.validation().orElseThrow().count()).isEqualTo(10);
        double square = 0.0;
        for (int w = 0; w < 50; w++) {
            var q = data.training().at(w, 0);
            var v = data.training().velocity(w);
            for (int c = 0; c < 9; c++) {
                double q0 = springs.start().positions()[c];
                if (c % 3 == 2) {
                    assertThat(q[c]).isZero();
                    assertThat(v[c]).isZero();
                } else {
                    assertThat(q[c]).isNotEqualTo(q0);
                    square += (q[c] - q0) * (q[c] - q0) / 300;
                }
            }
        }
        assertThat(Math.abs(Math.sqrt(square) / 0.05 - 1))
                .isLessThan(0.5); // seen 0.05: of 300 numbers, standard error 0.04
        var again = TrajectoryDataset.perturbed(
                springs.system(3), springs.start(), 0.05, 50, 20, Simulator.of(0.01, 10), 9);
        assertThat(again.training().at(49, 19)).containsExactly(data.training().at(49, 19));
        assertThatThrownBy(() -> TrajectoryDataset.perturbed(
                        springs.system(3), springs.start(), 0, 5, 20, Simulator.of(0.01, 10), 9))
                .hasMessage("jitter must be positive, was 0.0");
    }

    @Test
    void windowsKeepTheirOwnCopies() {
        var positions = new double[][][] {{{0, 0, 0, 1, 0, 0}, {0, 0, 0, 2, 0, 0}}};
        var velocities = new double[][] {{1, 1, 1, 1, 1, 1}};
        var windows = new Windows(positions, velocities);
        positions[0][0][0] = 99;
        positions[0][1][3] = 99;
        velocities[0][0] = 99;
        assertThat(windows.at(0, 0)).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(windows.at(0, 1)).containsExactly(0, 0, 0, 2, 0, 0);
        assertThat(windows.velocity(0)).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(windows.meanSquaredDisplacement()).isEqualTo(0.5);
        assertThat(new Mechanics(new double[] {1, 1}, Box.open(), 0, 0.01, 10).masses())
                .containsExactly(1, 1);
    }
}
