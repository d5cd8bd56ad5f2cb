package org.mclnn.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.mclnn.kernel.Kernels;
import org.mclnn.kernel.Layers;

/**
 * The paper's network for V(r): plain r in, hidden layers with the squareplus activation s(x) = (x + sqrt(x^2 + 4)) / 2, one linear
 * output (3.2, A.6). theta holds, layer by layer, the weights row by row and then the biases. The last bias is the free constant of V:
 * no force depends on it. Immutable.
 */
public final class PairNetwork implements PotentialForm {
    private static final double PLACES = 2.0; // spread of the units over the squareplus, whose bend is about as wide

    private final int[] widths; // 1, hidden layers, 1

    private PairNetwork(int[] widths) {
        this.widths = widths;
    }

    /** Hidden layers of the given widths, at least one. */
    public static PairNetwork of(int... hidden) {
        Check.atLeast(1, "the number of hidden layers", hidden.length);
        var widths = new int[hidden.length + 2];
        widths[0] = 1;
        widths[hidden.length + 1] = 1;
        for (int l = 0; l < hidden.length; l++) {
            widths[l + 1] = Check.atLeast(1, "the width of hidden layer " + (l + 1), hidden[l]);
        }
        long size = 0;
        for (int l = 1; l < widths.length; l++) {
            size += widths[l] * (widths[l - 1] + 1L);
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a network of hidden widths " + Arrays.toString(hidden)
                        + " has more parameters than an array holds");
            }
        }
        return new PairNetwork(widths);
    }

    /** Widths of the hidden layers. */
    public List<Integer> hidden() {
        return Arrays.stream(widths, 1, widths.length - 1).boxed().toList();
    }

    @Override
    public String name() {
        return "network:" + hidden().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public int size() {
        int size = 0;
        for (int l = 1; l < widths.length; l++) {
            size += widths[l] * (widths[l - 1] + 1);
        }
        return size;
    }

    @Override
    public List<String> parameterNames() {
        var names = new ArrayList<String>();
        for (int l = 1; l < widths.length; l++) {
            for (int j = 0; j < widths[l]; j++) {
                for (int i = 0; i < widths[l - 1]; i++) {
                    names.add("W" + (l - 1) + "[" + j + "," + i + "]");
                }
            }
            for (int j = 0; j < widths[l]; j++) {
                names.add("b" + (l - 1) + "[" + j + "]");
            }
        }
        return names;
    }

    /** Weights and biases drawn from the normal distribution N(0, 1), as the authors' later code does. */
    public double[] normalStart(SplittableRandom random) {
        var theta = new double[size()];
        for (int p = 0; p < theta.length; p++) {
            theta[p] = Normal.next(random);
        }
        return theta;
    }

    /**
     * A start with the units' kinks spread over the distances from {@code near} to {@code far}: first-layer weights of either sign and
     * steepness about 1/(far - near), later layers of variance 1/width, the output scaled to slopes of the given size: the same start in
     * any units.
     */
    public double[] spreadStart(double near, double far, double slope, SplittableRandom random) {
        var theta = new double[size()];
        int at = 0;
        for (int j = 0; j < widths[1]; j++) {
            double steep = 4.0 * Normal.next(random) / (far - near);
            double kink = near + random.nextDouble() * (far - near);
            theta[at + j] = steep;
            theta[at + widths[1] + j] = -steep * kink;
        }
        at += 2 * widths[1];
        for (int l = 2; l < widths.length; l++) {
            double unit = l == widths.length - 1 ? slope * (far - near) : 1.0;
            double scale = unit / Math.sqrt(widths[l - 1]);
            for (int p = 0; p < widths[l] * (widths[l - 1] + 1); p++) {
                theta[at++] = scale * Normal.next(random);
            }
        }
        return theta;
    }

    /**
     * Weights of which every unit bends little over the distances from {@code near} to {@code far}, each at another place of the squareplus;
     * the output is nothing. There units span nearly the polynomials up to their number, so that the output's weights alone can follow
     * a smooth curve to many digits (the flat limit of radial functions: Driscoll and Fornberg, Comput. Math. Appl. 43:413, 2002).
     *
     * @param bend about how much the argument of a unit of the first layer changes over half the distances
     */
    public double[] gentleStart(double near, double far, double bend, SplittableRandom random) {
        var theta = new double[size()];
        double middle = 0.5 * (near + far);
        for (int j = 0; j < widths[1]; j++) {
            double slope = 2.0 * bend * Normal.next(random) / (far - near);
            theta[j] = slope;
            theta[widths[1] + j] = PLACES * Normal.next(random) - slope * middle;
        }
        int at = 2 * widths[1];
        for (int l = 2; l < widths.length - 1; l++) {
            double scale = 1.0 / Math.sqrt(widths[l - 1]);
            int weights = widths[l] * widths[l - 1];
            for (int p = 0; p < weights + widths[l]; p++) {
                theta[at++] = (p < weights ? scale : PLACES) * Normal.next(random);
            }
        }
        return theta;
    }

    @Override
    public double[] sizes(double[] theta) {
        return new Layers(widths).sizes(theta);
    }

    /** The weights and the bias of the output. */
    @Override
    public int firstLinear() {
        return size() - widths[widths.length - 2] - 1;
    }

    @Override
    public boolean interpolates() {
        return true;
    }

    int[] widths() {
        return widths;
    }

    @Override
    public FormKernel kernel() {
        return new NetworkKernel(Kernels.active().network(widths));
    }
}
