package org.mclnn.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.nio.charset.StandardCharsets;

/** Decimal numbers from bytes, to the nearest double. */
final class Decimal {
    private Decimal() {}

    /** The number, or NaN where it is not finite or not a decimal number with digits, point and exponent alone. */
    static double parse(byte[] bytes, int from, int to) {
        if (from == to || !isPlain(bytes, from, to)) {
            return Double.NaN;
        }
        try {
            double value = JavaDoubleParser.parseDouble(bytes, from, to - from);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** As {@link #parse(byte[], int, int)}. */
    static double parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** Java would take 0x1p3 and 1f, too. */
    private static boolean isPlain(byte[] bytes, int from, int to) {
        byte last = bytes[to - 1];
        if ((last < '0' || last > '9') && last != '.') {
            return false;
        }
        int second = from + (bytes[from] == '-' || bytes[from] == '+' ? 2 : 1);
        return second >= to || (bytes[second] != 'x' && bytes[second] != 'X');
    }
}
