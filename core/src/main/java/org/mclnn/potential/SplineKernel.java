package org.mclnn.potential;

import java.util.Arrays;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Kernels;

/** Batches of a {@link SplineForm}: on each interval between knots the basis functions and the spline are cubics in u - knot. */
final class SplineKernel implements FormKernel {
    // Gauss-Legendre quadrature on [-1, 1], 8 points (Abramowitz and Stegun, table 25.4)
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };
    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };
    private static final int BLOCK = 64; // distances at a time
    private static final double WIDEST =
            1.25; // r at the end of a piece over r at its start: the rule is exact to rounding

    private final SplineForm.Coordinate coordinate;
    private final double[] knots;
    private final boolean zeroAtFarEnd;
    private final int intervals;
    private final double perKnot; // intervals over the range in u
    private final int size;
    private final int skipped; // 1 if the coefficient of basis 0 is the one held at 0
    private final double[] basis; // [interval][power 0..3][basis function 0..3]
    private final double[] cubic; // [interval][power]: the spline itself
    private final double[] energyAtKnot; // V at knot m, by quadrature
    private final double near;
    private final double far;
    private final Kernel kernel = Kernels.active();
    // of the distances of a block
    private final int[] at = new int[BLOCK]; // 16 times the interval
    private final double[] offset = new double[BLOCK]; // u - knot
    private final double[] beyond = new double[BLOCK];
    private final double[] du = new double[BLOCK]; // du/dr
    private final double[] value = new double[4 * BLOCK]; // [distance][basis function 0..3]
    private final double[] derivative = new double[4 * BLOCK]; // by u, same shape
    private double uOffset; // u - knot of the located interval

    SplineKernel(SplineForm form) {
        coordinate = form.coordinate();
        knots = form.knots();
        zeroAtFarEnd = form.zeroAtFarEnd();
        intervals = knots.length - 1;
        perKnot = intervals / (knots[intervals] - knots[0]);
        size = form.size();
        skipped = zeroAtFarEnd && !coordinate.ascending() ? 1 : 0;
        basis = basisCubics(knots);
        cubic = new double[4 * intervals];
        energyAtKnot = new double[knots.length];
        near = form.near();
        far = form.far();
    }

    /** Cox-de Boor recursion on polynomials in x = u - knots[m], for each interval m. */
    private static double[] basisCubics(double[] knots) {
        int intervals = knots.length - 1;
        var t = new double[knots.length + 6];
        for (int k = 0; k < t.length; k++) {
            t[k] = knots[Math.max(0, Math.min(intervals, k - 3))];
        }
        var all = new double[16 * intervals];
        for (int m = 0; m < intervals; m++) {
            int span = m + 3; // t[span] = knots[m]
            var b = new double[5][4]; // b[j]: polynomial of basis span - degree + j
            b[0][0] = 1.0;
            for (int degree = 1; degree <= 3; degree++) {
                var next = new double[5][4];
                for (int j = 0; j <= degree; j++) {
                    int i = span - degree + j;
                    if (j > 0) { // (u - t[i]) / (t[i+degree] - t[i]) times the lower basis i
                        double width = t[i + degree] - t[i];
                        addProduct(next[j], (knots[m] - t[i]) / width, 1.0 / width, b[j - 1]);
                    }
                    if (j < degree) { // (t[i+degree+1] - u) / (t[i+degree+1] - t[i+1]) times the lower basis i+1
                        double width = t[i + degree + 1] - t[i + 1];
                        addProduct(next[j], (t[i + degree + 1] - knots[m]) / width, -1.0 / width, b[j]);
                    }
                }
                b = next;
            }
            for (int j = 0; j < 4; j++) {
                for (int k = 0; k < 4; k++) {
                    all[16 * m + 4 * k + j] = b[j][k];
                }
            }
        }
        return all;
    }

    /** out += (a + b x) p, keeping powers up to 3. */
    private static void addProduct(double[] out, double a, double b, double[] p) {
        for (int k = 0; k < 4; k++) {
            out[k] += a * p[k] + (k > 0 ? b * p[k - 1] : 0.0);
        }
    }

    /** Parameter of basis function {@code m + j}, or -1 where the coefficient is held at 0. */
    private int parameter(int m, int j) {
        int p = m + j - skipped;
        return p < size ? p : -1;
    }

    @Override
    public void parameters(double[] theta) {
        Arrays.fill(cubic, 0.0);
        for (int m = 0; m < intervals; m++) {
            for (int j = 0; j < 4; j++) {
                int p = parameter(m, j);
                if (p >= 0) {
                    for (int k = 0; k < 4; k++) {
                        cubic[4 * m + k] += theta[p] * basis[16 * m + 4 * k + j];
                    }
                }
            }
        }
        energyAtKnot[0] = 0.0;
        for (int m = 0; m < intervals; m++) {
            energyAtKnot[m + 1] = energyAtKnot[m] + integral(m, distance(m), distance(m + 1));
        }
        if (zeroAtFarEnd) {
            double end = energyAtKnot[coordinate.ascending() ? intervals : 0];
            for (int m = 0; m <= intervals; m++) {
                energyAtKnot[m] -= end;
            }
        }
    }

    private double distance(int knot) {
        return coordinate.distance(knots[knot]);
    }

    /** Integral of V' dr from a to b within interval m, in pieces on which inverse powers of r are smooth. */
    private double integral(int m, double a, double b) {
        if (a > b) {
            return -integral(m, b, a);
        }
        double sum = 0.0;
        double from = a;
        while (b > WIDEST * from) {
            sum += quadrature(m, from, WIDEST * from);
            from *= WIDEST;
        }
        return sum + quadrature(m, from, b);
    }

    private double quadrature(int m, double a, double b) {
        double centre = 0.5 * (a + b);
        double half = 0.5 * (b - a);
        double sum = 0.0;
        for (int g = 0; g < NODES.length; g++) {
            double left = spline(m, coordinate.of(centre - half * NODES[g]) - knots[m]);
            double right = spline(m, coordinate.of(centre + half * NODES[g]) - knots[m]);
            sum += WEIGHTS[g] * (left + right);
        }
        return half * sum;
    }

    private double spline(int m, double x) {
        int at = 4 * m;
        return cubic[at] + x * (cubic[at + 1] + x * (cubic[at + 2] + x * cubic[at + 3]));
    }

    private double splineDerivative(int m, double x) {
        int at = 4 * m;
        return cubic[at + 1] + x * (2.0 * cubic[at + 2] + x * 3.0 * cubic[at + 3]);
    }

    private boolean ended(double r) {
        return zeroAtFarEnd && r >= far;
    }

    /** The interval of r, moved to the nearest knot when outside; sets {@link #uOffset}. */
    private int locate(double r) {
        double u = coordinate.of(Math.max(near, Math.min(far, r)));
        int m = Math.max(0, Math.min(intervals - 1, (int) ((u - knots[0]) * perKnot))); // right where knots are uniform
        while (m > 0 && u < knots[m]) {
            m--;
        }
        while (m < intervals - 1 && u >= knots[m + 1]) {
            m++;
        }
        uOffset = u - knots[m];
        return m;
    }

    /** How far r lies beyond the outermost knots: negative below, positive above, 0 inside. */
    private double beyond(double r) {
        return r < near ? r - near : r > far ? r - far : 0.0;
    }

    private double curvatureAt(int m, double r) {
        return splineDerivative(m, uOffset) * coordinate.derivative(Math.max(near, Math.min(far, r)));
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        for (int k = 0; k < n; k++) {
            if (ended(r[k])) {
                energy[k] = 0.0;
                continue;
            }
            int m = locate(r[k]);
            double x = beyond(r[k]);
            double inside = r[k] - x;
            energy[k] = energyAtKnot[m]
                    + integral(m, distance(m), inside)
                    + x * (spline(m, uOffset) + 0.5 * x * curvatureAt(m, r[k]));
        }
    }

    private double slopeAt(int m, double r, double beyond) {
        double v = spline(m, uOffset);
        return beyond == 0.0 ? v : v + beyond * curvatureAt(m, r);
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        for (int k = 0; k < n; k++) {
            if (ended(r[k])) {
                slope[k] = 0.0;
                continue;
            }
            slope[k] = slopeAt(locate(r[k]), r[k], beyond(r[k]));
        }
    }

    /** Slopes and curvatures of a block, and of the basis functions {@link #value}. */
    private void basis(double[] r, int first, int count, double[] slope, double[] curvature) {
        for (int k = 0; k < count; k++) {
            double distance = r[first + k];
            int m = locate(distance);
            boolean ended = ended(distance);
            at[k] = 16 * m;
            offset[k] = uOffset;
            beyond[k] = beyond(distance);
            du[k] = coordinate.derivative(Math.max(near, Math.min(far, distance)));
            slope[first + k] = ended ? 0.0 : slopeAt(m, distance, beyond[k]);
            curvature[first + k] = ended ? 0.0 : splineDerivative(m, uOffset) * du[k];
        }
        kernel.fourCubics(basis, at, offset, count, value, derivative);
        for (int k = 0; k < count; k++) {
            for (int j = 4 * k; j < 4 * k + 4; j++) {
                value[j] += beyond[k] * (du[k] * derivative[j]);
            }
        }
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        for (int first = 0; first < n; first += BLOCK) {
            int count = Math.min(BLOCK, n - first);
            basis(r, first, count, slope, curvature);
            for (int k = 0; k < count; k++) {
                for (int j = 0; j < 4; j++) {
                    int p = parameter(at[k] / 16, j);
                    if (p >= 0 && !ended(r[first + k])) {
                        dTheta[p] += c[first + k] * value[4 * k + j];
                    }
                }
            }
        }
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        for (int first = 0; first < n; first += BLOCK) {
            int count = Math.min(BLOCK, n - first);
            basis(r, first, count, slope, curvature);
            for (int k = 0; k < count; k++) {
                int row = (first + k) * stride;
                Arrays.fill(rows, row, row + size, 0.0);
                for (int j = 0; j < 4; j++) {
                    int p = parameter(at[k] / 16, j);
                    if (p >= 0 && !ended(r[first + k])) {
                        rows[row + p] = value[4 * k + j];
                    }
                }
            }
        }
    }
}
