package org.mclnn.training;

import org.mclnn.optimisation.NormalEquations;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.SplineForm.Coordinate;

/**
 * How rough V' is: the mean of (d^m V'/du^m)^2 times (width of u)^(2 m) over the distances between two, u the coordinate in which the law
 * is gentle, m the order. By differences on an even grid in u, so that it is the same for every form, whatever its parameters mean. Laws
 * that are polynomials of u of degree below m cost nothing.
 */
final class Roughness {
    private static final int POINTS = 120;

    private final FormKernel law;
    private final int size;
    private final int order;
    private final double[] difference; // the binomial coefficients, scaled
    private final double[] r = new double[POINTS];
    private final double[] slope = new double[POINTS];
    private final double[] curvature = new double[POINTS];

    Roughness(PotentialForm form, Coordinate coordinate, double from, double to, int order) {
        law = form.kernel();
        size = form.size();
        this.order = order;
        double a = coordinate.of(from);
        double b = coordinate.of(to);
        for (int k = 0; k < POINTS; k++) {
            r[k] = coordinate.distance(a + (b - a) * k / (POINTS - 1));
        }
        difference = new double[order + 1];
        difference[0] = 1.0 / Math.sqrt(POINTS - order);
        for (int m = 1; m <= order; m++) {
            for (int k = m; k >= 0; k--) {
                difference[k] = (POINTS - 1) * ((k > 0 ? difference[k - 1] : 0.0) - difference[k]);
            }
        }
    }

    int order() {
        return order;
    }

    double sumOfSquares(double[] theta) {
        law.parameters(theta);
        law.slopes(r, POINTS, slope);
        double sum = 0.0;
        for (int k = 0; k + order < POINTS; k++) {
            double rough = 0.0;
            for (int m = 0; m <= order; m++) {
                rough += difference[m] * slope[k + m];
            }
            sum += rough * rough;
        }
        return sum;
    }

    /** As {@link #sumOfSquares}; adds its gradient, times a weight, to dTheta. */
    double pullback(double[] theta, double weight, double[] dTheta) {
        double sum = sumOfSquares(theta);
        var c = new double[POINTS];
        for (int k = 0; k + order < POINTS; k++) {
            double rough = 0.0;
            for (int m = 0; m <= order; m++) {
                rough += difference[m] * slope[k + m];
            }
            for (int m = 0; m <= order; m++) {
                c[k + m] += 2.0 * weight * rough * difference[m];
            }
        }
        law.pullback(r, POINTS, c, slope, curvature, dTheta);
        return sum;
    }

    /** Adds the penalty, times a weight, to the equations of theta. */
    void add(double[] theta, double weight, NormalEquations out) {
        law.parameters(theta);
        var rows = new double[POINTS * size];
        law.rows(r, POINTS, slope, curvature, rows, size);
        double w = Math.sqrt(weight);
        var rough = new double[POINTS - order][size];
        var residuals = new double[POINTS - order];
        for (int k = 0; k + order < POINTS; k++) {
            for (int m = 0; m <= order; m++) {
                double factor = w * difference[m];
                residuals[k] += factor * slope[k + m];
                for (int p = 0; p < size; p++) {
                    rough[k][p] += factor * rows[(k + m) * size + p];
                }
            }
        }
        out.add(rough, residuals, residuals.length);
    }
}
