package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Hertz;
import org.mclnn.potential.Normal;
import org.mclnn.potential.Units;

/** Broken tracks are found and named; collisions, however hard, are none. */
class JumpsTest {
    private static Jumps jumps(Trajectory run) {
        return TrackBreaks.find(run, Runs.whole(run), 0.0);
    }

    private static void exchange(double[] q, int i, int j) {
        for (int axis = 0; axis < 3; axis++) {
            double swap = q[3 * i + axis];
            q[3 * i + axis] = q[3 * j + axis];
            q[3 * j + axis] = swap;
        }
    }

    @Test
    void aSwapIsNamedWithItsFrame() {
        int found = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var swapped = Runs.changed(Runs.springs(seed, 400), (frame, time, q) -> {
                if (frame >= 211) {
                    exchange(q, 0, 2);
                }
            });
            for (var run : new Trajectory[] {swapped, Runs.noisy(swapped, 0.01, seed)}) {
                var tracks = jumps(run);
                found += tracks.swaps().equals(List.of(new Jumps.Swap(211, "0", "2"))) ? 1 : 0;
                assertThat(tracks.jumps()).isEmpty();
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(36); // of 40; seen 40
    }

    @Test
    void aJumpAndASpikeAreNamed() {
        var jump = jumps(Runs.changed(Runs.springs(1, 300), (frame, time, q) -> q[3] += frame >= 100 ? 0.9 : 0.0));
        assertThat(jump.jumps()).hasSize(1);
        assertThat(jump.jumps().get(0).frame()).isEqualTo(100);
        assertThat(jump.jumps().get(0).particle()).isEqualTo("1");
        assertThat(jump.jumps().get(0).length()).isCloseTo(0.9, Offset.offset(0.02)); // seen 0.8998
        var spike = jumps(Runs.changed(Runs.springs(1, 300), (frame, time, q) -> q[3] += frame == 100 ? 0.9 : 0.0));
        assertThat(spike.jumps()).isEmpty();
        assertThat(spike.spikes()).hasSize(1);
        assertThat(spike.spikes().get(0).frame()).isEqualTo(100);
    }

    @Test
    void severalRunsInOneFileAreNoJumpsOfParticles() {
        var tracks = jumps(Runs.changed(Runs.springs(1, 300), (frame, time, q) -> {
            for (int i = 0; i < 3 && frame >= 100; i++) {
                q[3 * i + i % 2] += i + 1;
            }
        }));
        assertThat(tracks.breaks()).containsExactly(100);
        assertThat(tracks.jumps()).isEmpty();
    }

    @Test
    void coordinatesPutBackIntoABoxTellItsLengths() {
        var tracks = jumps(Runs.changed(Runs.springs(1, 600), (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                q[3 * i] += 0.31 * time;
                q[3 * i] -= 4.0 * Math.floor(q[3 * i] / 4.0);
                q[3 * i + 1] += 0.5 * time;
                q[3 * i + 1] -= 3.0 * Math.floor(q[3 * i + 1] / 3.0);
            }
        }));
        assertThat(tracks.wraps()).isGreaterThan(25);
        assertThat(tracks.periods().get(0)).isCloseTo(4.0, Offset.offset(0.01)); // seen 3.9996
        assertThat(tracks.periods().get(1)).isCloseTo(3.0, Offset.offset(0.01));
        assertThat(tracks.periods().get(2)).isZero();
        assertThat(tracks.jumps()).isEmpty();
    }

    /** In one dimension hard particles exchange their velocities, within a frame, as if they had exchanged their names. */
    @Test
    void hardCollisionsAreNoBreaks() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            var q = new double[15];
            var v = new double[15];
            for (int i = 0; i < 5; i++) {
                q[3 * i] = 2 * i;
                v[3 * i] = Normal.next(random);
            }
            var rods = ParticleSystem.equalMasses(5, 1.0, Hertz.of(500, 1));
            for (int stride : new int[] {10, 100, 500}) { // of 0.001: contacts last 0.1
                var tracks = jumps(Simulator.of(0.001, stride).run(rods, new State(0, q, v), 300));
                assertThat(tracks.swaps())
                        .as("seed %d, stride %d", seed, stride)
                        .isEmpty();
                assertThat(tracks.jumps())
                        .as("seed %d, stride %d", seed, stride)
                        .isEmpty();
                assertThat(tracks.breaks()).isEmpty();
            }
        }
    }

    private static Trajectory pixels(long seed, double scale, double jump) {
        return Runs.changed(Runs.springs(seed, 500), (frame, time, q) -> {
            for (int c = 0; c < q.length; c++) {
                q[c] = Math.rint(scale * q[c]) + (c == 3 && frame >= 100 ? jump : 0.0);
            }
        });
    }

    /** Springs of a few pixels each way: particles rest for frames and step by one or two pixels. */
    @Test
    void stepsOfRoundingAreNoJumps() {
        int taken = 0; // for jumps where rounding is not known
        for (long seed = 1; seed <= 10; seed++) {
            for (double scale : new double[] {0.6, 1, 2, 4, 6}) {
                var run = pixels(seed, scale, 0.0);
                taken += jumps(run).finding(Units.REDUCED).verdict() == Verdict.STOP ? 1 : 0;
                assertThat(TrackBreaks.find(run, Runs.whole(run), 1.0)
                                .finding(Units.REDUCED)
                                .verdict())
                        .as("seed %d, scale %s", seed, scale)
                        .isEqualTo(Verdict.OK);
            }
        }
        assertThat(taken).isPositive();
        var far = pixels(1, 6, 40);
        assertThat(TrackBreaks.find(far, Runs.whole(far), 1.0).jumps())
                .anyMatch(jump -> jump.frame() == 100 && jump.particle().equals("1"));
    }

    @Test
    void wholeNumbersAreAskedForBeforeWhatFollowsFromThem() {
        for (double scale : new double[] {3, 4, 6}) {
            var found = Runs.diagnosis(pixels(1, scale, 0.0));
            assertThat(found.finding(found.doubts().get(0)).says())
                    .as("%s", scale)
                    .contains("positions are whole numbers");
        }
    }
}
