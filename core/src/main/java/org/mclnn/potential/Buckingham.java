package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/** V(r) = a exp(-b r) - c / r^6: repulsion of shells and dispersion (Buckingham, 1938). theta = (a, b, c). */
public record Buckingham() implements ClosedForm {
    private static final int SAMPLES = 20;

    /** Repulsion a > 0 that falls with b > 0, dispersion c > 0. */
    public static FormPotential of(double a, double b, double c) {
        return new Buckingham().at(Check.positive("a", a), Check.positive("b", b), Check.positive("c", c));
    }

    @Override
    public String name() {
        return "buckingham";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("a", "b", "c");
    }

    @Override
    public double energy(double[] t, double r) {
        return t[0] * StrictMath.exp(-t[1] * r) - t[2] / (r * r * r * r * r * r);
    }

    @Override
    public double slope(double[] t, double r) {
        return 6.0 * t[2] / (r * r * r * r * r * r * r) - t[0] * t[1] * StrictMath.exp(-t[1] * r);
    }

    @Override
    public double curvature(double[] t, double r) {
        double cube = r * r * r;
        return t[0] * t[1] * t[1] * StrictMath.exp(-t[1] * r) - 42.0 * t[2] / (cube * cube * r * r);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double e = StrictMath.exp(-t[1] * r);
        row[at] = -t[1] * e;
        row[at + 1] = t[0] * e * (t[1] * r - 1.0);
        row[at + 2] = 6.0 / (r * r * r * r * r * r * r);
    }

    /** Wells at several distances rm, with b rm = alpha (the exp-6 form), and the repulsion alone. */
    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double scale : new double[] {1.1, 1.3, 1.6}) {
            double rm = scale * near;
            double rm6 = rm * rm * rm * rm * rm * rm;
            for (double alpha : new double[] {9.0, 12.0, 16.0}) {
                double depth = 1.0 / (1.0 - 6.0 / alpha);
                starts.add(
                        steep(near, far, slope, 6.0 / alpha * depth * StrictMath.exp(alpha), alpha / rm, depth * rm6));
            }
        }
        for (double falls : new double[] {1.0, 4.0}) {
            double b = falls / (far - near);
            starts.add(steep(near, far, slope, StrictMath.exp(b * near), b, 0.0));
        }
        return starts;
    }

    /** Strengths scaled so that the steepest slope is the one asked for. */
    private double[] steep(double near, double far, double slope, double a, double b, double c) {
        var theta = new double[] {a, b, c};
        double steepest = 0.0;
        for (int k = 0; k <= SAMPLES; k++) {
            steepest = Math.max(steepest, Math.abs(slope(theta, near + (far - near) * k / SAMPLES)));
        }
        return new double[] {a * slope / steepest, b, c * slope / steepest};
    }
}
