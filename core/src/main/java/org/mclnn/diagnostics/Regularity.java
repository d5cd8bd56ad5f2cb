package org.mclnn.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/**
 * How evenly frames are spaced (theory, T71). The interval is the median; an interval that is a multiple of it to a tenth of the interval
 * has frames missing inside; jitter is what is left, relative to the interval.
 *
 * @param interval time between frames
 * @param jitterRms root mean square over all intervals
 * @param jitterMax the largest
 * @param irregular intervals off by more than a thousandth and by more than the rounding of times explains
 * @param firstIrregular frame at the end of the first of them, -1 if there is none; {@code lastIrregular} of the last
 * @param missing frames left out
 * @param places in how many intervals
 * @param rounding step to which times are rounded, where an even clock and this rounding explain the jitter; else 0
 */
public record Regularity(
        double interval,
        double jitterRms,
        double jitterMax,
        int irregular,
        int firstIrregular,
        int lastIrregular,
        long missing,
        int places,
        double rounding)
        implements Diagnostic {
    private static final double MULTIPLE = 0.1;
    private static final double EVEN = 1e-3;
    private static final double ROUNDED = 0.02; // more than half a step: the clock is not known exactly
    private static final double SAME = 1e-6; // what training takes for equal

    static Regularity of(Trajectory run) {
        int n = run.frames() - 1;
        var gaps = new double[n];
        for (int k = 0; k < n; k++) {
            gaps[k] = run.time(k + 1) - run.time(k);
        }
        double interval = median(gaps);
        double squares = 0.0;
        double most = 0.0;
        int irregular = 0;
        int firstIrregular = -1;
        int lastIrregular = -1;
        long missing = 0;
        int places = 0;
        for (int k = 0; k < n; k++) {
            long times = ticks(gaps[k], interval);
            double off = Math.abs(gaps[k] - times * interval) / interval;
            squares += off * off;
            most = Math.max(most, off);
            missing += times - 1;
            places += times > 1 ? 1 : 0;
            if (off > EVEN + 4 * Math.ulp(Math.abs(run.time(k + 1))) / interval) {
                irregular++;
                firstIrregular = firstIrregular < 0 ? k + 1 : firstIrregular;
                lastIrregular = k + 1;
            }
        }
        double grid = most > SAME && n > 1 ? Resolution.decimal(times(run)).grid() : 0.0;
        var clock = grid > 0.0 ? clock(run, gaps, interval) : new Clock(interval, Double.POSITIVE_INFINITY);
        boolean rounded = clock.deviation <= 0.5 * grid * (1 + ROUNDED);
        return new Regularity(
                rounded ? clock.interval : interval,
                Math.sqrt(squares / n),
                most,
                irregular,
                firstIrregular,
                lastIrregular,
                missing,
                places,
                rounded ? grid : 0.0);
    }

    /** An even clock through the times, and how far any of them is from it at most. */
    private record Clock(double interval, double deviation) {}

    private static Clock clock(Trajectory run, double[] gaps, double interval) {
        var ticks = new double[run.frames()];
        var times = new double[run.frames()];
        times[0] = run.time(0);
        for (int k = 0; k < gaps.length; k++) {
            ticks[k + 1] = ticks[k] + ticks(gaps[k], interval);
            times[k + 1] = run.time(k + 1);
        }
        double even = new Parabola(1, ticks, times, times.length).slope();
        double low = 0.0;
        double high = 0.0;
        for (int k = 1; k < times.length; k++) {
            double late = times[k] - times[0] - ticks[k] * even;
            low = Math.min(low, late);
            high = Math.max(high, late);
        }
        return new Clock(even, 0.5 * (high - low));
    }

    /** How many intervals of an even clock a gap is; 1 where it is no multiple. */
    private static long ticks(double gap, double interval) {
        long times = Math.round(gap / interval);
        return times > 1 && Math.abs(gap - times * interval) <= MULTIPLE * interval ? times : 1;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[] times(Trajectory run) {
        var times = new double[Math.min(run.frames(), 1000)];
        for (int k = 0; k < times.length; k++) {
            times[k] = run.time((int) ((long) k * run.frames() / times.length));
        }
        return times;
    }

    @Override
    public String topic() {
        return "times";
    }

    @Override
    public Finding finding(Units units) {
        var left = missing == 0
                ? ""
                : "; " + Text.count(missing, "frame") + " missing in " + Text.count(places, "place")
                        + ", not filled in";
        var every = "a frame every " + Text.of(interval, units.time());
        if (irregular == 0) {
            return Finding.ok(every + left);
        }
        if (rounding > 0.0) {
            return Finding.warning(
                    every + ", but times are rounded to " + Text.of(rounding, units.time()) + " and so uneven by up to "
                            + Text.percent(jitterMax) + left,
                    "Write times with more digits, or in a column frame the numbers of the frames, with --dt "
                            + String.format(Locale.ROOT, "%.6g", interval));
        }
        return Finding.warning(
                "intervals between frames differ by up to " + Text.percent(jitterMax) + " (rms "
                        + Text.percent(jitterRms) + ") of " + Text.of(interval, units.time()) + ", in frames "
                        + firstIrregular
                        + " to " + lastIrregular + left,
                "Nothing, if the times are right: each interval gets its own step. If frames came evenly and only the"
                        + " clock did not, write numbers of frames with --dt");
    }
}
