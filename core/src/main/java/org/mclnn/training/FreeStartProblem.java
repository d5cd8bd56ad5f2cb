package org.mclnn.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.PotentialForm;

/**
 * The sum of squared residuals over windows whose starts are unknown: x is theta, then (q0, v0) of each window, active coordinates only.
 * A weighted penalty on the roughness of the law may stand beside it.
 */
final class FreeStartProblem implements LeastSquaresProblem {
    private final Windows windows;
    private final PotentialForm form;
    private final Workers workers;
    private final Chunks chunks;
    private final int common;
    private final int local;
    private final Sensitivities[] sensitivities;
    private final NormalEquations[] whole; // of one window: theta and its own unknowns
    private final NormalEquations[] parts;
    private final NormalEquations data; // of theta, without the penalty
    private final BorderedEquations equations;
    private double[] linearisedAt = new double[0];
    private @Nullable Roughness roughness;
    private double weight;

    FreeStartProblem(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers) {
        this.windows = windows;
        this.form = form;
        this.workers = workers;
        chunks = new Chunks(windows.count());
        common = form.size();
        local = windows.startsKnown() ? 0 : 2 * windows.active().length;
        data = new NormalEquations(common);
        equations = new BorderedEquations(common, local, windows.count(), workers);
        sensitivities = new Sensitivities[chunks.count()];
        whole = new NormalEquations[chunks.count()];
        parts = new NormalEquations[chunks.count()];
        for (int c = 0; c < chunks.count(); c++) {
            sensitivities[c] = new Sensitivities(windows, mechanics, form);
            whole[c] = new NormalEquations(common + local);
            parts[c] = new NormalEquations(common);
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

    /** Sizes of theta; 1 for each local unknown, whose own residuals tell how much it is felt. */
    @Override
    public double[] sizes(double[] x) {
        var sizes = Arrays.copyOf(form.sizes(theta(x)), size());
        Arrays.fill(sizes, common, sizes.length, 1.0);
        return sizes;
    }

    double[] theta(double[] x) {
        return Arrays.copyOf(x, common);
    }

    /** How many unknowns are the law's. */
    int common() {
        return common;
    }

    /** Windows times frames times particles if nothing is missing. */
    double terms() {
        return windows.comparedPositions();
    }

    /** Residuals less the unknowns of the starts. */
    double freedom() {
        return (double) windows.comparedCoordinates() - windows.count() * local;
    }

    /** x of a law and given starts. */
    double[] join(double[] theta, Starts starts) {
        var x = Arrays.copyOf(theta, size());
        if (windows.startsKnown()) {
            return x;
        }
        var active = windows.active();
        for (int w = 0; w < windows.count(); w++) {
            int at = common + w * local;
            for (int k = 0; k < active.length; k++) {
                x[at + k] = starts.q0[w][active[k]];
                x[at + active.length + k] = starts.v0[w][active[k]];
            }
        }
        return x;
    }

    /** The starts in x. */
    Starts starts(double[] x) {
        var starts = Starts.atRest(windows);
        for (int w = 0; w < windows.count(); w++) {
            start(x, w, starts.q0[w], starts.v0[w]);
        }
        return starts;
    }

    private void start(double[] x, int window, double[] q, double[] v) {
        if (windows.startsKnown()) {
            System.arraycopy(windows.at(window, 0), 0, q, 0, q.length);
            System.arraycopy(windows.velocity(window), 0, v, 0, v.length);
            return;
        }
        var active = windows.active();
        int at = common + window * local;
        for (int k = 0; k < active.length; k++) {
            q[active[k]] = x[at + k];
            v[active[k]] = x[at + active.length + k];
        }
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

    /**
     * Sum of squared position errors alone.
     *
     * @throws DivergedException if a rollout diverges
     */
    double misfit(double[] x) {
        var theta = theta(x);
        var sums = new double[chunks.count()];
        workers.run(chunks.count(), c -> {
            sensitivities[c].parameters(theta);
            var q = new double[3 * windows.particles()];
            var v = new double[q.length];
            for (int w = chunks.first(c); w < chunks.first(c + 1); w++) {
                start(x, w, q, v);
                sums[c] += sensitivities[c].sumOfSquares(w, q, v);
            }
        });
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    /** Sum of squared position errors alone, where linearised last. */
    double misfit() {
        return data.sumOfSquares();
    }

    @Override
    public BorderedEquations linearise(double[] x) {
        if (!Arrays.equals(x, linearisedAt)) {
            linearisedAt = new double[0];
            linearise(x, theta(x));
            linearisedAt = x.clone();
        }
        var head = equations.head();
        head.clear();
        head.add(data);
        head.keepScales();
        if (roughness != null && weight > 0.0) {
            roughness.add(theta(x), weight, head);
        }
        return equations;
    }

    private void linearise(double[] x, double[] theta) {
        workers.run(chunks.count(), c -> {
            sensitivities[c].parameters(theta);
            parts[c].clear();
            var q = new double[3 * windows.particles()];
            var v = new double[q.length];
            for (int w = chunks.first(c); w < chunks.first(c + 1); w++) {
                start(x, w, q, v);
                whole[c].clear();
                sensitivities[c].accumulate(w, q, v, whole[c]);
                equations.window(w, whole[c]);
                parts[c].add(whole[c]);
            }
        });
        data.clear();
        for (var part : parts) {
            data.add(part);
        }
    }

    /** The equations of theta at x when the starts follow it, without the penalty; null where some start is not determined. */
    @Nullable
    NormalEquations reduced(double[] x) {
        double times = weight;
        weight = 0.0;
        var reduced = linearise(x).reduce();
        weight = times;
        return reduced;
    }
}
