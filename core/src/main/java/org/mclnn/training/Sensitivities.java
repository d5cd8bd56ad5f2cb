package org.mclnn.training;

import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.Tangent;
import org.mclnn.dynamics.VelocityVerlet;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PotentialForm;

/**
 * Rolls one window out and carries d(q, v)/d(theta) beside the state; the rows of the Jacobian go into normal equations as frames are
 * passed. The path does not depend on the sensitivities, so it is walked first, and the law sees the pairs of many steps in one batch.
 * One per thread.
 */
final class Sensitivities {
    private static final int BATCH =
            48; // distances per call of the law, about; keeps the rows of 141 parameters in L1/L2

    private final Windows windows;
    private final Mechanics mechanics;
    private final FormKernel law;
    private final double[][] path;
    private final Tangent tangent;
    private final Pairs[] pairs; // of the steps in the batch
    private final VelocityVerlet verlet;
    private final PairForces forces;
    private double[] r = new double[0];
    private double[] slope = new double[0];
    private double[] curvature = new double[0];
    private double[] rows = new double[0];

    Sensitivities(Windows windows, Mechanics mechanics, PotentialForm form) {
        this.windows = windows;
        this.mechanics = mechanics;
        law = form.kernel();
        int width = 3 * windows.particles();
        path = new double[1 + (windows.frames() - 1) * mechanics.stride()][width];
        tangent = new Tangent(windows.particles(), windows.planar(), form.size());
        long all = windows.particles() * (windows.particles() - 1L) / 2;
        pairs = new Pairs[(int) Math.max(1, Math.min(path.length, BATCH / all))];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = mechanics.pairs();
        }
        forces = mechanics.forces(1);
        verlet = new VelocityVerlet(mechanics.dt(), forces);
    }

    void parameters(double[] theta) {
        law.parameters(theta);
    }

    /** Adds the rows and residuals (predicted minus observed) of a window. */
    void accumulate(int window, NormalEquations out) {
        walk(window);
        tangent.clear();
        int stride = mechanics.stride();
        for (int begin = 0; begin < path.length; begin += pairs.length) {
            int steps = Math.min(pairs.length, path.length - begin);
            evaluate(begin, steps);
            int at = 0;
            for (int k = 0; k < steps; k++) {
                int step = begin + k;
                if (step == 0) {
                    forces.tangent(pairs[k], slope, curvature, rows, 0, tangent); // the start does not depend on theta
                } else {
                    verlet.tangent(pairs[k], slope, curvature, rows, at, tangent);
                    if (step % stride == 0) {
                        collect(window, step, out);
                    }
                }
                at += pairs[k].count();
            }
        }
    }

    private void collect(int window, int step, NormalEquations out) {
        var observed = windows.at(window, step / mechanics.stride());
        for (int particle = 0; particle < windows.particles(); particle++) {
            for (int axis = 0; axis < tangent.axes(); axis++) {
                int c = 3 * particle + axis;
                out.add(tangent.position(particle, axis), path[step][c] - observed[c]);
            }
        }
    }

    private void walk(int window) {
        var q = windows.at(window, 0).clone();
        var v = windows.velocity(window).clone();
        var a = new double[q.length];
        forces.accelerations(law, q, a);
        System.arraycopy(q, 0, path[0], 0, q.length);
        for (int step = 1; step < path.length; step++) {
            verlet.step(law, q, v, a);
            System.arraycopy(q, 0, path[step], 0, q.length);
        }
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
            rows = new double[n * tangent.columns()];
        }
        int at = 0;
        for (int k = 0; k < steps; k++) {
            pairs[k].copyDistances(r, at);
            at += pairs[k].count();
        }
        law.rows(r, n, slope, curvature, rows, tangent.columns());
    }
}
