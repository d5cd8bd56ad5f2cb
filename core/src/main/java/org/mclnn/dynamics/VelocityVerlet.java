package org.mclnn.dynamics;

import java.util.Arrays;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PairKernel;

/** Velocity Verlet (second order, time-reversible, symplectic), its pullback and its tangent. One per thread. */
public final class VelocityVerlet {
    private final double dt;
    private final PairForces forces;

    /** @param dt length of a step */
    public VelocityVerlet(double dt, PairForces forces) {
        this.dt = dt;
        this.forces = forces;
    }

    /**
     * One step.
     *
     * @param q positions, advanced by dt
     * @param v velocities, advanced by dt
     * @param a accelerations at q on entry, at the new q on return
     */
    public void step(PairKernel law, double[] q, double[] v, double[] a) {
        kick(dt, v, a);
        drift(dt, q, v);
        forces.accelerations(law, q, a);
        kick(dt, v, a);
    }

    /** One step of length dt in any field, as {@link #step(PairKernel, double[], double[], double[])}. */
    public static void step(double dt, AccelerationField field, double[] q, double[] v, double[] a) {
        kick(dt, v, a);
        drift(dt, q, v);
        field.accelerations(q, a);
        kick(dt, v, a);
    }

    private static void kick(double dt, double[] v, double[] a) {
        double half = 0.5 * dt;
        for (int k = 0; k < v.length; k++) {
            v[k] += half * a[k];
        }
    }

    private static void drift(double dt, double[] q, double[] v) {
        for (int k = 0; k < q.length; k++) {
            q[k] += dt * v[k];
        }
    }

    /**
     * Pullback of {@link #step}: adjoints of what the step returned become adjoints of what it was given.
     *
     * @param q the positions that the step returned
     * @param qBar adjoint of the positions; vBar, aBar of velocities and accelerations
     * @param dTheta adjoint of the law's parameters, added to
     */
    public void pullback(FormKernel law, double[] q, double[] qBar, double[] vBar, double[] aBar, double[] dTheta) {
        kickPullback(vBar, aBar);
        forces.pullback(law, q, aBar, qBar, dTheta);
        drift(dt, vBar, qBar);
        Arrays.fill(aBar, 0.0);
        kickPullback(vBar, aBar);
    }

    private void kickPullback(double[] vBar, double[] aBar) {
        kick(dt, aBar, vBar);
    }

    /**
     * Tangent of {@link #step}: the same kick, drift, kick on derivatives; the velocities' last half kick is left to the next step.
     *
     * @param found the pairs at the positions that the step returns, with the law's slopes, curvatures and rows from {@code at} on
     */
    public void tangent(Pairs found, double[] slopes, double[] curvatures, double[] rows, int at, Tangent of) {
        of.kickDrift(dt);
        forces.tangent(found, slopes, curvatures, rows, at, of);
    }
}
