package org.mclnn.training;

import org.mclnn.dynamics.Trajectory;

/** Velocities from positions of neighbouring frames, where a file has none. */
public final class FiniteDifference {
    private static final int POINTS = 7;
    private static final int LEAST_FRAMES = 3;

    private FiniteDifference() {}

    /**
     * Velocities at a frame from up to seven frames around it; exact for polynomials of degree six.
     *
     * @throws IllegalArgumentException for fewer than 3 frames
     */
    public static double[] velocities(Trajectory run, int frame) {
        if (run.frames() < LEAST_FRAMES) {
            throw new IllegalArgumentException("the file has no velocities, and too few frames to estimate them from");
        }
        int start = stencilStart(frame, run.frames());
        int points = points(run.frames());
        var weights = weights(frame - start, points);
        double interval = (run.time(start + points - 1) - run.time(start)) / (points - 1);
        var v = new double[3 * run.particles()];
        for (int k = 0; k < points; k++) {
            var q = run.positions(start + k);
            for (int c = 0; c < v.length; c++) {
                v[c] += weights[k] / interval * q[c];
            }
        }
        return v;
    }

    /** The same run with velocities estimated from up to seven frames around each. */
    public static Trajectory withVelocities(Trajectory run) {
        var moving = Trajectory.of(run.particles())
                .box(run.box())
                .labels(run.labels())
                .species(run.species())
                .dimensions(run.dimensions())
                .stepsPerFrame(run.stepsPerFrame())
                .units(run.units())
                .origin(run.origin());
        if (run.masses().length > 0) {
            moving.masses(run.masses());
        }
        run.notes().forEach(moving::note);
        for (int k = 0; k < run.frames(); k++) {
            moving.frame(run.time(k), run.positions(k), velocities(run, k));
        }
        return moving.build();
    }

    /** First frame of the stencil around a frame: centred where the file allows, else shifted inside. */
    static int stencilStart(int frame, int frames) {
        int points = points(frames);
        return Math.max(0, Math.min(frames - points, frame - points / 2));
    }

    static int points(int frames) {
        return Math.min(POINTS, frames);
    }

    /**
     * Weights of the first derivative at {@code x} from values at 0, 1, ..., n - 1 (Fornberg, Math. Comp. 51:699, 1988); divide the sum by
     * the spacing.
     */
    static double[] weights(double x, int n) {
        var value = new double[n];
        var slope = new double[n];
        value[0] = 1.0;
        double c1 = 1.0;
        double previous = -x;
        for (int i = 1; i < n; i++) {
            double c2 = 1.0;
            double here = i - x;
            for (int j = 0; j < i; j++) {
                double c3 = i - j;
                c2 *= c3;
                if (j == i - 1) {
                    slope[i] = c1 * (value[i - 1] - previous * slope[i - 1]) / c2;
                    value[i] = -c1 * previous * value[i - 1] / c2;
                }
                slope[j] = (here * slope[j] - value[j]) / c3;
                value[j] = here * value[j] / c3;
            }
            c1 = c2;
            previous = here;
        }
        return slope;
    }
}
