package org.mclnn.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(123);

    private ProgressLine line(boolean redraw, boolean quiet) {
        return line(redraw, quiet, 100);
    }

    private ProgressLine line(boolean redraw, boolean quiet, int columns) {
        return new ProgressLine(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                new ProgressLine.Look(redraw, quiet, columns, true),
                "training",
                "it",
                1000,
                nanos::get);
    }

    private void run(ProgressLine line, int seconds, int perSecond) {
        for (int s = 1; s <= seconds; s++) {
            nanos.addAndGet(1_000_000_000L);
            line.update((long) s * perSecond, 1e-3 / s);
        }
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aShortJobShowsNothing() {
        try (var line = line(true, false)) {
            run(line, 1, 500);
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void aTerminalSeesOneLineThatIsRedrawnAndTakenAway() {
        try (var line = line(true, false)) {
            run(line, 5, 100);
        }
        assertThat(shown()).doesNotContain("\n").endsWith("\r\033[K");
        assertThat(shown())
                .contains("training   50 % █████████           500/1000 it   loss 2.00e-04   100 it/s   ETA 5 s");
    }

    @Test
    void phasesOfOneJobShareTheTimeBetweenLinesButNotTheCount() {
        try (var line = line(false, false)) {
            run(line, 6, 10);
            line.next("refining", 100);
            run(line, 6, 5);
        }
        assertThat(shown())
                .isEqualToNormalizingNewlines("refining   20 %  20/100 it   loss 2.50e-04   5.0 it/s   ETA 16 s\n");
    }

    @Test
    void aLogGetsALineEveryTenSeconds() {
        try (var line = line(false, false)) {
            run(line, 35, 10);
        }
        assertThat(shown().lines())
                .containsExactly(
                        "training   10 %  100/1000 it   loss 1.00e-04   10.0 it/s   ETA 1 min 30 s",
                        "training   20 %  200/1000 it   loss 5.00e-05   10.0 it/s   ETA 1 min 20 s",
                        "training   30 %  300/1000 it   loss 3.33e-05   10.0 it/s   ETA 1 min 10 s");
    }

    @Test
    void quietIsQuiet() {
        try (var line = line(true, true)) {
            run(line, 60, 10);
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void theRateIsThatOfTheLastThirtySeconds() {
        var line = line(false, false);
        run(line, 10, 2);
        for (int s = 1; s <= 40; s++) {
            nanos.addAndGet(1_000_000_000L);
            line.update(20 + s * 20L, "");
        }
        line.close();
        assertThat(shown().lines().toList().get(4)).contains("820/1000 it   20.0 it/s   ETA 9 s");
    }

    @Test
    void aNarrowTerminalIsNotOverrun() {
        try (var line = line(true, false, 40)) {
            run(line, 5, 100);
        }
        for (var drawn : shown().split("\r", -1)) {
            assertThat(drawn.replace("\033[K", "").length()).isLessThan(40);
        }
    }

    @Test
    void aSparklineGoesDownWithTheLoss() {
        assertThat(ProgressLine.sparkline(new double[] {0, -1, -2, -3, -4, -5, -6, -7}))
                .isEqualTo("█▇▆▅▄▃▂▁");
        assertThat(ProgressLine.sparkline(new double[] {1, 1})).isEqualTo("▁▁");
        assertThat(ProgressLine.sparkline(new double[] {0, Double.NaN, -7})).isEqualTo("█ ▁");
        assertThat(ProgressLine.sparkline(new double[1000])).hasSize(40);
        assertThat(ProgressLine.sparkline(new double[0])).isEmpty();
    }

    @Test
    void timesAreReadable() {
        assertThat(ProgressLine.duration(0.25)).isEqualTo("0.3 s");
        assertThat(ProgressLine.duration(8.2)).isEqualTo("8 s");
        assertThat(ProgressLine.duration(200)).isEqualTo("3 min 20 s");
        assertThat(ProgressLine.duration(7500)).isEqualTo("2 h 05 min");
    }
}
