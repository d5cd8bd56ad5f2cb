package org.mclnn.dynamics;

import org.mclnn.potential.PairKernel;
import org.mclnn.potential.PairPotential;

/** A way to move a system: the one under test, or one with a mistake put in. */
interface Motion {
    /** Accelerations at q, written. */
    void accelerations(double[] q, double[] a);

    /** One step; a as {@link VelocityVerlet#step} has it. */
    void step(double[] q, double[] v, double[] a);

    /** Makes the motion of a system at a step length. */
    interface Rule {
        Motion of(ParticleSystem system, double dt);
    }

    /** Velocity Verlet under the system's law. */
    static Motion verlet(ParticleSystem system, double dt) {
        return new Verlet(system, dt);
    }

    /** What the product does. */
    record Verlet(PairForces forces, VelocityVerlet verlet, PairKernel law) implements Motion {
        Verlet(ParticleSystem system, double dt) {
            this(system.forces(), dt, system.potential());
        }

        private Verlet(PairForces forces, double dt, PairPotential potential) {
            this(forces, new VelocityVerlet(dt, forces), potential.kernel());
        }

        @Override
        public void accelerations(double[] q, double[] a) {
            forces.accelerations(law, q, a);
        }

        @Override
        public void step(double[] q, double[] v, double[] a) {
            verlet.step(law, q, v, a);
        }
    }

    /** The state after a number of steps. */
    default State after(State start, long steps) {
        var q = start.positions();
        var v = start.velocities();
        var a = new double[q.length];
        accelerations(q, a);
        for (long k = 0; k < steps; k++) {
            step(q, v, a);
        }
        return new State(start.time(), q, v);
    }
}
