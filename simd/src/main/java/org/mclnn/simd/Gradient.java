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
        for (int part = 0; part < PARTS; part += LANES) {
            for (int j = 0; j < of.count; j += 2) {
                for (int i = 0; i < of.inputs; i += 2) {
                    twoByTwo(of, j, below, i, vectors, parts, (j * of.inputs + i) * PARTS + part, part / LANES);
                }
            }
        }
    }

    /** Two units by two inputs, sums in registers. */
    private static void twoByTwo(
            Units of, int unit, Units below, int input, int vectors, double[] parts, int at, int first) {
        int lower = at + of.inputs * PARTS;
        var s00 = load(parts, at);
        var s01 = load(parts, at + PARTS);
        var s10 = load(parts, lower);
        var s11 = load(parts, lower + PARTS);
        var zBar = of.zBar;
        var zPrimeBar = of.zPrimeBar;
        var h = below.h;
        var hPrime = below.hPrime;
        for (int v = first; v < vectors; v += PARTS / LANES) {
            int j = v * of.stride + unit * LANES;
            int i = v * below.stride + input * LANES;
            var f0 = load(zBar, j);
            var f1 = load(zBar, j + LANES);
            var g0 = load(zPrimeBar, j);
            var g1 = load(zPrimeBar, j + LANES);
            var a0 = load(h, i);
            var a1 = load(h, i + LANES);
            var b0 = load(hPrime, i);
            var b1 = load(hPrime, i + LANES);
            s00 = s00.add(f0.mul(a0).add(g0.mul(b0)));
            s01 = s01.add(f0.mul(a1).add(g0.mul(b1)));
            s10 = s10.add(f1.mul(a0).add(g1.mul(b0)));
            s11 = s11.add(f1.mul(a1).add(g1.mul(b1)));
        }
        s00.intoArray(parts, at);
        s01.intoArray(parts, at + PARTS);
        s10.intoArray(parts, lower);
        s11.intoArray(parts, lower + PARTS);
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
