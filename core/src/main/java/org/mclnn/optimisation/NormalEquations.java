package org.mclnn.optimisation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Kernels;

/** J^T J (upper triangle), J^T e and e^T e, collected from rows of J and their residuals e in the order they come. */
public final class NormalEquations implements Linearisation {
    // of what is felt most, in the unknowns' own sizes: what is felt less would be moved without end by rounding
    private static final double LEAST_FELT = 1e-14;
    private static final double LEAST_COSINE = 1e-14;

    private static final int PANEL =
            24; // rows that wait to be multiplied together; of 141 columns they fill the first-level cache

    private final Kernel kernel = Kernels.active();
    private final int size;
    // [J e]^T [J e], upper triangle: J^T e is the column beside J^T J, and e^T e stands at its foot
    private final double[][] matrix;
    private final double[][] panel;
    private int waiting;
    private double @Nullable [] felt;

    public NormalEquations(int size) {
        this.size = size;
        int padded = Kernel.padded(size + 1);
        matrix = new double[padded][padded];
        panel = new double[PANEL][padded];
    }

    public void clear() {
        for (var row : matrix) {
            Arrays.fill(row, 0.0);
        }
        waiting = 0;
        felt = null;
    }

    public int size() {
        return size;
    }

    /** Entry (j, k) of J^T J, j at most k. */
    public double at(int j, int k) {
        multiply();
        return matrix[j][k];
    }

    /** Entry of J^T e: half the gradient of e^T e. */
    public double gradient(int j) {
        return at(j, size);
    }

    @Override
    public double sumOfSquares() {
        return at(size, size);
    }

    /** Adds one row of J, which may be longer, and its residual. */
    public void add(double[] row, double residual) {
        System.arraycopy(row, 0, panel[waiting], 0, size);
        panel[waiting][size] = residual;
        waiting++;
        if (waiting == PANEL) {
            multiply();
        }
    }

    /** Adds rows in their order. */
    public void add(double[][] rows, double[] residuals, int count) {
        for (int k = 0; k < count; k++) {
            add(rows[k], residuals[k]);
        }
    }

    private void multiply() {
        if (waiting > 0) {
            kernel.rankUpdate(panel, waiting, matrix);
            waiting = 0;
        }
    }

    /** Adds another collection to this one; of a larger one the part that concerns the same first unknowns. */
    public void add(NormalEquations larger) {
        multiply();
        larger.multiply();
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                matrix[j][k] += larger.matrix[j][k];
            }
            matrix[j][size] += larger.matrix[j][larger.size];
        }
        matrix[size][size] += larger.matrix[larger.size][larger.size];
    }

    /** Takes another collection of the same unknowns away from this one. */
    void subtract(NormalEquations other) {
        multiply();
        other.multiply();
        for (int j = 0; j <= size; j++) {
            for (int k = j; k <= size; k++) {
                matrix[j][k] -= other.matrix[j][k];
            }
        }
    }

    @Override
    public boolean gradientVanishes() {
        for (int p = 0; p < size; p++) {
            if (gradient(p) * gradient(p) > LEAST_COSINE * LEAST_COSINE * at(p, p) * sumOfSquares()) {
                return false;
            }
        }
        return true;
    }

    /** Keeps the diagonal as it is for {@link #scales}, whatever is added later. */
    public void keepScales() {
        felt = diagonal();
    }

    private double[] diagonal() {
        var diagonal = new double[size];
        for (int p = 0; p < size; p++) {
            diagonal[p] = at(p, p);
        }
        return diagonal;
    }

    /** Factors that make the diagonal 1, with a floor for what is hardly felt: the same damping for every unknown, less rounding. */
    double[] scales(double[] sizes) {
        return scales(felt == null ? diagonal() : felt, sizes);
    }

    /** The same for a given diagonal of J^T J. */
    static double[] scales(double[] diagonal, double[] sizes) {
        double least = Double.MIN_NORMAL;
        for (int p = 0; p < diagonal.length; p++) {
            least = Math.max(least, LEAST_FELT * diagonal[p] * sizes[p] * sizes[p]);
        }
        var scale = new double[diagonal.length];
        for (int p = 0; p < scale.length; p++) {
            scale[p] = 1.0 / Math.sqrt(Math.max(diagonal[p], least / (sizes[p] * sizes[p])));
        }
        return scale;
    }

    /** The same equations of unknowns divided by their scales. */
    NormalEquations scaled(double[] scale) {
        multiply();
        var copy = new NormalEquations(size);
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                copy.matrix[j][k] = matrix[j][k] * scale[j] * scale[k];
            }
            copy.matrix[j][size] = matrix[j][size] * scale[j];
        }
        copy.matrix[size][size] = matrix[size][size];
        return copy;
    }

    /** J^T J with both its triangles. */
    public DMatrixRMaj symmetric() {
        var full = new DMatrixRMaj(size, size);
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                double value = at(j, k);
                full.unsafe_set(j, k, value);
                full.unsafe_set(k, j, value);
            }
        }
        return full;
    }

    /** Solves (J^T J + mu) x = -J^T e; false where the matrix is not positive definite. */
    boolean solve(double mu, double[] x) {
        if (size == 0) {
            return true;
        }
        var right = new DMatrixRMaj(size, 1);
        for (int j = 0; j < size; j++) {
            right.unsafe_set(j, 0, -gradient(j));
        }
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!factor(mu, solver)) {
            return false;
        }
        solver.solve(right, DMatrixRMaj.wrap(size, 1, x));
        return true;
    }

    /** Has J^T J + mu factorised; false where it is not positive definite. */
    boolean factor(double mu, LinearSolverDense<DMatrixRMaj> solver) {
        var full = symmetric();
        for (int j = 0; j < size; j++) {
            full.unsafe_set(j, j, at(j, j) + mu);
        }
        return solver.setA(full);
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
            fall += s * (mu * s - scaled.gradient(p));
            step[p] = s * scale[p];
        }
        return fall;
    }
}
