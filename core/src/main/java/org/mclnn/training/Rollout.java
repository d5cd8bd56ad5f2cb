package org.mclnn.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.VelocityVerlet;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PotentialForm;

/**
 * Some windows rolled out side by side from their starts, the sum of squared position errors, and its pullback. The windows stand one
 * after the other in one configuration, so that the law sees the pairs of all of them in one batch. One per thread.
 */
final class Rollout {
    private final Windows windows;
    private final int first;
    private final int count;
    private final int stride;
    private final int width; // 3 N
    private final VelocityVerlet verlet;
    private final PairForces forces;
    private final FormKernel law;
    private final double[] q;
    private final double[] v;
    private final double[] a;
    private final double[][] path; // positions after every step, step 0 the start; grows on first use

    Rollout(Windows windows, int first, int count, Mechanics mechanics, PotentialForm form) {
        this.windows = windows;
        this.first = first;
        this.count = count;
        stride = mechanics.stride();
        width = 3 * windows.particles();
        forces = mechanics.forces(count);
        verlet = new VelocityVerlet(mechanics.dt(), forces);
        law = form.kernel();
        q = new double[count * width];
        v = new double[count * width];
        a = new double[count * width];
        path = new double[1 + (windows.frames() - 1) * stride][];
    }

    /**
     * Sum over windows, predicted frames, particles and axes of the squared position error.
     *
     * @throws DivergedException naming window, step, pair and distance
     */
    double sumOfSquares(double[] theta) {
        return forward(theta, false);
    }

    private double forward(double[] theta, boolean store) {
        law.parameters(theta);
        for (int w = 0; w < count; w++) {
            System.arraycopy(windows.at(first + w, 0), 0, q, w * width, width);
            System.arraycopy(windows.velocity(first + w), 0, v, w * width, width);
        }
        int step = 0;
        double sum = 0.0;
        try {
            forces.accelerations(law, q, a);
            keep(store, 0);
            for (int f = 1; f < windows.frames(); f++) {
                for (int s = 0; s < stride; s++) {
                    step++;
                    verlet.step(law, q, v, a);
                    keep(store, step);
                }
                sum += error(f, q, null);
            }
        } catch (DivergedException e) {
            throw e.at("Rollout diverged at step " + step + " of windows " + first + " to " + (first + count - 1));
        }
        return sum;
    }

    private void keep(boolean store, int step) {
        if (store) {
            if (path[step] == null) {
                path[step] = new double[q.length];
            }
            System.arraycopy(q, 0, path[step], 0, q.length);
        }
    }

    /** Sum of squared errors at a frame; adds twice the error to the adjoint if there is one. */
    private double error(int frame, double[] predicted, double @Nullable [] qBar) {
        double sum = 0.0;
        for (int w = 0; w < count; w++) {
            var observed = windows.at(first + w, frame);
            for (int k = 0; k < width; k++) {
                double e = predicted[w * width + k] - observed[k];
                sum += e * e;
                if (qBar != null) {
                    qBar[w * width + k] += 2.0 * e;
                }
            }
        }
        return sum;
    }

    /** As {@link #sumOfSquares}; adds the gradient to dTheta. */
    double pullback(double[] theta, double[] dTheta) {
        double sum = forward(theta, true);
        var qBar = a;
        var vBar = v;
        Arrays.fill(qBar, 0.0);
        Arrays.fill(vBar, 0.0);
        var aBar = new double[q.length];
        for (int f = windows.frames() - 1; f >= 1; f--) {
            error(f, path[f * stride], qBar);
            for (int step = f * stride; step > (f - 1) * stride; step--) {
                verlet.pullback(law, path[step], qBar, vBar, aBar, dTheta);
            }
        }
        forces.pullback(law, path[0], aBar, qBar, dTheta);
        return sum;
    }
}
