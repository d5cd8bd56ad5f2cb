package org.mclnn.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.kernel.Layers;
import org.mclnn.potential.Check;
import org.mclnn.potential.Normal;

/**
 * One network of all coordinates at once (paper 4.1.2), V(q; theta) or, of coordinates and velocities, L(q, v; theta): squareplus on hidden
 * layers, one linear output. theta holds, layer by layer, the weights row by row and then the biases; no force depends on the last bias.
 * Immutable.
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

    /**
     * For an L of coordinates and as many velocities, whose matrix of second derivatives by velocities must be regular: convex in the
     * velocities, concave in the coordinates as far as the first layer goes. Two thirds of its units, at least as many as velocities, see
     * velocities alone, the others coordinates alone; beyond it weights are positive, apart from those of the others, and no larger than 1
     * over the inputs of their layer in mean square, so that sums stay where the activation bends.
     *
     * @throws IllegalArgumentException if the first layer has fewer units than there are velocities: then the matrix is always singular
     */
    double[] saddleStart(SplittableRandom random) {
        int n = layers.inputs(0) / 2;
        int units = layers.units(0);
        if (units < n) {
            throw new IllegalArgumentException("the first hidden layer has " + units + " units, but L depends on " + n
                    + " velocities: with fewer units than those d2L/dv dv is singular. Take at least " + n);
        }
        int moving = Math.max(n, 2 * units / 3);
        var theta = scaledStart(random);
        for (int l = 1; l <= layers.hidden(); l++) {
            double scale = 1.0 / Math.sqrt(layers.inputs(l));
            for (int p = layers.weights(l); p < layers.biases(l); p++) {
                int from = (p - layers.weights(l)) % layers.inputs(l);
                theta[p] = Math.abs(theta[p]) * (l == 1 && from >= moving ? -scale : scale);
            }
        }
        for (int j = 0; j < units; j++) {
            int unseen = layers.weights(0) + j * 2 * n + (j < moving ? 0 : n);
            Arrays.fill(theta, unseen, unseen + n, 0.0);
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
