package org.mclnn.baseline;

import java.util.SplittableRandom;
import org.mclnn.kernel.Layers;
import org.mclnn.potential.Check;
import org.mclnn.potential.Normal;

/**
 * The baseline's potential energy V(q; theta): one network of all n coordinates at once (paper 4.1.2), squareplus on hidden layers, one
 * linear output. theta holds, layer by layer, the weights row by row and then the biases; no force depends on the last bias. Immutable.
 */
public final class CoordinateNetwork {
    private final int[] widths; // n, hidden layers, 1
    private final Layers layers;

    private CoordinateNetwork(int[] widths) {
        this.widths = widths;
        layers = new Layers(widths);
    }

    /**
     * @param coordinates n, at least 1
     * @param hidden widths of the hidden layers, at least one
     */
    public static CoordinateNetwork of(int coordinates, int... hidden) {
        Check.atLeast(1, "the number of hidden layers", hidden.length);
        var widths = new int[hidden.length + 2];
        widths[0] = Check.atLeast(1, "the number of coordinates", coordinates);
        for (int l = 0; l < hidden.length; l++) {
            widths[l + 1] = Check.atLeast(1, "the width of hidden layer " + (l + 1), hidden[l]);
        }
        widths[hidden.length + 1] = 1;
        return new CoordinateNetwork(widths);
    }

    /** n. */
    public int coordinates() {
        return widths[0];
    }

    /** P, the number of parameters. */
    public int size() {
        return layers.size();
    }

    /** Weights and biases drawn from N(0, 1), as those of the paper's other network. */
    public double[] normalStart(SplittableRandom random) {
        var theta = new double[size()];
        for (int p = 0; p < theta.length; p++) {
            theta[p] = Normal.next(random);
        }
        return theta;
    }

    /** Weights of variance 1 over the inputs of their layer, biases from N(0, 1): units of every layer see numbers of the same size. */
    public double[] scaledStart(SplittableRandom random) {
        var theta = normalStart(random);
        for (int l = 0; l <= layers.hidden(); l++) {
            double scale = 1.0 / Math.sqrt(layers.inputs(l));
            for (int p = layers.weights(l); p < layers.biases(l); p++) {
                theta[p] *= scale;
            }
        }
        return theta;
    }

    double[] sizes(double[] theta) {
        return layers.sizes(theta);
    }

    /** A worker at given parameters; one per thread. */
    CoordinateSweep sweep(double[] theta) {
        return new CoordinateSweep(layers, theta);
    }
}
