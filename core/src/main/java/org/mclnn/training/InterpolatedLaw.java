package org.mclnn.training;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.Interpolation;
import org.mclnn.potential.PotentialForm;

/**
 * A costly law evaluated at a few hundred distances instead of at each pair of each step: between them V' is interpolated to its last
 * digits, and the adjoint goes back through the interpolation to the values and from there to theta (theory, T41). One grid spans the
 * observed range; others, made when a rollout leaves it, span what is nearer, and each doubling of the distance beyond. Grids follow from
 * theta and the windows alone: no bit depends on what was asked before, nor on the threads.
 */
final class InterpolatedLaw {
    /** Number of the grid of the observed range; then that below it, then one for each doubling beyond. */
    static final int OBSERVED = 0;

    private static final int BELOW = 1;
    private static final int BEYOND = 2;
    private static final int GRIDS = BEYOND + 32;

    private static final int COARSEST = 128; // intervals
    private static final int FINEST = 4096; // of the other grids
    private static final double ACCURACY =
            5e-15; // of V', over its largest value in a grid; rounding of wide networks is 2e-15
    private static final int WORTH = 4; // pairs of all steps for each interval
    private static final double MARGIN = 0.1; // of the observed range, on either side
    private static final double EDGE = 1.0 / 16; // of a doubling, on either side: more than four intervals
    private static final double BEFORE_STEP = 1.0 - 1e-12; // the cut-off, where V'' steps

    private final Workers workers;
    private final boolean endless; // no cut-off
    private final Part[] parts;
    private final long[] pairSteps; // [window]
    private double near = Double.POSITIVE_INFINITY;
    private double far;
    private final @Nullable Interpolation[] grids = new @Nullable Interpolation[GRIDS];
    private final boolean[] tried = new boolean[GRIDS];

    InterpolatedLaw(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers) {
        this.workers = workers;
        endless = mechanics.cutoff() == 0.0;
        parts = new Part[Chunks.MOST];
        Arrays.setAll(parts, c -> new Part(form));
        pairSteps = new long[windows.count()];
        look(windows, mechanics);
        double margin = MARGIN * (far - near);
        near = Math.max(near - margin, 0.5 * near);
        far = endless ? far + margin : Math.min(far + margin, mechanics.cutoff() * BEFORE_STEP);
    }

    /** What one chunk works with. */
    private final class Part {
        final FormKernel law;
        final InterpolatedKernel kernel;
        final double[] gradient;

        Part(PotentialForm form) {
            law = form.kernel();
            kernel = new InterpolatedKernel(InterpolatedLaw.this, law, GRIDS);
            gradient = new double[form.size()];
        }
    }

    /** The range of the distances, and how many pairs there are. */
    private void look(Windows windows, Mechanics mechanics) {
        var pairs = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            long most = 0;
            for (int f = 0; f <= windows.last(w); f++) {
                pairs.update(path[f]);
                most = Math.max(most, pairs.count());
                for (int k = 0; k < pairs.count(); k++) {
                    near = Math.min(near, pairs.distance(k));
                    far = Math.max(far, pairs.distance(k));
                }
            }
            pairSteps[w] = most * clock.steps(w);
        }
    }

    /**
     * Evaluates the law at theta for rollouts of some of the windows.
     *
     * @return false if that would take about as much as the rollouts themselves
     */
    boolean at(double[] theta, int[] which) {
        long evaluations = 0;
        for (int w : which) {
            evaluations += pairSteps[w];
        }
        Arrays.fill(grids, null);
        Arrays.fill(tried, false);
        for (var part : parts) {
            part.law.parameters(theta);
            part.kernel.begin();
        }
        grids[OBSERVED] = fine(near, far, evaluations / WORTH, (grid, stride, values) -> {
            var dealt = new Chunks(grid.points() / stride);
            workers.run(
                    dealt.count(),
                    c -> evaluate(parts[c].law, grid, stride, dealt.first(c), dealt.first(c + 1), values));
        });
        return grids[OBSERVED] != null;
    }

    /** Writes V' at every point of a grid, or with stride 2 at the odd ones. */
    private interface Values {
        void write(Interpolation grid, int stride, double[] values);
    }

    /** The coarsest grid that is accurate; null where it would have more intervals than allowed. */
    private static @Nullable Interpolation fine(double from, double to, long most, Values law) {
        var values = new double[0];
        for (int intervals = COARSEST; intervals <= most; intervals *= 2) {
            var grid = new Interpolation(from, to, intervals);
            int stride = values.length == 0 ? 1 : 2;
            values = spread(values, grid.points());
            law.write(grid, stride, values);
            if (Interpolation.error(values) <= ACCURACY) {
                grid.fit(values);
                return grid;
            }
        }
        return null;
    }

    /** Values of a coarser grid at every other point of a finer one. */
    private static double[] spread(double[] known, int points) {
        var values = new double[points];
        for (int k = 0; k < known.length; k++) {
            values[2 * k] = known[k];
        }
        return values;
    }

    private static void evaluate(FormKernel law, Interpolation grid, int stride, int from, int to, double[] values) {
        int n = to - from;
        var r = new double[n];
        var slope = new double[n];
        for (int k = 0; k < n; k++) {
            r[k] = grid.point(stride - 1 + (from + k) * stride);
        }
        law.slopes(r, n, slope);
        for (int k = 0; k < n; k++) {
            values[stride - 1 + (from + k) * stride] = slope[k];
        }
    }

    /** The worker of a chunk, after {@link #at}. */
    FormKernel kernel(int chunk) {
        return parts[chunk].kernel;
    }

    /** The grid of the observed range. */
    Interpolation observed() {
        return Objects.requireNonNull(grids[OBSERVED]);
    }

    /** Number of the grid for a distance that the observed range does not hold; NONE where it is to be evaluated as it is. */
    int gridOf(double r) {
        if (!endless) {
            return InterpolatedKernel.NONE;
        }
        double end = observed().end();
        if (r < 0.5 * (near + end)) {
            return BELOW;
        }
        int doublings = Math.max(0, Math.getExponent(r / end));
        return doublings < GRIDS - BEYOND ? BEYOND + doublings : InterpolatedKernel.NONE;
    }

    /** One of the other grids, made if it is not there, with a law at the theta of {@link #at}; null where none is fine enough. */
    synchronized @Nullable Interpolation grid(int number, FormKernel law) {
        if (!tried[number]) {
            tried[number] = true;
            grids[number] = made(number, law);
        }
        return grids[number];
    }

    private @Nullable Interpolation made(int number, FormKernel law) {
        double begin = number == BELOW ? 0.0 : Math.scalb(observed().end(), number - BEYOND);
        double end = number == BELOW ? observed().begin() : 2.0 * begin;
        double edge = EDGE * (end - begin);
        return fine(
                begin - edge,
                end + edge,
                FINEST,
                (grid, stride, values) -> evaluate(law, grid, stride, 0, grid.points() / stride, values));
    }

    /** Adds to dTheta what the workers were asked to pull back and could not yet. */
    void pullback(double[] dTheta) {
        for (int number = 0; number < GRIDS; number++) {
            var grid = grids[number];
            if (grid != null) {
                pullback(number, grid, dTheta);
            }
        }
    }

    private void pullback(int number, Interpolation grid, double[] dTheta) {
        var adjoint = new double[grid.size()];
        for (var part : parts) {
            part.kernel.addAdjoint(number, adjoint);
        }
        var dealt = new Chunks(grid.points());
        workers.run(dealt.count(), c -> {
            int from = dealt.first(c);
            int n = dealt.first(c + 1) - from;
            var r = new double[n];
            var share = new double[n];
            for (int k = 0; k < n; k++) {
                r[k] = grid.point(from + k);
                share[k] = grid.valueAdjoint(adjoint, from + k);
            }
            Arrays.fill(parts[c].gradient, 0.0);
            parts[c].law.pullback(r, n, share, new double[n], new double[n], parts[c].gradient);
        });
        for (int c = 0; c < dealt.count(); c++) {
            for (int p = 0; p < parts[c].gradient.length; p++) {
                dTheta[p] += parts[c].gradient[p];
            }
        }
    }
}
