package org.mclnn.potential;

/**
 * Loops over flat batches, one lane per distance. Each is simple enough for the compiler to make vector instructions of it, and none
 * depends on how wide those are.
 */
final class Lanes {
    private Lanes() {}

    static void fill(double[] out, int n, double value) {
        for (int k = 0; k < n; k++) {
            out[k] = value;
        }
    }

    /** out += sum over i of w[at + i stride] in[i], four inputs at a time. */
    static void combine(double[] w, int at, int stride, int count, double[][] in, int n, double[] out) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            int a = at + i * stride;
            combine4(
                    w[a],
                    in[i],
                    w[a + stride],
                    in[i + 1],
                    w[a + 2 * stride],
                    in[i + 2],
                    w[a + 3 * stride],
                    in[i + 3],
                    n,
                    out);
        }
        for (; i < count; i++) {
            combine1(w[at + i * stride], in[i], n, out);
        }
    }

    static void combine4(
            double w0,
            double[] a,
            double w1,
            double[] b,
            double w2,
            double[] c,
            double w3,
            double[] d,
            int n,
            double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] += (w0 * a[k] + w1 * b[k]) + (w2 * c[k] + w3 * d[k]);
        }
    }

    static void combine1(double w, double[] a, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] += w * a[k];
        }
    }

    static void product(double[] a, double[] b, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = a[k] * b[k];
        }
    }

    // Sums run in four interleaved parts, joined in one fixed order: same bits everywhere, and no waiting for the
    // adder.

    static double sum(double[] a, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            s0 += a[k];
            s1 += a[k + 1];
            s2 += a[k + 2];
            s3 += a[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double dot(double[] a, double[] b, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double dot(double[] a, double[] b, double[] c, double[] d, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int k = 0;
        for (; k + 4 <= n; k += 4) {
            s0 += a[k] * b[k] + c[k] * d[k];
            s1 += a[k + 1] * b[k + 1] + c[k + 1] * d[k + 1];
            s2 += a[k + 2] * b[k + 2] + c[k + 2] * d[k + 2];
            s3 += a[k + 3] * b[k + 3] + c[k + 3] * d[k + 3];
        }
        for (; k < n; k++) {
            s0 += a[k] * b[k] + c[k] * d[k];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static void store(double[] a, int n, double[] rows, int at, int size) {
        for (int k = 0; k < n; k++) {
            rows[at + k * size] = a[k];
        }
    }

    static void storeFirst(double[] a, double[] r, double[] b, int n, double[] rows, int at, int size) {
        for (int k = 0; k < n; k++) {
            rows[at + k * size] = a[k] * r[k] + b[k];
        }
    }

    static void store(double[] a, double[] b, double[] c, double[] d, int n, double[] rows, int at, int size) {
        for (int k = 0; k < n; k++) {
            rows[at + k * size] = a[k] * b[k] + c[k] * d[k];
        }
    }
}
