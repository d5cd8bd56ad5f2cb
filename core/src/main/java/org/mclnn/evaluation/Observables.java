package org.mclnn.evaluation;

import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.State;

/**
 * The paper's curves at one instant (Fig. 2, 3).
 *
 * @param angularMomentum about the origin; x, y, z
 */
public record Observables(double time, double lagrangian, double hamiltonian, Vector momentum, Vector angularMomentum) {
    /** Three components. */
    public record Vector(double x, double y, double z) {
        static Vector of(double[] v) {
            return new Vector(v[0], v[1], v[2]);
        }

        /** Sum over components of the absolute difference, over 3. */
        double meanAbsoluteDifference(Vector other) {
            return (Math.abs(x - other.x) + Math.abs(y - other.y) + Math.abs(z - other.z)) / 3.0;
        }
    }

    static Observables of(ParticleSystem system, State state) {
        double kinetic = system.kineticEnergy(state);
        double potential = system.potentialEnergy(state);
        return new Observables(
                state.time(),
                kinetic - potential,
                kinetic + potential,
                Vector.of(system.momentum(state)),
                Vector.of(system.angularMomentum(state)));
    }
}
