package org.mclnn.potential;

import java.util.List;

/** V(r) = a ln r: line charges, vortices, gravity in the plane. theta = (a); a > 0 attracts. The unit of r is in the gauge only. */
public record Logarithm() implements ClosedForm {
    /** Strength a, not 0. */
    public static FormPotential of(double a) {
        if (a == 0.0) {
            throw new IllegalArgumentException("a logarithm a ln r needs a strength a other than 0, was " + a);
        }
        return new Logarithm().at(a);
    }

    @Override
    public String name() {
        return "logarithm";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("a");
    }

    @Override
    public double energy(double[] t, double r) {
        return t[0] * StrictMath.log(r);
    }

    @Override
    public double slope(double[] t, double r) {
        return t[0] / r;
    }

    @Override
    public double curvature(double[] t, double r) {
        return -t[0] / (r * r);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        row[at] = 1.0 / r;
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        return List.of(new double[] {slope * near}, new double[] {-slope * near});
    }
}
