package org.mclnn.potential;

/** Batches of a {@link ClosedForm}, one distance after the other. */
final class PointwiseKernel implements FormKernel {
    private final ClosedForm form;
    private final double[] theta;
    private final double[] row;

    PointwiseKernel(ClosedForm form) {
        this.form = form;
        this.theta = new double[form.size()];
        this.row = new double[form.size()];
    }

    @Override
    public void parameters(double[] values) {
        System.arraycopy(values, 0, theta, 0, theta.length);
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        for (int k = 0; k < n; k++) {
            energy[k] = form.energy(theta, r[k]);
        }
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        for (int k = 0; k < n; k++) {
            slope[k] = form.slope(theta, r[k]);
        }
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        for (int k = 0; k < n; k++) {
            slope[k] = form.slope(theta, r[k]);
            curvature[k] = form.curvature(theta, r[k]);
            form.row(theta, r[k], row, 0);
            for (int p = 0; p < row.length; p++) {
                dTheta[p] += c[k] * row[p];
            }
        }
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        for (int k = 0; k < n; k++) {
            slope[k] = form.slope(theta, r[k]);
            curvature[k] = form.curvature(theta, r[k]);
            form.row(theta, r[k], rows, k * stride);
        }
    }
}
