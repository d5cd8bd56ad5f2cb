package org.mclnn.dynamics;

import java.util.SplittableRandom;
import org.mclnn.potential.Normal;

/** Starts of {@link ReferenceSystem#startInside}; how their numbers were found stands in theory, T64. Unit masses. */
final class InsideStarts {
    private static final double SIDE = 7.4; // of the square of binaries, between their centres
    private static final double SEPARATION = 1.4; // of the two bodies of a binary, at the start their largest distance
    private static final double SLOWNESS = 0.8; // of a binary's speed, relative to a circular orbit's

    private InsideStarts() {}

    /**
     * Four balls on a square in the plane z = 0, two above and below it.
     *
     * @param side of the square
     * @param height of the upper ball
     * @param spin angular velocity about the line of the other two
     * @param jitter standard deviation of a normal number added to each velocity's components
     */
    static State octahedron(double side, double height, double spin, double jitter, SplittableRandom random) {
        double radius = side / Math.sqrt(2.0);
        double[] q = {radius, 0, 0, -radius, 0, 0, 0, radius, 0, 0, -radius, 0, 0, 0, height, 0, 0, -height};
        int n = q.length / 3;
        var v = new double[q.length];
        var mean = new double[3];
        for (int k = 0; k < q.length; k += 3) {
            v[k] = -spin * q[k + 1];
            v[k + 1] = spin * q[k];
            for (int axis = 0; axis < 3; axis++) {
                v[k + axis] += jitter * Normal.next(random);
                mean[axis] += v[k + axis] / n;
            }
        }
        for (int k = 0; k < v.length; k++) {
            v[k] -= mean[k % 3];
        }
        return new State(0, q, v);
    }

    /**
     * Four binaries at the corners of a square in the plane z = 0, turning as fast as keeps the square's size; each binary is where its
     * neighbour is after a quarter of a turn, bit for bit, because a square that is not symmetric falls apart.
     */
    static State ring(SplittableRandom random) {
        double radius = SIDE / Math.sqrt(2.0);
        // each centre feels three masses of 2: two at the side, one at the diagonal
        double speed = Math.sqrt(2.0 * (0.25 + 1.0 / Math.sqrt(2.0)) / radius);
        double half = 0.5 * SLOWNESS * Math.sqrt(2.0 / SEPARATION);
        double phase = 2.0 * Math.PI * random.nextDouble();
        double x = StrictMath.cos(phase);
        double y = StrictMath.sin(phase);
        var q = new double[24];
        var v = new double[24];
        for (int side = 0; side < 2; side++) {
            double sign = side == 0 ? 1.0 : -1.0;
            int k = 3 * side;
            q[k] = radius + sign * 0.5 * SEPARATION * x;
            q[k + 1] = sign * 0.5 * SEPARATION * y;
            v[k] = -sign * half * y;
            v[k + 1] = speed + sign * half * x;
        }
        for (int k = 6; k < q.length; k += 3) {
            quarterTurn(q, k);
            quarterTurn(v, k);
        }
        return new State(0, q, v);
    }

    /** A vector is the one of two particles before, turned by 90 degrees. */
    private static void quarterTurn(double[] x, int k) {
        x[k] = -x[k - 5];
        x[k + 1] = x[k - 6];
    }
}
