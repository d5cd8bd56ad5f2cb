package org.mclnn.diagnostics;

import java.util.Locale;
import java.util.OptionalDouble;
import org.mclnn.potential.Units;

/**
 * Whether particles keep their velocity for some frames, as Newtonian motion does, or step at random (theory, T73). From correlations
 * C_m = &lt;D_k D_{k+m}&gt; of displacements D over intervals of {@code lag} frames, the mean of all particles in each interval taken off: white
 * noise of the positions shows in C_0 and C_1 alone.
 *
 * @param lag frames in an interval: 1, or more where noise or rounding hides the steps of single frames
 * @param exponent of the mean squared displacement with time, between one interval and two, without the noise
 * @param correlation C_2 over the mean square of the steps without noise: 1 for straight motion, 0 at random
 * @param strongest largest |C_m| over the same, m = 2 to {@value #LAGS}
 * @param uncertainty standard error of a correlation
 * @param memory time in which the correlation falls to 1/e; absent if it does not within half a stretch of frames
 * @param hidden whether noise is more than half of the steps, or they are smaller than those of rounding, even so
 * @param velocitiesUsed whether training would begin windows with the file's velocities: these may be known where steps do not show them
 */
public record Inertia(
        int lag,
        double exponent,
        double correlation,
        double strongest,
        double uncertainty,
        OptionalDouble memory,
        boolean hidden,
        boolean velocitiesUsed)
        implements Diagnostic {
    static final int LAGS = 8;
    private static final double FREE = 0.3; // strongest correlation of what has no memory
    private static final double KEPT = 0.6;

    /** Whether steps are random beyond doubt. */
    boolean isRandom() {
        return !hidden && strongest + 2.0 * uncertainty < FREE;
    }

    private boolean isUnknown() {
        return Double.isNaN(correlation);
    }

    @Override
    public String topic() {
        return "motion";
    }

    @Override
    public Finding finding(Units units) {
        if (isUnknown()) {
            return Finding.ok("too few frames to tell ballistic from diffusive");
        }
        var grows = "MSD ~ t^" + String.format(Locale.ROOT, "%.2f", exponent);
        if (isRandom()) {
            var found = Finding.stop(
                    "diffusive: " + grows + ", velocities are lost from frame to frame",
                    "No Newtonian law shows in these frames: record faster, closer than particles keep their velocity,"
                            + " or use a method for Brownian motion");
            return velocitiesUsed ? found.atMostWarning() : found;
        }
        if (hidden) {
            return Finding.warning(
                    "noise or rounding hides how particles move from frame to frame (" + grows + ")",
                    "More precise positions; longer windows (--frames) help if the motion is smooth");
        }
        var kept = memory.isPresent()
                ? "velocities kept for " + Text.of(memory.getAsDouble(), units.time())
                : "velocities kept for longer than the run shows";
        return strongest + 2.0 * uncertainty < KEPT
                ? Finding.warning(
                        "velocities are nearly lost within two frames (" + grows + ", " + kept + ")",
                        "Record faster: the motion is hardly resolved, or partly random")
                : Finding.ok("ballistic: " + grows + ", " + kept);
    }
}
