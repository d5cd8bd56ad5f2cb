package org.mclnn.kernel;

/** The operations in plain Java: what they mean, and what runs where there are no vector instructions to be had. */
public final class ScalarKernel implements Kernel {
    static final String NAME = "scalar";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public NetworkLoops network(int[] widths) {
        return new ScalarNetwork(widths);
    }

    @Override
    public void fourCubics(double[] coefficients, int[] at, double[] x, int n, double[] value, double[] derivative) {
        for (int k = 0; k < n; k++) {
            double u = x[k];
            for (int j = 0; j < 4; j++) {
                int c = at[k] + j;
                double c1 = coefficients[c + 4];
                double c2 = coefficients[c + 8];
                double c3 = coefficients[c + 12];
                value[4 * k + j] = coefficients[c] + u * (c1 + u * (c2 + u * c3));
                derivative[4 * k + j] = c1 + u * (2.0 * c2 + u * 3.0 * c3);
            }
        }
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
            ScalarTangent.planar(
                    x, y, s, t, u, rows, row, dQ[i], dQ[i + 1], dQ[j], dQ[j + 1], dF[i], dF[i + 1], dF[j], dF[j + 1]);
        } else {
            ScalarTangent.spatial(
                    x, y, z, s, t, u, rows, row, dQ[i], dQ[i + 1], dQ[i + 2], dQ[j], dQ[j + 1], dQ[j + 2], dF[i],
                    dF[i + 1], dF[i + 2], dF[j], dF[j + 1], dF[j + 2]);
        }
    }

    @Override
    public void kickDrift(double last, double next, double dt, double[] dQ, double[] dV, double[] dA) {
        for (int k = 0; k < dQ.length; k++) {
            double v = (dV[k] + last * dA[k]) + next * dA[k];
            dV[k] = v;
            dQ[k] += dt * v;
        }
    }

    @Override
    public void rankUpdate(double[][] rows, int count, double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            int c = 0;
            for (; c + 4 <= count; c += 4) {
                fourRows(j, rows[c], rows[c + 1], rows[c + 2], rows[c + 3], matrix[j]);
            }
            for (; c < count; c++) {
                Lanes.combine1(rows[c][j], rows[c], j, matrix.length, matrix[j]);
            }
        }
    }

    private static void fourRows(int j, double[] a, double[] b, double[] c, double[] d, double[] out) {
        Lanes.combine4(a[j], a, b[j], b, c[j], c, d[j], d, j, out.length, out);
    }
}
