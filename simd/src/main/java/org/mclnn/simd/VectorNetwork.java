package org.mclnn.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Layers;
import org.mclnn.kernel.NetworkLoops;

/**
 * The loops of a network on vectors of distances. A batch goes through in panels that stay in the first-level cache; the last vector is
 * filled up with a distance that is there, and what comes out for those lanes is dropped.
 */
final class VectorNetwork implements NetworkLoops {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();
    private static final int PARTS = Kernel.PARTS;
    private static final int PANEL = 64; // distances

    private final Layers layers;
    private final Units[] units;
    private final Units bottom;
    private final Units top;
    private double outputBias;
    private final double[] distance = new double[PANEL];
    private final double[] coefficient = new double[PANEL];
    private final double[] result = new double[PANEL];
    // [hidden layer][parameter][part], and the output's
    private final double[][] weightParts;
    private final double[][] biasParts;
    private final double[] outputParts;
    private final double[] inputs; // of one distance
    private final double[] inputsPrime;
    private int vectors;

    VectorNetwork(int[] widths) {
        layers = new Layers(widths);
        int hidden = layers.hidden();
        units = new Units[hidden];
        weightParts = new double[hidden][];
        biasParts = new double[hidden][];
        for (int l = 0; l < hidden; l++) {
            units[l] = new Units(layers.units(l), layers.inputs(l), PANEL);
            weightParts[l] = new double[units[l].weights.length * PARTS];
            biasParts[l] = new double[units[l].count * PARTS];
        }
        bottom = units[0];
        top = units[hidden - 1];
        outputParts = new double[top.count * PARTS];
        int widest = Arrays.stream(widths).max().orElse(1);
        inputs = new double[widest];
        inputsPrime = new double[widest];
    }

    @Override
    public void parameters(double[] theta) {
        for (int l = 0; l < units.length; l++) {
            var layer = units[l];
            int in = layers.inputs(l);
            int step = l == 0 ? 1 : layer.inputs;
            for (int j = 0; j < layers.units(l); j++) {
                for (int i = 0; i < in; i++) {
                    double w = theta[layers.weights(l) + j * in + i];
                    layer.weights[j * step + i] = w;
                    layer.transposed[i * layer.count + j] = w;
                }
                layer.biases[j] = theta[layers.biases(l) + j];
            }
        }
        System.arraycopy(theta, layers.weights(units.length), top.output, 0, layers.inputs(units.length));
        outputBias = theta[layers.biases(units.length)];
    }

    /** Takes up to {@value #PANEL} distances; returns how many. */
    private int take(double[] r, int from, int n) {
        int count = Math.min(PANEL, n - from);
        vectors = (count + LANES - 1) / LANES;
        System.arraycopy(r, from, distance, 0, count);
        for (int k = count; k < vectors * LANES; k++) {
            distance[k] = r[from];
        }
        return count;
    }

    private void forward(boolean derivatives) {
        for (int v = 0; v < vectors; v++) {
            int at = v * bottom.stride;
            Dense.first(bottom, distance, v * LANES, at);
            if (derivatives) {
                Dense.activateWithDerivatives(bottom, at);
            } else {
                Dense.activate(bottom, at);
            }
            for (int l = 1; l < units.length; l++) {
                Dense.next(units[l - 1], v * units[l - 1].stride, units[l], v * units[l].stride, derivatives);
            }
        }
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        for (int from = 0; from < n; from += PANEL) {
            int count = take(r, from, n);
            forward(false);
            output(outputBias, top.h, energy, from, count);
        }
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        for (int from = 0; from < n; from += PANEL) {
            int count = take(r, from, n);
            forward(false);
            output(0.0, top.hPrime, slope, from, count);
        }
    }

    private void output(double start, double[] of, double[] out, int from, int count) {
        for (int v = 0; v < vectors; v++) {
            Dense.output(top.output, top.count, start, of, v * top.stride, result, v * LANES);
        }
        System.arraycopy(result, 0, out, from, count);
    }

    private void backward(double[] curvature, int from, int count) {
        for (int v = 0; v < vectors; v++) {
            Dense.last(top, v * top.stride);
            for (int l = units.length - 2; l >= 0; l--) {
                Dense.before(units[l + 1], v * units[l + 1].stride, units[l], v * units[l].stride);
            }
            Dense.output(bottom.weights, bottom.count, 0.0, bottom.zBar, v * bottom.stride, result, v * LANES);
        }
        System.arraycopy(result, 0, curvature, from, count);
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        for (int l = 0; l < units.length; l++) {
            Arrays.fill(weightParts[l], 0.0);
            Arrays.fill(biasParts[l], 0.0);
        }
        Arrays.fill(outputParts, 0.0);
        for (int from = 0; from < n; from += PANEL) {
            int count = take(r, from, n);
            System.arraycopy(c, from, coefficient, 0, count);
            Arrays.fill(coefficient, count, vectors * LANES, 0.0); // + 0 changes no part
            forward(true);
            output(0.0, top.hPrime, slope, from, count);
            backward(curvature, from, count);
            collect();
        }
        join(dTheta);
    }

    private void collect() {
        for (int v = 0; v < vectors; v++) {
            int k = v * LANES;
            int part = k % PARTS;
            Gradient.output(coefficient, k, top, v * top.stride, outputParts, part);
            for (int l = 0; l < units.length; l++) {
                Gradient.weigh(coefficient, k, units[l], v * units[l].stride, biasParts[l], part);
            }
            Gradient.first(bottom, v * bottom.stride, distance, k, weightParts[0], part);
        }
        for (int l = 1; l < units.length; l++) {
            Gradient.next(units[l], units[l - 1], vectors, weightParts[l]);
        }
    }

    /** The output's bias gets nothing: no slope depends on it. */
    private void join(double[] dTheta) {
        for (int l = 0; l < units.length; l++) {
            int in = layers.inputs(l);
            int step = l == 0 ? 1 : units[l].inputs;
            for (int j = 0; j < layers.units(l); j++) {
                Gradient.join(weightParts[l], j * step * PARTS, in, dTheta, layers.weights(l) + j * in);
            }
            Gradient.join(biasParts[l], 0, layers.units(l), dTheta, layers.biases(l));
        }
        Gradient.join(outputParts, 0, layers.inputs(units.length), dTheta, layers.weights(units.length));
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        for (int from = 0; from < n; from += PANEL) {
            int count = take(r, from, n);
            forward(true);
            output(0.0, top.hPrime, slope, from, count);
            backward(curvature, from, count);
            for (int k = 0; k < count; k++) {
                row(k, rows, (from + k) * stride);
            }
        }
    }

    /** The derivatives of one slope, lanes along the inputs. */
    private void row(int k, double[] rows, int at) {
        int w = at + layers.weights(0);
        int b = at + layers.biases(0);
        int o = place(0, k);
        for (int j = 0; j < layers.units(0); j++) {
            double z = bottom.zBar[o + j * LANES];
            rows[w + j] = z * distance[k] + bottom.zPrimeBar[o + j * LANES];
            rows[b + j] = z;
        }
        for (int l = 1; l < units.length; l++) {
            int in = layers.inputs(l);
            column(units[l - 1].h, place(l - 1, k), in, inputs, 0);
            column(units[l - 1].hPrime, place(l - 1, k), in, inputsPrime, 0);
            w = at + layers.weights(l);
            o = place(l, k);
            for (int j = 0; j < layers.units(l); j++) {
                products(units[l].zBar[o + j * LANES], units[l].zPrimeBar[o + j * LANES], in, rows, w + j * in);
            }
            column(units[l].zBar, o, layers.units(l), rows, at + layers.biases(l));
        }
        int last = units.length;
        column(top.hPrime, place(last - 1, k), layers.inputs(last), rows, at + layers.weights(last));
        rows[at + layers.biases(last)] = 0.0;
    }

    /** Where distance k of the panel stands in a layer's unit 0. */
    private int place(int layer, int k) {
        return k / LANES * units[layer].stride + k % LANES;
    }

    private static void column(double[] of, int from, int units, double[] out, int at) {
        for (int i = 0; i < units; i++) {
            out[at + i] = of[from + i * LANES];
        }
    }

    private void products(double z, double zPrime, int in, double[] out, int at) {
        int i = 0;
        for (; i + LANES <= in; i += LANES) {
            DoubleVector.fromArray(SPECIES, inputs, i)
                    .mul(z)
                    .add(DoubleVector.fromArray(SPECIES, inputsPrime, i).mul(zPrime))
                    .intoArray(out, at + i);
        }
        for (; i < in; i++) {
            out[at + i] = z * inputs[i] + zPrime * inputsPrime[i];
        }
    }
}
