package org.mclnn.app.paper;

import java.util.Arrays;

/** Quartiles of some numbers, by linear interpolation between the sorted ones; what is infinite sorts last. */
record Spread(double low, double median, double high, double most) {
    /** @throws IllegalArgumentException if there are no numbers */
    static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("quartiles of no numbers");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int k = (int) place;
        double rest = place - k;
        return rest == 0.0 || sorted[k] == sorted[k + 1] ? sorted[k] : sorted[k] + rest * (sorted[k + 1] - sorted[k]);
    }
}
