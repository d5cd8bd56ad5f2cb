package org.mclnn.potential;

import java.util.Arrays;

/**
 * s(x) = -V'(r)/r with x = r^2 as a cubic spline (two continuous derivatives), and V(x) = V(far) + (1/2) times the integral of s from x to
 * far^2, its exact integral: the force is minus the derivative of this V, so a motion under it has a conserved energy. Cells are all
 * numbers whose first {@code 12 + bits} bits are equal: 2^bits of equal width in each octave of x, narrow where x is small. Immutable.
 */
final class SquareTable {
    /** Cells per octave, as a power of two: beyond this the arithmetic is coarser than the cells. */
    static final int MOST_BITS = 40;

    private static final int MANTISSA = 52; // bits of a double
    private static final double SHORTEST =
            0.25; // of a cell: knots nearer than this to an end of the range are left out

    private final double least; // near^2
    private final double most; // far^2
    private final int shift;
    private final long mask; // keeps the bits that tell the cell
    private final long first; // leading bits of the first cell
    private final double[] cubic; // [cell][power of x - start of the cell]
    private final double[] energy; // V at the start of each cell
    private final double constant; // what V differs from the law's by at near
    private final double[] knots; // in x

    /**
     * Samples a law.
     *
     * @throws IllegalArgumentException if a force between near and far is not finite
     */
    SquareTable(PairPotential law, double near, double far, int bits) {
        least = near * near;
        most = far * far;
        shift = MANTISSA - bits;
        mask = -1L << shift;
        first = Double.doubleToRawLongBits(least) >>> shift;
        int cells = cells(near, far, bits);
        knots = knots(cells);
        var spline = spline(law, knots);
        cubic = new double[4 * cells];
        int interval = 0;
        for (int cell = 0; cell < cells; cell++) {
            double start = start(cell);
            while (interval + 2 < knots.length && knots[interval + 1] <= start) {
                interval++;
            }
            shifted(spline, 4 * interval, start - knots[interval], cubic, 4 * cell);
        }
        energy = new double[cells];
        double end = most;
        double atEnd = law.energy(far);
        for (int cell = cells - 1; cell >= 0; cell--) {
            energy[cell] = atEnd + 0.5 * integral(cell, end - start(cell));
            end = start(cell);
            atEnd = energy[cell];
        }
        constant = energy(least) - law.energy(near);
    }

    /** How many cells a table has. */
    static int cells(double near, double far, int bits) {
        int shift = MANTISSA - bits;
        long cells = (Double.doubleToRawLongBits(far * far) >>> shift)
                - (Double.doubleToRawLongBits(near * near) >>> shift)
                + 1;
        return (int) Math.min(Integer.MAX_VALUE, cells);
    }

    private double start(int cell) {
        return Double.longBitsToDouble((first + cell) << shift);
    }

    /** Both ends of the range and the starts of cells between them, none too near to an end. */
    private double[] knots(int cells) {
        var x = new double[cells + 1];
        int n = 0;
        x[n++] = least;
        for (int cell = 1; cell < cells; cell++) {
            double start = start(cell);
            boolean apart = start - least > SHORTEST * (start - start(cell - 1))
                    && most - start > SHORTEST * (start(cell + 1) - start);
            if (apart) {
                x[n++] = start;
            }
        }
        x[n++] = most;
        return Arrays.copyOf(x, n);
    }

    /** Coefficients of the cubic spline through the law's s at the knots, four per interval, in powers of x - knot. */
    private static double[] spline(PairPotential law, double[] x) {
        int n = x.length;
        var s = samples(law, x);
        var width = new double[n - 1];
        var chord = new double[n - 1];
        for (int k = 0; k + 1 < n; k++) {
            width[k] = x[k + 1] - x[k];
            chord[k] = (s[k + 1] - s[k]) / width[k];
        }
        // derivatives d at the knots: continuity of s'', a tridiagonal system with given ends
        var d = new double[n];
        var upper = new double[n];
        d[0] = endDerivative(law, x[0], 0.25 * width[0]);
        d[n - 1] = endDerivative(law, x[n - 1], -0.25 * width[n - 2]);
        for (int k = 1; k + 1 < n; k++) {
            double right = 3.0 * (width[k] * chord[k - 1] + width[k - 1] * chord[k]);
            double pivot = 2.0 * (width[k - 1] + width[k]) - width[k] * upper[k - 1];
            upper[k] = width[k - 1] / pivot;
            d[k] = (right - width[k] * d[k - 1]) / pivot;
        }
        for (int k = n - 2; k > 0; k--) {
            d[k] -= upper[k] * d[k + 1];
        }
        var cubic = new double[4 * (n - 1)];
        for (int k = 0; k + 1 < n; k++) {
            cubic[4 * k] = s[k];
            cubic[4 * k + 1] = d[k];
            cubic[4 * k + 2] = (3.0 * chord[k] - 2.0 * d[k] - d[k + 1]) / width[k];
            cubic[4 * k + 3] = (d[k] + d[k + 1] - 2.0 * chord[k]) / (width[k] * width[k]);
        }
        return cubic;
    }

    /** ds/dx at an end of the range from five points that reach inside. */
    private static double endDerivative(PairPotential law, double x, double step) {
        var s = samples(law, new double[] {x, x + step, x + 2.0 * step, x + 3.0 * step, x + 4.0 * step});
        return (-25.0 * s[0] + 48.0 * s[1] - 36.0 * s[2] + 16.0 * s[3] - 3.0 * s[4]) / (12.0 * step);
    }

    private static double[] samples(PairPotential law, double[] x) {
        int n = x.length;
        var r = new double[n];
        var s = new double[n];
        for (int k = 0; k < n; k++) {
            r[k] = Math.sqrt(x[k]);
        }
        law.kernel().slopes(r, n, s);
        for (int k = 0; k < n; k++) {
            s[k] = -s[k] / r[k];
            if (!Double.isFinite(s[k])) {
                throw new IllegalArgumentException(
                        "no table can be made of this law: its force at r = " + r[k] + " is " + s[k] * r[k]);
            }
        }
        return s;
    }

    /** The cubic of {@code in} in powers of x - (origin + by). */
    private static void shifted(double[] in, int from, double by, double[] out, int at) {
        double b = in[from + 1];
        double c = in[from + 2];
        double d = in[from + 3];
        out[at] = in[from] + by * (b + by * (c + by * d));
        out[at + 1] = b + by * (2.0 * c + by * 3.0 * d);
        out[at + 2] = c + by * 3.0 * d;
        out[at + 3] = d;
    }

    int knots() {
        return knots.length;
    }

    /** Distances between the knots: the inner ends of so many equal pieces (in x) of each interval. */
    double[] between(int pieces) {
        int inner = pieces - 1;
        var r = new double[inner * (knots.length - 1)];
        for (int k = 0; k < r.length; k++) {
            double from = knots[k / inner];
            double width = knots[k / inner + 1] - from;
            r[k] = Math.sqrt(from + width * (k % inner + 1) / pieces);
        }
        return r;
    }

    boolean covers(double x) {
        return x >= least && x < most;
    }

    /** s(x), x within the range. */
    double forceOverDistance(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int at = (int) ((bits >>> shift) - first) << 2;
        double t = x - Double.longBitsToDouble(bits & mask); // exact
        return (cubic[at] + t * cubic[at + 1]) + (t * t) * (cubic[at + 2] + t * cubic[at + 3]);
    }

    /** V(x), x within the range. */
    double energy(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int cell = (int) ((bits >>> shift) - first);
        return energy[cell] - 0.5 * integral(cell, x - Double.longBitsToDouble(bits & mask));
    }

    /** Integral of s over x from the start of a cell. */
    private double integral(int cell, double t) {
        int at = 4 * cell;
        return t * (cubic[at] + t * (cubic[at + 1] / 2.0 + t * (cubic[at + 2] / 3.0 + t * cubic[at + 3] / 4.0)));
    }

    /** What is added to the law's V outside the range, so that V has no step: below near the table's own error there, else 0. */
    double constantAt(double x) {
        return x < least ? constant : 0.0;
    }
}
