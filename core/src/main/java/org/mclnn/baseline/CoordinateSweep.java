package org.mclnn.baseline;

import java.util.Arrays;
import org.mclnn.kernel.Layers;

/**
 * A network of several inputs at one point, and its derivatives. Layer by layer z = W h + b, h = s(z), s(z) = (z + sqrt(z^2 + 4))/2; along
 * a direction w: z' = W h', h' = s'(z) z'. One per thread.
 */
final class CoordinateSweep {
    private final Layers layers;
    private final int hidden;
    private final double[] theta;
    private final double[][] h; // [0] the inputs, [l + 1] hidden layer l
    private final double[][] hPrime; // the same along the direction
    private final double[][] s1; // [hidden layer][unit] s'(z)
    private final double[][] s2; // s''(z)
    private final double[][] zPrime;
    private final double[][] zBar; // derivative by z of V, or of V along the direction
    private final double[][] zPrimeBar;

    /** @param theta read now and whenever it is swept; not copied */
    CoordinateSweep(Layers layers, double[] theta) {
        this.layers = layers;
        this.theta = theta;
        hidden = layers.hidden();
        h = new double[hidden + 1][];
        hPrime = new double[hidden + 1][];
        h[0] = new double[layers.inputs(0)];
        hPrime[0] = new double[layers.inputs(0)];
        s1 = new double[hidden][];
        s2 = new double[hidden][];
        zPrime = new double[hidden][];
        zBar = new double[hidden][];
        zPrimeBar = new double[hidden][];
        for (int l = 0; l < hidden; l++) {
            int units = layers.units(l);
            h[l + 1] = new double[units];
            hPrime[l + 1] = new double[units];
            s1[l] = new double[units];
            s2[l] = new double[units];
            zPrime[l] = new double[units];
            zBar[l] = new double[units];
            zPrimeBar[l] = new double[units];
        }
    }

    /** Goes to a point; returns V there. */
    double at(double[] q) {
        System.arraycopy(q, 0, h[0], 0, h[0].length);
        for (int l = 0; l < hidden; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                double z = theta[layers.biases(l) + j] + dot(layers.weights(l) + j * h[l].length, h[l]);
                double root = Math.sqrt(z * z + 4.0);
                h[l + 1][j] = 0.5 * (z + root);
                s1[l][j] = 0.5 + 0.5 * (z / root);
                s2[l][j] = 2.0 / (root * root * root);
            }
        }
        return theta[layers.biases(hidden)] + dot(layers.weights(hidden), h[hidden]);
    }

    private double dot(int weights, double[] values) {
        double sum = 0.0;
        for (int i = 0; i < values.length; i++) {
            sum += theta[weights + i] * values[i];
        }
        return sum;
    }

    /** Writes dV/dq at the point. */
    void gradient(double[] dQ) {
        int out = layers.weights(hidden);
        for (int j = 0; j < zBar[hidden - 1].length; j++) {
            zBar[hidden - 1][j] = theta[out + j] * s1[hidden - 1][j];
        }
        for (int l = hidden - 1; l >= 1; l--) {
            back(l, zBar[l], zBar[l - 1]);
            for (int i = 0; i < zBar[l - 1].length; i++) {
                zBar[l - 1][i] *= s1[l - 1][i];
            }
        }
        back(0, zBar[0], dQ);
    }

    /** Goes to a point; writes a = -(dV/dq)/m there, with the mass of each coordinate. */
    void accelerations(double[] q, double[] masses, double[] a) {
        at(q);
        gradient(a);
        for (int c = 0; c < a.length; c++) {
            a[c] = -a[c] / masses[c];
        }
    }

    /** Adjoints of a layer's inputs from those of its z. */
    private void back(int layer, double[] zBars, double[] inputs) {
        Arrays.fill(inputs, 0.0);
        for (int j = 0; j < zBars.length; j++) {
            int weights = layers.weights(layer) + j * inputs.length;
            double bar = zBars[j];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] += theta[weights + i] * bar;
            }
        }
    }

    /** {@code dTheta[p]} += factor times the derivative by theta[p] of w . dV/dq at the point. */
    void pullback(double[] w, double factor, double[] dTheta) {
        along(w);
        backAlong();
        int out = layers.weights(hidden);
        for (int j = 0; j < hPrime[hidden].length; j++) {
            dTheta[out + j] += factor * hPrime[hidden][j];
        }
        for (int l = 0; l < hidden; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                double bar = factor * zBar[l][j];
                double primeBar = factor * zPrimeBar[l][j];
                int weights = layers.weights(l) + j * h[l].length;
                for (int i = 0; i < h[l].length; i++) {
                    dTheta[weights + i] += bar * h[l][i] + primeBar * hPrime[l][i];
                }
                dTheta[layers.biases(l) + j] += bar;
            }
        }
    }

    private void along(double[] w) {
        System.arraycopy(w, 0, hPrime[0], 0, hPrime[0].length);
        for (int l = 0; l < hidden; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                zPrime[l][j] = dot(layers.weights(l) + j * h[l].length, hPrime[l]);
                hPrime[l + 1][j] = s1[l][j] * zPrime[l][j];
            }
        }
    }

    /** From w . dV/dq = h' of the output back to every z and z'. */
    private void backAlong() {
        int out = layers.weights(hidden);
        for (int j = 0; j < zBar[hidden - 1].length; j++) {
            zPrimeBar[hidden - 1][j] = theta[out + j];
            zBar[hidden - 1][j] = 0.0;
        }
        for (int l = hidden - 1; l >= 0; l--) {
            for (int j = 0; j < zBar[l].length; j++) {
                zBar[l][j] = zBar[l][j] * s1[l][j] + zPrimeBar[l][j] * s2[l][j] * zPrime[l][j];
                zPrimeBar[l][j] *= s1[l][j];
            }
            if (l > 0) {
                back(l, zBar[l], zBar[l - 1]);
                back(l, zPrimeBar[l], zPrimeBar[l - 1]);
            }
        }
    }
}
