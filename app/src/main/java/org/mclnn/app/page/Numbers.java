package org.mclnn.app.page;

import java.util.Locale;

/** Numbers as pages print them; texts with marks of {@link org.mclnn.app.figure.Marks}. */
public final class Numbers {
    private static final String MINUS = "\u2212";

    private Numbers() {}

    /** Two digits and a power of ten, such as 1.2 x 10^-5; 0 is 0. */
    public static String power(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : MINUS + "infinite";
        }
        if (value == 0.0) {
            return "0";
        }
        var text = String.format(Locale.ROOT, "%.1e", value);
        int e = text.indexOf('e');
        int exponent = Integer.parseInt(text.substring(e + 1));
        var digits = text.substring(0, e).replace("-", MINUS);
        if (exponent == 0) {
            return digits;
        }
        return digits + " \u00d7 10^{" + String.valueOf(exponent).replace("-", MINUS) + "}";
    }

    /** Three digits, without a power of ten where it is near 1. */
    public static String three(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || (size != 0.0 && (size < 0.01 || size >= 10_000))) {
            return power(value);
        }
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace("-", MINUS);
    }

    /** {@code 3.2 %}. */
    public static String percent(double share) {
        double percent = 100.0 * share;
        return (percent != 0.0 && percent < 0.1
                        ? String.format(Locale.ROOT, "%.2f", percent)
                        : String.format(Locale.ROOT, "%.1f", percent))
                + "\u00a0%";
    }

    /** A share near 1, with as many digits as tell it from 1, at most ten. */
    public static String nines(double share) {
        int digits = 3;
        while (digits < 10 && 1.0 - share < 0.5 * StrictMath.pow(10, -digits)) {
            digits++;
        }
        return String.format(Locale.ROOT, "%." + digits + "f", share).replace("-", MINUS);
    }

    /** A count. */
    public static String whole(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,d", Math.round(value)) : "never";
    }
}
