package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Normal;
import org.mclnn.potential.Units;

/** Noise that was put in is found again; where none was, none is. */
class NoiseTest {
    private static NoiseLevel level(Trajectory run) {
        return NoiseLevel.of(Runs.whole(run), Runs.all(run));
    }

    @Test
    void knownNoiseIsRecovered() {
        for (var system : ReferenceSystem.values()) {
            for (double sigma : new double[] {1e-4, 1e-3, 1e-2}) {
                for (long seed = 1; seed <= 5; seed++) {
                    var clean = Runs.changed(Runs.full(system, seed, 600), (frame, time, q) -> {});
                    var found = level(Runs.noisy(clean, sigma, seed));
                    assertThat(found.resolved()).as("%s, %s", system, sigma).isTrue();
                    // of 1800 numbers or more: seen 0.95 to 1.05
                    assertThat(found.sigma() / sigma)
                            .as("%s, %s", system, sigma)
                            .isBetween(0.8, 1.25);
                }
            }
        }
    }

    @Test
    void knownNoiseIsRecoveredWhereFramesAreUneven() {
        var random = new SplittableRandom(3);
        var run = Trajectory.of(2).dimensions(2);
        double time = 0.0;
        for (int k = 0; k < 1000; k++) {
            time += 0.05 + 0.1 * random.nextDouble();
            var q = new double[] {StrictMath.sin(time), StrictMath.cos(time), 0, 2 + StrictMath.cos(1.7 * time), 0, 0};
            for (int c = 0; c < 5; c++) {
                q[c] += c == 2 ? 0.0 : 1e-3 * Normal.next(random);
            }
            run.frame(time, q);
        }
        assertThat(level(run.build()).sigma()).isCloseTo(1e-3, Offset.offset(1.5e-4)); // seen 1.03e-3
    }

    @Test
    void smoothMotionHasNoNoise() {
        for (var system : ReferenceSystem.values()) {
            for (long seed = 1; seed <= 20; seed++) {
                var run = Runs.full(system, seed, 400);
                var found = level(run);
                assertThat(found.resolved()).as("%s %d", system, seed).isFalse();
                assertThat(found.sigma()).isLessThan(1e-5); // seen up to 5e-7
            }
        }
    }

    @Test
    void roundingIsFoundAndNamed() {
        var run = Runs.springs(1, 400);
        for (double grid : new double[] {1.0, 0.12, 1e-3, 1e-6}) {
            double scale = grid == 1.0 ? 100.0 : 1.0; // pixels
            var rounded = Runs.changed(run, (frame, time, q) -> {
                for (int c = 0; c < q.length; c++) {
                    q[c] = grid * Math.rint(scale * q[c] / grid);
                }
            });
            var found = Resolution.of(Runs.whole(rounded));
            assertThat(found.grid()).as("%s", grid).isCloseTo(grid, Offset.offset(1e-9 * grid));
            var noise = Runs.diagnosis(rounded).find(Noise.class).orElseThrow();
            assertThat(noise.sigma() / grid).isBetween(0.2, 0.45); // 1/sqrt(12) = 0.289; seen 0.289 to 0.366
            assertThat(noise.finding(Units.REDUCED).says())
                    .contains(grid == 1.0 ? "whole numbers, pixels perhaps" : "rounded to ");
        }
        var single = Runs.changed(run, (frame, time, q) -> {
            for (int c = 0; c < q.length; c++) {
                q[c] = (float) q[c];
            }
        });
        assertThat(Resolution.of(Runs.whole(single)).digits()).isEqualTo(7);
        assertThat(Resolution.of(Runs.whole(run)).grid()).isZero();
    }

    @Test
    void noiseAsksForStartsThatAreFound() {
        var clean = Runs.full(ReferenceSystem.LINEAR, 1, 400);
        var random = new SplittableRandom(1);
        var noisy = Trajectory.of(3).dimensions(2);
        for (int k = 0; k < clean.frames(); k++) {
            var q = clean.positions(k);
            for (int c = 0; c < 9; c++) {
                q[c] += c % 3 == 2 ? 0.0 : 1e-3 * Normal.next(random);
            }
            noisy.frame(clean.time(k), q, clean.velocities(k));
        }
        assertThat(Runs.diagnosis(noisy.build()).wantsPositionsOnly()).isTrue();
        assertThat(Runs.diagnosis(clean).wantsPositionsOnly()).isFalse();
    }
}
