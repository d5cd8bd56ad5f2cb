package org.mclnn.diagnostics;

import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/**
 * Whether the file's velocities are those with which its positions change: compared with u = (8 (q[k+1] - q[k-1]) - (q[k+2] - q[k-2]))/12h.
 *
 * @param ratio sum of u v over the sum of v^2: 1 where they belong together, another number where units differ
 * @param correlation of the two, NaN where nothing could be compared
 * @param resolved whether frames are close enough for the comparison to be exact to a few percent
 */
public record Velocities(double ratio, double correlation, boolean resolved) implements Diagnostic {
    private static final int LOOKS = 200; // frames
    private static final double EVEN = 0.01; // of the interval
    private static final double FINE = 15.0; // frames per period: u is off by a thousandth
    private static final double NEAR = 0.1;
    private static final double FAR = 0.5;

    static Velocities of(Trajectory run, Stretches stretches, int[] particles, double framesPerPeriod) {
        double uv = 0.0;
        double uu = 0.0;
        double vv = 0.0;
        for (var place : stretches.places(5, LOOKS)) {
            int s = place.stretch();
            int k = 2 + place.frame();
            double h = (stretches.time(s, k + 2) - stretches.time(s, k - 2)) / 4;
            if (!isEven(stretches, s, k, h)) {
                continue;
            }
            var velocities = run.velocities(stretches.number(s, k));
            for (int i : particles) {
                for (int c = 3 * i; c < 3 * i + 3; c++) {
                    double near = stretches.at(s, k + 1)[c] - stretches.at(s, k - 1)[c];
                    double far = stretches.at(s, k + 2)[c] - stretches.at(s, k - 2)[c];
                    double u = (8.0 * near - far) / (12.0 * h);
                    double v = velocities[c];
                    if (!Double.isNaN(u * v)) {
                        uv += u * v;
                        uu += u * u;
                        vv += v * v;
                    }
                }
            }
        }
        double correlation = uu == 0.0 ? Double.NaN : vv == 0.0 ? 0.0 : uv / Math.sqrt(uu * vv);
        return new Velocities(vv == 0.0 ? Double.NaN : uv / vv, correlation, framesPerPeriod > FINE);
    }

    private static boolean isEven(Stretches run, int stretch, int frame, double interval) {
        for (int k = frame - 1; k <= frame + 2; k++) {
            if (Math.abs(run.time(stretch, k) - run.time(stretch, k - 1) - interval) > EVEN * interval) {
                return false;
            }
        }
        return true;
    }

    /** Whether windows should not begin with them. */
    boolean areWrong() {
        return resolved && !Double.isNaN(correlation) && !(correlation > 1 - NEAR && Math.abs(ratio - 1) < NEAR);
    }

    @Override
    public String topic() {
        return "velocities";
    }

    @Override
    public Finding finding(Units units) {
        if (Double.isNaN(correlation) || !resolved) {
            return Finding.ok("not compared with the change of positions: frames are too few or too far apart for it");
        }
        if (!areWrong()) {
            return Finding.ok("are those with which positions change");
        }
        boolean unit = correlation > 1 - NEAR;
        var says = unit
                ? "positions change " + Text.of(ratio)
                        + " times as fast as velocities say: another unit of time or length"
                : Double.isNaN(ratio)
                        ? "all velocities are 0, and particles move"
                        : "velocities are not those with which positions change (correlation " + Text.of(correlation)
                                + ")";
        var remedy = unit
                ? "If it is the times (--dt), the right ones are " + Text.of(ratio)
                        + " times as long; or leave velocities out: --positions-only"
                : "Leave them out: --positions-only";
        return unit && Math.abs(ratio - 1) < FAR ? Finding.warning(says, remedy) : Finding.stop(says, remedy);
    }
}
