package org.mclnn.training;

import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.VelocityVerlet;

/**
 * How windows are stepped through: equally spaced frames by the mechanics' dt and stride; else each interval between frames by equal
 * steps of its own, as long as dt or a little shorter.
 */
final class Clock {
    private static final double ROUNDING = 1e-9; // of an interval that is a whole number of steps but for rounding

    private final Windows windows;
    private final double dt;
    private final int stride;

    Clock(Windows windows, Mechanics mechanics) {
        this.windows = windows;
        dt = mechanics.dt();
        stride = mechanics.stride();
    }

    /** Time of a frame since the first of its window. */
    double time(int window, int frame) {
        return windows.equallySpaced() ? frame * (stride * dt) : windows.time(window, frame);
    }

    private double interval(int window, int frame) {
        return windows.time(window, frame) - windows.time(window, frame - 1);
    }

    /** Integrator steps from the frame before to a frame of a window. */
    int steps(int window, int frame) {
        return windows.equallySpaced()
                ? stride
                : (int) Math.max(1, Math.ceil(interval(window, frame) / dt * (1 - ROUNDING)));
    }

    /** Integrator steps from the start to the last frame observed. */
    int steps(int window) {
        int sum = 0;
        for (int f = 1; f <= windows.last(window); f++) {
            sum += steps(window, f);
        }
        return sum;
    }

    /** The integrator for the interval that ends at a frame of a window. */
    VelocityVerlet verlet(int window, int frame, PairForces forces) {
        double step = windows.equallySpaced() ? dt : interval(window, frame) / steps(window, frame);
        return new VelocityVerlet(step, forces);
    }
}
