package org.mclnn.training;

import java.util.ArrayList;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.mclnn.dynamics.Tangent;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.SplineForm;

/**
 * The linear baseline: a spline V' fitted to second differences of the positions, a = (q[k+1] - 2 q[k] + q[k-1]) / h^2, divided
 * differences where frames are not equally spaced. Fast, and off by O(h^2). Every learned law is compared with it.
 */
final class LeastSquaresForce {
    static final int[] INTERVALS = {8, 16, 32, 57};
    private static final SplineForm.Coordinate[] COORDINATES = SplineForm.Coordinate.values();
    private static final long MOST_PAIRS = 300_000; // pairs of frames looked at; more change nothing
    static final double AS_GOOD = 1.02; // held-out residuals within this factor of the least count as equal
    private static final double BENDING = 1e-9; // weight of the bending penalty, relative to the data

    private final Windows windows;
    private final Mechanics mechanics;
    private final Coverage coverage;

    LeastSquaresForce(Windows windows, Mechanics mechanics, Coverage coverage) {
        this.windows = windows;
        this.mechanics = mechanics;
        this.coverage = coverage;
    }

    /** The fitted law; coordinate and number of knots are the fewest that predict windows left out as well as any do. */
    FormPotential fit(Journal journal) {
        int best = (int) journal.number("knots of the baseline", this::best);
        if (best < 0 || best >= INTERVALS.length * COORDINATES.length) {
            throw new OtherTrainingException("there are no knots " + best);
        }
        var form = form(COORDINATES[best % COORDINATES.length], INTERVALS[best / COORDINATES.length]);
        return form.at(journal.recall("baseline", () -> fit(form).theta()));
    }

    /** Number of the best form: all coordinates with the fewest intervals first. */
    private int best() {
        int used = used();
        int held = Math.max(1, used / 5);
        var candidates = new ArrayList<Candidate>();
        double least = Double.POSITIVE_INFINITY;
        for (int intervals : INTERVALS) {
            double before = least;
            for (var coordinate : COORDINATES) {
                var form = form(coordinate, intervals);
                var law = used == 1 ? solve(form, 0, 1) : solve(form, held, used);
                double residual = residual(law, 0, held);
                candidates.add(new Candidate(candidates.size(), intervals, residual));
                least = Math.min(least, residual);
            }
            if (AS_GOOD * least >= before) {
                break; // more knots gain nothing
            }
        }
        double enough = AS_GOOD * least;
        return candidates.stream()
                .filter(c -> c.residual <= enough)
                .min(Comparator.comparingInt(Candidate::intervals).thenComparingDouble(Candidate::residual))
                .orElseThrow(() -> new IllegalArgumentException("the accelerations are not finite"))
                .number;
    }

    /** The law of a given form, linear in its parameters. */
    FormPotential fit(PotentialForm form) {
        return solve(form, 0, used());
    }

    private int used() {
        long perFrame = windows.particles() * (windows.particles() - 1L) / 2;
        return (int) Math.min(windows.count(), Math.max(5, MOST_PAIRS / (perFrame * windows.frames())));
    }

    private record Candidate(int number, int intervals, double residual) {}

    /** A spline over the distances seen, to the cut-off if there is one. */
    PotentialForm form(SplineForm.Coordinate coordinate, int intervals) {
        double far = mechanics.cutoff() > 0 ? mechanics.cutoff() : coverage.to();
        var form = SplineForm.uniform(coordinate, coverage.from(), far, intervals);
        return mechanics.cutoff() > 0 ? form.withCutoff(far) : form;
    }

    private FormPotential solve(PotentialForm form, int from, int to) {
        int size = form.size();
        var normal = new NormalEquations(size);
        visit(form.at(new double[size]).kernel(), size, from, to, normal);
        double trace = 0.0;
        for (int p = 0; p < size; p++) {
            trace += normal.at(p, p);
        }
        var matrix = normal.symmetric();
        var right = new DMatrixRMaj(size, 1);
        for (int j = 0; j < size; j++) {
            matrix.add(j, j, 1e-14 * trace);
            right.set(j, 0, -normal.gradient(j));
        }
        addBending(matrix, BENDING * trace / size);
        var solution = new DMatrixRMaj(size, 1);
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(matrix)) {
            throw new IllegalArgumentException(
                    "the least-squares fit is singular: the positions do not determine a force");
        }
        solver.solve(right, solution);
        return form.at(solution.getData().clone());
    }

    /** weight times the sum of squared second differences of the coefficients: fills what no distance determines. */
    private static void addBending(DMatrixRMaj matrix, double weight) {
        double[] second = {1, -2, 1};
        for (int p = 0; p + 2 < matrix.numRows; p++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    matrix.add(p + a, p + b, weight * second[a] * second[b]);
                }
            }
        }
    }

    private double residual(FormPotential law, int from, int to) {
        var normal = new NormalEquations(law.form().size());
        visit(law.kernel(), law.form().size(), from, to, normal);
        return normal.sumOfSquares();
    }

    /** Residuals a(theta) - a(observed) and their rows, frame by frame. */
    private void visit(FormKernel law, int size, int from, int to, NormalEquations out) {
        int width = 3 * windows.particles();
        var pairs = mechanics.pairs();
        var forces = mechanics.forces(1);
        var clock = new Clock(windows, mechanics);
        var r = new double[width];
        var slope = new double[width];
        var curvature = new double[width];
        var rows = new double[width];
        var a = new double[width];
        var tangent = new Tangent(windows.particles(), windows.planar(), size);
        int stride = tangent.columns();
        for (int w = from; w < to; w++) {
            var path = Filled.positions(windows, clock, w);
            for (int f = 1; f + 1 < windows.frames(); f++) {
                double before = clock.time(w, f) - clock.time(w, f - 1);
                double after = clock.time(w, f + 1) - clock.time(w, f);
                pairs.update(path[f]);
                int n = pairs.count();
                if (r.length < n || rows.length < n * stride) {
                    r = new double[n];
                    slope = new double[n];
                    curvature = new double[n];
                    rows = new double[n * stride];
                }
                pairs.copyDistances(r, 0);
                law.rows(r, n, slope, curvature, rows, stride);
                forces.accelerations(law, path[f], a);
                forces.tangent(pairs, slope, curvature, rows, 0, tangent);
                for (int c : windows.seen(w, f)) {
                    double forward = (windows.at(w, f + 1)[c] - path[f][c]) / after;
                    double backward = (path[f][c] - windows.at(w, f - 1)[c]) / before;
                    if (!Double.isNaN(forward - backward)) {
                        out.add(
                                tangent.acceleration(c / 3, c % 3),
                                a[c] - 2.0 * (forward - backward) / (before + after));
                    }
                }
            }
        }
    }

    /** Relative RMS difference between two laws' forces over the distances seen. */
    static double relativeDifference(FormPotential law, FormPotential reference, Coverage coverage) {
        var r = coverage.grid(1000);
        var f = new double[r.length];
        var g = new double[r.length];
        law.kernel().slopes(r, r.length, f);
        reference.kernel().slopes(r, r.length, g);
        double difference = 0.0;
        double norm = 0.0;
        for (int k = 0; k < r.length; k++) {
            double weight = coverage.density(r[k]);
            difference += weight * (f[k] - g[k]) * (f[k] - g[k]);
            norm += weight * g[k] * g[k];
        }
        return Math.sqrt(difference / norm);
    }
}
