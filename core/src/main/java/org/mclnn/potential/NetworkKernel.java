package org.mclnn.potential;

/**
 * The network's value, slope, curvature and parameter derivatives over a flat batch; lane k of every array belongs to distance k.
 *
 * <p>Forward, (h, h') = (value, d/dr) goes through each layer: z = W h + b, z' = W h', then h = s(z), h' = s'(z) z'; V' is the output's
 * h'. Backward, one sweep from V' gives dV'/dtheta, and V'' = sum over j of zBar[0][j] W0[j].
 */
final class NetworkKernel implements FormKernel {
    private final int[] widths;
    private final int hidden; // number of hidden layers
    private final double[] theta;
    private int capacity = -1; // so that an empty first batch finds its arrays
    // [hidden layer][unit][lane]
    private final double[][][] h;
    private final double[][][] hPrime;
    private final double[][][] zPrime;
    private final double[][][] s1; // s'(z)
    private final double[][][] s2; // s''(z)
    private final double[][][] zBar; // dV'/dz
    private final double[][][] zPrimeBar; // dV'/dz'
    private double[] first = new double[0];
    private double[] second = new double[0];

    NetworkKernel(PairNetwork network) {
        widths = network.widths();
        hidden = widths.length - 2;
        theta = new double[network.size()];
        h = new double[hidden][][];
        hPrime = new double[hidden][][];
        zPrime = new double[hidden][][];
        s1 = new double[hidden][][];
        s2 = new double[hidden][][];
        zBar = new double[hidden][][];
        zPrimeBar = new double[hidden][][];
    }

    @Override
    public void parameters(double[] values) {
        System.arraycopy(values, 0, theta, 0, theta.length);
    }

    private void reserve(int n) {
        if (n <= capacity) {
            return;
        }
        capacity = n;
        first = new double[n];
        second = new double[n];
        for (int l = 0; l < hidden; l++) {
            for (var layers : new double[][][][] {h, hPrime, zPrime, s1, s2, zBar, zPrimeBar}) {
                layers[l] = new double[widths[l + 1]][n];
            }
        }
    }

    /** Start of layer l's weights in theta; its biases follow them. Layer {@code hidden} is the output. */
    private int weights(int l) {
        int at = 0;
        for (int k = 0; k < l; k++) {
            at += widths[k + 1] * (widths[k] + 1);
        }
        return at;
    }

    private int biases(int l) {
        return weights(l) + widths[l + 1] * widths[l];
    }

    private void forward(double[] r, int n) {
        reserve(n);
        int w = weights(0);
        int b = biases(0);
        for (int j = 0; j < widths[1]; j++) {
            firstLayer(theta[w + j], theta[b + j], r, n, h[0][j], zPrime[0][j]);
            activate(n, h[0][j], zPrime[0][j], hPrime[0][j], s1[0][j], s2[0][j]);
        }
        for (int l = 1; l < hidden; l++) {
            w = weights(l);
            b = biases(l);
            int in = widths[l];
            for (int j = 0; j < widths[l + 1]; j++) {
                Lanes.fill(h[l][j], n, theta[b + j]);
                Lanes.combine(theta, w + j * in, 1, in, h[l - 1], n, h[l][j]);
                Lanes.fill(zPrime[l][j], n, 0.0);
                Lanes.combine(theta, w + j * in, 1, in, hPrime[l - 1], n, zPrime[l][j]);
                activate(n, h[l][j], zPrime[l][j], hPrime[l][j], s1[l][j], s2[l][j]);
            }
        }
    }

    private static void firstLayer(double w, double b, double[] r, int n, double[] z, double[] zPrime) {
        for (int k = 0; k < n; k++) {
            z[k] = w * r[k] + b;
            zPrime[k] = w;
        }
    }

    /** z in h on entry; s = (z + q)/2, s' = (1 + z/q)/2, s'' = 2/q^3 with q = sqrt(z^2 + 4). */
    private static void activate(int n, double[] h, double[] zPrime, double[] hPrime, double[] s1, double[] s2) {
        for (int k = 0; k < n; k++) {
            double z = h[k];
            double q = Math.sqrt(z * z + 4.0);
            double inverse = 1.0 / q;
            double slope = 0.5 + 0.5 * (z * inverse);
            h[k] = 0.5 * (z + q);
            s1[k] = slope;
            s2[k] = 2.0 * (inverse * inverse * inverse);
            hPrime[k] = slope * zPrime[k];
        }
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        forward(r, n);
        Lanes.fill(energy, n, theta[biases(hidden)]);
        Lanes.combine(theta, weights(hidden), 1, widths[hidden], h[hidden - 1], n, energy);
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        forward(r, n);
        outputSlope(n, slope);
    }

    private void outputSlope(int n, double[] slope) {
        Lanes.fill(slope, n, 0.0);
        Lanes.combine(theta, weights(hidden), 1, widths[hidden], hPrime[hidden - 1], n, slope);
    }

    /** One sweep from V' back to every z and z', and V'' on the way. */
    private void backward(int n, double[] curvature) {
        int out = weights(hidden);
        for (int j = 0; j < widths[hidden]; j++) {
            int top = hidden - 1;
            outputAdjoint(theta[out + j], n, s1[top][j], s2[top][j], zPrime[top][j], zBar[top][j], zPrimeBar[top][j]);
        }
        for (int l = hidden - 2; l >= 0; l--) {
            int w = weights(l + 1);
            int units = widths[l + 1];
            for (int i = 0; i < units; i++) {
                Lanes.fill(zBar[l][i], n, 0.0);
                Lanes.combine(theta, w + i, units, widths[l + 2], zBar[l + 1], n, zBar[l][i]);
                Lanes.fill(zPrimeBar[l][i], n, 0.0);
                Lanes.combine(theta, w + i, units, widths[l + 2], zPrimeBar[l + 1], n, zPrimeBar[l][i]);
                activationAdjoint(n, s1[l][i], s2[l][i], zPrime[l][i], zBar[l][i], zPrimeBar[l][i]);
            }
        }
        Lanes.fill(curvature, n, 0.0);
        Lanes.combine(theta, weights(0), 1, widths[1], zBar[0], n, curvature);
    }

    private static void outputAdjoint(
            double w, int n, double[] s1, double[] s2, double[] zPrime, double[] zBar, double[] zPrimeBar) {
        for (int k = 0; k < n; k++) {
            zBar[k] = w * s2[k] * zPrime[k];
            zPrimeBar[k] = w * s1[k];
        }
    }

    /** On entry the adjoints of h and h', on return those of z and z'. */
    private static void activationAdjoint(
            int n, double[] s1, double[] s2, double[] zPrime, double[] zBar, double[] zPrimeBar) {
        for (int k = 0; k < n; k++) {
            zBar[k] = zBar[k] * s1[k] + zPrimeBar[k] * s2[k] * zPrime[k];
            zPrimeBar[k] = zPrimeBar[k] * s1[k];
        }
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        forward(r, n);
        outputSlope(n, slope);
        backward(n, curvature);
        int out = weights(hidden);
        for (int j = 0; j < widths[hidden]; j++) {
            dTheta[out + j] += Lanes.dot(c, hPrime[hidden - 1][j], n);
        }
        for (int l = 0; l < hidden; l++) {
            int w = weights(l);
            int b = biases(l);
            for (int j = 0; j < widths[l + 1]; j++) {
                Lanes.product(c, zBar[l][j], n, first);
                Lanes.product(c, zPrimeBar[l][j], n, second);
                dTheta[b + j] += Lanes.sum(first, n);
                if (l == 0) {
                    dTheta[w + j] += Lanes.dot(first, r, n) + Lanes.sum(second, n); // z = w r + b, z' = w
                } else {
                    for (int i = 0; i < widths[l]; i++) {
                        dTheta[w + j * widths[l] + i] += Lanes.dot(first, h[l - 1][i], second, hPrime[l - 1][i], n);
                    }
                }
            }
        }
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows) {
        forward(r, n);
        outputSlope(n, slope);
        backward(n, curvature);
        int size = theta.length;
        int out = weights(hidden);
        for (int j = 0; j < widths[hidden]; j++) {
            Lanes.store(hPrime[hidden - 1][j], n, rows, out + j, size);
        }
        Lanes.fill(first, n, 0.0);
        Lanes.store(first, n, rows, biases(hidden), size);
        for (int l = 0; l < hidden; l++) {
            int w = weights(l);
            for (int j = 0; j < widths[l + 1]; j++) {
                Lanes.store(zBar[l][j], n, rows, biases(l) + j, size);
                if (l == 0) {
                    Lanes.storeFirst(zBar[0][j], r, zPrimeBar[0][j], n, rows, w + j, size);
                } else {
                    for (int i = 0; i < widths[l]; i++) {
                        int at = w + j * widths[l] + i;
                        Lanes.store(zBar[l][j], h[l - 1][i], zPrimeBar[l][j], hPrime[l - 1][i], n, rows, at, size);
                    }
                }
            }
        }
    }
}
