package org.mclnn.optimisation;

import java.util.Arrays;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;

/**
 * Residuals linearised where they are fewer than the unknowns. A damped step then follows from a system as small as the residuals: with
 * G = J S the rows in units that make every column's norm 1,
 *
 * <pre>
 *   (G G^T + mu) y = e,    step = -S G^T y,
 * </pre>
 *
 * the same step as of (G^T G + mu) x = -G^T e.
 */
public final class DualEquations implements Linearisation {
    private static final double LEAST_COSINE = 1e-14;
    private static final double MOST_BENT = 0.75; // 2 |acceleration| / |step|, as Transtrum and Sethna advise

    private final int count;
    private final int size;
    private final double[] rows; // J [residual][unknown], then G
    private final double[] residual;
    private final double[] squares; // of the columns of J, summed
    private final double[] y;
    private double[] scale = new double[0];
    private @Nullable NormalEquations gram; // G G^T
    private @Nullable LinearSolverDense<DMatrixRMaj> solver;
    private double mu;

    /**
     * @param rows J, row after row; taken over
     * @param residual e; taken over
     */
    public DualEquations(double[] rows, double[] residual) {
        this.rows = rows;
        this.residual = residual;
        count = residual.length;
        size = rows.length / count;
        y = new double[count];
        squares = new double[size];
        for (int k = 0; k < count; k++) {
            for (int p = 0, at = k * size; p < size; p++, at++) {
                squares[p] += rows[at] * rows[at];
            }
        }
    }

    @Override
    public double sumOfSquares() {
        double sum = 0.0;
        for (double e : residual) {
            sum += e * e;
        }
        return sum;
    }

    @Override
    public boolean gradientVanishes() {
        var gradient = new double[size];
        transposed(residual, gradient);
        for (int p = 0; p < size; p++) {
            double unit = scale.length == 0 ? 1.0 : scale[p];
            double least = LEAST_COSINE * LEAST_COSINE * squares[p] * unit * unit * sumOfSquares();
            if (gradient[p] * gradient[p] > least) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double step(double mu, double[] sizes, double[] step) {
        if (gram == null) {
            gram = gram(sizes);
        }
        solver = LinearSolverFactory_DDRM.chol(count);
        this.mu = mu;
        if (!gram.factor(mu, solver)) {
            return -1.0;
        }
        solver.solve(DMatrixRMaj.wrap(count, 1, residual), DMatrixRMaj.wrap(count, 1, y));
        // e^T e of the linear model after the step is mu^2 y^T y
        double fall = 0.0;
        for (int k = 0; k < count; k++) {
            fall += (residual[k] - mu * y[k]) * (residual[k] + mu * y[k]);
        }
        transposed(y, step);
        for (int p = 0; p < size; p++) {
            step[p] *= -scale[p];
        }
        return fall;
    }

    /**
     * Adds half the acceleration to the step solved last, unless that would bend it too much.
     *
     * @param ahead residuals at x + h step
     * @param h a fraction of the step, for differences
     */
    public void bend(double[] ahead, double h, double[] step) {
        var second = new double[count];
        for (int k = 0; k < count; k++) {
            double along = mu * y[k] - residual[k]; // J step
            second[k] = 2.0 / h * ((ahead[k] - residual[k]) / h - along);
        }
        var z = new double[count];
        Objects.requireNonNull(solver).solve(DMatrixRMaj.wrap(count, 1, second), DMatrixRMaj.wrap(count, 1, z));
        var acceleration = new double[size];
        transposed(z, acceleration);
        double bent = 0.0;
        double straight = 0.0;
        for (int p = 0; p < size; p++) {
            bent += acceleration[p] * acceleration[p];
            straight += step[p] / scale[p] * (step[p] / scale[p]);
        }
        if (4.0 * bent <= MOST_BENT * MOST_BENT * straight) {
            for (int p = 0; p < size; p++) {
                step[p] -= 0.5 * scale[p] * acceleration[p];
            }
        }
    }

    private NormalEquations gram(double[] sizes) {
        scale = NormalEquations.scales(squares, sizes);
        var gram = new NormalEquations(count);
        for (int k = 0; k < count; k++) {
            for (int p = 0, at = k * size; p < size; p++, at++) {
                rows[at] *= scale[p];
            }
        }
        var column = new double[count];
        for (int p = 0; p < size; p++) {
            for (int k = 0; k < count; k++) {
                column[k] = rows[k * size + p];
            }
            gram.add(column, 0.0);
        }
        return gram;
    }

    /** G^T of a combination of residuals (J^T before the first step). */
    private void transposed(double[] combination, double[] out) {
        Arrays.fill(out, 0.0);
        for (int k = 0; k < count; k++) {
            double factor = combination[k];
            for (int p = 0, at = k * size; p < size; p++, at++) {
                out[p] += factor * rows[at];
            }
        }
    }
}
