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
    static final int PADDING = Math.max(Separators.PADDING, NumeralsTogether.PADDING);

    /** Every column may hold numbers. */
    static final long ALL_COLUMNS = -1;

    private static final int LAST_COLUMN = 63; // and all behind it
    private static final int PIECE = 1 << 15; // bytes looked through at a time, which stay near

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
    private final Numerals numerals;
    private int[] wanted = new int[64]; // fields of a piece that may be numbers

    // where a piece ended
    private int lineBegin;
    private int fieldBegin;
    private long asked; // columns from the next one on

    /** @param large whether its numbers are read together, which is faster once that is compiled */
    LineBlock(boolean large) {
        numerals = large ? new NumeralsTogether(this) : new Numerals(this);
    }

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
        lineBegin = heldFrom;
        fieldBegin = heldFrom;
        asked = columns;
        for (int piece = heldFrom; piece < end && wrong < 0; piece += PIECE) {
            separators.find(bytes, piece, Math.min(piece + PIECE, end), separator == NOTHING ? '\n' : separator);
            if (separator == NOTHING) {
                lines();
            } else {
                fields();
            }
        }
    }

    private void lines() {
        for (int k = 0; k < separators.count; k++) {
            int end = separators.at[k];
            if (bytes[end] == '\n') {
                endLine(lineBegin, end, 0);
                lineBegin = end + 1;
            } else if (!isBlank(bytes[end])) {
                wrong = end;
                return;
            }
        }
    }

    private void fields() {
        reserve(fields + separators.count, separators.count);
        // as locals, which the compiler need not load again for each field
        var text = bytes;
        var ends = separators.at;
        var firsts = fieldFrom;
        var lasts = fieldTo;
        var numbers = wanted;
        boolean words = separator == BLANKS;
        int begin = fieldBegin;
        int field = fields;
        int count = 0; // of those wanted
        long now = asked;
        int n = separators.count;
        for (int k = 0; k < n; k++) {
            int end = ends[k];
            byte b = text[end];
            if (b == separator || b == '\n' || (words && isBlank(b))) {
                int first = begin;
                int last = end;
                if (!words) {
                    while (first < last && isBlank(text[first])) {
                        first++;
                    }
                    while (last > first && isBlank(text[last - 1])) {
                        last--;
                    }
                    quoted |= text[first] == '"';
                }
                if (!words || last > first) {
                    firsts[field] = first;
                    lasts[field] = last;
                    numbers[count] = field;
                    count += (int) (now & 1);
                    now >>= 1;
                    field++;
                }
                begin = end + 1;
                if (b == '\n') {
                    endLine(lineBegin, end, field);
                    lineBegin = begin;
                    now = columns;
                }
            } else if (b >= 0 && b < ' ' && !isBlank(b)) {
                wrong = end;
                break;
            }
        }
        Arrays.fill(number, fields, field, Double.NaN);
        fields = field;
        fieldBegin = begin;
        asked = now;
        numerals.read(wanted, count);
    }

    private void reserve(int all, int more) {
        if (all > fieldFrom.length) {
            int size = Math.max(all, 2 * fieldFrom.length);
            fieldFrom = Arrays.copyOf(fieldFrom, size);
            fieldTo = Arrays.copyOf(fieldTo, size);
            number = Arrays.copyOf(number, size);
        }
        if (more >= wanted.length) {
            wanted = new int[2 * more];
        }
    }

    /** Ends the line that begins and ends here. */
    private void endLine(int begin, int end, int nextField) {
        if (lines == from.length) {
            from = Arrays.copyOf(from, 2 * lines);
            to = Arrays.copyOf(to, 2 * lines);
            firstField = Arrays.copyOf(firstField, 2 * lines + 1);
        }
        from[lines] = begin;
        to[lines] = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        lines++;
        firstField[lines] = nextField;
    }

    /** Within a line. */
    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == '\f');
    }
}
