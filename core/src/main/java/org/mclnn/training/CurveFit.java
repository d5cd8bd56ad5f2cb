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
    private static final int MORE = 5; // iterations of L-BFGS for one of Levenberg-Marquardt

    private final PotentialForm form;
    private final FormKernel law;
    private final double[] r;
    private final double[] target;
    private final double[] weight;
    private final double[] slope = new double[POINTS];
    private final double[] curvature = new double[POINTS];
    private final double[] coefficient;
    private double[] theta = new double[0];
    private double sum = Double.POSITIVE_INFINITY;

    CurveFit(PotentialForm form, FormPotential curve, Coverage coverage) {
        this.form = form;
        law = form.kernel();
        r = coverage.grid(POINTS);
        target = new double[POINTS];
        curve.kernel().slopes(r, POINTS, target);
        weight = weights(coverage);
        coefficient = new double[POINTS];
    }

    private boolean large() {
        return form.size() > TrainingOptions.MOST_PARAMETERS_OF_LM;
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
        var fit = problem.minimiser(start, ITERATIONS);
        journal.run("curve", fit, (value, fresh) -> {});
        return new Fit(form.at(fit.theta()), Math.sqrt(fit.value()));
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
            var fit = minimiser(start, FIRST_ITERATIONS);
            fit.run((iteration, value, now) -> true);
            theta = fit.theta();
            sum = fit.value();
        }
    }

    private Minimiser minimiser(double[] start, int iterations) {
        return large()
                ? new Lbfgs(this::gradient, form.sizes(start), start).within(0.0, 0, MORE * iterations)
                : new LevenbergMarquardt(0, iterations, 0.0, LEAST_GAIN).begin(this, start);
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

    private double gradient(double[] theta, double[] dTheta) {
        double sum = sumOfSquares(theta);
        for (int k = 0; k < POINTS; k++) {
            coefficient[k] = 2.0 * weight[k] * weight[k] * (slope[k] - target[k]);
        }
        Arrays.fill(dTheta, 0.0);
        law.pullback(r, POINTS, coefficient, slope, curvature, dTheta);
        return sum;
    }

    @Override
    public NormalEquations linearise(double[] theta) {
        law.parameters(theta);
        int size = form.size();
        var rows = new double[POINTS * size];
        law.rows(r, POINTS, slope, curvature, rows, size);
        var out = new NormalEquations(size);
        var scaled = new double[POINTS][size];
        var residual = new double[POINTS];
        for (int k = 0; k < POINTS; k++) {
            residual[k] = weight[k] * (slope[k] - target[k]);
            for (int p = 0; p < size; p++) {
                scaled[k][p] = weight[k] * rows[k * size + p];
            }
        }
        out.add(scaled, residual, POINTS);
        return out;
    }
}
