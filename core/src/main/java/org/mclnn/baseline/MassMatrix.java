package org.mclnn.baseline;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.mclnn.dynamics.DivergedException;

/**
 * Solves M a = b for the mass matrix M = d2L/dv dv: symmetric, of either sign or none, since L and -L have the same motion. M is
 * first balanced (theory, T44), so that the units of the coordinates do not decide whether it counts as singular.
 */
final class MassMatrix {
    /** Beyond this ratio of the eigenvalues' sizes fewer than 4 of 16 digits of the accelerations would be right. */
    static final double LARGEST_CONDITION = 1e12;

    private static final int ROUNDS = 64; // each halves the exponents, of which the largest has 11 bits; never reached

    private MassMatrix() {}

    /** @throws DivergedException if M or b are not finite or M is singular to rounding: names the entry or the velocity */
    static double[] solve(LagrangianDerivatives at, double[] b) {
        int n = b.length;
        checkFinite(at, b);
        var exponents = balance(at);
        var matrix = new DMatrixRMaj(n, n);
        var right = new DMatrixRMaj(n, 1);
        for (int j = 0; j < n; j++) {
            right.unsafe_set(j, 0, Math.scalb(b[j], exponents[j]));
            for (int k = 0; k < n; k++) {
                matrix.unsafe_set(j, k, Math.scalb(at.dVdV(j, k), exponents[j] + exponents[k]));
            }
        }
        checkCondition(matrix);
        var solver = LinearSolverFactory_DDRM.lu(n);
        var solution = new DMatrixRMaj(n, 1);
        if (!solver.setA(matrix)) {
            throw new DivergedException("the mass matrix d2L/dv dv has no LU factors");
        }
        solver.solve(right, solution);
        var a = new double[n];
        for (int j = 0; j < n; j++) {
            a[j] = Math.scalb(solution.unsafe_get(j, 0), exponents[j]);
            if (!Double.isFinite(a[j])) {
                throw notFinite("the acceleration of coordinate " + j, a[j]);
            }
        }
        return a;
    }

    private static void checkFinite(LagrangianDerivatives at, double[] b) {
        for (int j = 0; j < b.length; j++) {
            if (!Double.isFinite(b[j])) {
                throw notFinite("dL/dq - (d2L/dv dq) v of coordinate " + j, b[j]);
            }
            for (int k = 0; k < b.length; k++) {
                if (!Double.isFinite(at.dVdV(j, k))) {
                    throw notFinite("d2L/dv dv of velocities " + j + " and " + k, at.dVdV(j, k));
                }
            }
        }
    }

    static DivergedException notFinite(String name, double value) {
        return new DivergedException(
                name + " is " + value + ". Stay where L is smooth: apart from its poles, and below a largest speed");
    }

    /** Powers of 2 to scale rows and columns by, which rounds nothing: then the largest entry of each row is between 1 and 4. */
    private static int[] balance(LagrangianDerivatives at) {
        int n = at.coordinates();
        var exponents = new int[n];
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            var next = new int[n];
            for (int j = 0; j < n; j++) {
                int half = Math.floorDiv(rowExponent(at, j, exponents), 2);
                next[j] = exponents[j] - half;
                moved |= half != 0;
            }
            exponents = next;
        }
        return exponents;
    }

    /** Exponent of the largest entry of a row as it is scaled. */
    private static int rowExponent(LagrangianDerivatives at, int j, int[] exponents) {
        int largest = Integer.MIN_VALUE;
        for (int k = 0; k < exponents.length; k++) {
            double entry = at.dVdV(j, k);
            if (entry != 0.0) {
                largest = Math.max(largest, Math.getExponent(entry) + exponents[j] + exponents[k]);
            }
        }
        if (largest == Integer.MIN_VALUE) {
            throw singular("has only zeros in row " + j, j);
        }
        return largest;
    }

    private static void checkCondition(DMatrixRMaj matrix) {
        int n = matrix.numRows;
        var eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(matrix.copy())) {
            throw new DivergedException("the eigenvalues of the mass matrix d2L/dv dv were not found");
        }
        double largest = 0.0;
        int flattest = 0;
        for (int k = 0; k < n; k++) {
            double size = Math.abs(eigen.getEigenvalue(k).real);
            largest = Math.max(largest, size);
            if (size < Math.abs(eigen.getEigenvalue(flattest).real)) {
                flattest = k;
            }
        }
        double smallest = Math.abs(eigen.getEigenvalue(flattest).real);
        if (!(smallest * LARGEST_CONDITION >= largest)) {
            throw singular(
                    "is singular to rounding, with eigenvalues of sizes " + smallest + " to " + largest
                            + " after scaling",
                    largestEntry(eigen.getEigenVector(flattest)));
        }
    }

    private static int largestEntry(DMatrixRMaj vector) {
        int at = 0;
        for (int k = 1; k < vector.numRows; k++) {
            if (Math.abs(vector.get(k, 0)) > Math.abs(vector.get(at, 0))) {
                at = k;
            }
        }
        return at;
    }

    private static DivergedException singular(String how, int velocity) {
        return new DivergedException("the mass matrix d2L/dv dv " + how + ", so the acceleration of coordinate "
                + velocity
                + " is not determined. L must curve with every velocity: add the coordinate's kinetic energy,"
                + " or take the coordinate out");
    }
}
