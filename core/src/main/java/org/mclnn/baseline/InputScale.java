package org.mclnn.baseline;

import java.util.Arrays;
import org.mclnn.kernel.Layers;

/** A network's inputs x = (q - shift)/scale, so that it sees numbers of mean 0 and variance 1 while it is trained. Immutable. */
final class InputScale {
    private final double[] shift;
    private final double[] slope; // dx/dq

    private InputScale(double[] shift, double[] slope) {
        this.shift = shift;
        this.slope = slope;
    }

    /** x = q, of so many inputs. */
    static InputScale none(int inputs) {
        var ones = new double[inputs];
        Arrays.fill(ones, 1.0);
        return new InputScale(new double[inputs], ones);
    }

    /**
     * That of samples.
     *
     * @param inputs [input][sample]; one that does not vary is shifted alone
     */
    static InputScale of(double[]... inputs) {
        var shift = new double[inputs.length];
        var slope = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            int count = inputs[i].length;
            for (double value : inputs[i]) {
                shift[i] += value / count;
            }
            double variance = 0.0;
            for (double value : inputs[i]) {
                variance += (value - shift[i]) * (value - shift[i]) / count;
            }
            slope[i] = variance > 0.0 ? 1.0 / Math.sqrt(variance) : 1.0;
        }
        return new InputScale(shift, slope);
    }

    /** dx/dq of an input. */
    double slope(int input) {
        return slope[input];
    }

    /** Writes x at points: {@code x[first + c][k]} of {@code q[c][k]}. */
    void points(double[][] q, int first, double[][] x) {
        for (int c = 0; c < q.length; c++) {
            scaled(q[c], shift[first + c], slope[first + c], x[first + c]);
        }
    }

    /** The same of a direction at each point, which is not shifted. */
    void directions(double[][] q, int first, double[][] x) {
        for (int c = 0; c < q.length; c++) {
            scaled(q[c], 0.0, slope[first + c], x[first + c]);
        }
    }

    private static void scaled(double[] q, double shift, double slope, double[] x) {
        for (int k = 0; k < x.length; k++) {
            x[k] = (q[k] - shift) * slope;
        }
    }

    /** The parameters of the network of q that is the same function as that of x. */
    double[] folded(Layers layers, double[] theta) {
        var folded = theta.clone();
        for (int j = 0; j < layers.units(0); j++) {
            for (int i = 0; i < slope.length; i++) {
                int weight = layers.weights(0) + j * slope.length + i;
                folded[weight] *= slope[i];
                folded[layers.biases(0) + j] -= folded[weight] * shift[i];
            }
        }
        return folded;
    }
}
