package org.mclnn.potential;

import java.util.ArrayList;
import java.util.List;

/**
 * V(r) = C epsilon ((sigma/r)^n - (sigma/r)^m) with C = n/(n-m) (n/m)^(m/(n-m)), so that the well is epsilon deep (Mie; 12-6: C = 4).
 * theta = (epsilon, sigma); the exponents belong to the family.
 *
 * @param n repulsive exponent
 * @param m attractive exponent, below n
 */
public record LennardJones(int n, int m) implements ClosedForm {
    public LennardJones {
        if (m < 1 || n <= m) {
            throw new IllegalArgumentException("lennard-jones needs exponents n > m >= 1, was " + n + "-" + m);
        }
    }

    /** The 12-6 law of depth epsilon > 0 and size sigma > 0. */
    public static FormPotential of(double epsilon, double sigma) {
        return new LennardJones(12, 6).at(Check.positive("epsilon", epsilon), Check.positive("sigma", sigma));
    }

    @Override
    public String name() {
        return "lennard-jones:" + n + "-" + m;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("epsilon", "sigma");
    }

    private double prefactor() {
        return n / (double) (n - m) * StrictMath.pow(n / (double) m, m / (double) (n - m));
    }

    private static double power(double x, int exponent) {
        double result = 1.0;
        double square = x;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    @Override
    public double energy(double[] t, double r) {
        double x = t[1] / r;
        return prefactor() * t[0] * (power(x, n) - power(x, m));
    }

    @Override
    public double slope(double[] t, double r) {
        double x = t[1] / r;
        return prefactor() * t[0] * (m * power(x, m) - n * power(x, n)) / r;
    }

    @Override
    public double curvature(double[] t, double r) {
        double x = t[1] / r;
        return prefactor() * t[0] * (n * (n + 1) * power(x, n) - m * (m + 1) * power(x, m)) / (r * r);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double x = t[1] / r;
        row[at] = prefactor() * (m * power(x, m) - n * power(x, n)) / r;
        row[at + 1] = prefactor() * t[0] * (m * m * power(x, m) - n * n * power(x, n)) / (r * t[1]);
    }

    @Override
    public List<double[]> starts(double near, double far, double slope) {
        var starts = new ArrayList<double[]>();
        for (double scale : new double[] {0.8, 1.0, 1.2, 1.6}) {
            double sigma = near * scale;
            double steepest = Math.abs(slope(new double[] {1.0, sigma}, near));
            starts.add(new double[] {slope / steepest, sigma});
        }
        return starts;
    }
}
