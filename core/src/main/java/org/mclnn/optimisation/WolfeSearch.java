package org.mclnn.optimisation;

/**
 * A length t along a line that meets the strong Wolfe conditions f(t) at most f(0) + c1 t f'(0) and |f'(t)| at most c2 |f'(0)|, by
 * bracketing and zooming (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6) with cubic interpolation. Points
 * where f is not finite count as too far.
 */
final class WolfeSearch {
    private static final double DECREASE = 1e-4; // c1
    private static final double CURVATURE = 0.9; // c2
    private static final int MOST_TRIALS = 20;
    private static final double GROWTH = 4.0;
    private static final double EDGE = 0.1; // an interpolated point stays so far, relatively, from both ends
    private static final double ROUNDING = 1e-15; // a fall of this share of f cannot be seen

    /** A point of the line: length, f there (infinite outside its domain), f' there. */
    record Point(double t, double value, double slope) {}

    /** f and f' along the line. */
    interface Line {
        Point at(double t);
    }

    private WolfeSearch() {}

    /**
     * The point found, at which the line was asked last; or {@code start} where no trial lowers f enough.
     *
     * @param start at length 0, with a negative slope
     * @param first the length tried first
     */
    static Point along(Line line, Point start, double first) {
        var low = start;
        Point high = null;
        var last = start;
        double t = first;
        for (int trial = 0; trial < MOST_TRIALS && -t * start.slope > ROUNDING * Math.abs(start.value); trial++) {
            last = line.at(t);
            if (last.value > start.value + DECREASE * t * start.slope || last.value >= low.value) {
                high = last;
            } else if (Math.abs(last.slope) <= -CURVATURE * start.slope) {
                return last;
            } else {
                // the slope says on which side the valley lies
                if (last.slope * (high == null ? 1.0 : high.t - low.t) >= 0.0) {
                    high = low;
                }
                low = last;
            }
            t = high == null ? GROWTH * t : between(low, high);
        }
        return low.t == start.t || low.t == last.t ? low : line.at(low.t);
    }

    /** Minimum of the cubic through both values and slopes, kept away from the ends; the middle where there is none. */
    private static double between(Point low, Point high) {
        double width = high.t - low.t;
        double share = 0.5;
        if (high.value == Double.POSITIVE_INFINITY) {
            share = EDGE;
        } else {
            double d1 = low.slope + high.slope - 3.0 * (high.value - low.value) / width;
            double square = d1 * d1 - low.slope * high.slope;
            if (square >= 0.0) {
                double d2 = width > 0.0 ? Math.sqrt(square) : -Math.sqrt(square);
                double least = 1.0 - (high.slope + d2 - d1) / (high.slope - low.slope + 2.0 * d2);
                share = Double.isNaN(least) ? 0.5 : Math.min(1.0 - EDGE, Math.max(EDGE, least));
            }
        }
        return low.t + share * width;
    }
}
