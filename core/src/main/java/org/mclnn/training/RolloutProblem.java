package org.mclnn.training;

import java.util.Arrays;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.PotentialForm;

/**
 * The loss of Eq. 6 over a set of windows, its gradient, and its normal equations. Windows are dealt to a fixed number of chunks,
 * whatever the number of threads, and the chunks' sums are joined in order: the bits do not depend on the threads.
 */
final class RolloutProblem implements LeastSquaresProblem {
    private static final int CHUNKS = 8;

    private final Windows windows;
    private final PotentialForm form;
    private final int size;
    private final Workers workers;
    private final int chunks;
    private final Rollout[] rollouts;
    private final Sensitivities[] sensitivities;
    private final NormalEquations[] parts;
    private final NormalEquations total;
    private final double[][] gradients;
    private final double[] sums;

    RolloutProblem(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers) {
        this.windows = windows;
        this.form = form;
        this.size = form.size();
        this.workers = workers;
        chunks = Math.min(CHUNKS, windows.count());
        rollouts = new Rollout[chunks];
        sensitivities = new Sensitivities[chunks];
        parts = new NormalEquations[chunks];
        gradients = new double[chunks][size];
        sums = new double[chunks];
        total = new NormalEquations(size);
        for (int c = 0; c < chunks; c++) {
            rollouts[c] = new Rollout(windows, first(c), first(c + 1) - first(c), mechanics, form);
            sensitivities[c] = new Sensitivities(windows, mechanics, form);
            parts[c] = new NormalEquations(size);
        }
    }

    private int first(int chunk) {
        return (int) ((long) windows.count() * chunk / chunks);
    }

    /** Windows times predicted frames times particles if nothing is missing: loss (Eq. 6) = sum of squares / terms. */
    double terms() {
        return windows.comparedPositions();
    }

    @Override
    public double[] sizes(double[] theta) {
        return form.sizes(theta);
    }

    @Override
    public int size() {
        return size;
    }

    /** As {@link #sumOfSquares}, but a rollout that diverges throws {@link DivergedException}. */
    double strictSumOfSquares(double[] theta) {
        workers.run(chunks, c -> sums[c] = rollouts[c].sumOfSquares(theta));
        return total();
    }

    private double total() {
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    @Override
    public double sumOfSquares(double[] theta) {
        try {
            double sum = strictSumOfSquares(theta);
            return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Sum of squares; writes its gradient. */
    double gradient(double[] theta, double[] dTheta) {
        workers.run(chunks, c -> {
            Arrays.fill(gradients[c], 0.0);
            sums[c] = rollouts[c].pullback(theta, gradients[c]);
        });
        Arrays.fill(dTheta, 0.0);
        for (var part : gradients) {
            for (int p = 0; p < size; p++) {
                dTheta[p] += part[p];
            }
        }
        return total();
    }

    @Override
    public NormalEquations linearise(double[] theta) {
        workers.run(chunks, c -> {
            parts[c].clear();
            sensitivities[c].parameters(theta);
            for (int w = first(c); w < first(c + 1); w++) {
                sensitivities[c].accumulate(w, windows.at(w, 0), windows.velocity(w), parts[c]);
            }
        });
        total.clear();
        for (var part : parts) {
            total.add(part);
        }
        return total;
    }
}
