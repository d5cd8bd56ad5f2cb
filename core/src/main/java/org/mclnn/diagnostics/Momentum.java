package org.mclnn.diagnostics;

import java.util.List;
import org.mclnn.potential.Units;

/**
 * Whether the particles move as a closed system (theory, T76): the centre of mass moves evenly, and in open space the angular momentum about
 * it stays.
 *
 * @param frames in which all particles were seen, of those looked at; fewer than {@value #LEAST} tell nothing
 * @param massesKnown whether the file has masses; else all are taken as equal
 * @param drift velocity of the centre of mass
 * @param acceleration of it, by a parabola; {@code accelerationError} its standard error
 * @param netForce RMS acceleration of the centre of mass, from frame to frame and without the noise, over that of a particle
 * @param netForceNoise what noise alone would make of it
 * @param uniform the constant acceleration over the particles' own
 * @param torque RMS change of the angular momentum that noise and the distance of frames do not explain, over the mean sum of m |r| |v|;
 *     NaN in a periodic box, in one dimension, and where noise hides it
 */
public record Momentum(
        int frames,
        boolean massesKnown,
        List<Double> drift,
        List<Double> acceleration,
        double accelerationError,
        double netForce,
        double netForceNoise,
        double uniform,
        double torque)
        implements Diagnostic {
    static final int LEAST = 10;
    private static final double FORCE = 0.03;
    private static final double UNIFORM = 0.005;
    private static final double SIGMAS = 5.0;
    private static final double TORQUE = 0.03;

    public Momentum {
        drift = List.copyOf(drift);
        acceleration = List.copyOf(acceleration);
    }

    private static double norm(List<Double> vector) {
        return Math.sqrt(vector.stream().mapToDouble(x -> x * x).sum());
    }

    private boolean accelerates() {
        return uniform > UNIFORM && norm(acceleration) > SIGMAS * accelerationError;
    }

    @Override
    public String topic() {
        return "momentum";
    }

    @Override
    public Finding finding(Units units) {
        if (frames < LEAST) {
            return Finding.ok("not judged: only in " + Text.count(frames, "frame") + " all particles were seen");
        }
        var masses = massesKnown ? "" : ", or masses that differ (the file has none)";
        if (accelerates() && netForce < 1.5 * uniform) {
            return Finding.warning(
                    "the centre of mass accelerates evenly, by " + vector(acceleration) + " ± "
                            + Text.of(accelerationError, new Units(units.length(), units.time(), "").force())
                            + ": a constant force from outside" + masses,
                    "A law of pairs has no such force, and is hardly disturbed by it: subtract the motion of the centre"
                            + " of mass for the best fit");
        }
        if (netForce > FORCE || accelerates()) {
            return Finding.warning(
                    "the centre of mass is pushed about, by " + Text.percent(Math.max(netForce, uniform))
                            + " of what the particles are: walls, a field, particles that are not in the file" + masses,
                    "Give all particles" + (massesKnown ? "" : " and their masses")
                            + "; forces from outside are not learned");
        }
        if (torque > TORQUE) {
            return Finding.warning(
                    "the angular momentum changes by " + Text.percent(torque)
                            + ": friction, a torque from outside, or forces not along the line of two particles"
                            + masses,
                    "What is learned holds as far as pairs along their line explain the motion: see 'forces'");
        }
        return Finding.ok("conserved: net force below " + Text.percent(Math.max(1e-4, netForce + netForceNoise))
                + " of the particles'" + drifting(units));
    }

    private String drifting(Units units) {
        return norm(drift) > 0.0
                ? "; all drift by " + vector(drift) + " " + Text.per(units.length(), units.time())
                        + ", which does no harm"
                : "";
    }

    private static String vector(List<Double> components) {
        double size = norm(components);
        var shown = components.stream().map(x -> Math.abs(x) < 1e-3 * size ? "0" : Text.of(x));
        return "(" + String.join(", ", shown.toList()) + ")";
    }
}
