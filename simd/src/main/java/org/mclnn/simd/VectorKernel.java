package org.mclnn.simd;

import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.NetworkLoops;
import org.mclnn.kernel.ScalarKernel;

/** The operations on vectors of doubles, as many lanes as the machine prefers or {@code -Dmclnn.lanes} says. */
final class VectorKernel implements Kernel {
    static final String NAME = "vector";

    /**
     * Before Java 21 the compiler gives up on vectors in a process that has run for long: the update then takes four times
     * as long as the plain loop, which is a fifth slower than vectors at their best.
     */
    private static final boolean LASTING_VECTORS = Runtime.version().feature() >= 21;

    private final Kernel plain = new ScalarKernel();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int lanes() {
        return Species.DOUBLE.length();
    }

    @Override
    public NetworkLoops network(int[] widths) {
        return new VectorNetwork(widths);
    }

    @Override
    public void fourCubics(double[] coefficients, int[] at, double[] x, int n, double[] value, double[] derivative) {
        Cubics.four(coefficients, at, x, n, value, derivative);
    }

    @Override
    public void pairTangent(
            int axes,
            double x,
            double y,
            double z,
            double s,
            double t,
            double u,
            double[] rows,
            int row,
            double[][] dQ,
            double[][] dF,
            int i,
            int j) {
        if (axes == 2) {
            VectorTangent.planar(
                    x, y, s, t, u, rows, row, dQ[i], dQ[i + 1], dQ[j], dQ[j + 1], dF[i], dF[i + 1], dF[j], dF[j + 1]);
        } else {
            VectorTangent.spatial(
                    x, y, z, s, t, u, rows, row, dQ[i], dQ[i + 1], dQ[i + 2], dQ[j], dQ[j + 1], dQ[j + 2], dF[i],
                    dF[i + 1], dF[i + 2], dF[j], dF[j + 1], dF[j + 2]);
        }
    }

    @Override
    public void kickDrift(double last, double next, double dt, double[] dQ, double[] dV, double[] dA) {
        VectorTangent.kickDrift(last, next, dt, dQ, dV, dA);
    }

    @Override
    public void rankUpdate(double[][] rows, int count, double[][] matrix) {
        if (!LASTING_VECTORS) {
            plain.rankUpdate(rows, count, matrix);
            return;
        }
        for (int j = 0; j < matrix.length; j += RankUpdate.TILE) {
            RankUpdate.rowsOfTiles(rows, count, j, matrix);
        }
    }
}
