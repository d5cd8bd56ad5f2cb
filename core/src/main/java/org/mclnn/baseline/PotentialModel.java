package org.mclnn.baseline;

import org.mclnn.kernel.Layers;

/** a = -(dV/dq)/m with V by a network of x = (q - shift)/scale (theory, T45). */
final class PotentialModel implements AccelerationModel {
    private final CoordinateSweep sweep;
    private final InputScale scale;
    private final double[] factor; // a = factor dV/dx

    /** @param masses of each coordinate */
    PotentialModel(Layers layers, InputScale scale, double[] masses, int points) {
        sweep = new CoordinateSweep(layers, points, 1);
        this.scale = scale;
        factor = new double[masses.length];
        for (int c = 0; c < factor.length; c++) {
            factor[c] = -scale.slope(c) / masses[c];
        }
    }

    @Override
    public void parameters(double[] theta) {
        sweep.parameters(theta);
    }

    @Override
    public boolean moving() {
        return false;
    }

    @Override
    public void accelerations(double[][] q, double[][] v, double[][] a) {
        energies(q);
        sweep.gradient(a);
        for (int c = 0; c < a.length; c++) {
            for (int k = 0; k < a[c].length; k++) {
                a[c][k] *= factor[c];
            }
        }
    }

    /** Goes to points; returns V there, in memory that is used again. */
    double[] energies(double[][] q) {
        scale.points(q, 0, sweep.inputs(0));
        return sweep.forward();
    }

    @Override
    public CoordinateSweep back(double[][] bar) {
        var along = sweep.inputs(1);
        for (int c = 0; c < bar.length; c++) {
            for (int k = 0; k < bar[c].length; k++) {
                along[c][k] = factor[c] * bar[c][k];
            }
        }
        sweep.backFirst();
        return sweep;
    }
}
