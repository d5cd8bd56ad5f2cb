package org.mclnn.app.paper;

import org.mclnn.baseline.Lagrangian;

/** Lagrangians whose motion is known. Unit masses and lengths. */
final class Textbook {
    static final double G = 9.81;

    private Textbook() {}

    /** A rod; q is its angle from below. */
    static Lagrangian pendulum() {
        return Lagrangian.of(
                1, (q, v) -> v[0].square().multiply(0.5).add(q[0].cos().multiply(G)));
    }

    /** Two rods, one below the other; both angles from below. */
    static Lagrangian doublePendulum() {
        return Lagrangian.of(
                2,
                (q, v) -> v[0].square()
                        .add(v[1].square().multiply(0.5))
                        .add(v[0].multiply(v[1]).multiply(q[0].subtract(q[1]).cos()))
                        .add(q[0].cos().multiply(2.0 * G))
                        .add(q[1].cos().multiply(G)));
    }

    /** Its accelerations as textbooks print them. */
    static double[] doublePendulumAccelerations(double[] q, double[] v) {
        double s = StrictMath.sin(q[0] - q[1]);
        double c = StrictMath.cos(q[0] - q[1]);
        double first = -v[1] * v[1] * s - 2.0 * G * StrictMath.sin(q[0]);
        double second = v[0] * v[0] * s - G * StrictMath.sin(q[1]);
        double determinant = 2.0 - c * c;
        return new double[] {(first - c * second) / determinant, (2.0 * second - c * first) / determinant};
    }

    /** A unit charge in the plane across a magnetic field of strength 1: L = v^2/2 + v.A, A = (-y, x)/2. It goes round in time 2 pi. */
    static Lagrangian charge() {
        return Lagrangian.of(
                2,
                (q, v) -> v[0].square()
                        .add(v[1].square())
                        .add(v[1].multiply(q[0]).subtract(v[0].multiply(q[1])))
                        .multiply(0.5));
    }

    /** Period of the pendulum let go at an angle: 2 pi / sqrt(g) over the arithmetic-geometric mean of 1 and cos(angle / 2). */
    static double period(double angle) {
        double a = 1.0;
        double b = StrictMath.cos(0.5 * angle);
        while (Math.abs(a - b) > 1e-15) {
            double mean = 0.5 * (a + b);
            b = Math.sqrt(a * b);
            a = mean;
        }
        return 2.0 * Math.PI / (Math.sqrt(G) * a);
    }
}
