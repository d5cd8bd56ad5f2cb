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

    /** {@code 0.3931 .. 1.02}. */
    public static String band(double from, double to) {
        return String.format(Locale.ROOT, "%.4g .. %.4g", from, to);
    }
}
