package org.mclnn.simd;

import jdk.incubator.vector.VectorSpecies;

/**
 * A hidden layer: its weights, and what is known of its units at the distances of a panel, {@code [vector of distances][unit][lane]} flat.
 * There is an even number of units, the last one idle where the network has an odd number: weights of 0, and nothing reads it.
 */
final class Units {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;

    /** Units, an even number. */
    final int count;
    /** Doubles from one vector of distances to the next. */
    final int stride;

    final int inputs;
    final double[] weights; // [unit][input]
    final double[] transposed; // [input][unit]
    final double[] biases;
    final double[] output; // weight to the output, if this is the last layer
    final double[] h;
    final double[] hPrime;
    final double[] s1; // s'(z)
    final double[] s2; // s''(z) z'
    final double[] zBar; // dV'/dz
    final double[] zPrimeBar; // dV'/dz'

    /** @param distances most at a time */
    Units(int units, int inputs, int distances) {
        count = even(units);
        stride = count * SPECIES.length();
        this.inputs = even(inputs);
        weights = new double[count * this.inputs];
        transposed = new double[count * this.inputs];
        biases = new double[count];
        output = new double[count];
        int size = count * distances;
        h = new double[size];
        hPrime = new double[size];
        s1 = new double[size];
        s2 = new double[size];
        zBar = new double[size];
        zPrimeBar = new double[size];
    }

    static int even(int n) {
        return n + n % 2;
    }
}
