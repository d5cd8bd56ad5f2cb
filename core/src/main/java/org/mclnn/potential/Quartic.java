package org.mclnn.potential;

import java.util.List;

/** V(r) = k/2 (r - r0)^4: the paper's non-linear spring (4.1.1). theta = (k, r0). */
public record Quartic() implements ClosedForm {
    /** The spring of strength k > 0 and rest length r0 > 0. */
    public static FormPotential of(double k, double r0) {
        return new Quartic().at(Check.positive("k", k), Check.positive("r0", r0));
    }

    @Override
    public String name() {
        return "quartic";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("k", "r0");
    }

    @Override
    public double energy(double[] t, double r) {
        double x = r - t[1];
        return 0.5 * t[0] * (x * x) * (x * x);
    }

    @Override
    public double slope(double[] t, double r) {
        double x = r - t[1];
        return 2.0 * t[0] * x * x * x;
    }

    @Override
    public double curvature(double[] t, double r) {
        double x = r - t[1];
        return 6.0 * t[0] * x * x;
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double x = r - t[1];
        row[at] = 2.0 * x * x * x;
        row[at + 1] = -6.0 * t[0] * x * x;
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        double half = 0.5 * (far - near);
        double k = slope / (2.0 * half * half * half);
        return List.of(
                new double[] {k, near + 0.5 * half}, new double[] {k, near + half}, new double[] {k, far - 0.5 * half});
    }
}
