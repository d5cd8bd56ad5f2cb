package org.mclnn.io;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some whole lines of a file, the fields in them, and what these are as numbers; used again when they have been read. */
final class LineBlock {
    /** Fields stand between blanks. */
    static final char BLANKS = ' ';

    /** Fields are not sought. */
    static final char NOTHING = 0;

    /** Bytes that are there behind the last line. */
    static final int PADDING = Math.max(Separators.PADDING, Numeral.PADDING);

    /** Every column may hold numbers. */
    static final long ALL_COLUMNS = -1;

    private static final int LAST_COLUMN = 63; // and all behind it

    byte[] bytes = new byte[4096];
    int lines;
    int[] from = new int[64]; // of each line
    int[] to = new int[64];
    char separator = NOTHING;
    private long columns = ALL_COLUMNS;
    boolean quoted; // whether a field begins with a quote
    int wrong = -1; // where the first byte is that is no text; -1: nowhere
    int[] firstField = new int[65]; // of each line, and of the one behind the last
    int[] fieldFrom = new int[512];
    int[] fieldTo = new int[512];
    double[] number = new double[512]; // what each field is; NaN: none, too long to be sure, or not asked for
    private int heldFrom;
    private int heldTo;
    private int fields;
    private final Separators separators = new Separators();

    /** These columns, counted from 0; passes over those below 0. */
    static long columns(int[]... some) {
        return Stream.of(some)
                .flatMapToInt(IntStream::of)
                .filter(column -> column >= 0)
                .mapToLong(column -> 1L << Math.min(column, LAST_COLUMN))
                .reduce(0, (a, b) -> a | b);
    }

    /**
     * Forgets all lines.
     *
     * @param newColumns of which numbers are made
     */
    void clear(char newSeparator, long newColumns) {
        lines = 0;
        fields = 0;
        heldFrom = 0;
        heldTo = 0;
        quoted = false;
        wrong = -1;
        separator = newSeparator;
        columns = newColumns;
    }

    /** Its lines are the bytes in [begin, end), the last one ended by its line feed or by one that is put at the end. */
    void hold(int begin, int end) {
        heldFrom = begin;
        heldTo = end;
    }

    /** Finds the lines and fields. */
    void find() {
        if (heldFrom == heldTo) {
            return;
        }
        int end = bytes[heldTo - 1] == '\n' ? heldTo : heldTo + 1;
        bytes[heldTo] = '\n';
        separators.find(bytes, heldFrom, end, separator == NOTHING ? '\n' : separator);
        if (separator == NOTHING) {
            lines();
        } else {
            fields();
        }
    }

    private void lines() {
        int begin = heldFrom;
        for (int k = 0; k < separators.count; k++) {
            int end = separators.at[k];
            if (bytes[end] == '\n') {
                endLine(begin, end);
                begin = end + 1;
            } else if (!isBlank(bytes[end])) {
                wrong = end;
                return;
            }
        }
    }

    private void fields() {
        boolean words = separator == BLANKS;
        int line = heldFrom;
        int begin = heldFrom;
        for (int k = 0; k < separators.count; k++) {
            int end = separators.at[k];
            byte b = bytes[end];
            if (b == separator || b == '\n' || (words && isBlank(b))) {
                if (!words) {
                    trimmed(begin, end);
                } else if (end > begin) {
                    field(begin, end);
                }
                begin = end + 1;
                if (b == '\n') {
                    endLine(line, end);
                    line = begin;
                }
            } else if (b >= 0 && b < ' ' && !isBlank(b)) {
                wrong = end;
                return;
            }
        }
    }

    /** A field without the blanks around it. */
    private void trimmed(int begin, int end) {
        int first = begin;
        while (first < end && isBlank(bytes[first])) {
            first++;
        }
        int last = end;
        while (last > first && isBlank(bytes[last - 1])) {
            last--;
        }
        quoted |= bytes[first] == '"';
        field(first, last);
    }

    /** Ends the line that begins and ends here; gives where the next one begins. */
    private void endLine(int begin, int end) {
        if (lines == from.length) {
            from = Arrays.copyOf(from, 2 * lines);
            to = Arrays.copyOf(to, 2 * lines);
            firstField = Arrays.copyOf(firstField, 2 * lines + 1);
        }
        from[lines] = begin;
        to[lines] = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        lines++;
        firstField[lines] = fields;
    }

    private void field(int first, int end) {
        if (fields == fieldFrom.length) {
            fieldFrom = Arrays.copyOf(fieldFrom, 2 * fields);
            fieldTo = Arrays.copyOf(fieldTo, 2 * fields);
            number = Arrays.copyOf(number, 2 * fields);
        }
        fieldFrom[fields] = first;
        fieldTo[fields] = end;
        int column = Math.min(fields - firstField[lines], LAST_COLUMN);
        boolean asked = (columns >>> column & 1) != 0;
        number[fields++] = asked ? Numeral.of(bytes, first, end) : Double.NaN;
    }

    /** Within a line. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\f';
    }
}
