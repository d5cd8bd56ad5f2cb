package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/** Times, gaps and repeated frames, against numbers known beforehand. */
class TimesTest {
    private static Trajectory times(int frames, IntToDoubleFunction time) {
        var run = Trajectory.of(2).dimensions(1);
        for (int k = 0; k < frames; k++) {
            run.frame(time.applyAsDouble(k), new double[] {0.3 * k, 0, 0, 1 + 0.2 * k * k, 0, 0});
        }
        return run.build();
    }

    @Test
    void anEvenClockHasNoJitterWhereverItBegins() {
        for (double begin : new double[] {0.0, -3.0, 1e6}) {
            var found = Regularity.of(times(500, k -> begin + 0.1 * k));
            assertThat(found.interval()).isCloseTo(0.1, Offset.offset(1e-9));
            assertThat(found.irregular()).isZero();
            assertThat(found.finding(Units.REDUCED).verdict()).isEqualTo(Verdict.OK);
        }
    }

    @Test
    void framesThatAreLeftOutAreCounted() {
        var found = Regularity.of(times(200, k -> 0.5 * (k + (k > 20 ? 3 : 0) + (k > 70 ? 1 : 0))));
        assertThat(found.missing()).isEqualTo(4);
        assertThat(found.places()).isEqualTo(2);
        assertThat(found.irregular()).isZero();
        assertThat(found.finding(Units.REDUCED).says()).contains("every 0.5", "4 frames missing in 2 places");
    }

    @Test
    void jitterIsMeasuredWhereItIs() {
        // frame 60 is late by a quarter of the interval
        var found = Regularity.of(times(200, k -> 0.2 * k + (k == 60 ? 0.05 : 0.0)));
        assertThat(found.jitterMax()).isCloseTo(0.25, Offset.offset(1e-9));
        assertThat(found.jitterRms()).isCloseTo(0.25 * Math.sqrt(2.0 / 199), Offset.offset(1e-9));
        assertThat(found.firstIrregular()).isEqualTo(60);
        assertThat(found.lastIrregular()).isEqualTo(61);
        assertThat(found.finding(Units.REDUCED).verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void aCameraWhoseTimesAreRoundedIsToldFromOneThatIsIrregular() {
        var rounded = Regularity.of(times(300, k -> Math.rint(1000 * k / 29.97) / 1000));
        assertThat(rounded.rounding()).isEqualTo(0.001);
        assertThat(1 / rounded.interval()).isCloseTo(29.97, Offset.offset(0.01)); // seen 29.9700
        assertThat(rounded.finding(new Units("um", "s", "")).says()).contains("rounded to 0.001 s");
        assertThat(rounded.finding(Units.REDUCED).remedy()).contains("--dt 0.0333");
        var random = new SplittableRandom(1);
        var free = Regularity.of(times(300, k -> Math.rint(1000 * (k + 0.4 * random.nextDouble()) / 29.97) / 1000));
        assertThat(free.rounding()).isZero();
        assertThat(free.finding(Units.REDUCED).says()).contains("differ by up to");
    }

    @Test
    void gapsAreCountedAndShortTracksNamed() {
        var run = Runs.changed(Runs.springs(1, 100), (frame, time, q) -> {
            if (frame % 10 == 3) {
                q[0] = q[1] = q[2] = Double.NaN;
            }
            if (frame >= 40) {
                q[6] = q[7] = q[8] = Double.NaN;
            }
        });
        var found = Gaps.of(run);
        assertThat(found.missing()).isEqualTo(70);
        assertThat(found.shortTracks()).containsExactly("2");
        assertThat(found.shortest()).isEqualTo(0.4);
        assertThat(found.finding(Units.REDUCED).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(Gaps.of(Runs.springs(1, 30)).finding(Units.REDUCED).says())
                .isEqualTo("every particle in every frame");
    }

    @Test
    void repeatedFramesAreFoundAndParticlesAtRestAreNone() {
        var run = Runs.springs(2, 200);
        var twice = Trajectory.of(3).dimensions(2);
        for (int k = 0; k < 200; k++) {
            twice.frame(0.1 * k, run.positions(k % 40 == 9 ? k - 1 : k));
        }
        assertThat(Repeats.frames(Runs.whole(twice.build()), 0.0)).containsExactly(9, 49, 89, 129, 169);
        var stops = Runs.paths(2, 100, (time, q) -> {
            q[0] = Math.min(time, 3.0); // both come to rest
            q[3] = 1 - Math.min(time, 3.0);
        });
        assertThat(Repeats.frames(Runs.whole(stops), 0.0)).hasSizeLessThanOrEqualTo(1); // the first still frame
        var pixels = Runs.changed(run, (frame, time, q) -> {
            for (int c = 0; c < q.length; c++) {
                q[c] = Math.rint(10 * q[c]);
            }
        });
        var grid = Resolution.of(Runs.whole(pixels)).grid();
        assertThat(Repeats.frames(Runs.whole(pixels), grid)).isEmpty();
    }
}
