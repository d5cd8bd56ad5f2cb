package org.mclnn.potential;

import org.mclnn.kernel.NetworkLoops;

/** Batches of a {@link PairNetwork}. */
final class NetworkKernel implements FormKernel {
    private final NetworkLoops loops;

    NetworkKernel(NetworkLoops loops) {
        this.loops = loops;
    }

    @Override
    public void parameters(double[] theta) {
        loops.parameters(theta);
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        loops.energies(r, n, energy);
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        loops.slopes(r, n, slope);
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        loops.pullback(r, n, c, slope, curvature, dTheta);
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        loops.rows(r, n, slope, curvature, rows, stride);
    }
}
