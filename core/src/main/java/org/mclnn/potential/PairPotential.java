package org.mclnn.potential;

/**
 * The law of one pair: potential energy V(r) and force F(r) = -dV/dr along the line of centres (positive: repulsion), both functions
 * of the distance r alone. Bring your own by implementing the two methods.
 */
public interface PairPotential {
    /** V(r). */
    double energy(double r);

    /** F(r) = -dV/dr. */
    double force(double r);

    /** A worker that evaluates this law over flat batches; one per thread. */
    default PairKernel kernel() {
        return new PairKernel() {
            @Override
            public void energies(double[] r, int n, double[] energy) {
                for (int k = 0; k < n; k++) {
                    energy[k] = energy(r[k]);
                }
            }

            @Override
            public void slopes(double[] r, int n, double[] slope) {
                for (int k = 0; k < n; k++) {
                    slope[k] = -force(r[k]);
                }
            }
        };
    }
}
