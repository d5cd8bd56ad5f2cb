package org.mclnn.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Some whole lines of a file and the fields in them; used again when they have been read. */
final class LineBlock {
    /** Fields stand between blanks. */
    static final char BLANKS = ' ';

    /** Fields are not sought. */
    static final char NOTHING = 0;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    byte[] bytes;
    int lines;
    int[] from = new int[1024]; // of each line
    int[] to = new int[1024];
    char separator = NOTHING;
    boolean quoted; // whether there may be quotes between separators
    int[] firstField = new int[1025]; // of each line, and of the one behind the last
    int[] fieldFrom = new int[8192];
    int[] fieldTo = new int[8192];

    LineBlock(int size) {
        bytes = new byte[size];
    }

    /** Forgets all lines. */
    void clear(char newSeparator) {
        lines = 0;
        separator = newSeparator;
        quoted = false;
    }

    void add(int lineFrom, int lineTo) {
        if (lines == from.length) {
            from = Arrays.copyOf(from, 2 * lines);
            to = Arrays.copyOf(to, 2 * lines);
            firstField = Arrays.copyOf(firstField, 2 * lines + 1);
        }
        from[lines] = lineFrom;
        to[lines] = lineTo;
        lines++;
        if (separator != NOTHING) {
            split(lineFrom, lineTo);
        }
    }

    private void split(int lineFrom, int lineTo) {
        if (separator == BLANKS) {
            splitAtBlanks(lineFrom, lineTo);
        } else {
            splitAtSeparators(lineFrom, lineTo);
            quoted |= find(bytes, lineFrom, lineTo, '"') < lineTo;
        }
    }

    private void splitAtBlanks(int lineFrom, int lineTo) {
        int n = firstField[lines - 1];
        int at = lineFrom;
        while (true) {
            while (at < lineTo && isBlank(bytes[at])) {
                at++;
            }
            if (at == lineTo) {
                break;
            }
            int end = below(bytes, at, lineTo, ' ' + 1);
            field(n++, at, end);
            at = end;
        }
        firstField[lines] = n;
    }

    /** Without the blanks around a field. */
    private void splitAtSeparators(int lineFrom, int lineTo) {
        int n = firstField[lines - 1];
        int at = lineFrom;
        int end;
        do {
            end = find(bytes, at, lineTo, separator);
            int first = at;
            while (first < end && isBlank(bytes[first])) {
                first++;
            }
            int last = end;
            while (last > first && isBlank(bytes[last - 1])) {
                last--;
            }
            field(n++, first, last);
            at = end + 1;
        } while (end < lineTo);
        firstField[lines] = n;
    }

    private void field(int n, int first, int end) {
        if (n == fieldFrom.length) {
            fieldFrom = Arrays.copyOf(fieldFrom, 2 * n);
            fieldTo = Arrays.copyOf(fieldTo, 2 * n);
        }
        fieldFrom[n] = first;
        fieldTo[n] = end;
    }

    static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    /** The first byte below a blank in [at, end), or the end: eight at a time. */
    static int control(byte[] bytes, int at, int end) {
        return below(bytes, at, end, ' ');
    }

    private static int below(byte[] bytes, int at, int end, int bound) {
        int k = at;
        for (; k + 8 <= end; k += 8) {
            long word = (long) LONGS.get(bytes, k);
            long found = (word - ONES * bound) & ~word & HIGH_BITS; // the lowest bit set is exact
            if (found != 0) {
                return k + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (k < end && (bytes[k] & 0xff) >= bound) {
            k++;
        }
        return k;
    }

    /** The first such character of ASCII in [at, end), or the end: eight at a time. */
    static int find(byte[] bytes, int at, int end, char sought) {
        int k = at;
        for (; k + 8 <= end; k += 8) {
            long word = (long) LONGS.get(bytes, k) ^ ONES * sought;
            long found = (word - ONES) & ~word & HIGH_BITS;
            if (found != 0) {
                return k + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (k < end && bytes[k] != sought) {
            k++;
        }
        return k;
    }
}
