package org.mclnn.app.terminal;

import org.mclnn.app.chart.ValueRange;

/** Points joined by lines, except between bands. Immutable. */
final class Curve {
    private final double[] x;
    private final double[] y;
    private final int[] band;

    /**
     * @param x ascending
     * @param band index of the band of each point
     */
    Curve(double[] x, double[] y, int[] band) {
        if (x.length == 0 || x.length != y.length || x.length != band.length) {
            throw new IllegalArgumentException("a curve needs as many x as y and bands, at least one; was " + x.length
                    + ", " + y.length + " and " + band.length);
        }
        this.x = x.clone();
        this.y = y.clone();
        this.band = band.clone();
    }

    /** The same x and bands, other values. */
    Curve with(double[] values) {
        return new Curve(x, values, band);
    }

    double x(int k) {
        return x[k];
    }

    double y(int k) {
        return y[k];
    }

    ValueRange range() {
        return ValueRange.of(y);
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    int points() {
        return x.length;
    }

    /** Whether point k is joined to the one before it. */
    boolean joined(int k) {
        return k > 0 && band[k] == band[k - 1];
    }

    boolean hasGap() {
        return band[0] != band[band.length - 1];
    }

    /** y at {@code at}, NaN outside the bands. */
    double value(double at) {
        for (int k = 1; k < x.length; k++) {
            if (joined(k) && at >= x[k - 1] && at <= x[k]) {
                double width = x[k] - x[k - 1];
                return width > 0 ? y[k - 1] + (y[k] - y[k - 1]) * (at - x[k - 1]) / width : y[k];
            }
        }
        return Double.NaN;
    }

    /** Mean of y over the points from {@code from} to {@code to}; between points, y itself. */
    double mean(double from, double to) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < x.length; k++) {
            if (x[k] >= from && x[k] < to) {
                sum += y[k];
                n++;
            }
        }
        return n > 0 ? sum / n : value(0.5 * (from + to));
    }
}
