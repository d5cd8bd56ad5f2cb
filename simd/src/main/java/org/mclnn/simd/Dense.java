package org.mclnn.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Layers of a network on one vector of distances; units stand one vector apart. Two units at a time share what they load. HotSpot
 * compiles methods above 325 bytecodes by themselves; smaller ones it joins until it has had enough, and from there on leaves vectors as
 * objects: so the long loops are written out in full.
 */
final class Dense {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    private Dense() {}

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /** z = W h + b and z' = W h' of one layer; the first has inputs r and 1, and weights w in both. */
    static void first(Units to, double[] r, int k, int at) {
        var distance = load(r, k);
        for (int j = 0; j < to.count; j++) {
            var weight = all(to.weights[j]);
            distance.mul(weight).add(to.biases[j]).intoArray(to.h, at + j * LANES);
            weight.intoArray(to.hPrime, at + j * LANES);
        }
    }

    /** h = s(z), h' = s'(z) z' in place of z and z'. */
    static void activate(Units to, int at) {
        var h = to.h;
        var hPrime = to.hPrime;
        for (int o = at; o < at + to.stride; o += LANES) {
            var z = load(h, o);
            var q = z.mul(z).add(4.0).sqrt();
            var slope = z.mul(all(1.0).div(q)).mul(0.5).add(0.5);
            z.add(q).mul(0.5).intoArray(h, o);
            slope.mul(load(hPrime, o)).intoArray(hPrime, o);
        }
    }

    /** As {@link #activate}, with s'(z) and s''(z) z'. */
    static void activateWithDerivatives(Units to, int at) {
        var h = to.h;
        var hPrime = to.hPrime;
        var s1 = to.s1;
        var s2 = to.s2;
        for (int o = at; o < at + to.stride; o += LANES) {
            var z = load(h, o);
            var zPrime = load(hPrime, o);
            var q = z.mul(z).add(4.0).sqrt();
            var inverse = all(1.0).div(q);
            var slope = z.mul(inverse).mul(0.5).add(0.5);
            z.add(q).mul(0.5).intoArray(h, o);
            slope.mul(zPrime).intoArray(hPrime, o);
            slope.intoArray(s1, o);
            inverse.mul(inverse).mul(inverse).mul(2.0).mul(zPrime).intoArray(s2, o);
        }
    }

    /** A later layer: z = W h + b, z' = W h', activated. */
    static void next(Units below, int from, Units to, int at, boolean derivatives) {
        int inputs = to.inputs;
        var weights = to.weights;
        var h = below.h;
        var hPrime = below.hPrime;
        for (int j = 0; j < to.count; j += 2) {
            int u = j * inputs;
            var z0 = all(to.biases[j]);
            var z1 = all(to.biases[j + 1]);
            var p0 = DoubleVector.zero(SPECIES);
            var p1 = DoubleVector.zero(SPECIES);
            for (int i = 0; i < inputs; i++) {
                var w0 = all(weights[u + i]);
                var w1 = all(weights[u + inputs + i]);
                var a = load(h, from + i * LANES);
                var b = load(hPrime, from + i * LANES);
                z0 = z0.add(w0.mul(a));
                z1 = z1.add(w1.mul(a));
                p0 = p0.add(w0.mul(b));
                p1 = p1.add(w1.mul(b));
            }
            int o = at + j * LANES;
            var q0 = z0.mul(z0).add(4.0).sqrt();
            var q1 = z1.mul(z1).add(4.0).sqrt();
            var inverse0 = all(1.0).div(q0);
            var inverse1 = all(1.0).div(q1);
            var slope0 = z0.mul(inverse0).mul(0.5).add(0.5);
            var slope1 = z1.mul(inverse1).mul(0.5).add(0.5);
            z0.add(q0).mul(0.5).intoArray(to.h, o);
            z1.add(q1).mul(0.5).intoArray(to.h, o + LANES);
            slope0.mul(p0).intoArray(to.hPrime, o);
            slope1.mul(p1).intoArray(to.hPrime, o + LANES);
            if (derivatives) {
                slope0.intoArray(to.s1, o);
                slope1.intoArray(to.s1, o + LANES);
                inverse0.mul(inverse0).mul(inverse0).mul(2.0).mul(p0).intoArray(to.s2, o);
                inverse1.mul(inverse1).mul(inverse1).mul(2.0).mul(p1).intoArray(to.s2, o + LANES);
            }
        }
    }

    /** out = start + sum over units of w_j a[j]. */
    static void output(double[] w, int units, double start, double[] a, int from, double[] out, int k) {
        var sum = all(start);
        for (int j = 0; j < units; j++) {
            sum = sum.add(all(w[j]).mul(load(a, from + j * LANES)));
        }
        sum.intoArray(out, k);
    }

    /** Adjoints of the last hidden layer's z and z'. */
    static void last(Units of, int at) {
        for (int j = 0; j < of.count; j++) {
            int o = at + j * LANES;
            var w = all(of.output[j]);
            load(of.s2, o).mul(w).intoArray(of.zBar, o);
            load(of.s1, o).mul(w).intoArray(of.zPrimeBar, o);
        }
    }

    /** Adjoints of a layer's z and z' from those of the layer above: through W to those of h and h', then through the activation. */
    static void before(Units above, int from, Units of, int at) {
        int units = above.count;
        var weights = above.transposed;
        var zBar = above.zBar;
        var zPrimeBar = above.zPrimeBar;
        for (int i = 0; i < of.count; i += 2) {
            int u = i * units;
            var x0 = DoubleVector.zero(SPECIES);
            var x1 = DoubleVector.zero(SPECIES);
            var y0 = DoubleVector.zero(SPECIES);
            var y1 = DoubleVector.zero(SPECIES);
            for (int j = 0; j < units; j++) {
                var w0 = all(weights[u + j]);
                var w1 = all(weights[u + units + j]);
                var a = load(zBar, from + j * LANES);
                var b = load(zPrimeBar, from + j * LANES);
                x0 = x0.add(w0.mul(a));
                x1 = x1.add(w1.mul(a));
                y0 = y0.add(w0.mul(b));
                y1 = y1.add(w1.mul(b));
            }
            int o = at + i * LANES;
            var slope0 = load(of.s1, o);
            var slope1 = load(of.s1, o + LANES);
            var bend0 = load(of.s2, o);
            var bend1 = load(of.s2, o + LANES);
            x0.mul(slope0).add(y0.mul(bend0)).intoArray(of.zBar, o);
            x1.mul(slope1).add(y1.mul(bend1)).intoArray(of.zBar, o + LANES);
            y0.mul(slope0).intoArray(of.zPrimeBar, o);
            y1.mul(slope1).intoArray(of.zPrimeBar, o + LANES);
        }
    }
}
