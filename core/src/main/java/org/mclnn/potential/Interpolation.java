package org.mclnn.potential;

/**
 * V' between equidistant distances r_k = near + k h, from its values there: on each interval the polynomial of degree 7 through the values
 * at the four points on either side. Where V' is analytic the error falls with h^8 (theory, T41).
 */
public final class Interpolation {
    /** Values that one interval depends on, and coefficients of its polynomial. */
    public static final int POINTS = 8;

    private static final int BEFORE = 3; // of them left of the interval's own left end
    private static final double[] MATRIX = matrix(); // [power][point]: coefficients from values
    private static final double LARGEST_PRODUCT = 11025.0 / 256.0 / 40320.0; // of the distances to 8 points, over 8!

    private final double near;
    private final double far;
    private final int intervals;
    private final double perDistance; // 1 / h
    private final double[] polynomials; // [interval][power of (r - left end) / h]

    /**
     * @param near first point
     * @param far last point
     * @param intervals between points, at least 8
     */
    public Interpolation(double near, double far, int intervals) {
        this.near = near;
        this.far = far;
        this.intervals = Check.atLeast(POINTS, "the number of intervals", intervals);
        perDistance = intervals / (far - near);
        polynomials = new double[intervals * POINTS];
    }

    /** Powers of x of Lagrange's polynomials for the points -3, -2, ..., 4. */
    private static double[] matrix() {
        var matrix = new double[POINTS * POINTS];
        for (int j = 0; j < POINTS; j++) {
            var product = new double[POINTS + 1];
            product[0] = 1.0;
            double scale = 1.0;
            for (int other = 0; other < POINTS; other++) {
                if (other != j) {
                    for (int p = POINTS; p > 0; p--) {
                        product[p] = product[p - 1] - (other - BEFORE) * product[p];
                    }
                    product[0] *= BEFORE - other;
                    scale *= j - other;
                }
            }
            for (int p = 0; p < POINTS; p++) {
                matrix[p * POINTS + j] = product[p] / scale;
            }
        }
        return matrix;
    }

    /** From here on, up to {@link #end}, there are four points on either side. */
    public double begin() {
        return point(BEFORE);
    }

    public double end() {
        return point(intervals - BEFORE);
    }

    /** Whether r is between {@link #begin} and {@link #end}. */
    public boolean holds(double r) {
        return at((r - near) * perDistance) >= 0;
    }

    /** Points at which values are needed: one more than intervals. */
    public int points() {
        return intervals + 1;
    }

    /** Distance at point k. Points of half as many intervals are among these, to the last bit. */
    public double point(int k) {
        return near + k * ((far - near) / intervals);
    }

    /** Numbers in an adjoint of the polynomials. */
    public int size() {
        return polynomials.length;
    }

    /** The polynomials through values[k] = V'(r_k). */
    public void fit(double[] values) {
        for (int m = BEFORE; m < intervals - BEFORE; m++) {
            for (int p = 0; p < POINTS; p++) {
                double sum = 0.0;
                for (int j = 0; j < POINTS; j++) {
                    sum += MATRIX[p * POINTS + j] * values[m - BEFORE + j];
                }
                polynomials[m * POINTS + p] = sum;
            }
        }
    }

    /** Largest error to be expected between these values, by their eighth differences, over the largest value. */
    public static double error(double[] values) {
        var difference = values.clone();
        double largest = 0.0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int order = 1; order <= POINTS; order++) {
            for (int k = 0; k < values.length - order; k++) {
                difference[k] = difference[k + 1] - difference[k];
            }
        }
        double worst = 0.0;
        for (int k = 0; k < values.length - POINTS; k++) {
            worst = Math.max(worst, Math.abs(difference[k]));
        }
        return worst == 0.0 ? 0.0 : LARGEST_PRODUCT * worst / largest;
    }

    /** Interval of x = (r - near) / h, or -1 where there are not four points on either side. */
    private int at(double x) {
        int m = (int) x;
        return m >= BEFORE && m < intervals - BEFORE ? m : -1;
    }

    /**
     * {@code slope[k]} = V'(r[k]) for k below n, where r[k] is not too near the ends.
     *
     * @param outside numbers k of those that are, written
     * @return how many
     */
    public int slopes(double[] r, int n, double[] slope, int[] outside) {
        int left = 0;
        var c = polynomials;
        for (int k = 0; k < n; k++) {
            double x = (r[k] - near) * perDistance;
            int interval = at(x);
            if (interval < 0) {
                outside[left++] = k;
                continue;
            }
            double u = x - interval;
            int m = interval * POINTS;
            double value = c[m + POINTS - 1];
            for (int p = POINTS - 2; p >= 0; p--) {
                value = c[m + p] + u * value;
            }
            slope[k] = value;
        }
        return left;
    }

    /**
     * As {@link #slopes}, with V'', and the pullback to the polynomials: {@code adjoint[m][p]} += c[k] u^p.
     *
     * @param adjoint length {@link #size}
     */
    public int pullback(
            double[] r, int n, double[] c, double[] slope, double[] curvature, double[] adjoint, int[] outside) {
        int left = 0;
        var a = polynomials;
        for (int k = 0; k < n; k++) {
            double x = (r[k] - near) * perDistance;
            int interval = at(x);
            if (interval < 0) {
                outside[left++] = k;
                continue;
            }
            double u = x - interval;
            int m = interval * POINTS;
            double value = a[m + POINTS - 1];
            double derivative = value;
            for (int p = POINTS - 2; p > 0; p--) {
                value = a[m + p] + u * value;
                derivative = value + u * derivative;
            }
            slope[k] = a[m] + u * value;
            curvature[k] = derivative * perDistance;
            double power = c[k];
            adjoint[m] += power;
            for (int p = 1; p < POINTS; p++) {
                power *= u;
                adjoint[m + p] += power;
            }
        }
        return left;
    }

    /** Derivative by the value at point k, from an adjoint of the polynomials. */
    public double valueAdjoint(double[] adjoint, int k) {
        double sum = 0.0;
        for (int j = 0; j < POINTS; j++) {
            int m = k + BEFORE - j;
            if (m >= BEFORE && m < intervals - BEFORE) {
                for (int p = 0; p < POINTS; p++) {
                    sum += MATRIX[p * POINTS + j] * adjoint[m * POINTS + p];
                }
            }
        }
        return sum;
    }
}
