package org.mclnn.kernel;

/**
 * Loops over flat batches, one lane per distance or point. Each is simple enough for the compiler to make vector instructions of it, and
 * none depends on how wide those are.
 */
public final class Lanes {
    private Lanes() {}

    static void fill(double[] out, int n, double value) {
        for (int k = 0; k < n; k++) {
            out[k] = value;
        }
    }

    static void line(double w, double b, double[] r, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = w * r[k] + b;
        }
    }

    static void times(double w, double[] a, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = w * a[k];
        }
    }

    /** {@code out[k]} += sum of {@code w[at + i stride] in[i][k]}, one input i after the other, four in one pass, for k below n. */
    public static void combine(double[] w, int at, int stride, int count, double[][] in, int n, double[] out) {
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
                    0,
                    n,
                    out);
        }
        for (; i < count; i++) {
            combine1(w[at + i * stride], in[i], 0, n, out);
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
            int from,
            int n,
            double[] out) {
        for (int k = from; k < n; k++) {
            out[k] = (((out[k] + w0 * a[k]) + w1 * b[k]) + w2 * c[k]) + w3 * d[k];
        }
    }

    static void combine1(double w, double[] a, int from, int n, double[] out) {
        for (int k = from; k < n; k++) {
            out[k] += w * a[k];
        }
    }

    /** out = a b. */
    public static void product(double[] a, double[] b, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = a[k] * b[k];
        }
    }

    /** Sum in {@link Kernel#PARTS} parts: the same bits everywhere, and no waiting for the adder. */
    public static double sum(double[] a, int n) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        int k = 0;
        for (; k + 8 <= n; k += 8) {
            s0 += a[k];
            s1 += a[k + 1];
            s2 += a[k + 2];
            s3 += a[k + 3];
            s4 += a[k + 4];
            s5 += a[k + 5];
            s6 += a[k + 6];
            s7 += a[k + 7];
        }
        int rest = n - k;
        s0 += rest > 0 ? a[k] : 0.0;
        s1 += rest > 1 ? a[k + 1] : 0.0;
        s2 += rest > 2 ? a[k + 2] : 0.0;
        s3 += rest > 3 ? a[k + 3] : 0.0;
        s4 += rest > 4 ? a[k + 4] : 0.0;
        s5 += rest > 5 ? a[k + 5] : 0.0;
        s6 += rest > 6 ? a[k + 6] : 0.0;
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** out += a b. */
    public static void addProduct(double[] a, double[] b, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] += a[k] * b[k];
        }
    }

    /** out = a b + c d. */
    static void products(double[] a, double[] b, double[] c, double[] d, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = a[k] * b[k] + c[k] * d[k];
        }
    }

    /** out = a b + c. */
    static void productAndSum(double[] a, double[] b, double[] c, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = a[k] * b[k] + c[k];
        }
    }

    /** One column of a row-major matrix: {@code rows[at + k * stride]} = a. */
    static void store(double[] a, int n, double[] rows, int at, int stride) {
        for (int k = 0; k < n; k++) {
            rows[at + k * stride] = a[k];
        }
    }
}
