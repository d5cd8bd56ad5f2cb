package org.mclnn.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.mclnn.kernel.Layers;

/**
 * Accelerations by Eq. 3 of a network L(x) of x = (q, v), each input shifted and scaled (theory, T46). Where d2L/dv dv has no LU factors
 * they are NaN. Its condition is not looked at: a bad one shows in the loss.
 */
final class LagrangianModel implements AccelerationModel {
    private static final int FIRST = 2; // channel of the direction of velocity 0; sweeps back take 1 to 3 themselves

    private final CoordinateSweep sweep;
    private final InputScale scale;
    private final int n;
    private final double[][] dX; // dL/dx [input][point]
    private final double[][] force; // dL/dq - (d2L/dv dq) v, [coordinate][point]
    private final double[][][] mass; // d2L/dv dv [row][column][point], lower triangle
    private final double[] second; // of one pair of directions, at each point
    private final double[][] velocities;
    private final double[][] found; // accelerations, kept for the way back
    private final double[][] w; // M^-1 bar
    private final List<LinearSolverDense<DMatrixRMaj>> factors; // of M at each point
    private final boolean[] regular;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private final DMatrixRMaj solution;

    /** @param layers of 2n inputs, coordinates before velocities; scale likewise */
    LagrangianModel(Layers layers, InputScale scale, int points) {
        n = layers.inputs(0) / 2;
        sweep = new CoordinateSweep(layers, points, Math.max(3, FIRST + n));
        this.scale = scale;
        dX = new double[2 * n][points];
        force = new double[n][points];
        mass = new double[n][n][points];
        second = new double[points];
        velocities = new double[n][points];
        found = new double[n][points];
        w = new double[n][points];
        factors = Stream.generate(() -> LinearSolverFactory_DDRM.lu(n))
                .limit(points)
                .toList();
        regular = new boolean[points];
        matrix = new DMatrixRMaj(n, n);
        right = new DMatrixRMaj(n, 1);
        solution = new DMatrixRMaj(n, 1);
    }

    @Override
    public void parameters(double[] theta) {
        sweep.parameters(theta);
    }

    @Override
    public boolean moving() {
        return true;
    }

    @Override
    public void accelerations(double[][] q, double[][] v, double[][] a) {
        scale.points(q, 0, sweep.inputs(0));
        scale.points(v, n, sweep.inputs(0));
        sweep.forward();
        sweep.gradient(dX);
        for (int c = 0; c < n; c++) {
            System.arraycopy(v[c], 0, velocities[c], 0, v[c].length);
        }
        derive();
        solve();
        for (int c = 0; c < n; c++) {
            System.arraycopy(found[c], 0, a[c], 0, a[c].length);
        }
    }

    /** Mass matrix and right side of Eq. 3. */
    private void derive() {
        int moved = FIRST + n; // the channel of the direction (v, 0)
        for (int c = 0; c < n; c++) {
            zero(FIRST + c);
            Arrays.fill(sweep.inputs(FIRST + c)[n + c], scale.slope(n + c));
        }
        zero(moved);
        scale.directions(velocities, 0, sweep.inputs(moved));
        sweep.along(FIRST, moved);
        for (int c = 0; c < n; c++) {
            for (int d = 0; d <= c; d++) {
                sweep.second(FIRST + c, FIRST + d, mass[c][d]);
            }
            sweep.second(FIRST + c, moved, second);
            double slope = scale.slope(c);
            for (int k = 0; k < second.length; k++) {
                force[c][k] = slope * dX[c][k] - second[k];
            }
        }
    }

    private void zero(int channel) {
        for (var row : sweep.inputs(channel)) {
            Arrays.fill(row, 0.0);
        }
    }

    private void solve() {
        for (int k = 0; k < regular.length; k++) {
            for (int c = 0; c < n; c++) {
                for (int d = 0; d <= c; d++) {
                    matrix.unsafe_set(c, d, mass[c][d][k]);
                    matrix.unsafe_set(d, c, mass[c][d][k]);
                }
            }
            regular[k] = factors.get(k).setA(matrix);
            solve(k, force, found);
        }
    }

    /** Writes M^-1 b of one point. */
    private void solve(int point, double[][] b, double[][] x) {
        for (int c = 0; c < n; c++) {
            right.unsafe_set(c, 0, b[c][point]);
        }
        if (regular[point]) {
            factors.get(point).solve(right, solution);
        }
        for (int c = 0; c < n; c++) {
            x[c][point] = regular[point] ? solution.unsafe_get(c, 0) : Double.NaN;
        }
    }

    @Override
    public CoordinateSweep back(double[][] bar) {
        for (int k = 0; k < regular.length; k++) {
            solve(k, bar, w);
        }
        for (int channel = 1; channel <= 3; channel++) {
            zero(channel);
        }
        scale.directions(w, 0, sweep.inputs(1));
        scale.directions(w, n, sweep.inputs(2));
        scale.directions(velocities, 0, sweep.inputs(3));
        scale.directions(found, n, sweep.inputs(3));
        sweep.backSecond();
        return sweep;
    }
}
