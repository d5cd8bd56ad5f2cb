package org.mclnn.potential;

import java.util.List;

/**
 * Any form made to end at a cut-off rc with neither a step in V nor in F ("shifted force", Allen and Tildesley; {@code smooth/linear}
 * in LAMMPS): V_c(r) = V(r) - V(rc) - (r - rc) V'(rc) below rc, 0 from rc on. Same parameters as the form inside.
 */
public record SmoothCutoff(PotentialForm form, double cutoff) implements PotentialForm {
    public SmoothCutoff {
        Check.positive("cutoff", cutoff);
    }

    @Override
    public String name() {
        return form.name() + "@" + cutoff;
    }

    @Override
    public int size() {
        return form.size();
    }

    @Override
    public List<String> parameterNames() {
        return form.parameterNames();
    }

    @Override
    public double[] sizes(double[] theta) {
        return form.sizes(theta);
    }

    @Override
    public int firstLinear() {
        return form.firstLinear();
    }

    @Override
    public boolean interpolates() {
        return form.interpolates();
    }

    @Override
    public FormKernel kernel() {
        return new Kernel(form.kernel(), form.size(), cutoff);
    }

    private static final class Kernel implements FormKernel {
        private final FormKernel inner;
        private final double cutoff;
        private final double[] atCutoff;
        private final double[] rowAtCutoff;
        private final double[] energyAtCutoff = new double[1];
        private final double[] slopeAtCutoff = new double[1];
        private double[] inside = new double[0]; // c, with zeros beyond the cut-off

        Kernel(FormKernel inner, int size, double cutoff) {
            this.inner = inner;
            this.cutoff = cutoff;
            this.atCutoff = new double[] {cutoff};
            this.rowAtCutoff = new double[size];
        }

        @Override
        public void parameters(double[] theta) {
            inner.parameters(theta);
            inner.energies(atCutoff, 1, energyAtCutoff);
            inner.rows(atCutoff, 1, slopeAtCutoff, new double[1], rowAtCutoff, rowAtCutoff.length);
        }

        @Override
        public void energies(double[] r, int n, double[] energy) {
            inner.energies(r, n, energy);
            for (int k = 0; k < n; k++) {
                energy[k] = r[k] < cutoff ? energy[k] - energyAtCutoff[0] - (r[k] - cutoff) * slopeAtCutoff[0] : 0.0;
            }
        }

        @Override
        public void slopes(double[] r, int n, double[] slope) {
            inner.slopes(r, n, slope);
            shift(r, n, slope);
        }

        private void shift(double[] r, int n, double[] slope) {
            for (int k = 0; k < n; k++) {
                slope[k] = r[k] < cutoff ? slope[k] - slopeAtCutoff[0] : 0.0;
            }
        }

        private void endCurvature(double[] r, int n, double[] curvature) {
            for (int k = 0; k < n; k++) {
                curvature[k] = r[k] < cutoff ? curvature[k] : 0.0;
            }
        }

        @Override
        public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
            if (inside.length < n) {
                inside = new double[n];
            }
            double sum = 0.0;
            for (int k = 0; k < n; k++) {
                inside[k] = r[k] < cutoff ? c[k] : 0.0;
                sum += inside[k];
            }
            inner.pullback(r, n, inside, slope, curvature, dTheta);
            for (int p = 0; p < rowAtCutoff.length; p++) {
                dTheta[p] -= sum * rowAtCutoff[p];
            }
            shift(r, n, slope);
            endCurvature(r, n, curvature);
        }

        @Override
        public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
            inner.rows(r, n, slope, curvature, rows, stride);
            int size = rowAtCutoff.length;
            for (int k = 0; k < n; k++) {
                boolean within = r[k] < cutoff;
                for (int p = 0; p < size; p++) {
                    rows[k * stride + p] = within ? rows[k * stride + p] - rowAtCutoff[p] : 0.0;
                }
            }
            shift(r, n, slope);
            endCurvature(r, n, curvature);
        }
    }
}
