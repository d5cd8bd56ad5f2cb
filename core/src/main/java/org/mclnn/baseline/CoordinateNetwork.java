package org.mclnn.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.kernel.Layers;
import org.mclnn.potential.Check;
import org.mclnn.potential.Normal;

/**
 * The baseline's potential energy V(q; theta): one network of all n coordinates at once (paper 4.1.2), squareplus on hidden layers, one
 * linear output. theta holds, layer by layer, the weights row by row and then the biases; no force depends on the last bias. Immutable.
 */
public final class CoordinateNetwork {
    private final Layers layers;

    private CoordinateNetwork(int[] widths) {
        layers = new Layers(widths);
    }

    /**
     * @param inputs at least 1
     * @param hidden widths of the hidden layers, at least one
     */
    public static CoordinateNetwork of(int inputs, List<Integer> hidden) {
        Check.atLeast(1, "the number of hidden layers", hidden.size());
        var widths = new int[hidden.size() + 2];
        widths[0] = Check.atLeast(1, "the number of coordinates", inputs);
        for (int l = 1; l <= hidden.size(); l++) {
            widths[l] = Check.atLeast(1, "the width of hidden layer " + l, hidden.get(l - 1));
        }
        widths[hidden.size() + 1] = 1;
        return new CoordinateNetwork(widths);
    }

    /** Widths of the hidden layers. */
    public List<Integer> hidden() {
        var hidden = new ArrayList<Integer>();
        for (int l = 0; l < layers.hidden(); l++) {
            hidden.add(layers.units(l));
        }
        return hidden;
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

    Layers layers() {
        return layers;
    }
}
