package org.mclnn.diagnostics;

/** The interval after frame k of a stretch, with those around it. */
final class FrameGap {
    final double[] q0;
    final double[] q1;
    final double[] q2;
    final double[] q3;
    final double left;
    final double dt;
    final double right;
    final int number; // of the frame after it

    FrameGap(Stretches run, int stretch, int k) {
        q0 = run.at(stretch, k - 1);
        q1 = run.at(stretch, k);
        q2 = run.at(stretch, k + 1);
        q3 = run.at(stretch, k + 2);
        left = run.time(stretch, k) - run.time(stretch, k - 1);
        dt = run.time(stretch, k + 1) - run.time(stretch, k);
        right = run.time(stretch, k + 2) - run.time(stretch, k + 1);
        number = run.number(stretch, k + 1);
    }

    /** Displacement in dt at the velocity before; likewise {@link #after}. */
    double before(int c) {
        return (q1[c] - q0[c]) * (dt / left);
    }

    double after(int c) {
        return (q3[c] - q2[c]) * (dt / right);
    }

    /** One coordinate of J, if the particle at coordinate c goes on as the one at d. */
    double along(int c, int d) {
        return q2[d] - q1[c] - 0.5 * (before(c) + after(d));
    }

    /** |J|, NaN where one of the positions is missing. */
    double jump(int i, int j) {
        return norm(along(3 * i, 3 * j), along(3 * i + 1, 3 * j + 1), along(3 * i + 2, 3 * j + 2));
    }

    double turn(int i) {
        int c = 3 * i;
        return norm(after(c) - before(c), after(c + 1) - before(c + 1), after(c + 2) - before(c + 2));
    }

    double step(int i) {
        int c = 3 * i;
        return Math.max(norm(before(c), before(c + 1), before(c + 2)), norm(after(c), after(c + 1), after(c + 2)));
    }

    /** Whether i and j are too far apart to have met in the interval, each going on as the other. */
    boolean apart(int i, int j) {
        int a = 3 * i;
        int b = 3 * j;
        double distance = norm(q1[a] - q1[b], q1[a + 1] - q1[b + 1], q1[a + 2] - q1[b + 2])
                + norm(q2[a] - q2[b], q2[a + 1] - q2[b + 1], q2[a + 2] - q2[b + 2]);
        double before = norm(before(a) - before(b), before(a + 1) - before(b + 1), before(a + 2) - before(b + 2));
        double after = norm(after(a) - after(b), after(a + 1) - after(b + 1), after(a + 2) - after(b + 2));
        return distance > 2.0 * Math.max(before, after);
    }

    static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
