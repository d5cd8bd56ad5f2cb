package org.mclnn.training;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.jspecify.annotations.Nullable;

/** J^T J (upper triangle), J^T e and e^T e, collected from rows of J and their residuals e in the order they come. */
final class NormalEquations implements Linearisation {
    // of what is felt most, in the unknowns' own sizes: what is felt less would be moved without end by rounding
    private static final double LEAST_FELT = 1e-14;
    private static final double LEAST_COSINE = 1e-14;

    private final int size;
    private final double[][] matrix;
    private final double[] gradient;
    private double sumOfSquares;
    private double @Nullable [] felt;

    NormalEquations(int size) {
        this.size = size;
        matrix = new double[size][size];
        gradient = new double[size];
    }

    void clear() {
        for (var row : matrix) {
            Arrays.fill(row, 0.0);
        }
        Arrays.fill(gradient, 0.0);
        sumOfSquares = 0.0;
        felt = null;
    }

    int size() {
        return size;
    }

    /** Entry (j, k) of J^T J, j at most k. */
    double at(int j, int k) {
        return matrix[j][k];
    }

    /** Entry of J^T e: half the gradient of e^T e. */
    double gradient(int j) {
        return gradient[j];
    }

    @Override
    public double sumOfSquares() {
        return sumOfSquares;
    }

    /** Adds rows four at a time; rows of zeros cost nothing. */
    void add(double[][] rows, double[] residuals, int count) {
        var kept = new int[4];
        int waiting = 0;
        for (int k = 0; k < count; k++) {
            sumOfSquares += residuals[k] * residuals[k];
            if (isZero(rows[k])) {
                continue;
            }
            kept[waiting++] = k;
            if (waiting == 4) {
                update4(
                        rows[kept[0]],
                        residuals[kept[0]],
                        rows[kept[1]],
                        residuals[kept[1]],
                        rows[kept[2]],
                        residuals[kept[2]],
                        rows[kept[3]],
                        residuals[kept[3]]);
                waiting = 0;
            }
        }
        for (int k = 0; k < waiting; k++) {
            update1(rows[kept[k]], residuals[kept[k]]);
        }
    }

    private static boolean isZero(double[] row) {
        for (double x : row) {
            if (x != 0.0) {
                return false;
            }
        }
        return true;
    }

    private void update4(double[] a, double ea, double[] b, double eb, double[] c, double ec, double[] d, double ed) {
        for (int j = 0; j < size; j++) {
            combine(matrix[j], j, size, a[j], a, b[j], b, c[j], c, d[j], d);
        }
        combine(gradient, 0, size, ea, a, eb, b, ec, c, ed, d);
    }

    private static void combine(
            double[] out,
            int from,
            int to,
            double wa,
            double[] a,
            double wb,
            double[] b,
            double wc,
            double[] c,
            double wd,
            double[] d) {
        for (int k = from; k < to; k++) {
            out[k] += (wa * a[k] + wb * b[k]) + (wc * c[k] + wd * d[k]);
        }
    }

    private void update1(double[] a, double ea) {
        for (int j = 0; j < size; j++) {
            double w = a[j];
            var out = matrix[j];
            for (int k = j; k < size; k++) {
                out[k] += w * a[k];
            }
        }
        for (int k = 0; k < size; k++) {
            gradient[k] += ea * a[k];
        }
    }

    @Override
    public boolean gradientVanishes() {
        for (int p = 0; p < size; p++) {
            if (gradient[p] * gradient[p] > LEAST_COSINE * LEAST_COSINE * matrix[p][p] * sumOfSquares) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the diagonal as it is for {@link #scales}, whatever is added later. */
    void keepScales() {
        felt = new double[size];
        for (int p = 0; p < size; p++) {
            felt[p] = matrix[p][p];
        }
    }

    private double felt(int p) {
        return felt == null ? matrix[p][p] : felt[p];
    }

    /** Factors that make the diagonal 1, with a floor for what is hardly felt: the same damping for every unknown, less rounding. */
    double[] scales(double[] sizes) {
        double least = Double.MIN_NORMAL;
        for (int p = 0; p < size; p++) {
            least = Math.max(least, LEAST_FELT * felt(p) * sizes[p] * sizes[p]);
        }
        var scale = new double[size];
        for (int p = 0; p < size; p++) {
            scale[p] = 1.0 / Math.sqrt(Math.max(felt(p), least / (sizes[p] * sizes[p])));
        }
        return scale;
    }

    /** The same equations of unknowns divided by their scales. */
    NormalEquations scaled(double[] scale) {
        var copy = new NormalEquations(size);
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                copy.matrix[j][k] = matrix[j][k] * scale[j] * scale[k];
            }
            copy.gradient[j] = gradient[j] * scale[j];
        }
        copy.sumOfSquares = sumOfSquares;
        return copy;
    }

    /** Solves (J^T J + mu) x = -J^T e; false where the matrix is not positive definite. */
    boolean solve(double mu, double[] x) {
        if (size == 0) {
            return true;
        }
        var full = new DMatrixRMaj(size, size);
        var right = new DMatrixRMaj(size, 1);
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                full.unsafe_set(j, k, matrix[j][k]);
                full.unsafe_set(k, j, matrix[j][k]);
            }
            full.unsafe_set(j, j, matrix[j][j] + mu);
            right.unsafe_set(j, 0, -gradient[j]);
        }
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(full)) {
            return false;
        }
        var solution = new DMatrixRMaj(size, 1);
        solver.solve(right, solution);
        System.arraycopy(solution.getData(), 0, x, 0, size);
        return true;
    }

    @Override
    public double step(double mu, double[] sizes, double[] step) {
        var scale = scales(sizes);
        var scaled = scaled(scale);
        if (!scaled.solve(mu, step)) {
            return -1.0;
        }
        // fall = step^T (mu D step - J^T e), with D the unit matrix in these units
        double fall = 0.0;
        for (int p = 0; p < size; p++) {
            double s = step[p];
            fall += s * (mu * s - scaled.gradient[p]);
            step[p] = s * scale[p];
        }
        return fall;
    }

    /** Adds another collection to this one; of a larger one the part that concerns the same first unknowns. */
    void add(NormalEquations larger) {
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                matrix[j][k] += larger.matrix[j][k];
            }
            gradient[j] += larger.gradient[j];
        }
        sumOfSquares += larger.sumOfSquares;
    }

    /** Takes another collection away from this one. */
    void subtract(NormalEquations other) {
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                matrix[j][k] -= other.matrix[j][k];
            }
            gradient[j] -= other.gradient[j];
        }
        sumOfSquares -= other.sumOfSquares;
    }
}
