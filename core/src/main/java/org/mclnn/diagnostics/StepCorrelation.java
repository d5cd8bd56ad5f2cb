package org.mclnn.diagnostics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Measures {@link Inertia}. */
final class StepCorrelation {
    private static final double EVEN = 0.5; // of the interval: what an interval may be off by
    private static final int LONGEST = 1024;
    private static final int MOST = 10_000; // numbers in all steps
    private static final int LEAST_STEPS = 256; // of a part that is looked at, where there are more

    private final Stretches run;
    private final int[] particles;
    private final double interval;
    private final double grid;
    private final int axes;
    private final boolean velocitiesUsed;
    private double[][][] steps =
            new double[0][][]; // [stretch][step][coordinate of a looked-at particle], NaN where not known

    private StepCorrelation(Stretches run, int[] particles, double interval, double grid, boolean velocitiesUsed) {
        this.velocitiesUsed = velocitiesUsed;
        this.run = run;
        this.particles = particles;
        this.interval = interval;
        this.grid = grid;
        axes = run.axes();
    }

    /**
     * @param interval between frames
     * @param grid to which positions are rounded, 0 if not
     */
    static Inertia measure(Stretches run, int[] particles, double interval, double grid, boolean velocitiesUsed) {
        var at = new StepCorrelation(run, particles, interval, grid, velocitiesUsed);
        Inertia found = null;
        for (int lag = 1; lag * (Inertia.LAGS + 2) < run.frames(); lag *= 2) {
            found = at.measure(lag);
            if (!found.hidden()) {
                break;
            }
        }
        return found == null ? at.unknown(1) : found;
    }

    private Inertia unknown(int lag) {
        return new Inertia(
                lag, Double.NaN, Double.NaN, Double.NaN, Double.NaN, OptionalDouble.empty(), false, velocitiesUsed);
    }

    private Inertia measure(int lag) {
        steps = steps(lag);
        var square = correlation(0);
        var next = correlation(1);
        var second = correlation(2);
        if (square == null || next == null || second == null) {
            return unknown(lag);
        }
        double noise = Math.max(0.0, second.mean - next.mean); // variance of a position's noise, along an axis
        double signal = square.mean - 2.0 * noise;
        double strongest = 0.0;
        for (int m = 2; m <= Inertia.LAGS; m++) {
            var c = correlation(m);
            strongest = Math.max(strongest, c == null ? 0.0 : Math.abs(c.mean / signal));
        }
        double twice = 2.0 * (square.mean + next.mean) - 2.0 * noise;
        return new Inertia(
                lag,
                twice > 0.0 ? StrictMath.log(twice / signal) / StrictMath.log(2.0) : 0.0,
                second.mean / signal,
                strongest,
                square.mean / signal / Math.sqrt((double) second.terms),
                memory(lag, noise, signal),
                !(signal > 0.5 * square.mean)
                        || square.mean < grid * grid, // a slow path crosses a step of rounding at once
                velocitiesUsed);
    }

    private OptionalDouble memory(int lag, double noise, double signal) {
        double before = 1.0;
        int from = 0;
        int most = Math.min(LONGEST, steps[0].length / 2);
        for (int m = 1; m <= most; m += 1 + m / 8) {
            var c = correlation(m);
            if (c == null) {
                continue;
            }
            double now = (c.mean + (m == 1 ? noise : 0.0)) / signal;
            if (now < 1.0 / Math.E) {
                double share = (before - 1.0 / Math.E) / (before - now);
                return OptionalDouble.of((from + share * (m - from)) * lag * interval);
            }
            before = now;
            from = m;
        }
        return OptionalDouble.empty();
    }

    private record Mean(double mean, long terms) {}

    private @Nullable Mean correlation(int m) {
        double sum = 0.0;
        long terms = 0;
        for (var row : steps) {
            for (int k = 0; k + m < row.length; k++) {
                var one = row[k];
                var other = row[k + m];
                for (int c = 0; c < one.length; c++) {
                    double product = one[c] * other[c];
                    if (!Double.isNaN(product)) {
                        sum += product;
                        terms++;
                    }
                }
            }
        }
        return terms == 0 ? null : new Mean(sum / terms, terms);
    }

    /** Of all stretches, or of as many parts of them, evenly spread, as hold about {@link #MOST} numbers. */
    private double[][][] steps(int lag) {
        int whole = (run.frames() - 1) / lag;
        int enough = Math.max(LEAST_STEPS, MOST / (4 * particles.length * axes));
        if (whole <= enough) {
            var all = new double[run.count()][][];
            Arrays.setAll(all, s -> steps(s, 0, whole, lag));
            return all;
        }
        int parts = Math.max(1, Math.min(4 * whole / enough, MOST / (enough * particles.length * axes)));
        var some = new double[parts][][];
        Arrays.setAll(some, part -> {
            int s = (int) ((long) part * run.count() / parts);
            int of = (parts + run.count() - 1) / run.count();
            int first = (part % of) * (whole - enough) / Math.max(1, of - 1);
            return steps(s, first * lag, enough, lag);
        });
        return some;
    }

    private double[][] steps(int stretch, int first, int count, int lag) {
        var rows = new double[count][particles.length * axes];
        var mean = new double[3];
        for (int k = 0; k < rows.length; k++) {
            var from = run.at(stretch, first + k * lag);
            var to = run.at(stretch, first + (k + 1) * lag);
            double time = run.time(stretch, first + (k + 1) * lag) - run.time(stretch, first + k * lag);
            if (Math.abs(time - lag * interval) > EVEN * lag * interval) {
                Arrays.fill(rows[k], Double.NaN);
                continue;
            }
            meanStep(from, to, mean);
            for (int p = 0; p < particles.length; p++) {
                for (int axis = 0; axis < axes; axis++) {
                    int c = 3 * particles[p] + axis;
                    rows[k][p * axes + axis] = to[c] - from[c] - mean[axis];
                }
            }
        }
        return rows;
    }

    /** Of all particles seen in both frames. */
    private void meanStep(double[] from, double[] to, double[] mean) {
        Arrays.fill(mean, 0.0);
        int seen = 0;
        for (int c = 0; c < to.length; c += 3) {
            double step = to[c] - from[c];
            if (!Double.isNaN(step)) {
                mean[0] += step;
                mean[1] += to[c + 1] - from[c + 1];
                mean[2] += to[c + 2] - from[c + 2];
                seen++;
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            mean[axis] /= Math.max(1, seen);
        }
    }
}
