package org.mclnn.diagnostics;

import java.util.Arrays;

/**
 * White noise beneath smooth motion by the variate difference method (Tintner 1940; Gasser, Sroka and Jennen-Steinmetz, Biometrika
 * 73:625, 1986): weights w over p + 1 consecutive frames with w.w = 1 that are 0 for every polynomial of degree below p, in time as it
 * is. The median of |w.q| over 0.6745 is sigma where noise is all that is left; the motion's share falls with p, the noise's stays.
 *
 * @param sigma of the highest order
 * @param resolved whether the last orders agree, and the sizes of w.q are as alike as those of normal numbers
 */
record NoiseLevel(double sigma, boolean resolved) {
    private static final int LEAST_ORDER = 3;
    private static final int MOST_ORDER = 8;
    private static final int LOOKS = 300; // at stretches of p + 1 frames
    private static final double QUARTILE = 0.674489750196; // median of |N(0, 1)|
    private static final double LEVEL = 0.8; // one order over the one before, at least, where noise rules
    private static final double NEARLY = 0.7; // the same two orders before the last
    private static final double EVEN =
            6.5; // spread at most; 3.6 for N(0, 1), and above 10 where rare sharp turns are all that is left

    /** Sigma, 0 where it is no more than a bound. */
    double known() {
        return resolved ? sigma : 0.0;
    }

    /** The same of positions rounded to a step: their motion may hide what must be there. */
    NoiseLevel roundedTo(double grid) {
        double rounding = grid / Math.sqrt(12.0);
        return !resolved && sigma < 2.0 * rounding ? new NoiseLevel(rounding, true) : this;
    }

    static NoiseLevel of(Stretches run, int[] particles) {
        int highest = Math.min(MOST_ORDER, run.frames() - 1);
        if (highest < LEAST_ORDER) {
            return new NoiseLevel(Double.NaN, false);
        }
        double sigma = Double.NaN;
        double spread = Double.NaN;
        boolean level = highest - LEAST_ORDER >= 2;
        for (int order = Math.max(LEAST_ORDER, highest - 2); order <= highest; order++) {
            var next = sizes(run, particles, order);
            // not so where there is none before
            level &= !(next.sigma() < (order == highest ? LEVEL : NEARLY) * sigma);
            sigma = next.sigma();
            spread = next.spread();
        }
        return new NoiseLevel(sigma, level && sigma > 0.0 && spread < EVEN);
    }

    private static Sizes sizes(Stretches run, int[] particles, int order) {
        var places = run.places(order + 1, LOOKS);
        var sizes = new double[places.size() * particles.length * run.axes()];
        int n = 0;
        for (var place : places) {
            int stretch = place.stretch();
            int frame = place.frame();
            var weights = weights(run, stretch, frame, order);
            for (int i : particles) {
                for (int axis = 0; axis < run.axes(); axis++) {
                    double sum = 0.0;
                    for (int j = 0; j <= order; j++) {
                        sum += weights[j] * run.at(stretch, frame + j)[3 * i + axis];
                    }
                    if (!Double.isNaN(sum)) {
                        sizes[n++] = Math.abs(sum);
                    }
                }
            }
        }
        if (n == 0) {
            return new Sizes(Double.NaN, Double.NaN);
        }
        Arrays.sort(sizes, 0, n);
        return new Sizes(0.5 * (sizes[n / 2] + sizes[(n - 1) / 2]), sizes[3 * n / 4] / sizes[n / 4]);
    }

    /**
     * Of |w.q|.
     *
     * @param spread upper quartile over the lower
     */
    private record Sizes(double median, double spread) {
        double sigma() {
            return median / QUARTILE;
        }
    }

    /** Divided difference of the order, scaled: w_j ~ 1 / prod over i of (t_j - t_i). */
    private static double[] weights(Stretches run, int stretch, int frame, int order) {
        var weights = new double[order + 1];
        double scale = (run.time(stretch, frame + order) - run.time(stretch, frame)) / order;
        double squares = 0.0;
        for (int j = 0; j <= order; j++) {
            double product = 1.0;
            for (int i = 0; i <= order; i++) {
                if (i != j) {
                    product *= (run.time(stretch, frame + j) - run.time(stretch, frame + i)) / scale;
                }
            }
            weights[j] = 1.0 / product;
            squares += weights[j] * weights[j];
        }
        double norm = Math.sqrt(squares);
        for (int j = 0; j <= order; j++) {
            weights[j] /= norm;
        }
        return weights;
    }
}
