package org.mclnn.diagnostics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers and names in sentences. */
final class Text {
    private static final MathContext THREE = new MathContext(3);
    private static final int MOST_NAMES = 4;
    private static final double LEAST_SHARE = 1e-5;

    private Text() {}

    /** Three significant digits. */
    static String of(double value) {
        if (value == 0.0 || !Double.isFinite(value)) {
            return value == 0.0 ? "0" : String.valueOf(value);
        }
        var rounded = new BigDecimal(value).round(THREE);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent > 5
                ? String.format(Locale.ROOT, "%.1e", value)
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** The same with a unit, which may be empty. */
    static String of(double value, String unit) {
        return unit.isEmpty() ? of(value) : of(value) + " " + unit;
    }

    /** A length over a time: {@code um/s}; {@code per time} where there are no units. */
    static String per(String length, String time) {
        return length.isEmpty() || time.isEmpty() ? "per time" : length + "/" + time;
    }

    /** A share in percent, two significant digits. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return "an unknown share";
        }
        if (share > 0.0 && share < LEAST_SHARE) {
            return "less than 0.001 %";
        }
        var rounded = new BigDecimal(100 * share).round(new MathContext(2));
        return rounded.stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code 1 frame}, {@code 3 frames}. */
    static String count(long n, String thing) {
        return n + " " + thing + (n == 1 ? "" : "s");
    }

    /** {@code particle a}, {@code particles a, b, c, d and 3 more}. */
    static String particles(List<String> labels) {
        var shown = String.join(", ", labels.subList(0, Math.min(MOST_NAMES, labels.size())));
        return (labels.size() == 1 ? "particle " : "particles ")
                + shown
                + (labels.size() > MOST_NAMES ? " and " + (labels.size() - MOST_NAMES) + " more" : "");
    }
}
