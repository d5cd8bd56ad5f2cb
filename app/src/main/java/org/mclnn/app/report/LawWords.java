package org.mclnn.app.report;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mclnn.potential.ClosedForm;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.SmoothCutoff;

/** A law in words. */
public final class LawWords {
    private static final double ROUNDED_UP = 99.5; // two digits would need a power of ten
    private static final double UNCOUNTED = 1e6;

    private LawWords() {}

    /** {@code harmonic: k = 1.000000, r0 = 1.000000} for a closed form. */
    public static Optional<String> parameters(LearnedPotential law) {
        var form = law.law().form() instanceof SmoothCutoff ended
                ? ended.form()
                : law.law().form();
        if (!(form instanceof ClosedForm)) {
            return Optional.empty();
        }
        var theta = law.law().theta();
        var parts = new ArrayList<String>();
        for (int p = 0; p < theta.length; p++) {
            parts.add(String.format(
                    Locale.ROOT, "%s = %.7g", form.parameterNames().get(p), theta[p]));
        }
        return Optional.of(form.name() + ": " + String.join(", ", parts));
    }

    /** {@code 0.3931 .. 1.02 and 1.69 .. 2.2}. */
    public static String bands(Coverage coverage) {
        return coverage.bands().stream()
                .map(band -> band(band.from(), band.to()))
                .collect(Collectors.joining(" and "));
    }

    /** {@code 3.21e-12}, or {@code none}. */
    public static String loss(double loss) {
        return Double.isNaN(loss) ? "none" : String.format(Locale.ROOT, "%.2e", loss);
    }

    /** A share as {@code 0.012 %}, {@code 3.2 %} or {@code 100 %}. */
    public static String percent(double share) {
        double percent = 100.0 * share;
        return String.format(Locale.ROOT, percent < ROUNDED_UP ? "%.2g %%" : "%.0f %%", percent);
    }

    /** {@code 12}, or {@code 7.4e+25} where nobody counts. */
    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < UNCOUNTED ? "%.0f" : "%.1e", ratio);
    }

    /** {@code 0.3931 .. 1.02}. */
    public static String band(double from, double to) {
        return String.format(Locale.ROOT, "%.4g .. %.4g", from, to);
    }
}
