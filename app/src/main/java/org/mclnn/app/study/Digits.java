package org.mclnn.app.study;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as they are written: twelve significant digits by decimal arithmetic. {@code Double.toString} writes some numbers otherwise on
 * Java 19 and later than before.
 */
public final class Digits {
    private static final int LONG = 12;
    private static final MathContext TWELVE = new MathContext(LONG);

    private Digits() {}

    /** Twelve digits; {@code nan}, {@code inf} or {@code -inf} where it is not finite. */
    public static String text(double value) {
        return Double.isFinite(value)
                ? decimal(value).toString()
                : Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    static BigDecimal decimal(double value) {
        var decimal = new BigDecimal(value).round(TWELVE);
        if (decimal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        var stripped = decimal.stripTrailingZeros();
        boolean whole = stripped.scale() < 0 && stripped.precision() - stripped.scale() <= LONG;
        return whole ? stripped.setScale(0) : stripped; // 500, not 5E+2
    }

    /** The double next to what {@link #text} writes. */
    static double rounded(double value) {
        return Double.isFinite(value) ? decimal(value).doubleValue() : value;
    }

    static double parse(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
