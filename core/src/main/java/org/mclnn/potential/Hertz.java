package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * V(r) = epsilon (1 - r/sigma)^(5/2) below sigma, 0 from there on: elastic spheres that touch (Hertz, 1882). theta = (epsilon, sigma).
 * V, F and V'' are continuous; only pairs that overlap say anything about the parameters.
 */
public record Hertz() implements ClosedForm {
    /** Stiffness epsilon > 0 and diameter sigma > 0. */
    public static FormPotential of(double epsilon, double sigma) {
        return new Hertz().at(Check.positive("epsilon", epsilon), Check.positive("sigma", sigma));
    }

    @Override
    public String name() {
        return "hertz";
    }

    @Override
    public List<String> parameterNames() {
        return List.of("epsilon", "sigma");
    }

    /** 1 - r/sigma, or 0 where the spheres do not touch. */
    private static double overlap(double[] t, double r) {
        return r < t[1] ? 1.0 - r / t[1] : 0.0;
    }

    @Override
    public double energy(double[] t, double r) {
        double x = overlap(t, r);
        return t[0] * x * x * Math.sqrt(x);
    }

    @Override
    public double slope(double[] t, double r) {
        double x = overlap(t, r);
        return -2.5 * t[0] / t[1] * x * Math.sqrt(x);
    }

    @Override
    public double curvature(double[] t, double r) {
        return 3.75 * t[0] / (t[1] * t[1]) * Math.sqrt(overlap(t, r));
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double x = overlap(t, r);
        row[at] = -2.5 / t[1] * x * Math.sqrt(x);
        row[at + 1] = 2.5 * t[0] / (t[1] * t[1]) * Math.sqrt(x) * (x - 1.5 * r / t[1]);
    }

    /** Spheres that touch somewhere between the nearest distance seen and a little beyond the farthest. */
    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double where : new double[] {0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.1, 1.5}) {
            double sigma = near + where * (far - near);
            starts.add(new double[] {slope / Math.abs(slope(new double[] {1.0, sigma}, near)), sigma});
        }
        return starts;
    }
}
