package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/** V(r) = a exp(-r / lambda) / r: a screened charge (Yukawa, Debye-Hueckel). theta = (a, lambda); a > 0 repels. */
public record Yukawa() implements ClosedForm {
    /** Strength a, not 0, and screening length lambda > 0. */
    public static FormPotential of(double a, double lambda) {
        if (a == 0.0) {
            throw new IllegalArgumentException("a screened charge needs a strength a other than 0, was " + a);
        }
        return new Yukawa().at(a, Check.positive("lambda", lambda));
    }

    @Override
    public String name() {
        return "yukawa";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("a", "lambda");
    }

    @Override
    public double energy(double[] t, double r) {
        return t[0] * StrictMath.exp(-r / t[1]) / r;
    }

    @Override
    public double slope(double[] t, double r) {
        return -energy(t, r) * (1.0 / t[1] + 1.0 / r);
    }

    @Override
    public double curvature(double[] t, double r) {
        double x = 1.0 / t[1];
        return energy(t, r) * (x * x + 2.0 * (x + 1.0 / r) / r);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double e = StrictMath.exp(-r / t[1]);
        row[at] = -e / r * (1.0 / t[1] + 1.0 / r);
        row[at + 1] = -t[0] * e / (t[1] * t[1] * t[1]);
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double scale : new double[] {0.1, 0.4, 1.5, 6.0}) {
            double lambda = scale * far;
            double a = slope / Math.abs(slope(new double[] {1.0, lambda}, near));
            starts.add(new double[] {a, lambda});
            starts.add(new double[] {-a, lambda});
        }
        return starts;
    }
}
