package org.mclnn.baseline;

import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.State;

/**
 * L = T - V of a system of particles (paper, Eq. 7): dL/dq are the forces, dL/dv = m v, d2L/dv dv the diagonal of the masses,
 * d2L/dv dq = 0.
 */
record PairLagrangian(ParticleSystem system) implements Lagrangian {
    @Override
    public int coordinates() {
        return 3 * system.particles();
    }

    @Override
    public LagrangianDerivatives at(double[] q, double[] v) {
        int n = coordinates();
        Lengths.check(n, q, v);
        var masses = system.masses();
        var force = new double[n];
        system.forces().accelerations(system.potential().kernel(), q, force);
        var momentum = new double[n];
        var inertia = new double[n * n];
        for (int k = 0; k < n; k++) {
            double mass = masses[k / 3];
            force[k] *= mass;
            momentum[k] = mass * v[k];
            inertia[k * n + k] = mass;
        }
        double value = system.lagrangian(new State(0.0, q, v));
        return new LagrangianDerivatives(value, force, momentum, inertia, new double[n * n]);
    }
}
