package org.mclnn.baseline;

import java.util.Arrays;
import org.mclnn.kernel.Lanes;
import org.mclnn.kernel.Layers;

/**
 * A network y(x) of several inputs at a block of points at once, and its derivatives (theory, T45, T46). Layer by layer z = W h + b and h =
 * s(z), squareplus on hidden layers. Channel 0 carries z and h, every other channel their derivatives along a direction of x. All points
 * go through a loop together. One per thread.
 */
final class CoordinateSweep {
    private final Layers layers;
    private final int output; // number of the output layer
    private final int points;
    private final double[][][][] h; // [layer][channel][unit][point], what goes into a layer; into layer 0 goes x
    private final double[][][][] z;
    private final double[][][][] bar; // derivatives by z of what is swept back
    private final double[][][] s1; // [hidden layer][unit][point] s'(z)
    private final double[][][] s2;
    private final double[][][] s3;
    private final double[][][] bend; // dy/dh s''(z)
    private final double[][][] turned; // [channel][point][unit], h of one layer
    private final double[] row; // of weights
    private final double[] column; // one weight at each point
    private double[] theta = new double[0];
    private int swept; // channels that were swept back

    /**
     * @param points in a block
     * @param directions at most
     */
    CoordinateSweep(Layers layers, int points, int directions) {
        this.layers = layers;
        this.points = points;
        output = layers.hidden();
        h = new double[output + 1][1 + directions][][];
        z = new double[output + 1][1 + directions][][];
        bar = new double[output + 1][1 + directions][][];
        s1 = new double[output][][];
        s2 = new double[output][][];
        s3 = new double[output][][];
        bend = new double[output][][];
        int widest = 0;
        for (int l = 0; l <= output; l++) {
            int inputs = layers.inputs(l);
            int units = layers.units(l);
            widest = Math.max(widest, inputs);
            Arrays.setAll(h[l], c -> new double[inputs][points]);
            Arrays.setAll(z[l], c -> new double[units][points]);
            Arrays.setAll(bar[l], c -> new double[units][points]);
            if (l < output) {
                for (var set : new double[][][][] {s1, s2, s3, bend}) {
                    set[l] = new double[units][points];
                }
            }
        }
        turned = new double[1 + directions][points][widest];
        row = new double[widest];
        column = new double[points];
    }

    /** @param values theta; read whenever it is swept, not copied */
    void parameters(double[] values) {
        theta = values;
    }

    /** To be written: where the points are, for channel 0, or a direction at each of them; [input][point]. */
    double[][] inputs(int channel) {
        return h[0][channel];
    }

    /** Goes to the points; returns y at each, in memory that is used again. */
    double[] forward() {
        for (int l = 0; l <= output; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                linear(l, 0, j, theta[layers.biases(l) + j]);
                if (l < output) {
                    Squareplus.forward(points, z[l][0][j], h[l + 1][0][j], s1[l][j], s2[l][j], s3[l][j]);
                }
            }
        }
        return z[output][0][0];
    }

    private void linear(int l, int channel, int unit, double bias) {
        int inputs = layers.inputs(l);
        Arrays.fill(z[l][channel][unit], bias);
        Lanes.combine(theta, layers.weights(l) + unit * inputs, 1, inputs, h[l][channel], points, z[l][channel][unit]);
    }

    /** Writes dy/dx at the points, [input][point]. */
    void gradient(double[][] dX) {
        Arrays.fill(bar[output][0][0], 1.0);
        for (int l = output; l > 0; l--) {
            var below = bar[l - 1][0];
            back(l, bar[l][0], below);
            for (int j = 0; j < below.length; j++) {
                Squareplus.adjoint(points, s1[l - 1][j], s2[l - 1][j], below[j], bend[l - 1][j]);
            }
        }
        back(0, bar[0][0], dX);
    }

    /** Adjoints of what goes into a layer from those of its z. */
    private void back(int l, double[][] zBar, double[][] hBar) {
        for (int i = 0; i < layers.inputs(l); i++) {
            Arrays.fill(hBar[i], 0.0);
            Lanes.combine(theta, layers.weights(l) + i, layers.inputs(l), layers.units(l), zBar, points, hBar[i]);
        }
    }

    /** Takes directions first to last forward: z' = W h', h' = s'(z) z'. */
    void along(int first, int last) {
        for (int c = first; c <= last; c++) {
            for (int l = 0; l < output; l++) {
                for (int j = 0; j < layers.units(l); j++) {
                    linear(l, c, j, 0.0);
                    Lanes.product(s1[l][j], z[l][c][j], points, h[l + 1][c][j]);
                }
            }
        }
    }

    /** Writes the second derivative of y along two directions, after {@link #gradient} and {@link #along}. */
    void second(int one, int other, double[] out) {
        Arrays.fill(out, 0.0);
        for (int l = 0; l < output; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                Squareplus.addProduct(points, bend[l][j], z[l][one][j], z[l][other][j], out);
            }
        }
    }

    /** Sweeps back D1 y, the derivative along direction 1. */
    void backFirst() {
        along(1, 1);
        begin(2);
        for (int l = output - 1; l >= 0; l--) {
            backThrough(l + 1);
            for (int j = 0; j < layers.units(l); j++) {
                Squareplus.firstAdjoint(points, s1[l][j], s2[l][j], z[l][1][j], bar[l][0][j], bar[l][1][j]);
            }
        }
    }

    /** Sweeps back D1 y - D2 D3 y: the derivative along one direction less a second one along two others. */
    void backSecond() {
        along(2, 3);
        for (int l = 0; l < output; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                linear(l, 1, j, 0.0);
                Squareplus.second(points, s1[l][j], s2[l][j], z[l], j, h[l + 1][1][j]);
            }
        }
        begin(4);
        for (int l = output - 1; l >= 0; l--) {
            backThrough(l + 1);
            for (int j = 0; j < layers.units(l); j++) {
                Squareplus.secondAdjoint(points, s1[l][j], s2[l][j], s3[l][j], z[l], bar[l], j);
            }
        }
    }

    private void begin(int count) {
        swept = count;
        for (int c = 0; c < swept; c++) {
            Arrays.fill(bar[output][c][0], c == 1 ? 1.0 : 0.0);
        }
    }

    private void backThrough(int l) {
        for (int c = 0; c < swept; c++) {
            back(l, bar[l][c], bar[l - 1][c]);
        }
    }

    /** Adds to {@code dTheta[p]} the derivative by theta[p] of what was swept back, all points together. */
    void pullback(double[] dTheta) {
        for (int l = 0; l <= output; l++) {
            int inputs = layers.inputs(l);
            for (int c = 0; c < swept; c++) {
                turn(h[l][c], turned[c]);
            }
            for (int j = 0; j < layers.units(l); j++) {
                Arrays.fill(row, 0, inputs, 0.0);
                for (int c = 0; c < swept; c++) {
                    Lanes.combine(bar[l][c][j], 0, 1, points, turned[c], inputs, row);
                }
                int weights = layers.weights(l) + j * inputs;
                for (int i = 0; i < inputs; i++) {
                    dTheta[weights + i] += row[i];
                }
                dTheta[layers.biases(l) + j] += Lanes.sum(bar[l][0][j], points);
            }
        }
    }

    private static void turn(double[][] h, double[][] turned) {
        for (int i = 0; i < h.length; i++) {
            for (int k = 0; k < turned.length; k++) {
                turned[k][i] = h[i][k];
            }
        }
    }

    /** Writes {@code rows[point][p]}, the derivative by theta[p] of what was swept back, for the first points. */
    void rows(int count, double[][] rows) {
        for (int l = 0; l <= output; l++) {
            for (int j = 0; j < layers.units(l); j++) {
                for (int i = 0; i < layers.inputs(l); i++) {
                    Lanes.product(bar[l][0][j], h[l][0][i], points, column);
                    for (int c = 1; c < swept; c++) {
                        Lanes.addProduct(bar[l][c][j], h[l][c][i], points, column);
                    }
                    store(column, count, rows, layers.weights(l) + j * layers.inputs(l) + i);
                }
                store(bar[l][0][j], count, rows, layers.biases(l) + j);
            }
        }
    }

    private static void store(double[] column, int count, double[][] rows, int p) {
        for (int k = 0; k < count; k++) {
            rows[k][p] = column[k];
        }
    }
}
