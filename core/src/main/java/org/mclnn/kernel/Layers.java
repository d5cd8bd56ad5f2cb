package org.mclnn.kernel;

/** Where the weights and biases of a network stand in theta. */
public final class Layers {
    private final int[] widths;
    private final int[] weights; // of each layer; its biases follow them
    private final int size;

    /** @param widths 1, the hidden layers, 1 */
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

    /** Inputs of a layer; 1, the distance, for layer 0. */
    public int inputs(int layer) {
        return widths[layer];
    }

    /** Index in theta of a layer's weight from input 0 to unit 0. */
    public int weights(int layer) {
        return weights[layer];
    }

    /** Index in theta of a layer's first bias. */
    public int biases(int layer) {
        return weights[layer] + widths[layer + 1] * widths[layer];
    }
}
