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
    private final int widest; // widths padded
    private final double[] inputs; // [lane][input] of one vector of distances
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
        widest = Kernel.padded(Arrays.stream(widths).max().orElse(1));
        inputs = new double[LANES * widest];
        inputsPrime = new double[LANES * widest];
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
            for (int v = 0; v < vectors; v++) {
                int last = Math.min(LANES, count - v * LANES);
                rowsOfVector(v, last, rows, (from + v * LANES) * stride, stride);
            }
        }
    }

    private void rowsOfVector(int v, int last, double[] rows, int at, int stride) {
        int end = layers.size();
        for (int lane = 0; lane < last; lane++) {
            int row = at + lane * stride;
            var z = bottom.zBar;
            var zPrime = bottom.zPrimeBar;
            double r = distance[v * LANES + lane];
            int o = v * bottom.stride + lane;
            int w = row + layers.weights(0);
            int b = row + layers.biases(0);
            for (int j = 0; j < layers.units(0); j++, o += LANES) {
                rows[w + j] = z[o] * r + zPrime[o];
                rows[b + j] = z[o];
            }
        }
        for (int l = 1; l < units.length; l++) {
            transpose(units[l - 1], layers.inputs(l), v);
            for (int lane = 0; lane < last; lane++) {
                int row = at + lane * stride;
                products(units[l], layers, l, v * units[l].stride + lane, lane, rows, row, row + end);
            }
        }
        int outputs = layers.inputs(units.length);
        for (int lane = 0; lane < last; lane++) {
            int row = at + lane * stride + layers.weights(units.length);
            int o = v * top.stride + lane;
            for (int j = 0; j < outputs; j++, o += LANES) {
                rows[row + j] = top.hPrime[o];
            }
            rows[row + outputs] = 0.0; // no slope depends on the output's bias
        }
    }

    /** Inputs of a layer at the distances of one vector, distance by distance. */
    private void transpose(Units below, int count, int v) {
        for (int i = 0; i < count; i++) {
            int o = v * below.stride + i * LANES;
            for (int lane = 0; lane < LANES; lane++) {
                inputs[lane * widest + i] = below.h[o + lane];
                inputsPrime[lane * widest + i] = below.hPrime[o + lane];
            }
        }
    }

    /**
     * The derivatives of one slope by a layer's weights and biases, lanes along the inputs. Whole vectors are written from the last
     * inputs to the first, so that what goes beyond them is written over; only where it would leave the row is it done one by one.
     */
    private void products(Units of, Layers layers, int l, int unit, int lane, double[] out, int row, int end) {
        int in = layers.inputs(l);
        int count = layers.units(l);
        int w = row + layers.weights(l);
        int b = row + layers.biases(l);
        for (int i = (in - 1) / LANES * LANES; i >= 0; i -= LANES) {
            var a = DoubleVector.fromArray(SPECIES, inputs, lane * widest + i);
            var p = DoubleVector.fromArray(SPECIES, inputsPrime, lane * widest + i);
            int last = Math.floorDiv(end - LANES - w - i, in); // unit whose vector still ends inside the row
            int whole = Math.max(0, Math.min(count, last + 1));
            int o = unit;
            for (int j = 0; j < whole; j++, o += LANES) {
                a.mul(of.zBar[o]).add(p.mul(of.zPrimeBar[o])).intoArray(out, w + j * in + i);
            }
            for (int j = whole; j < count; j++, o += LANES) {
                for (int k = i; k < Math.min(in, i + LANES); k++) {
                    int at = lane * widest + k;
                    out[w + j * in + k] = of.zBar[o] * inputs[at] + of.zPrimeBar[o] * inputsPrime[at];
                }
            }
        }
        for (int j = 0; j < count; j++) {
            out[b + j] = of.zBar[unit + j * LANES];
        }
    }
}
