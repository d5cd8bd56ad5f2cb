package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.PotentialForm;

/**
 * The loss of Eq. 6 over a set of windows, its gradient, and its normal equations. Windows are dealt to a fixed number of chunks,
 * whatever the number of threads, and the chunks' sums are joined in order: the bits do not depend on the threads.
 */
final class RolloutProblem implements LeastSquaresProblem {
    private static final int CHUNKS = 8;

    private final Windows windows;
    private final Mechanics mechanics;
    private final PotentialForm form;
    private final int size;
    private final Workers workers;
    private final int chunks;
    private final Rollout[] rollouts;
    // of the normal equations only, which need memory for the square of the parameters
    private final Sensitivities[] sensitivities;
    private final NormalEquations[] parts;
    private final double[][] gradients;
    private final double[] sums;
    private final int[] all;

    RolloutProblem(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers) {
        this.windows = windows;
        this.mechanics = mechanics;
        this.form = form;
        this.size = form.size();
        this.workers = workers;
        chunks = Math.min(CHUNKS, windows.count());
        rollouts = new Rollout[chunks];
        sensitivities = new Sensitivities[chunks];
        parts = new NormalEquations[chunks];
        gradients = new double[chunks][size];
        sums = new double[chunks];
        all = IntStream.range(0, windows.count()).toArray();
        for (int c = 0; c < chunks; c++) {
            rollouts[c] = new Rollout(windows, mechanics, form);
        }
    }

    private int first(int chunk) {
        return first(windows.count(), chunk, chunks);
    }

    private static int first(int count, int chunk, int chunks) {
        return (int) ((long) count * chunk / chunks);
    }

    /** Windows times predicted frames times particles: loss (Eq. 6) = sum of squares / terms. */
    double terms() {
        return terms(windows.count());
    }

    /** Terms of so many windows. */
    double terms(int count) {
        return (double) count * (windows.frames() - 1) * windows.particles();
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
        workers.run(chunks, c -> sums[c] = rollouts[c].sumOfSquares(theta, all, first(c), first(c + 1)));
        return total(chunks);
    }

    private double total(int used) {
        double sum = 0.0;
        for (int c = 0; c < used; c++) {
            sum += sums[c];
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
        return gradient(theta, all, dTheta);
    }

    /** As {@link #gradient}, but infinite where a rollout diverges. */
    double gradientOrInfinity(double[] theta, double[] dTheta) {
        try {
            return gradient(theta, dTheta);
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Sum of squares over some of the windows; writes its gradient. */
    double gradient(double[] theta, int[] which, double[] dTheta) {
        int used = Math.min(chunks, which.length);
        workers.run(used, c -> {
            Arrays.fill(gradients[c], 0.0);
            sums[c] = rollouts[c].pullback(
                    theta, which, first(which.length, c, used), first(which.length, c + 1, used), gradients[c]);
        });
        Arrays.fill(dTheta, 0.0);
        for (int c = 0; c < used; c++) {
            for (int p = 0; p < size; p++) {
                dTheta[p] += gradients[c][p];
            }
        }
        return total(used);
    }

    @Override
    public void linearise(double[] theta, NormalEquations out) {
        workers.run(chunks, c -> {
            if (parts[c] == null) {
                parts[c] = new NormalEquations(size);
                sensitivities[c] = new Sensitivities(windows, mechanics, form);
            }
            parts[c].clear();
            sensitivities[c].parameters(theta);
            for (int w = first(c); w < first(c + 1); w++) {
                sensitivities[c].accumulate(w, parts[c]);
            }
        });
        out.clear();
        for (var part : parts) {
            out.add(part);
        }
    }
}
