package org.mclnn.diagnostics;

import java.util.Locale;
import org.mclnn.potential.Units;

/**
 * Whether forces between pairs, -V'(r) along the line of two particles, explain the accelerations (theory, T77). Shares are of the mean
 * square of the accelerations, without the noise and what the distance of frames makes of them.
 *
 * @param rows particles looked at in a frame, of which {@value #LEAST} for each coefficient of the law are needed
 * @param unexplained share that is left with the best law of pairs; NaN if there were too few rows
 * @param noise share of the noise in the accelerations looked at
 * @param coarseness share by which they are wrong because frames are apart
 * @param drag coefficient c of a force -c v per mass, found together with the law, and {@code dragError} its standard error
 * @param dragSize RMS of c v over that of the accelerations
 */
public record PairForce(
        int rows, double unexplained, double noise, double coarseness, double drag, double dragError, double dragSize)
        implements Diagnostic {
    static final int LEAST = 3;
    private static final double MUCH = 0.02;
    private static final double SIGMAS = 6.0;
    private static final double DRAGS = 0.02;
    private static final double LOUD = 2.0; // noise over accelerations, in squares

    private boolean drags() {
        return dragSize > DRAGS && Math.abs(drag) > SIGMAS * dragError && dragSize * dragSize > 2.0 * coarseness;
    }

    @Override
    public String topic() {
        return "forces";
    }

    @Override
    public Finding finding(Units units) {
        if (Double.isNaN(unexplained)) {
            return Finding.ok("not judged: too few accelerations that these frames resolve, with all particles seen");
        }
        if (noise > LOUD) {
            return Finding.ok("not judged: noise hides the accelerations");
        }
        var says = "pairs explain " + explained() + " of the accelerations";
        if (drags()) {
            return Finding.warning(
                    says + "; " + (drag > 0 ? "friction" : "a driving force") + " shows, " + Text.of(drag) + " ± "
                            + Text.of(dragError) + (units.time().isEmpty() ? " per time" : " per " + units.time()),
                    "A law of pairs keeps the energy: take a short part of the run, in which friction does little");
        }
        return unexplained > Math.max(MUCH, 4.0 * coarseness)
                ? Finding.warning(
                        says,
                        "The rest is no force between pairs along their line: a field, walls, three-body forces, masses or"
                                + " species that differ, particles not in the file?")
                : Finding.ok(says);
    }

    private String explained() {
        double percent = 100.0 * Math.max(0.0, 1.0 - unexplained);
        return percent > 99.9
                ? "more than 99.9 %"
                : String.format(Locale.ROOT, percent > 90.0 ? "%.1f %%" : "%.0f %%", percent);
    }
}
