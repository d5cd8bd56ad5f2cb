package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/** V(r) = d (1 - exp(-a (r - r0)))^2: a bond that can break. theta = (d, a, r0). */
public record Morse() implements ClosedForm {
    /** Depth d > 0, inverse width a > 0, rest length r0 > 0. */
    public static FormPotential of(double d, double a, double r0) {
        return new Morse().at(Check.positive("d", d), Check.positive("a", a), Check.positive("r0", r0));
    }

    @Override
    public String name() {
        return "morse";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("d", "a", "r0");
    }

    @Override
    public double energy(double[] t, double r) {
        double x = 1.0 - decay(t, r);
        return t[0] * x * x;
    }

    /** exp(-a (r - r0)) */
    private static double decay(double[] t, double r) {
        return StrictMath.exp(-t[1] * (r - t[2]));
    }

    @Override
    public double slope(double[] t, double r) {
        double e = decay(t, r);
        return 2.0 * t[0] * t[1] * e * (1.0 - e);
    }

    @Override
    public double curvature(double[] t, double r) {
        double e = decay(t, r);
        return 2.0 * t[0] * t[1] * t[1] * e * (2.0 * e - 1.0);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double e = decay(t, r);
        double g = e * (1.0 - e);
        double dg = e * (1.0 - 2.0 * e); // dg/dlog(e)
        row[at] = 2.0 * t[1] * g;
        row[at + 1] = 2.0 * t[0] * (g - t[1] * (r - t[2]) * dg);
        row[at + 2] = 2.0 * t[0] * t[1] * t[1] * dg;
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double where : new double[] {0.1, 0.3, 0.5, 0.8}) {
            for (double decays : new double[] {0.5, 2.0, 6.0}) {
                double a = decays / (far - near);
                double r0 = near + where * (far - near);
                double steepest = Math.abs(slope(new double[] {1.0, a, r0}, near));
                starts.add(new double[] {slope / steepest, a, r0});
            }
        }
        return starts;
    }
}
