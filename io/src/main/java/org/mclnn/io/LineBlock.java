package org.mclnn.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    byte[] bytes = new byte[4096];
    int lines;
    int[] from = new int[64]; // of each line
    int[] to = new int[64];
    char separator = NOTHING;
    long columns = ALL_COLUMNS;
    boolean quoted; // whether a field begins with a quote
    int wrong = -1; // where the first byte is that is no text; -1: nowhere
    int[] firstField = new int[65]; // of each line, and of the one behind the last
    int fields;
    int[] fieldFrom = new int[512];
    int[] fieldTo = new int[512];
    double[] number = new double[512]; // what each field is; NaN: none, too long to be sure, or not asked for
    private long begin; // in the file
    private int planned; // bytes
    private int heldFrom;
    private int heldTo;
    private final FieldFinder finder;

    /** @param large whether its numbers are read together, which is faster once that is compiled */
    LineBlock(boolean large) {
        finder = new FieldFinder(this, large);
    }

    /** These columns, counted from 0; passes over those below 0. */
    static long columns(int[]... some) {
        return Stream.of(some)
                .flatMapToInt(IntStream::of)
                .filter(column -> column >= 0)
                .mapToLong(column -> 1L << Math.min(column, LAST_COLUMN))
                .reduce(0, (a, b) -> a | b);
    }

    /** Whether a column, counted from 0, is one of those of which numbers are made. */
    boolean isNumbered(int column) {
        return (columns >>> Math.min(column, LAST_COLUMN) & 1) == 1;
    }

    /**
     * Forgets all lines.
     *
     * @param newColumns of which numbers are made
     */
    void clear(char newSeparator, long newColumns) {
        lines = 0;
        fields = 0;
        plan(0, 0);
        hold(0, 0);
        quoted = false;
        wrong = -1;
        separator = newSeparator;
        columns = newColumns;
    }

    /** Its lines are to be read from here in the file. */
    void plan(long from, int length) {
        begin = from;
        planned = length;
    }

    long begin() {
        return begin;
    }

    int planned() {
        return planned;
    }

    /** Its lines are the bytes in [begin, end), the last one ended by its line feed or by one that is put at the end. */
    void hold(int begin, int end) {
        heldFrom = begin;
        heldTo = end;
    }

    /** Its fields are these, which are on no line. */
    void hold(List<String> values) {
        clear(NOTHING, 0);
        reserve(values.size());
        bytes = String.join("", values).getBytes(StandardCharsets.UTF_8);
        int end = 0;
        for (var value : values) {
            fieldFrom[fields] = end;
            end += value.getBytes(StandardCharsets.UTF_8).length;
            fieldTo[fields] = end;
            number[fields++] = Double.NaN;
        }
    }

    /** Finds the lines and fields. */
    void find() {
        if (heldFrom < heldTo) {
            finder.find(heldFrom, heldTo);
        }
    }

    /** Makes room for more fields. */
    void reserve(int more) {
        int all = fields + more;
        if (all > fieldFrom.length) {
            int size = Math.max(all, 2 * fieldFrom.length);
            fieldFrom = Arrays.copyOf(fieldFrom, size);
            fieldTo = Arrays.copyOf(fieldTo, size);
            number = Arrays.copyOf(number, size);
        }
    }

    /**
     * Ends the line that begins and ends here, with the fields that there are by now.
     *
     * @return how many it has
     */
    int endLine(int begin, int end) {
        if (lines == from.length) {
            from = Arrays.copyOf(from, 2 * lines);
            to = Arrays.copyOf(to, 2 * lines);
            firstField = Arrays.copyOf(firstField, 2 * lines + 1);
        }
        from[lines] = begin;
        to[lines] = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
        lines++;
        firstField[lines] = fields;
        return fields - firstField[lines - 1];
    }

    /** Within a line. */
    static boolean isBlank(byte b) {
        return b <= ' ' && (b == ' ' || b == '\t' || b == '\r' || b == '\f');
    }
}
