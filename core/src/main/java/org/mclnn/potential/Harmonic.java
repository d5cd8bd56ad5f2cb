package org.mclnn.potential;

import java.util.List;

/** V(r) = k/2 (r - r0)^2: the linear spring (paper, 4.1.1). theta = (k, r0). */
public record Harmonic() implements ClosedForm {
    /** The spring of stiffness k > 0 and rest length r0 > 0. */
    public static FormPotential of(double k, double r0) {
        return new Harmonic().at(Check.positive("k", k), Check.positive("r0", r0));
    }

    @Override
    public String name() {
        return "harmonic";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("k", "r0");
    }

    @Override
    public double energy(double[] t, double r) {
        double x = r - t[1];
        return 0.5 * t[0] * x * x;
    }

    @Override
    public double slope(double[] t, double r) {
        return t[0] * (r - t[1]);
    }

    @Override
    public double curvature(double[] t, double r) {
        return t[0];
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        row[at] = r - t[1];
        row[at + 1] = -t[0];
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        return List.of(new double[] {slope / (far - near), 0.5 * (near + far)});
    }
}
