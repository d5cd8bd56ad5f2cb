package org.mclnn.io;

/** One number from its characters, in any form. */
final class Numeral {
    private static final int MOST_SHIFT = 10_000_000; // more than a line has digits

    private Numeral() {}

    /** What the bytes in [begin, end) say; NaN where that is no number or not certain here. */
    static double of(byte[] bytes, int begin, int end) {
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
