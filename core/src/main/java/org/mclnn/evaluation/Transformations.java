package org.mclnn.evaluation;

import org.mclnn.dynamics.State;

/** States as another observer has them. */
final class Transformations {
    private Transformations() {}

    /** Every particle shifted by one vector, and faster by another. */
    static State shifted(State state, double[] positions, double[] velocities) {
        var q = state.positions();
        var v = state.velocities();
        for (int k = 0; k < q.length; k++) {
            q[k] += positions[k % 3];
            v[k] += velocities[k % 3];
        }
        return new State(state.time(), q, v);
    }

    /** Mirrored across the plane through the origin that is perpendicular to n, not zero. */
    static State mirrored(State state, double[] n) {
        return new State(state.time(), mirrored(state.positions(), n), mirrored(state.velocities(), n));
    }

    /** x - 2 n (n.x) / (n.n). */
    private static double[] mirrored(double[] x, double[] n) {
        double square = n[0] * n[0] + n[1] * n[1] + n[2] * n[2];
        for (int k = 0; k < x.length; k += 3) {
            double twice = 2.0 * (n[0] * x[k] + n[1] * x[k + 1] + n[2] * x[k + 2]) / square;
            for (int axis = 0; axis < 3; axis++) {
                x[k + axis] -= twice * n[axis];
            }
        }
        return x;
    }

    /** Particle i is where particle order[i] was. */
    static State permuted(State state, int[] order) {
        return new State(state.time(), permuted(state.positions(), order), permuted(state.velocities(), order));
    }

    private static double[] permuted(double[] x, int[] order) {
        var y = new double[x.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(x, 3 * order[i], y, 3 * i, 3);
        }
        return y;
    }
}
