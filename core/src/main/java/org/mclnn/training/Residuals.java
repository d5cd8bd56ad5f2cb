package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.PotentialForm;

/**
 * What is left of windows under a law: predicted minus observed positions, as the loss (Eq. 6) compares them. Where starts were found
 * together with the law, they follow a part of any noise: with white noise of variance sigma^2 the residuals have
 * E[e_a e_b] = sigma^2 (delta_ab - H_ab), and sums of H are kept here ({@link #absorbed}). Immutable.
 */
public final class Residuals {
    private final int particles;
    private final double[][][] values; // [window][frame][3N]; NaN where nothing is compared
    private final Leverage leverage;
    private final boolean corrected;

    private Residuals(int particles, double[][][] values, Leverage leverage, boolean corrected) {
        this.particles = particles;
        this.values = values;
        this.leverage = leverage;
        this.corrected = corrected;
    }

    /**
     * Of the training windows of a training, as far as they were compared.
     *
     * @param threads change the time, never the numbers
     * @throws org.mclnn.dynamics.DivergedException if a rollout diverges
     */
    public static Residuals of(Mechanics mechanics, TrainingResult result, int threads) {
        try (var workers = new Workers(threads)) {
            var windows = result.windows();
            var law = HeldOut.given(result.potential().law());
            var x = new RolloutProblem(windows, mechanics, law, workers).join(new double[0], result.starts());
            return of(windows, mechanics, law, x, workers);
        }
    }

    private static Residuals of(Windows windows, Mechanics mechanics, PotentialForm law, double[] x, Workers workers) {
        var values = new double[windows.count()][windows.frames()][3 * windows.particles()];
        var chunks = new Chunks(windows.count());
        int weighed = windows.startsKnown() ? 0 : Leverage.affordable(windows);
        var parts = new Leverage[chunks.count()];
        var determined = new boolean[windows.count()];
        workers.run(chunks.count(), c -> {
            var sensitivities = new Sensitivities(windows, mechanics, law);
            sensitivities.at(x);
            parts[c] = new Leverage(windows.frames(), windows.particles());
            for (int w = chunks.first(c); w < chunks.first(c + 1); w++) {
                var left = values[w];
                for (var frame : left) {
                    Arrays.fill(frame, Double.NaN);
                }
                boolean kept = w < weighed;
                var rows = new ArrayList<Leverage.Row>();
                sensitivities.accumulate(w, (frame, coordinate, gradient, residual) -> {
                    left[frame][coordinate] = residual;
                    if (kept) {
                        rows.add(new Leverage.Row(frame, coordinate, gradient));
                    }
                });
                determined[w] = kept && parts[c].add(rows, windows.unknowns());
            }
        });
        int used = 0;
        for (boolean one : determined) {
            used += one ? 1 : 0;
        }
        var sum = new Leverage(windows.frames(), windows.particles());
        if (used > 0) {
            for (var part : parts) {
                sum.add(part, (double) windows.count() / used); // windows are alike
            }
        }
        return new Residuals(windows.particles(), values, sum, windows.startsKnown() || used > 0);
    }

    public int windows() {
        return values.length;
    }

    /** Frames per window, the first included. */
    public int frames() {
        return values[0].length;
    }

    public int particles() {
        return particles;
    }

    /** Predicted minus observed; NaN where nothing is compared. */
    public double at(int window, int frame, int coordinate) {
        return values[window][frame][coordinate];
    }

    /** Sum of H over pairs of residuals of one coordinate of one window, so many frames apart; 0 where starts are known. */
    public double absorbed(int lag) {
        return leverage.byLag[lag];
    }

    /** Trace of H at a frame. */
    public double absorbedAt(int frame) {
        return leverage.byFrame[frame];
    }

    /** Trace of H of a particle. */
    public double absorbedBy(int particle) {
        return leverage.byParticle[particle];
    }

    /** Whether what fitted starts absorb is known: not where that would take too long. */
    public boolean isCorrected() {
        return corrected;
    }
}
