package org.mclnn.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.mclnn.optimisation.DualEquations;
import org.mclnn.optimisation.LeastSquaresProblem;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Linearisation;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;

/**
 * Fits V'(r; theta) of any form to a given curve over the distances seen, in one dimension: where the training through rollouts starts.
 * Each band's residuals are relative to its own RMS slope, so that a weak far band is not lost beside a strong near one.
 */
final class CurveFit implements LeastSquaresProblem {
    private static final int POINTS = 100;
    private static final int FIRST_ITERATIONS = 12;
    private static final int ITERATIONS = 200;
    private static final double LEAST_GAIN = 0.1;
    private static final double FOLLOWS = 3e-4; // relative misfit from which on a start needs no others beside it
    private static final double RIDGE = 1e-9; // of columns of norm 1: weights stay small where units are alike
    private static final double AHEAD = 0.1; // of a step, for the second derivative along it

    private final PotentialForm form;
    private final FormKernel law;
    private final double[] r;
    private final double[] target;
    private final double[] weight;
    private final double[] slope = new double[POINTS];
    private final double[] curvature = new double[POINTS];
    private double[] theta = new double[0];
    private double sum = Double.POSITIVE_INFINITY;

    CurveFit(PotentialForm form, FormPotential curve, Coverage coverage) {
        this.form = form;
        law = form.kernel();
        r = coverage.grid(POINTS);
        target = new double[POINTS];
        curve.kernel().slopes(r, POINTS, target);
        weight = weights(coverage);
    }

    /** Root of density over RMS slope of the band. */
    private double[] weights(Coverage coverage) {
        int bands = coverage.bands().size();
        var squares = new double[bands];
        var weights = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            int band = coverage.bandOf(r[k]);
            double density = coverage.density(r[k]) + 0.1 / (coverage.to() - coverage.from());
            weights[k] = density;
            squares[band] += density * target[k] * target[k];
        }
        for (int k = 0; k < POINTS; k++) {
            int band = coverage.bandOf(r[k]);
            weights[k] = Math.sqrt(weights[k] / Math.max(squares[band], Double.MIN_NORMAL));
        }
        return weights;
    }

    /**
     * A law and how well it follows the curve.
     *
     * @param misfit RMS misfit relative to the RMS slope of each band, added over bands in quadrature
     */
    record Fit(FormPotential law, double misfit) {}

    /**
     * A start that follows the curve once its linear parameters are solved for, else the best of all after a few iterations, is fitted
     * to the end.
     *
     * @param enough misfit at which it ends
     */
    static Fit best(
            PotentialForm form,
            FormPotential curve,
            Coverage coverage,
            List<double[]> starts,
            double enough,
            Workers workers,
            TrainingListener listener,
            Journal journal) {
        var start = journal.recall("starts of the curve", () -> promising(form, curve, coverage, starts, workers));
        var problem = new CurveFit(form, curve, coverage);
        double sum = problem.sumOfSquares(start);
        if (!Double.isFinite(sum)) {
            return new Fit(form.at(start), sum);
        }
        var fit = problem.minimiser(start, ITERATIONS, enough);
        journal.run("curve", fit, (value, fresh) -> {
            if (fresh) {
                listener.iteration("curve", fit.iterations(), ITERATIONS, value);
            }
        });
        return new Fit(form.at(fit.theta()), Math.sqrt(fit.value()));
    }

    /**
     * The best of some starts once the parameters in which V is linear are solved for, by orthogonal factors and without a ridge: to as many
     * digits as there are.
     */
    static Fit solved(
            PotentialForm form, FormPotential curve, Coverage coverage, List<double[]> starts, Journal journal) {
        var problem = new CurveFit(form, curve, coverage);
        var theta = journal.recall("solved starts", () -> {
            double[] best = starts.get(0);
            double least = Double.POSITIVE_INFINITY;
            for (var start : starts) {
                var solved = problem.exactly(start);
                double sum = problem.sumOfSquares(solved);
                if (sum < least) {
                    least = sum;
                    best = solved;
                }
            }
            return best;
        });
        return new Fit(form.at(theta), Math.sqrt(problem.sumOfSquares(theta)));
    }

    private double[] exactly(double[] start) {
        int first = form.firstLinear();
        int count = start.length - first;
        var theta = start.clone();
        var basis = DMatrixRMaj.wrap(POINTS, count, basis(theta));
        var right = new DMatrixRMaj(POINTS, 1);
        var size = new double[count];
        for (int p = 0; p < count; p++) {
            for (int k = 0; k < POINTS; k++) {
                size[p] = Math.max(size[p], Math.abs(basis.get(k, p)));
            }
            for (int k = 0; k < POINTS && size[p] > 0.0; k++) {
                basis.set(k, p, basis.get(k, p) / size[p]);
            }
        }
        for (int k = 0; k < POINTS; k++) {
            right.set(k, 0, weight[k] * target[k]);
        }
        var solver = LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
        var solution = new DMatrixRMaj(count, 1);
        if (solver.setA(basis)) {
            solver.solve(right, solution);
        }
        for (int p = 0; p < count; p++) {
            theta[first + p] = size[p] > 0.0 ? solution.get(p, 0) / size[p] : 0.0;
        }
        return theta;
    }

    /** The start with the parameters in which V is linear solved for: many random units already follow most curves. */
    private double[] solved(double[] start) {
        int first = form.firstLinear();
        int count = start.length - first;
        if (count == 0) {
            return start;
        }
        var theta = start.clone();
        var some = basis(theta);
        var step = new double[count];
        var ones = new double[count];
        Arrays.fill(ones, 1.0);
        new DualEquations(some, weighted()).step(RIDGE, ones, step);
        System.arraycopy(step, 0, theta, first, count);
        return theta;
    }

    /** Sets the parameters in which V is linear to 0; returns what each of them adds to the weighted V', row by row of the points. */
    private double[] basis(double[] theta) {
        int first = form.firstLinear();
        int count = theta.length - first;
        Arrays.fill(theta, first, theta.length, 0.0);
        law.parameters(theta);
        var rows = new double[POINTS * theta.length];
        law.rows(r, POINTS, slope, curvature, rows, theta.length);
        var basis = new double[POINTS * count];
        for (int k = 0; k < POINTS; k++) {
            for (int p = 0; p < count; p++) {
                basis[k * count + p] = weight[k] * rows[k * theta.length + first + p];
            }
        }
        return basis;
    }

    private static double[] promising(
            PotentialForm form, FormPotential curve, Coverage coverage, List<double[]> starts, Workers workers) {
        var fits = new CurveFit[starts.size()];
        workers.run(fits.length, k -> {
            fits[k] = new CurveFit(form, curve, coverage);
            fits[k].at(fits[k].solved(starts.get(k)));
        });
        var solved = best(fits);
        if (fits.length == 1 || solved.sum <= FOLLOWS * FOLLOWS) {
            return solved.theta;
        }
        workers.run(fits.length, k -> {
            fits[k].at(starts.get(k));
            fits[k].fitBriefly();
        });
        return best(fits).theta;
    }

    private static CurveFit best(CurveFit[] fits) {
        return Arrays.stream(fits)
                .min(Comparator.comparingDouble(f -> f.sum))
                .orElseThrow(() -> new IllegalArgumentException("a fit needs at least one start"));
    }

    private void at(double[] start) {
        theta = start;
        sum = sumOfSquares(start);
    }

    private void fitBriefly() {
        if (Double.isFinite(sum)) {
            var fit = minimiser(theta, FIRST_ITERATIONS, 0.0);
            fit.run((iteration, value, now) -> true);
            theta = fit.theta();
            sum = fit.value();
        }
    }

    private Minimiser minimiser(double[] start, int iterations, double enough) {
        return new LevenbergMarquardt(0, iterations, enough * enough, LEAST_GAIN).begin(this, start);
    }

    @Override
    public double[] sizes(double[] theta) {
        return form.sizes(theta);
    }

    @Override
    public int size() {
        return form.size();
    }

    @Override
    public double sumOfSquares(double[] theta) {
        double sum = 0.0;
        for (double e : residuals(theta)) {
            sum += e * e;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    private double[] residuals(double[] theta) {
        law.parameters(theta);
        law.slopes(r, POINTS, slope);
        return weighted();
    }

    private double[] weighted() {
        var residual = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            residual[k] = weight[k] * (slope[k] - target[k]);
        }
        return residual;
    }

    @Override
    public Linearisation linearise(double[] theta) {
        law.parameters(theta);
        int size = form.size();
        var rows = new double[POINTS * size];
        law.rows(r, POINTS, slope, curvature, rows, size);
        for (int k = 0; k < POINTS; k++) {
            for (int p = 0; p < size; p++) {
                rows[k * size + p] *= weight[k];
            }
        }
        return new DualEquations(rows, weighted());
    }

    @Override
    public void bend(double[] theta, Linearisation here, double[] step) {
        var ahead = theta.clone();
        for (int p = 0; p < ahead.length; p++) {
            ahead[p] += AHEAD * step[p];
        }
        ((DualEquations) here).bend(residuals(ahead), AHEAD, step);
    }
}
