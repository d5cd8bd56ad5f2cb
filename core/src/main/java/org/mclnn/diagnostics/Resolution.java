package org.mclnn.diagnostics;

import java.util.Arrays;

/**
 * To which step numbers are rounded.
 *
 * @param grid the step; 0 where none can be told
 * @param digits most significant digits of any of them, 17 where they are not short decimals
 */
record Resolution(double grid, int digits) {
    private static final int FULL = 17;
    private static final int LOOKS = 401; // of each axis; a prime, so that particles take turns
    private static final int MOST_DIGITS = 12; // one random number in a thousand billions looks shorter by chance
    private static final double[] TENS = new double[23]; // exact

    static {
        TENS[0] = 1.0;
        for (int k = 1; k < TENS.length; k++) {
            TENS[k] = 10.0 * TENS[k - 1];
        }
    }

    private static final Resolution NONE = new Resolution(0.0, FULL);

    /** Of the axis whose positions are written most finely. */
    static Resolution of(Stretches run) {
        var finest = new Resolution(Double.POSITIVE_INFINITY, 0);
        for (int axis = 0; axis < run.axes(); axis++) {
            var values = new double[LOOKS];
            for (int k = 0; k < LOOKS; k++) {
                long place = (long) k * run.allFrames() * run.particles() / LOOKS;
                int frame = (int) (place / run.particles());
                var q = run.at(frame / run.frames(), frame % run.frames());
                values[k] = q[3 * (int) (place % run.particles()) + axis];
            }
            var found = of(values);
            boolean varies = Arrays.stream(values).anyMatch(x -> Math.abs(x - values[0]) > 0.0);
            finest = varies && found.grid < finest.grid ? found : finest;
        }
        return finest.digits == 0 ? NONE : finest;
    }

    /** Of positions along one axis: short decimals, single precision, or multiples of any step, such as scaled pixels. */
    static Resolution of(double[] values) {
        var decimal = decimal(values);
        double step = step(values);
        if (step > 0.0 && step > 1.5 * decimal.grid) {
            return new Resolution(step, decimal.digits);
        }
        return decimal.grid > 0.0 ? decimal : single(values);
    }

    /** Of numbers written with few digits: the last place of the larger ones. */
    static Resolution decimal(double[] values) {
        double typical = typical(values);
        int places = -1;
        int digits = 0;
        for (double value : values) {
            if (value == 0.0 || Double.isNaN(value)) {
                continue;
            }
            int here = places(Math.abs(value));
            if (here < 0) {
                return NONE;
            }
            double whole = Math.rint(Math.abs(value) * TENS[here]);
            int length = 1;
            while (length < TENS.length - 1 && whole >= TENS[length]) {
                length++;
            }
            digits = Math.max(digits, length);
            if (Math.abs(value) >= typical) {
                places = Math.max(places, here);
            }
        }
        return places < 0 ? NONE : new Resolution(1.0 / TENS[places], digits);
    }

    /** Median of the sizes. */
    private static double typical(double[] values) {
        var sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(x -> x > 0.0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0.0 : sizes[sizes.length / 2];
    }

    /** Decimal places of a positive number, -1 if there are too many to be a choice. */
    private static int places(double value) {
        for (int places = 0; places < TENS.length && value * TENS[places] < TENS[MOST_DIGITS]; places++) {
            double scaled = value * TENS[places];
            if (scaled >= 0.5 && Math.abs(scaled - Math.rint(scaled)) <= 4 * Math.ulp(scaled)) {
                return places;
            }
        }
        return -1;
    }

    private static Resolution single(double[] values) {
        double most = 0.0;
        for (double value : values) {
            if (Double.isNaN(value)) {
                continue;
            }
            if ((float) value != value) {
                return NONE;
            }
            most = Math.max(most, Math.abs(value));
        }
        return most > 0.0 ? new Resolution(Math.ulp((float) most), 7) : NONE;
    }

    /** The smallest difference, if all are its multiples and most numbers come more than once; else 0. */
    private static double step(double[] values) {
        var sorted =
                Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        if (sorted.length < 3) {
            return 0.0;
        }
        double least = 1e-9 * Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        double step = Double.POSITIVE_INFINITY;
        int different = 1;
        for (int k = 1; k < sorted.length; k++) {
            double gap = sorted[k] - sorted[k - 1];
            if (gap > least) {
                step = Math.min(step, gap);
                different++;
            }
        }
        if (different == 1 || 2 * different > sorted.length) {
            return 0.0;
        }
        for (double value : sorted) {
            double steps = (value - sorted[0]) / step;
            if (Math.abs(steps - Math.rint(steps)) > 0.01) {
                return 0.0;
            }
        }
        return step;
    }
}
