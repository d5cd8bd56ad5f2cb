package org.mclnn.diagnostics;

import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.jspecify.annotations.Nullable;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.SplineForm;

/**
 * Accelerations as forces of pairs, V' a spline in r, 1/r or 1/r^3, whichever leaves least; and the same with a drag and a uniform field
 * beside them, which is no drag: linear least squares over a {@link PairSample}.
 */
final class PairRegression {
    private static final int INTERVALS = 10;
    private static final double RIDGE = 1e-12; // of the mean of the diagonal

    private final List<PairSample.Row> sample;
    private final int axes;

    private PairRegression(List<PairSample.Row> sample, int axes) {
        this.sample = sample;
        this.axes = axes;
    }

    /**
     * What was found.
     *
     * @param law the best law of pairs; absent where there were too few rows
     */
    record Result(PairForce force, Optional<FormPotential> law) {}

    /** A law of pairs, what it leaves, and the drag that goes with it. */
    private record Fit(FormPotential law, double squares, double drag, double dragError) {}

    /** @param sigma noise of a coordinate */
    static Result of(List<PairSample.Row> sample, int axes, double cutoff, double sigma) {
        return new PairRegression(sample, axes).solve(cutoff, sigma);
    }

    private Result solve(double cutoff, double sigma) {
        double near = Double.POSITIVE_INFINITY;
        double far = cutoff;
        for (var row : sample) {
            for (double r : row.distances) {
                near = Math.min(near, r);
                far = Math.max(far, r);
            }
        }
        Fit best = null;
        for (var coordinate : SplineForm.Coordinate.values()) {
            if (!(near < far)) {
                break;
            }
            PotentialForm form = SplineForm.uniform(coordinate, near, far, INTERVALS);
            form = cutoff > 0.0 ? form.withCutoff(cutoff) : form;
            var fit = sample.size() < PairForce.LEAST * form.size() ? null : fit(form);
            if (fit != null && (best == null || fit.squares < best.squares)) {
                best = fit;
            }
        }
        if (best == null) {
            return new Result(
                    new PairForce(
                            sample.size(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                    Optional.empty());
        }
        return new Result(judge(best, sigma), Optional.of(best.law));
    }

    private PairForce judge(Fit fit, double sigma) {
        double squares = 0.0;
        double noise = 0.0;
        double coarse = 0.0;
        double speeds = 0.0;
        for (var row : sample) {
            for (int axis = 0; axis < axes; axis++) {
                double difference = row.coarse[axis] - row.acceleration[axis];
                squares += row.acceleration[axis] * row.acceleration[axis];
                coarse += difference * difference - sigma * sigma * row.differenceNoise;
                speeds += row.velocity[axis] * row.velocity[axis];
            }
            noise += axes * sigma * sigma * row.noise;
        }
        double signal = squares - noise;
        double terms = (double) sample.size() * axes;
        double left = fit.squares * terms / (terms - fit.law.form().size());
        return new PairForce(
                sample.size(),
                (left - noise) / signal,
                noise / signal,
                // smooth motion is off by a third of what the two differ by, sharp turns by more
                Math.max(0.0, coarse / 4.0) / signal,
                fit.drag,
                fit.dragError,
                Math.abs(fit.drag) * Math.sqrt(speeds / signal));
    }

    /** Null where no law is determined. */
    private @Nullable Fit fit(PotentialForm form) {
        int size = form.size();
        int all = size + 1 + axes;
        var equations = new NormalEquations(all);
        var law = form.at(new double[size]).kernel();
        for (var row : sample) {
            add(law, size, row, equations);
        }
        var alone = minimum(equations, size);
        var both = minimum(equations, all);
        if (alone == null || both == null) {
            return null;
        }
        double terms = (double) sample.size() * axes;
        double squares = squares(equations, alone);
        double variance = Math.max(0.0, squares(equations, both)) / (terms - all);
        return new Fit(
                form.at(alone),
                Math.max(0.0, squares),
                both[size],
                Math.sqrt(variance * inverse(equations, all, size)));
    }

    private void add(FormKernel law, int size, PairSample.Row row, NormalEquations out) {
        int n = row.partners();
        var slopes = new double[n];
        var curvatures = new double[n];
        var basis = new double[n * size];
        law.rows(row.distances, n, slopes, curvatures, basis, size);
        for (int axis = 0; axis < axes; axis++) {
            var line = new double[size + 1 + axes];
            for (int j = 0; j < n; j++) {
                double along = -row.directions[3 * j + axis] / row.mass;
                for (int p = 0; p < size; p++) {
                    line[p] += along * basis[j * size + p];
                }
            }
            line[size] = -row.velocity[axis];
            line[size + 1 + axis] = 1.0;
            out.add(line, -row.acceleration[axis]);
        }
    }

    private static double squares(NormalEquations equations, double[] x) {
        double sum = equations.sumOfSquares();
        for (int j = 0; j < x.length; j++) {
            sum += 2.0 * x[j] * equations.gradient(j) + x[j] * x[j] * equations.at(j, j);
            for (int k = j + 1; k < x.length; k++) {
                sum += 2.0 * x[j] * x[k] * equations.at(j, k);
            }
        }
        return sum;
    }

    private static double @Nullable [] minimum(NormalEquations equations, int size) {
        var right = new DMatrixRMaj(size, 1);
        for (int j = 0; j < size; j++) {
            right.set(j, 0, -equations.gradient(j));
        }
        return solve(equations, size, right);
    }

    /** Entry of the inverse on the diagonal. */
    private static double inverse(NormalEquations equations, int size, int at) {
        var right = new DMatrixRMaj(size, 1);
        right.set(at, 0, 1.0);
        var column = solve(equations, size, right);
        return column == null ? Double.POSITIVE_INFINITY : column[at];
    }

    private static double @Nullable [] solve(NormalEquations equations, int size, DMatrixRMaj right) {
        var matrix = new DMatrixRMaj(size, size);
        double trace = 0.0;
        for (int j = 0; j < size; j++) {
            trace += equations.at(j, j);
        }
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                matrix.set(j, k, equations.at(j, k));
                matrix.set(k, j, equations.at(j, k));
            }
            matrix.add(j, j, RIDGE * trace / size);
        }
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(matrix)) {
            return null;
        }
        var solution = new DMatrixRMaj(size, 1);
        solver.solve(right, solution);
        return solution.getData();
    }
}
