package org.mclnn.baseline;

import org.mclnn.kernel.Lanes;

/** The activation s(z) = (z + sqrt(z^2 + 4))/2 at n points, and what becomes of derivatives on the way through it and back (theory, T45, T46). */
final class Squareplus {
    private Squareplus() {}

    /** h = s(z) and the first three derivatives of s. */
    static void forward(int n, double[] z, double[] h, double[] s1, double[] s2, double[] s3) {
        for (int k = 0; k < n; k++) {
            double root = Math.sqrt(z[k] * z[k] + 4.0);
            double inverse = 1.0 / root;
            double square = inverse * inverse;
            h[k] = 0.5 * (z[k] + root);
            s1[k] = 0.5 + 0.5 * (z[k] * inverse);
            s2[k] = 2.0 * (square * inverse);
            s3[k] = -6.0 * (z[k] * (square * square * inverse));
        }
    }

    /** The adjoint of h becomes that of z; bend is the former times s''. */
    static void adjoint(int n, double[] s1, double[] s2, double[] bar, double[] bend) {
        for (int k = 0; k < n; k++) {
            bend[k] = bar[k] * s2[k];
            bar[k] *= s1[k];
        }
    }

    /** For h' = s'(z) z': the adjoints of h and h' become those of z and z'. */
    static void firstAdjoint(int n, double[] s1, double[] s2, double[] zPrime, double[] bar, double[] barPrime) {
        for (int k = 0; k < n; k++) {
            bar[k] = bar[k] * s1[k] + barPrime[k] * (s2[k] * zPrime[k]);
            barPrime[k] *= s1[k];
        }
    }

    /**
     * h1 = s'(z) z1 - s''(z) z2 z3 of one unit.
     *
     * @param z [channel][unit][point]
     */
    static void second(int n, double[] s1, double[] s2, double[][][] z, int unit, double[] h1) {
        less(n, s1, z[1][unit], s2, z[2][unit], z[3][unit], h1);
    }

    /** out = a b - c d e. */
    private static void less(int n, double[] a, double[] b, double[] c, double[] d, double[] e, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = a[k] * b[k] - c[k] * (d[k] * e[k]);
        }
    }

    /**
     * For that, h2 = s'(z) z2 and h3 = s'(z) z3: the adjoints of h, h1, h2, h3 become those of z, z1, z2, z3.
     *
     * @param z [channel][unit][point], bar likewise
     */
    static void secondAdjoint(
            int n, double[] s1, double[] s2, double[] s3, double[][][] z, double[][][] bar, int unit) {
        var one = bar[1][unit];
        lessBent(n, s1, s3, z[2][unit], z[3][unit], one, bar[0][unit]);
        for (int c = 1; c < 4; c++) {
            addProduct(n, s2, z[c][unit], bar[c][unit], bar[0][unit]);
        }
        less(n, s1, bar[2][unit], one, s2, z[3][unit], bar[2][unit]);
        less(n, s1, bar[3][unit], one, s2, z[2][unit], bar[3][unit]);
        Lanes.product(s1, one, n, one);
    }

    private static void lessBent(
            int n, double[] s1, double[] s3, double[] z2, double[] z3, double[] bar1, double[] bar) {
        for (int k = 0; k < n; k++) {
            bar[k] = bar[k] * s1[k] - bar1[k] * (s3[k] * (z2[k] * z3[k]));
        }
    }

    /** out += a b c. */
    static void addProduct(int n, double[] a, double[] b, double[] c, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] += a[k] * (b[k] * c[k]);
        }
    }
}
