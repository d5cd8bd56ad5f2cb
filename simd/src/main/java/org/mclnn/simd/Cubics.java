package org.mclnn.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Cubics and their derivatives, lanes along the four of one distance. */
final class Cubics {
    private static final VectorSpecies<Double> SPECIES =
            Species.DOUBLE.length() < 4 ? Species.DOUBLE : DoubleVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    private Cubics() {}

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    static void four(double[] coefficients, int[] at, double[] x, int n, double[] value, double[] derivative) {
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < 4; j += LANES) {
                int c = at[k] + j;
                var u = DoubleVector.broadcast(SPECIES, x[k]);
                var c1 = load(coefficients, c + 4);
                var c2 = load(coefficients, c + 8);
                var c3 = load(coefficients, c + 12);
                u.mul(u.mul(u.mul(c3).add(c2)).add(c1))
                        .add(load(coefficients, c))
                        .intoArray(value, 4 * k + j);
                u.mul(c2.mul(2.0).add(u.mul(3.0).mul(c3))).add(c1).intoArray(derivative, 4 * k + j);
            }
        }
    }
}
