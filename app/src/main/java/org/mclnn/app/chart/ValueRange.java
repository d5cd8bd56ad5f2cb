package org.mclnn.app.chart;

import java.util.Arrays;

/** The part of a value axis worth showing: everything, unless a steep end would press the rest flat. */
public record ValueRange(double low, double high) {
    private static final double QUANTILE = 0.15;
    private static final double BEYOND = 1.5;
    private static final double WORTH_IT = 2.0;
    private static final double MARGIN = 0.06;

    public static ValueRange of(double[] values) {
        var sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new ValueRange(-1, 1);
        }
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        double q = quantile(sorted, QUANTILE);
        double p = quantile(sorted, 1 - QUANTILE);
        double low = Math.max(least, q - BEYOND * (p - q));
        double high = Math.min(most, p + BEYOND * (p - q));
        if (!(most - least > WORTH_IT * (high - low)) || !(high > low)) {
            low = least;
            high = most;
        }
        if (!(high > low)) { // a constant
            double half = low == 0 ? 1 : 0.5 * Math.abs(low);
            return new ValueRange(low - half, high + half);
        }
        double margin = MARGIN * (high - low);
        return new ValueRange(low - margin, high + margin);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    public double width() {
        return high - low;
    }
}
