package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/** V(r) = a r^p, any real exponent. theta = (a, p). Gravity is a = -G m1 m2, p = -1. */
public record PowerLaw() implements ClosedForm {
    /** V = a r^p; a and p must not be zero, else there is no force. */
    public static FormPotential of(double a, double p) {
        if (a == 0.0 || p == 0.0) {
            throw new IllegalArgumentException("a power law a r^p needs a and p other than 0, was " + a + " r^" + p);
        }
        return new PowerLaw().at(a, p);
    }

    @Override
    public String name() {
        return "power";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("a", "p");
    }

    @Override
    public double energy(double[] t, double r) {
        return t[0] * StrictMath.pow(r, t[1]);
    }

    @Override
    public double slope(double[] t, double r) {
        return t[0] * t[1] * StrictMath.pow(r, t[1] - 1.0);
    }

    @Override
    public double curvature(double[] t, double r) {
        return t[0] * t[1] * (t[1] - 1.0) * StrictMath.pow(r, t[1] - 2.0);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double power = StrictMath.pow(r, t[1] - 1.0);
        row[at] = t[1] * power;
        row[at + 1] = t[0] * power * (1.0 + t[1] * StrictMath.log(r));
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double p : new double[] {-6, -3, -1, -0.5, 1, 2, 4}) {
            double steepest = Math.max(StrictMath.pow(near, p - 1), StrictMath.pow(far, p - 1));
            double a = slope / (Math.abs(p) * steepest);
            starts.add(new double[] {a, p});
            starts.add(new double[] {-a, p});
        }
        return starts;
    }
}
