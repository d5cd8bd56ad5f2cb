package org.mclnn.io;

import static org.mclnn.io.EightBytes.HIGH_BITS;
import static org.mclnn.io.EightBytes.ONES;

/**
 * Numbers from their characters, eight at a time as D. Lemire does (Software: Practice and Experience 51:1700, 2021). No branch depends on
 * the sign or on where the point stands, which nobody could foresee.
 */
final class Numeral {
    /** Bytes that are there behind the last character. */
    static final int PADDING = 32;

    private static final long ZEROS = 0x3030303030303030L; // characters
    private static final long POINTS = 0x2E2E2E2E2E2E2E2EL;
    private static final long NO_DIGIT = 0x7676767676767676L; // what is 10 or more reaches the high bit of its byte
    private static final long[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final int MOST_SHIFT = 10_000_000; // more than a line has digits

    private Numeral() {}

    /** What the bytes in [begin, end) say; NaN where that is no number or not certain here. */
    static double of(byte[] bytes, int begin, int end) {
        double value = plain(bytes, begin, end);
        return Double.isNaN(value) ? ofAnyForm(bytes, begin, end) : value;
    }

    /**
     * A minus or none, then 8 digits or fewer, or up to {@value Decimal#MOST_DIGITS} with a point before the eighth; NaN where that is not
     * so. As one method it is too large for the compiler to put into loops, where it would not have enough registers.
     */
    private static double plain(byte[] bytes, int begin, int end) {
        int minus = (((bytes[begin] & 0xFF) ^ '-') - 1) >>> 31; // 1 or 0
        int first = begin + minus;
        long word = EightBytes.at(bytes, first);
        long points = word ^ POINTS;
        int whole = Long.numberOfTrailingZeros((points - ONES) & ~points & HIGH_BITS)
                >>> 3; // digits before the point, or 8
        int count = end - first - 1; // digits with a point among them
        if (whole > 7 || whole > count || count > Decimal.MOST_DIGITS) {
            return whole(word, end - first) * (1 - 2 * minus);
        }
        long behind = -1L << (whole << 3);
        long head = ((word & ~behind) | (EightBytes.at(bytes, first + 1) & behind)) ^ ZEROS;
        long tail;
        long digits;
        if (count >= 16) {
            int rest = count - 16;
            long middle = EightBytes.first(rest, EightBytes.at(bytes, first + 9) ^ ZEROS);
            tail = EightBytes.at(bytes, end - 8) ^ ZEROS;
            digits = (joined(head) * TENS[rest] + joined(middle)) * TENS[8] + joined(tail);
            tail = noDigits(tail) | noDigits(middle);
        } else if (count >= 8) {
            int rest = count - 8;
            tail = EightBytes.first(rest, EightBytes.at(bytes, first + 9) ^ ZEROS);
            digits = joined(head) * TENS[rest] + joined(tail);
            tail = noDigits(tail);
        } else if (count > 0) {
            head = EightBytes.first(count, head);
            digits = joined(head);
            tail = 0;
        } else {
            return Double.NaN;
        }
        if (((noDigits(head) | tail) & HIGH_BITS) != 0) {
            return Double.NaN;
        }
        return Decimal.of(digits, whole - count) * (1 - 2 * minus);
    }

    private static double whole(long word, int count) {
        if (count < 1 || count > 8) {
            return Double.NaN;
        }
        long digits = EightBytes.first(count, word ^ ZEROS);
        return (noDigits(digits) & HIGH_BITS) == 0 ? joined(digits) : Double.NaN;
    }

    /** High bits, some of them where a byte is none of the numbers from 0 to 9. */
    private static long noDigits(long word) {
        return word + NO_DIGIT | word;
    }

    /** The number whose digits eight bytes are, the lowest the first: pairs, then fours, then all. */
    private static long joined(long word) {
        long pairs = word * 10 + (word >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    private static double ofAnyForm(byte[] bytes, int begin, int end) {
        int power = end;
        while (power > begin && isDigit(bytes[power - 1])) {
            power--;
        }
        boolean signed = power > begin && isSign(bytes[power - 1]);
        int e = power - (signed ? 2 : 1);
        if (power == end || e < begin || (bytes[e] != 'e' && bytes[e] != 'E')) {
            return ofDigits(bytes, begin, end, 0);
        }
        int shift = 0;
        for (int k = power; k < end; k++) {
            shift = Math.min(MOST_SHIFT, 10 * shift + bytes[k] - '0');
        }
        shift = bytes[power - 1] == '-' ? -shift : shift;
        return ofDigits(bytes, begin, e, shift);
    }

    /** A sign or none, then digits, however many, with a point among them or none. */
    private static double ofDigits(byte[] bytes, int begin, int end, int shift) {
        int first = begin < end && isSign(bytes[begin]) ? begin + 1 : begin;
        int point = -1;
        int count = 0; // from the first one that is not zero
        long digits = 0;
        for (int k = first; k < end; k++) {
            if (isDigit(bytes[k])) {
                count += count > 0 || bytes[k] > '0' ? 1 : 0;
                digits = 10 * digits + bytes[k] - '0';
            } else if (bytes[k] == '.' && point < 0) {
                point = k;
            } else {
                return Double.NaN;
            }
        }
        int decimals = point < 0 ? 0 : end - point - 1;
        if (count > Decimal.MOST_DIGITS || end - first == (point < 0 ? 0 : 1)) {
            return Double.NaN;
        }
        double size = Decimal.of(digits, shift - decimals);
        return bytes[begin] == '-' ? -size : size;
    }

    private static boolean isSign(byte b) {
        return b == '-' || b == '+';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
