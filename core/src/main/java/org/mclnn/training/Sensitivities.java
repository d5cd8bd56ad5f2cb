package org.mclnn.training;

import java.util.Arrays;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.Tangent;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PotentialForm;

/**
 * Rolls one window out and carries d(q, v)/d(theta) beside the state, and d(q, v)/d(q0, v0) where the start is unknown; the rows of the
 * Jacobian are handed on as frames are passed. The path does not depend on the sensitivities, so it is walked first, and the
 * law sees the pairs of many steps in one batch. One per thread.
 */
final class Sensitivities {
    private static final int BATCH =
            48; // distances per call of the law, about; keeps the rows of 141 parameters in L1/L2

    /** Takes the rows of the Jacobian of a window, frame by frame. */
    interface Rows {
        /**
         * One compared coordinate.
         *
         * @param gradient of the predicted coordinate, padded with zeros; reused after the call
         * @param residual predicted minus observed
         */
        void row(int frame, int coordinate, double[] gradient, double residual);
    }

    private final Windows windows;
    private final Clock clock;
    private final int
            parameters; // the columns: these, then the active coordinates of q0 and of v0 where starts are unknown
    private final int width; // 3 N
    private final FormKernel law;
    private final Tangent tangent;
    private final Pairs[] pairs; // of the steps in the batch
    private final PairForces forces;
    private double[] x = new double[0];
    private double[][] path = new double[0][];
    private double[] r = new double[0];
    private double[] slope = new double[0];
    private double[] curvature = new double[0];
    private double[] slopeRows = new double[0];

    Sensitivities(Windows windows, Mechanics mechanics, PotentialForm form) {
        this.windows = windows;
        clock = new Clock(windows, mechanics);
        parameters = form.size();
        width = 3 * windows.particles();
        law = form.kernel();
        tangent = new Tangent(windows.particles(), windows.planar(), parameters + windows.unknowns());
        long all = windows.particles() * (windows.particles() - 1L) / 2;
        pairs = new Pairs[(int) Math.max(1, BATCH / all)];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = mechanics.pairs();
        }
        forces = mechanics.forces(1);
    }

    /** Parameters, then the starts where they are unknown; kept. */
    void at(double[] unknowns) {
        x = unknowns;
        law.parameters(Arrays.copyOf(unknowns, parameters));
    }

    /** Hands on the rows and residuals of a window. */
    void accumulate(int window, Rows out) {
        int steps = walk(window);
        start();
        collect(window, 0, 0, out);
        int frame = 0;
        int atFrame = 0; // step at which the frame is reached
        var verlet = clock.verlet(window, 1, forces);
        for (int begin = 0; begin <= steps; begin += pairs.length) {
            int n = Math.min(pairs.length, steps + 1 - begin);
            evaluate(begin, n);
            int at = 0;
            for (int k = 0; k < n; k++) {
                int step = begin + k;
                if (step == 0) {
                    forces.tangent(pairs[k], slope, curvature, slopeRows, 0, tangent);
                } else {
                    if (step > atFrame) {
                        frame++;
                        atFrame += clock.steps(window, frame);
                        verlet = clock.verlet(window, frame, forces);
                    }
                    verlet.tangent(pairs[k], slope, curvature, slopeRows, at, tangent);
                    if (step == atFrame) {
                        collect(window, frame, step, out);
                    }
                }
                at += pairs[k].count();
            }
        }
    }

    /** The start depends on itself only. */
    private void start() {
        tangent.clear();
        if (!windows.startsKnown()) {
            var active = windows.active();
            for (int k = 0; k < active.length; k++) {
                tangent.start(active[k] / 3, active[k] % 3, parameters + k, parameters + active.length + k);
            }
        }
    }

    private void collect(int window, int frame, int step, Rows out) {
        if (frame < windows.firstCompared()) {
            return;
        }
        var observed = windows.at(window, frame);
        for (int c : windows.seen(window, frame)) {
            out.row(frame, c, tangent.position(c / 3, c % 3), path[step][c] - observed[c]);
        }
    }

    /** Stores the positions after every step; returns how many steps there are. */
    private int walk(int window) {
        int steps = clock.steps(window);
        if (path.length <= steps) {
            path = new double[steps + 1][width];
        }
        var q = new double[width];
        var v = new double[q.length];
        windows.start(x, parameters, window, q, v, 0);
        var a = new double[q.length];
        int step = 0;
        try {
            forces.accelerations(law, q, a);
            System.arraycopy(q, 0, path[0], 0, q.length);
            for (int f = 1; f <= windows.last(window); f++) {
                var verlet = clock.verlet(window, f, forces);
                for (int s = clock.steps(window, f); s > 0; s--) {
                    step++;
                    verlet.step(law, q, v, a);
                    System.arraycopy(q, 0, path[step], 0, q.length);
                }
            }
        } catch (DivergedException e) {
            throw e.at("Rollout diverged at step " + step + " of window " + window);
        }
        return steps;
    }

    private void evaluate(int begin, int steps) {
        int n = 0;
        for (int k = 0; k < steps; k++) {
            pairs[k].update(path[begin + k]);
            n += pairs[k].count();
        }
        if (r.length < n) {
            r = new double[n];
            slope = new double[n];
            curvature = new double[n];
            slopeRows = new double[n * tangent.columns()];
        }
        int at = 0;
        for (int k = 0; k < steps; k++) {
            pairs[k].copyDistances(r, at);
            at += pairs[k].count();
        }
        law.rows(r, n, slope, curvature, slopeRows, tangent.columns());
    }
}
