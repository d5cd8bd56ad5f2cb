package org.mclnn.diagnostics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.mclnn.potential.Check;

/** A straight line or a parabola through points (t, x) by least squares, in powers of (t - middle)/half. */
final class Parabola {
    private final int order;
    private final int points;
    private final double middle;
    private final double half;
    private final double[] coefficients;
    private final double variance; // of the highest coefficient, for residuals of variance 1
    private final double residualSquares;

    /**
     * @param order 1 or 2
     * @param t ascending
     * @param n how many points, more than the order
     */
    Parabola(int order, double[] t, double[] x, int n) {
        this.order = order;
        points = Check.atLeast(order + 1, "the number of points", n);
        middle = 0.5 * (t[0] + t[n - 1]);
        half = 0.5 * (t[n - 1] - t[0]);
        int size = order + 1;
        var normal = new DMatrixRMaj(size, size);
        var right = new DMatrixRMaj(size, 1);
        var power = new double[size];
        for (int k = 0; k < n; k++) {
            powers((t[k] - middle) / half, power);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    normal.add(a, b, power[a] * power[b]);
                }
                right.add(a, 0, power[a] * (x[k] - x[0])); // few digits are lost to a far origin
            }
        }
        CommonOps_DDRM.invert(normal);
        variance = normal.get(order, order);
        var solution = new DMatrixRMaj(size, 1);
        CommonOps_DDRM.mult(normal, right, solution);
        coefficients = solution.getData();
        double squares = 0.0;
        for (int k = 0; k < n; k++) {
            powers((t[k] - middle) / half, power);
            double left = x[k] - x[0];
            for (int a = 0; a < size; a++) {
                left -= coefficients[a] * power[a];
            }
            squares += left * left;
        }
        residualSquares = squares;
    }

    private static void powers(double x, double[] out) {
        out[0] = 1.0;
        for (int a = 1; a < out.length; a++) {
            out[a] = x * out[a - 1];
        }
    }

    /** Sum of the squared distances of the points. */
    double residualSquares() {
        return residualSquares;
    }

    /** Slope at the middle of the times. */
    double slope() {
        return coefficients[1] / half;
    }

    /** Its standard error for points evenly in time, from the residuals and as if these were independent. */
    double slopeError() {
        return Math.sqrt(3.0 * residualSquares / points / Math.max(1, points - order - 1)) / half;
    }

    /** Second derivative of a parabola. */
    double curvature() {
        return 2.0 * coefficients[2] / (half * half);
    }

    /** Its standard error, as for the slope. */
    double curvatureError() {
        return 2.0 / (half * half) * Math.sqrt(variance * residualSquares / Math.max(1, points - order - 1));
    }
}
