package org.mclnn.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;

/**
 * Fits V'(r; theta) of any form to a given curve over the distances seen, in one dimension: where the training through rollouts starts.
 * Each band's residuals are relative to its own RMS slope, so that a weak far band is not lost beside a strong near one.
 */
final class CurveFit implements LeastSquaresProblem {
    private static final int POINTS = 300;
    private static final int FIRST_ITERATIONS = 40;
    private static final int ITERATIONS = 300;
    private static final double LEAST_GAIN = 0.1; // an iteration costs next to nothing

    private final PotentialForm form;
    private final FormKernel law;
    private final double[] r;
    private final double[] target;
    private final double[] weight;
    private final double[] slope = new double[POINTS];
    private final double[] curvature = new double[POINTS];
    private final double[] rows;
    private double[] theta = new double[0];
    private double sum = Double.POSITIVE_INFINITY;

    CurveFit(PotentialForm form, FormPotential curve, Coverage coverage) {
        this.form = form;
        law = form.kernel();
        r = coverage.grid(POINTS);
        target = new double[POINTS];
        curve.kernel().slopes(r, POINTS, target);
        weight = weights(coverage);
        rows = new double[POINTS * form.size()];
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

    /** Every start is fitted a little, the best of them to the end. */
    static Fit best(
            PotentialForm form,
            FormPotential curve,
            Coverage coverage,
            List<double[]> starts,
            Workers workers,
            Journal journal) {
        var start = journal.recall("starts of the curve", () -> promising(form, curve, coverage, starts, workers));
        var problem = new CurveFit(form, curve, coverage);
        double sum = problem.sumOfSquares(start);
        if (!Double.isFinite(sum)) {
            return new Fit(form.at(start), sum);
        }
        var fit = new LevenbergMarquardt(0, ITERATIONS, 0.0, LEAST_GAIN).begin(problem, start);
        journal.run("curve", fit, (value, fresh) -> {});
        var outcome = fit.outcome();
        return new Fit(form.at(outcome.theta), Math.sqrt(outcome.sumOfSquares));
    }

    /** Where the best of the starts is after a few iterations. */
    private static double[] promising(
            PotentialForm form, FormPotential curve, Coverage coverage, List<double[]> starts, Workers workers) {
        var fits = new CurveFit[starts.size()];
        workers.run(fits.length, k -> {
            fits[k] = new CurveFit(form, curve, coverage);
            fits[k].fit(starts.get(k));
        });
        return Arrays.stream(fits)
                .min(Comparator.comparingDouble(f -> f.sum))
                .orElseThrow(() -> new IllegalArgumentException("a fit needs at least one start"))
                .theta;
    }

    private void fit(double[] start) {
        theta = start;
        sum = sumOfSquares(start);
        if (Double.isFinite(sum)) {
            var outcome = new LevenbergMarquardt(0, FIRST_ITERATIONS, 0.0, LEAST_GAIN)
                    .minimise(this, start, (iteration, value, now) -> true);
            theta = outcome.theta;
            sum = outcome.sumOfSquares;
        }
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
        law.parameters(theta);
        law.slopes(r, POINTS, slope);
        double sum = 0.0;
        for (int k = 0; k < POINTS; k++) {
            double e = weight[k] * (slope[k] - target[k]);
            sum += e * e;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    @Override
    public void linearise(double[] theta, NormalEquations out) {
        law.parameters(theta);
        law.rows(r, POINTS, slope, curvature, rows);
        out.clear();
        int size = form.size();
        var scaled = new double[POINTS][size];
        var residual = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            residual[k] = weight[k] * (slope[k] - target[k]);
            for (int p = 0; p < size; p++) {
                scaled[k][p] = weight[k] * rows[k * size + p];
            }
        }
        out.add(scaled, residual, POINTS);
    }
}
