package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.BorderedEquations;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.LeastSquaresProblem;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PotentialForm;

/**
 * The squared position errors (Eq. 6) over a set of windows, their gradient, and their normal equations. The unknowns x are theta, then
 * (q0, v0) of each window where starts are unknown. A weighted penalty on the roughness of the law may stand beside the errors. Windows
 * are dealt to a fixed number of chunks, whatever the number of threads, and the chunks' sums are joined in order: the bits do not depend
 * on the threads.
 */
final class RolloutProblem implements LeastSquaresProblem, AdamEpochs.Loss {
    private final Windows windows;
    private final Mechanics mechanics;
    private final PotentialForm form;
    private final Workers workers;
    private final int common;
    private final int local;
    private final int[] all;
    private final Chunks chunks;
    private final Rollout[] rollouts;
    private final FormKernel[] laws; // [chunk]
    private @Nullable InterpolatedLaw interpolated; // takes a look at the windows: made when first needed
    private final double[][] gradients;
    private @Nullable Linear linear; // takes memory for the square of the parameters: made when first needed
    private @Nullable Roughness roughness;
    private double weight;

    RolloutProblem(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers) {
        this.windows = windows;
        this.mechanics = mechanics;
        this.form = form;
        this.workers = workers;
        common = form.size();
        local = windows.unknowns();
        all = IntStream.range(0, windows.count()).toArray();
        chunks = new Chunks(windows.count());
        rollouts = new Rollout[chunks.count()];
        laws = new FormKernel[chunks.count()];
        gradients = new double[chunks.count()][];
        for (int c = 0; c < rollouts.length; c++) {
            rollouts[c] = new Rollout(windows, mechanics, common);
            laws[c] = form.kernel();
        }
    }

    /** Sets the penalty and its weight; 0 for none. */
    void penalty(Roughness measure, double times) {
        roughness = measure;
        weight = times;
    }

    @Override
    public int size() {
        return common + windows.count() * local;
    }

    /** How many unknowns are the law's. */
    int common() {
        return common;
    }

    /** Sizes of theta; 1 for each unknown of a start, whose own residuals tell how much it is felt. */
    @Override
    public double[] sizes(double[] x) {
        var sizes = Arrays.copyOf(form.sizes(theta(x)), size());
        Arrays.fill(sizes, common, sizes.length, 1.0);
        return sizes;
    }

    double[] theta(double[] x) {
        return Arrays.copyOf(x, common);
    }

    /** x of a law and given starts. */
    double[] join(double[] theta, Starts starts) {
        var x = Arrays.copyOf(theta, size());
        for (int w = 0; w < windows.count(); w++) {
            windows.setStart(starts.q0[w], starts.v0[w], x, common, w);
        }
        return x;
    }

    /** The starts in x. */
    Starts starts(double[] x) {
        var starts = Starts.atRest(windows);
        for (int w = 0; w < windows.count(); w++) {
            windows.start(x, common, w, starts.q0[w], starts.v0[w], 0);
        }
        return starts;
    }

    /** Windows times predicted frames times particles if nothing is missing: loss (Eq. 6) = misfit / terms. */
    @Override
    public double terms() {
        return terms(all);
    }

    /** Terms of some of the windows. */
    @Override
    public double terms(int[] which) {
        return windows.comparedPositions(which);
    }

    /** Residuals less the unknowns of the starts. */
    double freedom() {
        return (double) windows.comparedCoordinates() - windows.count() * local;
    }

    /**
     * Sum of squared position errors alone.
     *
     * @throws DivergedException if a rollout diverges: names windows, step, pair and distance
     */
    double misfit(double[] x) {
        var sums = new double[chunks.count()];
        var between = interpolated(x, all);
        workers.run(
                sums.length,
                c -> sums[c] =
                        rollouts[c].sumOfSquares(law(between, x, c), x, all, chunks.first(c), chunks.first(c + 1)));
        return total(sums);
    }

    /** The law at x for rollouts of some of the windows, where interpolating it pays. */
    private @Nullable InterpolatedLaw interpolated(double[] x, int[] which) {
        if (!form.interpolates()) {
            return null;
        }
        if (interpolated == null) {
            interpolated = new InterpolatedLaw(windows, mechanics, form, workers);
        }
        return interpolated.at(theta(x), which) ? interpolated : null;
    }

    private FormKernel law(@Nullable InterpolatedLaw between, double[] x, int chunk) {
        if (between != null) {
            return between.kernel(chunk);
        }
        laws[chunk].parameters(theta(x));
        return laws[chunk];
    }

    private static double total(double[] sums) {
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    @Override
    public double sumOfSquares(double[] x) {
        try {
            double penalty = roughness == null || weight == 0.0 ? 0.0 : weight * roughness.sumOfSquares(theta(x));
            double sum = misfit(x) + penalty;
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Sum of squares, penalty included; writes its gradient; infinite where a rollout diverges. */
    double gradientOrInfinity(double[] x, double[] dX) {
        try {
            double sum = gradient(x, all, dX);
            return roughness == null || weight == 0.0 ? sum : sum + weight * roughness.pullback(theta(x), weight, dX);
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Misfit; writes its gradient. */
    double gradient(double[] x, double[] dX) {
        return gradient(x, all, dX);
    }

    /** Misfit of some of the windows; writes its gradient. */
    @Override
    public double gradient(double[] x, int[] which, double[] dX) {
        var dealt = new Chunks(which.length);
        var sums = new double[dealt.count()];
        var between = interpolated(x, which);
        workers.run(sums.length, c -> {
            if (gradients[c] == null) {
                gradients[c] = new double[size()];
            }
            Arrays.fill(gradients[c], 0.0);
            sums[c] = rollouts[c].pullback(
                    law(between, x, c), x, which, dealt.first(c), dealt.first(c + 1), gradients[c]);
        });
        Arrays.fill(dX, 0.0);
        for (int c = 0; c < sums.length; c++) {
            for (int p = 0; p < dX.length; p++) {
                dX[p] += gradients[c][p];
            }
        }
        if (between != null) {
            between.pullback(dX);
        }
        return total(sums);
    }

    @Override
    public BorderedEquations linearise(double[] x) {
        return linear().at(x, weight);
    }

    /** Misfit where linearised last. */
    double linearisedMisfit() {
        return linear().data.sumOfSquares();
    }

    /** The equations of theta at x when the starts follow it, without the penalty; null where some start is not determined. */
    @Nullable
    NormalEquations reduced(double[] x) {
        return linear().at(x, 0.0).reduce();
    }

    private Linear linear() {
        if (linear == null) {
            linear = new Linear();
        }
        return linear;
    }

    /** The linearisation at the point asked for last. */
    private final class Linear {
        private final Sensitivities[] sensitivities = new Sensitivities[chunks.count()];
        private final NormalEquations[] whole = new NormalEquations[chunks.count()]; // of one window
        private final NormalEquations[] parts = new NormalEquations[chunks.count()];
        private final NormalEquations data = new NormalEquations(common); // of theta, without the penalty
        private final BorderedEquations equations = new BorderedEquations(common, local, windows.count(), workers);
        private double[] place = new double[0];

        Linear() {
            for (int c = 0; c < chunks.count(); c++) {
                sensitivities[c] = new Sensitivities(windows, mechanics, form);
                whole[c] = new NormalEquations(common + local);
                parts[c] = new NormalEquations(common);
            }
        }

        BorderedEquations at(double[] x, double times) {
            if (place.length == 0 || !Arrays.equals(x, place)) {
                place = new double[0];
                fill(x);
                place = x.clone();
            }
            var head = equations.head();
            head.clear();
            head.add(data);
            head.keepScales();
            if (roughness != null && times > 0.0) {
                roughness.add(theta(x), times, head);
            }
            return equations;
        }

        private void fill(double[] x) {
            workers.run(chunks.count(), c -> {
                sensitivities[c].at(x);
                parts[c].clear();
                for (int w = chunks.first(c); w < chunks.first(c + 1); w++) {
                    whole[c].clear();
                    sensitivities[c].accumulate(w, (frame, coordinate, row, e) -> whole[c].add(row, e));
                    equations.window(w, whole[c]);
                    parts[c].add(whole[c]);
                }
            });
            data.clear();
            for (var part : parts) {
                data.add(part);
            }
        }
    }
}
