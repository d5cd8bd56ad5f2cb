package org.mclnn.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Some whole lines of a file, the fields in them, and what these are as numbers; used again when they have been read. */
final class LineBlock {
    /** Fields stand between blanks. */
    static final char BLANKS = ' ';

    /** Fields are not sought. */
    static final char NOTHING = 0;

    /** Bytes that are there behind the last line. */
    static final int PADDING = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_SHIFT = 10_000_000; // more than a line has digits
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ZEROS = 0x3030303030303030L; // characters
    private static final long[] TENS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    byte[] bytes = new byte[4096];
    int lines;
    int[] from = new int[64]; // of each line
    int[] to = new int[64];
    char separator = NOTHING;
    boolean quoted; // whether a field begins with a quote
    int wrong = -1; // where the first byte is that is no text; -1: nowhere
    int[] firstField = new int[65]; // of each line, and of the one behind the last
    int[] fieldFrom = new int[512];
    int[] fieldTo = new int[512];
    double[] number = new double[512]; // what each field is, NaN where it is none or too long to be sure
    private int heldFrom;
    private int heldTo;
    private int fields;
    private double value;

    /** Forgets all lines. */
    void clear(char newSeparator) {
        lines = 0;
        fields = 0;
        heldFrom = 0;
        heldTo = 0;
        quoted = false;
        wrong = -1;
        separator = newSeparator;
    }

    /** Its lines are the bytes in [begin, end), the last one ended by its line feed or by one that is put at the end. */
    void hold(int begin, int end) {
        heldFrom = begin;
        heldTo = end;
    }

    /** Finds the lines and fields. */
    void find() {
        bytes[heldTo] = '\n';
        for (int at = heldFrom; at < heldTo && wrong < 0; ) {
            at = separator == NOTHING ? line(at) : separator == BLANKS ? lineOfWords(at) : lineOfFields(at);
        }
    }

    /** Ends the line that begins and ends here; gives where the next one begins. */
    private int endLine(int begin, int end) {
        if (lines == from.length) {
            from = Arrays.copyOf(from, 2 * lines);
            to = Arrays.copyOf(to, 2 * lines);
            firstField = Arrays.copyOf(firstField, 2 * lines + 1);
        }
        from[lines] = begin;
        to[lines] = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        lines++;
        firstField[lines] = fields;
        return end + 1;
    }

    private int line(int begin) {
        int at = begin;
        while (true) {
            at = below(bytes, at, ' ');
            if (bytes[at] == '\n') {
                return endLine(begin, at);
            }
            if (!isBlank(bytes[at])) {
                wrong = at;
                return at;
            }
            at++;
        }
    }

    private int lineOfWords(int begin) {
        int at = begin;
        while (true) {
            while (isBlank(bytes[at])) {
                at++;
            }
            if (bytes[at] == '\n') {
                return endLine(begin, at);
            }
            int end = number(at);
            if (end == at || !(isBlank(bytes[end]) || bytes[end] == '\n')) {
                value = Double.NaN;
                end = below(bytes, at, ' ' + 1);
                if (!isBlank(bytes[end]) && bytes[end] != '\n') {
                    wrong = end;
                    return end;
                }
            }
            field(at, end);
            at = end;
        }
    }

    /** Without the blanks around a field. */
    private int lineOfFields(int begin) {
        int at = begin;
        while (true) {
            while (isBlank(bytes[at]) && bytes[at] != separator) {
                at++;
            }
            quoted |= bytes[at] == '"';
            int end = number(at);
            int last = end;
            if (end == at || !(bytes[end] == separator || bytes[end] == '\n')) {
                value = Double.NaN;
                end = separator(at);
                if (wrong >= 0) {
                    return end;
                }
                last = end;
                while (last > at && isBlank(bytes[last - 1])) {
                    last--;
                }
            }
            field(at, last);
            if (bytes[end] == '\n') {
                return endLine(begin, end);
            }
            at = end + 1;
        }
    }

    /** The next separator or line feed. */
    private int separator(int from) {
        int at = from;
        while (true) {
            at = belowOr(bytes, at, separator);
            if (bytes[at] == separator || bytes[at] == '\n') {
                return at;
            }
            if (!isBlank(bytes[at])) {
                wrong = at;
                return at;
            }
            at++;
        }
    }

    private void field(int first, int end) {
        if (fields == fieldFrom.length) {
            fieldFrom = Arrays.copyOf(fieldFrom, 2 * fields);
            fieldTo = Arrays.copyOf(fieldTo, 2 * fields);
            number = Arrays.copyOf(number, 2 * fields);
        }
        fieldFrom[fields] = first;
        fieldTo[fields] = end;
        number[fields++] = value;
    }

    /**
     * Reads digits with a point and an exponent into {@link #value}; gives their end, or their begin where there are none. No branch depends
     * on how many digits come after the first eight decimals, which nobody could foresee.
     */
    private int number(int begin) {
        var b = bytes;
        int at = begin;
        boolean negative = b[at] == '-';
        at += negative || b[at] == '+' ? 1 : 0;
        int first = at;
        long digits = 0;
        while (isDigit(b[at])) {
            digits = 10 * digits + b[at++] - '0';
        }
        int count = at - first;
        int exponent = 0;
        if (b[at] == '.') {
            int point = ++at;
            long eight = (long) LONGS.get(b, at) ^ ZEROS;
            if (noDigits(eight) == 0) {
                digits = 100_000_000 * digits + ofDigits(eight, 8);
                at += 8;
                eight = (long) LONGS.get(b, at) ^ ZEROS;
            }
            int some = Long.numberOfTrailingZeros(noDigits(eight)) >>> 3;
            digits = TENS[some] * digits + ofDigits(eight, some);
            at += some;
            while (isDigit(b[at])) {
                digits = 10 * digits + b[at++] - '0';
            }
            exponent = point - at;
            count -= exponent;
        }
        if (count == 0) {
            return begin;
        }
        if (count > Decimal.MOST_DIGITS) {
            count -= leadingZeros(first);
        }
        if (b[at] == 'e' || b[at] == 'E') {
            int sign = at + 1;
            boolean down = b[sign] == '-';
            at = sign + (down || b[sign] == '+' ? 1 : 0);
            int power = at;
            int shift = 0;
            while (isDigit(b[at])) {
                shift = Math.min(MOST_SHIFT, 10 * shift + b[at++] - '0');
            }
            if (at == power) {
                return begin;
            }
            exponent += down ? -shift : shift;
        }
        double size = count > Decimal.MOST_DIGITS ? Decimal.UNDECIDED : Decimal.of(digits, exponent);
        value = negative ? -size : size;
        return at;
    }

    /** Zeros before the first other digit. */
    private int leadingZeros(int first) {
        int zeros = 0;
        for (int k = first; bytes[k] == '0' || bytes[k] == '.'; k++) {
            zeros += bytes[k] == '0' ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The high bits of those of eight bytes that are no numbers from 0 to 9: right for the lowest such byte and those below it. */
    private static long noDigits(long eight) {
        return (eight + 0x7676767676767676L | eight) & HIGH_BITS;
    }

    /** The number that the lowest bytes are the digits of: pairs, then fours, then all. */
    private static long ofDigits(long eight, int digits) {
        int half = 32 - 4 * digits; // of the bits that are none of them
        long v = eight << half << half;
        v = v * 10 + (v >>> 8);
        return ((v & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((v >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    /** Within a line. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\f';
    }

    /** The first byte below a bound, eight at a time; there is one. */
    private static int below(byte[] bytes, int at, int bound) {
        for (int k = at; ; k += 8) {
            long word = (long) LONGS.get(bytes, k);
            long found = (word - ONES * bound) & ~word & HIGH_BITS; // the lowest bit set is exact
            if (found != 0) {
                return k + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
    }

    /** The first byte below a blank, or such a character of ASCII; there is one. */
    private static int belowOr(byte[] bytes, int at, char sought) {
        for (int k = at; ; k += 8) {
            long word = (long) LONGS.get(bytes, k);
            long same = word ^ ONES * sought;
            long found = (((word - ONES * ' ') & ~word) | ((same - ONES) & ~same)) & HIGH_BITS;
            if (found != 0) {
                return k + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
    }
}
