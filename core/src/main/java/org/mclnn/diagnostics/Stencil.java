package org.mclnn.diagnostics;

/**
 * Velocity and acceleration from three positions (theory, T70).
 *
 * @param before time from the first position to the second
 * @param after time from the second to the third
 */
record Stencil(double before, double after) {
    /** Around a frame of a stretch, {@code lag} frames to either side. */
    static Stencil around(Stretches run, int stretch, int frame, int lag) {
        double now = run.time(stretch, frame);
        return new Stencil(now - run.time(stretch, frame - lag), run.time(stretch, frame + lag) - now);
    }

    /** 2 ((c - b)/after - (b - a)/before) / (before + after). */
    double acceleration(double a, double b, double c) {
        return 2.0 * ((c - b) / after - (b - a) / before) / (before + after);
    }

    /** (c - a) / (before + after). */
    double velocity(double a, double c) {
        return (c - a) / (before + after);
    }

    /** Variance of the acceleration for positions whose noise has variance 1; 6/h^4 if both times are h. */
    double accelerationNoise() {
        double whole = before + after;
        double first = 2.0 / (before * whole);
        double last = 2.0 / (after * whole);
        return first * first + last * last + (first + last) * (first + last);
    }

    /** Variance of the velocity for positions whose noise has variance 1; 1/(2 h^2) if both times are h. */
    double velocityNoise() {
        return 2.0 / ((before + after) * (before + after));
    }
}
