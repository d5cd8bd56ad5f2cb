package org.mclnn.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.mclnn.kernel.Kernel;

/** Sums over distances into partial sums [parameter][part]: distance k adds to part k mod 8. */
final class Gradient {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();
    private static final int PARTS = Kernel.PARTS;

    private Gradient() {}

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    /** Weighs the adjoints of a layer with the coefficients, in place; biases: parts[j] += zBar[j]. */
    static void weigh(double[] c, int k, Units of, int at, double[] parts, int part) {
        var weight = load(c, k);
        for (int j = 0; j < of.count; j++) {
            int o = at + j * LANES;
            int p = part + j * PARTS;
            var z = load(of.zBar, o).mul(weight);
            z.intoArray(of.zBar, o);
            load(of.zPrimeBar, o).mul(weight).intoArray(of.zPrimeBar, o);
            load(parts, p).add(z).intoArray(parts, p);
        }
    }

    /** Output weights: parts[j] += c h'[j]. */
    static void output(double[] c, int k, Units of, int at, double[] parts, int part) {
        var weight = load(c, k);
        for (int j = 0; j < of.count; j++) {
            int p = part + j * PARTS;
            load(parts, p).add(weight.mul(load(of.hPrime, at + j * LANES))).intoArray(parts, p);
        }
    }

    /** Weights of the first layer: parts[j] += zBar[j] r + zPrimeBar[j]. */
    static void first(Units of, int at, double[] r, int k, double[] parts, int part) {
        var distance = load(r, k);
        for (int j = 0; j < of.count; j++) {
            int p = part + j * PARTS;
            var term = load(of.zBar, at + j * LANES).mul(distance).add(load(of.zPrimeBar, at + j * LANES));
            load(parts, p).add(term).intoArray(parts, p);
        }
    }

    /** Weights of a later layer: parts[j, i] += zBar[j] h[i] + zPrimeBar[j] h'[i] over the vectors of a panel. */
    static void next(Units of, Units below, int vectors, double[] parts) {
        for (int v = 0; v < vectors; v++) {
            int part = v * LANES % PARTS;
            for (int j = 0; j < of.count; j += 2) {
                twoRows(of, v * of.stride + j * LANES, below, v * below.stride, parts, j * of.inputs * PARTS + part);
            }
        }
    }

    private static void twoRows(Units of, int unit, Units below, int from, double[] parts, int at) {
        int inputs = of.inputs;
        int lower = at + inputs * PARTS;
        var f0 = load(of.zBar, unit);
        var f1 = load(of.zBar, unit + LANES);
        var g0 = load(of.zPrimeBar, unit);
        var g1 = load(of.zPrimeBar, unit + LANES);
        var h = below.h;
        var hPrime = below.hPrime;
        for (int i = 0; i < inputs; i++) {
            var a = load(h, from + i * LANES);
            var b = load(hPrime, from + i * LANES);
            var p0 = load(parts, at + i * PARTS);
            var p1 = load(parts, lower + i * PARTS);
            p0.add(f0.mul(a).add(g0.mul(b))).intoArray(parts, at + i * PARTS);
            p1.add(f1.mul(a).add(g1.mul(b))).intoArray(parts, lower + i * PARTS);
        }
    }

    /** out[p] += the parts of parameter p, joined, for every p below n. */
    static void join(double[] parts, int from, int n, double[] out, int at) {
        for (int p = 0; p < n; p++) {
            int k = from + p * PARTS;
            out[at + p] += ((parts[k] + parts[k + 1]) + (parts[k + 2] + parts[k + 3]))
                    + ((parts[k + 4] + parts[k + 5]) + (parts[k + 6] + parts[k + 7]));
        }
    }
}
