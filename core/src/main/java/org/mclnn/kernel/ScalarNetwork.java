package org.mclnn.kernel;

/** The loops of a network in plain Java; lane k of every array belongs to distance k. */
final class ScalarNetwork implements NetworkLoops {
    private final Layers layers;
    private final int hidden;
    private final double[] theta;
    private int capacity = -1; // so that an empty first batch finds its arrays
    // [hidden layer][unit][lane]
    private final double[][][] h;
    private final double[][][] hPrime;
    private final double[][][] s1; // s'(z)
    private final double[][][] s2; // s''(z) z'
    private final double[][][] zBar; // dV'/dz
    private final double[][][] zPrimeBar; // dV'/dz'
    private double[] first = new double[0];
    private double[] second = new double[0];
    private double[] terms = new double[0];

    ScalarNetwork(int[] widths) {
        layers = new Layers(widths);
        hidden = layers.hidden();
        theta = new double[layers.size()];
        h = new double[hidden][][];
        hPrime = new double[hidden][][];
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
        terms = new double[n];
        for (int l = 0; l < hidden; l++) {
            for (var set : new double[][][][] {h, hPrime, s1, s2, zBar, zPrimeBar}) {
                set[l] = new double[layers.units(l)][n];
            }
        }
    }

    private void forward(double[] r, int n) {
        reserve(n);
        int w = layers.weights(0);
        int b = layers.biases(0);
        for (int j = 0; j < layers.units(0); j++) {
            Lanes.line(theta[w + j], theta[b + j], r, n, h[0][j]);
            Lanes.fill(hPrime[0][j], n, theta[w + j]);
            activate(n, h[0][j], hPrime[0][j], s1[0][j], s2[0][j]);
        }
        for (int l = 1; l < hidden; l++) {
            w = layers.weights(l);
            b = layers.biases(l);
            int in = layers.inputs(l);
            for (int j = 0; j < layers.units(l); j++) {
                Lanes.fill(h[l][j], n, theta[b + j]);
                Lanes.combine(theta, w + j * in, 1, in, h[l - 1], n, h[l][j]);
                Lanes.fill(hPrime[l][j], n, 0.0);
                Lanes.combine(theta, w + j * in, 1, in, hPrime[l - 1], n, hPrime[l][j]);
                activate(n, h[l][j], hPrime[l][j], s1[l][j], s2[l][j]);
            }
        }
    }

    /** z and z' in h and hPrime on entry. */
    private static void activate(int n, double[] h, double[] hPrime, double[] s1, double[] s2) {
        for (int k = 0; k < n; k++) {
            double z = h[k];
            double zPrime = hPrime[k];
            double q = Math.sqrt(z * z + 4.0);
            double inverse = 1.0 / q;
            double slope = 0.5 + 0.5 * (z * inverse);
            h[k] = 0.5 * (z + q);
            hPrime[k] = slope * zPrime;
            s1[k] = slope;
            s2[k] = 2.0 * (inverse * inverse * inverse) * zPrime;
        }
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        forward(r, n);
        Lanes.fill(energy, n, theta[layers.biases(hidden)]);
        Lanes.combine(theta, layers.weights(hidden), 1, layers.units(hidden - 1), h[hidden - 1], n, energy);
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        forward(r, n);
        Lanes.fill(slope, n, 0.0);
        Lanes.combine(theta, layers.weights(hidden), 1, layers.units(hidden - 1), hPrime[hidden - 1], n, slope);
    }

    /** One sweep from V' back to every z and z', and V'' on the way. */
    private void backward(int n, double[] curvature) {
        int out = layers.weights(hidden);
        int top = hidden - 1;
        for (int j = 0; j < layers.units(top); j++) {
            Lanes.times(theta[out + j], s2[top][j], n, zBar[top][j]);
            Lanes.times(theta[out + j], s1[top][j], n, zPrimeBar[top][j]);
        }
        for (int l = top - 1; l >= 0; l--) {
            int w = layers.weights(l + 1);
            int units = layers.units(l);
            for (int i = 0; i < units; i++) {
                Lanes.fill(zBar[l][i], n, 0.0);
                Lanes.combine(theta, w + i, units, layers.units(l + 1), zBar[l + 1], n, zBar[l][i]);
                Lanes.fill(zPrimeBar[l][i], n, 0.0);
                Lanes.combine(theta, w + i, units, layers.units(l + 1), zPrimeBar[l + 1], n, zPrimeBar[l][i]);
                activationAdjoint(n, s1[l][i], s2[l][i], zBar[l][i], zPrimeBar[l][i]);
            }
        }
        Lanes.fill(curvature, n, 0.0);
        Lanes.combine(theta, layers.weights(0), 1, layers.units(0), zBar[0], n, curvature);
    }

    /** On entry the adjoints of h and h', on return those of z and z'. */
    private static void activationAdjoint(int n, double[] s1, double[] s2, double[] zBar, double[] zPrimeBar) {
        for (int k = 0; k < n; k++) {
            zBar[k] = zBar[k] * s1[k] + zPrimeBar[k] * s2[k];
            zPrimeBar[k] = zPrimeBar[k] * s1[k];
        }
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        slopes(r, n, slope);
        backward(n, curvature);
        int out = layers.weights(hidden);
        for (int j = 0; j < layers.units(hidden - 1); j++) {
            Lanes.product(c, hPrime[hidden - 1][j], n, terms);
            dTheta[out + j] += Lanes.sum(terms, n);
        }
        for (int l = 0; l < hidden; l++) {
            int w = layers.weights(l);
            for (int j = 0; j < layers.units(l); j++) {
                Lanes.product(c, zBar[l][j], n, first);
                Lanes.product(c, zPrimeBar[l][j], n, second);
                dTheta[layers.biases(l) + j] += Lanes.sum(first, n);
                for (int i = 0; i < layers.inputs(l); i++) {
                    weightTerms(l, i, first, second, r, n);
                    dTheta[w + j * layers.inputs(l) + i] += Lanes.sum(terms, n);
                }
            }
        }
    }

    /** Derivatives of V' by the weight from input i, given those by its unit's z and z'; z = w r + b and z' = w in layer 0. */
    private void weightTerms(int layer, int i, double[] byZ, double[] byZPrime, double[] r, int n) {
        if (layer == 0) {
            Lanes.productAndSum(byZ, r, byZPrime, n, terms);
        } else {
            Lanes.products(byZ, h[layer - 1][i], byZPrime, hPrime[layer - 1][i], n, terms);
        }
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        slopes(r, n, slope);
        backward(n, curvature);
        int out = layers.weights(hidden);
        for (int j = 0; j < layers.units(hidden - 1); j++) {
            Lanes.store(hPrime[hidden - 1][j], n, rows, out + j, stride);
        }
        Lanes.fill(terms, n, 0.0);
        Lanes.store(terms, n, rows, layers.biases(hidden), stride);
        for (int l = 0; l < hidden; l++) {
            int w = layers.weights(l);
            for (int j = 0; j < layers.units(l); j++) {
                Lanes.store(zBar[l][j], n, rows, layers.biases(l) + j, stride);
                for (int i = 0; i < layers.inputs(l); i++) {
                    weightTerms(l, i, zBar[l][j], zPrimeBar[l][j], r, n);
                    Lanes.store(terms, n, rows, w + j * layers.inputs(l) + i, stride);
                }
            }
        }
    }
}
