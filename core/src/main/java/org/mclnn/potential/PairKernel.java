package org.mclnn.potential;

/** Evaluates one law over a flat batch of distances. Holds scratch memory: use one per thread. */
public interface PairKernel {
    /** {@code energy[k]} = V(r[k]) for k below n. */
    void energies(double[] r, int n, double[] energy);

    /** {@code slope[k]} = V'(r[k]) = -F(r[k]) for k below n. */
    void slopes(double[] r, int n, double[] slope);
}
