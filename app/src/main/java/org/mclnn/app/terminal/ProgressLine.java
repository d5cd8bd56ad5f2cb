package org.mclnn.app.terminal;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress of one job on stderr: a bar, the loss, the rate over the last 30 seconds and the time left. On a terminal one line that is
 * redrawn, elsewhere a line every 10 seconds; nothing at all for jobs shorter than 2 seconds. Safe to update from several threads.
 */
public final class ProgressLine implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;
    private static final long SILENT = 2 * SECOND;
    private static final long REDRAW = SECOND / 8;
    private static final long PLAIN = 10 * SECOND;
    private static final long WINDOW = 30 * SECOND;
    private static final int BAR = 18;
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    /**
     * How to show it.
     *
     * @param redraw whether the stream is a terminal whose line can be redrawn
     * @param quiet whether to show nothing
     */
    public record Look(boolean redraw, boolean quiet, int columns, boolean unicode) {}

    private record Sample(long nanos, long done) {}

    private final PrintStream err;
    private final Look look;
    private final String unit;
    private String label;
    private long total;
    private final LongSupplier nanos;
    private final long start;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private long lastShown;
    private boolean onScreen;

    /**
     * @param label what is going on
     * @param unit what is counted, for the rate; empty: only the share is shown
     * @param total how many there will be, or 0 if that is not known
     * @param nanos the clock
     */
    public ProgressLine(PrintStream err, Look look, String label, String unit, long total, LongSupplier nanos) {
        this.err = err;
        this.look = look;
        this.label = label;
        this.unit = unit;
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.lastShown = start;
        samples.add(new Sample(start, 0));
    }

    /** There will now be so many units, 0 if that is not known. */
    public synchronized void expect(long newTotal) {
        total = newTotal;
    }

    /** The next part of the same job: counted from 0, while the time since the last line goes on. */
    public synchronized void next(String newLabel, long newTotal) {
        label = newLabel;
        total = newTotal;
        samples.clear();
        samples.add(new Sample(nanos.getAsLong(), 0));
    }

    /** {@code done} units are done and the loss is this. */
    public void update(long done, double loss) {
        update(done, String.format(Locale.ROOT, "loss %.2e", loss));
    }

    /** {@code done} units are done; detail is shown beside the bar and may be empty. */
    public synchronized void update(long done, String detail) {
        if (look.quiet()) {
            return;
        }
        long now = nanos.getAsLong();
        sample(now, done);
        if (now - start < SILENT || now - lastShown < (look.redraw() ? REDRAW : PLAIN)) {
            return;
        }
        lastShown = now;
        if (look.redraw()) {
            err.print("\r" + fit(line(now, done, detail, true)) + "\033[K");
            onScreen = true;
        } else {
            err.println(line(now, done, detail, false));
        }
        err.flush();
    }

    /** Takes the redrawn line away. */
    @Override
    public synchronized void close() {
        if (onScreen) {
            err.print("\r\033[K");
            err.flush();
            onScreen = false;
        }
    }

    /** Keeps a few samples per second, and one that is at least 30 s old if there is one. */
    private void sample(long now, long done) {
        if (now - samples.getLast().nanos() >= SECOND / 4) {
            samples.add(new Sample(now, done));
        }
        while (samples.size() > 2 && now - secondSample().nanos() >= WINDOW) {
            samples.removeFirst();
        }
    }

    private Sample secondSample() {
        var iterator = samples.iterator();
        iterator.next();
        return iterator.next();
    }

    private String line(long now, long done, String detail, boolean bar) {
        var first = samples.getFirst();
        double seconds = (now - first.nanos()) * 1e-9;
        double rate = seconds > 0 ? (done - first.done()) / seconds : 0;
        var line = new StringBuilder(label).append("  ");
        if (total > 0) {
            double share = Math.min(1.0, (double) done / total);
            line.append(String.format(Locale.ROOT, "%3d %% ", (int) (100 * share)));
            if (bar) {
                line.append(bar(share)).append(' ');
            }
            if (!unit.isEmpty()) {
                line.append(' ')
                        .append(done)
                        .append('/')
                        .append(total)
                        .append(' ')
                        .append(unit);
            }
        } else {
            line.append(done).append(' ').append(unit);
        }
        if (!detail.isEmpty()) {
            line.append("   ").append(detail);
        }
        if (rate > 0) {
            if (!unit.isEmpty()) {
                line.append("   ").append(rate(rate)).append(' ').append(unit).append("/s");
            }
            if (total > done) {
                line.append("   ETA ").append(duration((total - done) / rate));
            }
        }
        return line.toString();
    }

    private String fit(String line) {
        int most = Math.max(20, look.columns() - 1); // a full line would wrap
        return line.length() <= most ? line : line.substring(0, most);
    }

    private String bar(double share) {
        if (!look.unicode()) {
            int full = (int) (share * BAR);
            return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
        }
        int eighths = (int) (share * BAR * 8);
        var bar = "█".repeat(eighths / 8);
        if (eighths % 8 > 0) {
            bar += EIGHTHS.charAt(eighths % 8);
        }
        return bar + " ".repeat(BAR - bar.length());
    }

    private static String rate(double rate) {
        if (rate >= 99.5) {
            return String.format(Locale.ROOT, "%.0f", rate);
        }
        return String.format(Locale.ROOT, rate >= 9.95 ? "%.1f" : "%.2g", rate);
    }

    /** {@code 8 s}, {@code 3 min 20 s}, {@code 2 h 05 min}. */
    public static String duration(double seconds) {
        if (seconds < 0.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        if (s < 3600) {
            return String.format(Locale.ROOT, "%d min %02d s", s / 60, s % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d min", s / 3600, s % 3600 / 60);
    }

    /** The course of a loss in at most {@code width} characters; what is not finite is a blank. */
    public static String sparkline(double[] logLosses, int width) {
        int n = Math.min(width, logLosses.length);
        var means = new double[n];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            int from = (int) ((long) k * logLosses.length / n);
            int to = (int) ((long) (k + 1) * logLosses.length / n);
            for (int i = from; i < to; i++) {
                means[k] += logLosses[i] / (to - from);
            }
            if (Double.isFinite(means[k])) {
                low = Math.min(low, means[k]);
                high = Math.max(high, means[k]);
            }
        }
        var line = new StringBuilder();
        for (double mean : means) {
            if (!Double.isFinite(mean)) {
                line.append(' ');
            } else {
                double share = high > low ? (mean - low) / (high - low) : 0.0;
                line.append(LEVELS.charAt((int) Math.round(share * (LEVELS.length() - 1))));
            }
        }
        return line.toString();
    }

    /** {@link #sparkline(double[], int)} in 40 characters. */
    public static String sparkline(double[] logLosses) {
        return sparkline(logLosses, 40);
    }
}
