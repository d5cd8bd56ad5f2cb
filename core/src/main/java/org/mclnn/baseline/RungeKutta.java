package org.mclnn.baseline;

import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.Check;

/**
 * Runs any Lagrangian forward by the classic Runge-Kutta scheme of fourth order (theory, T43). Velocity Verlet would need an
 * acceleration that does not depend on the velocity. Explicit and not symplectic: the energy drifts with dt^4.
 *
 * @param dt length of a step
 * @param stride steps between stored frames
 */
public record RungeKutta(double dt, int stride) {
    public RungeKutta {
        Check.positive("dt", dt);
        Check.atLeast(1, "the stride", stride);
    }

    /**
     * The start, at time 0, and so many stored frames after it.
     *
     * @param q coordinates at the start, length n
     * @param v velocities at the start, length n
     * @throws IllegalArgumentException if the start has another length or is not finite, or for a negative number of frames
     * @throws DivergedException if Eq. 3 has no solution on the way or the motion leaves the numbers: names the step
     */
    public Motion run(EulerLagrange equation, double[] q, double[] v, int frames) {
        equation.check(q, v);
        Check.atLeast(0, "the number of frames", frames);
        var positions = new double[frames + 1][];
        var velocities = new double[frames + 1][];
        positions[0] = q.clone();
        velocities[0] = v.clone();
        var nowQ = q.clone();
        var nowV = v.clone();
        for (int frame = 1; frame <= frames; frame++) {
            for (int s = 1; s <= stride; s++) {
                advance(equation, nowQ, nowV, (frame - 1L) * stride + s);
            }
            positions[frame] = nowQ.clone();
            velocities[frame] = nowV.clone();
        }
        return new Motion(stride * dt, positions, velocities);
    }

    private void advance(EulerLagrange equation, double[] q, double[] v, long step) {
        try {
            step(equation, q, v);
            checkFinite(q, v);
        } catch (DivergedException e) {
            throw e.at("Simulation diverged at step " + step + " (time " + step * dt + ")");
        }
    }

    /** One step; q and v are advanced by dt. */
    private void step(EulerLagrange equation, double[] q, double[] v) {
        double half = 0.5 * dt;
        var a1 = equation.solved(q, v);
        var v2 = moved(v, half, a1);
        var a2 = equation.solved(moved(q, half, v), v2);
        var v3 = moved(v, half, a2);
        var a3 = equation.solved(moved(q, half, v2), v3);
        var v4 = moved(v, dt, a3);
        var a4 = equation.solved(moved(q, dt, v3), v4);
        for (int k = 0; k < q.length; k++) {
            q[k] += dt / 6.0 * (v[k] + 2.0 * v2[k] + 2.0 * v3[k] + v4[k]);
            v[k] += dt / 6.0 * (a1[k] + 2.0 * a2[k] + 2.0 * a3[k] + a4[k]);
        }
    }

    private static double[] moved(double[] x, double by, double[] rate) {
        var to = x.clone();
        for (int k = 0; k < to.length; k++) {
            to[k] += by * rate[k];
        }
        return to;
    }

    private static void checkFinite(double[] q, double[] v) {
        for (int k = 0; k < q.length; k++) {
            if (!Double.isFinite(q[k]) || !Double.isFinite(v[k])) {
                throw new DivergedException("coordinate " + k + " is at " + q[k] + " with velocity " + v[k]);
            }
        }
    }
}
