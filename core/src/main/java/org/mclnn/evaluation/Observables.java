package org.mclnn.evaluation;

import java.util.function.ToDoubleFunction;
import org.mclnn.dynamics.State;

/**
 * The paper's curves at one instant (Fig. 2, 3).
 *
 * @param lagrangian T - V, with T = sum of m v^2 / 2; likewise hamiltonian T + V
 * @param momentum sum of m v; x, y, z
 * @param angularMomentum sum of m q x v about the origin; x, y, z
 */
public record Observables(double time, double lagrangian, double hamiltonian, Vector momentum, Vector angularMomentum) {
    /** Three components. */
    public record Vector(double x, double y, double z) {
        /** Sum over components of the absolute difference, over 3. */
        double meanAbsoluteDifference(Vector other) {
            return (Math.abs(x - other.x) + Math.abs(y - other.y) + Math.abs(z - other.z)) / 3.0;
        }

        double largestDifference(Vector other) {
            return Math.max(Math.abs(x - other.x), Math.max(Math.abs(y - other.y), Math.abs(z - other.z)));
        }

        /** Length. */
        public double norm() {
            return Math.sqrt(x * x + y * y + z * z);
        }
    }

    /** @param potential V at positions of length 3N */
    static Observables of(double[] masses, State state, ToDoubleFunction<double[]> potential) {
        var q = state.positions();
        var v = state.velocities();
        double kinetic = 0.0;
        var p = new double[3];
        var angular = new double[3];
        for (int i = 0; i < masses.length; i++) {
            int k = 3 * i;
            for (int axis = 0; axis < 3; axis++) {
                int next = k + (axis + 1) % 3;
                int last = k + (axis + 2) % 3;
                kinetic += 0.5 * masses[i] * v[k + axis] * v[k + axis];
                p[axis] += masses[i] * v[k + axis];
                angular[axis] += masses[i] * (q[next] * v[last] - q[last] * v[next]);
            }
        }
        double energy = potential.applyAsDouble(q);
        return new Observables(state.time(), kinetic - energy, kinetic + energy, vector(p), vector(angular));
    }

    private static Vector vector(double[] v) {
        return new Vector(v[0], v[1], v[2]);
    }
}
