package org.mclnn.kernel;

import java.util.Arrays;

/** Where the weights and biases of a network stand in theta. */
public final class Layers {
    private final int[] widths;
    private final int[] weights; // of each layer; its biases follow them
    private final int size;

    /** @param widths inputs, the hidden layers, 1 */
    public Layers(int[] widths) {
        this.widths = widths.clone();
        weights = new int[widths.length - 1];
        int at = 0;
        for (int l = 0; l < weights.length; l++) {
            weights[l] = at;
            at += widths[l + 1] * (widths[l] + 1);
        }
        size = at;
    }

    /** Number of hidden layers; the output layer has this index. */
    public int hidden() {
        return widths.length - 2;
    }

    /** P, the length of theta. */
    public int size() {
        return size;
    }

    /** Units of a hidden layer. */
    public int units(int layer) {
        return widths[layer + 1];
    }

    /** Inputs of a layer; those of a law for layer 0: 1, the distance. */
    public int inputs(int layer) {
        return widths[layer];
    }

    /** Index in theta of a layer's weight from input 0 to unit 0. */
    public int weights(int layer) {
        return weights[layer];
    }

    /** Root mean squares of three groups of theta: first weights (1/length), output (energy), and all that lies between (no unit). */
    public double[] sizes(double[] theta) {
        int first = biases(0);
        int output = weights(hidden());
        var sizes = new double[theta.length];
        for (int[] group : new int[][] {{0, first}, {first, output}, {output, size}}) {
            double squares = 0.0;
            for (int p = group[0]; p < group[1]; p++) {
                squares += theta[p] * theta[p];
            }
            double mean = Math.sqrt(squares / (group[1] - group[0]));
            Arrays.fill(sizes, group[0], group[1], mean > 0.0 ? mean : 1.0);
        }
        return sizes;
    }

    /** Index in theta of a layer's first bias. */
    public int biases(int layer) {
        return weights[layer] + widths[layer + 1] * widths[layer];
    }
}
