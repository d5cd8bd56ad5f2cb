package org.mclnn.io;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fields of a line; reused from line to line. */
final class Fields {
    private final LineBlock own = new LineBlock(false);
    private byte[] bytes = own.bytes;
    private int[] from = own.fieldFrom;
    private int[] to = own.fieldTo;
    private double[] number = own.number;
    private int first; // field of the line in these arrays
    private int count;
    private boolean quoted;

    /** Between blanks. */
    Fields split(TextLines line) {
        return split(line, LineBlock.BLANKS);
    }

    /** Between delimiters, without the blanks around; nothing is quoted. */
    Fields split(TextLines line, char separator) {
        var block = line.block();
        if (block.separator == separator) {
            take(block, line.lineInBlock());
        } else {
            split(block.bytes, line.from(), line.to(), separator);
        }
        return this;
    }

    /** Between blanks. */
    Fields split(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        split(encoded, 0, encoded.length, LineBlock.BLANKS);
        return this;
    }

    private void split(byte[] line, int start, int end, char separator) {
        int length = end - start;
        if (own.bytes.length < length + LineBlock.PADDING) {
            own.bytes = new byte[2 * (length + LineBlock.PADDING)];
        }
        System.arraycopy(line, start, own.bytes, 0, length);
        own.clear(separator, LineBlock.ALL_COLUMNS);
        own.hold(0, length);
        own.find();
        if (own.lines == 0) {
            count = 0;
        } else {
            take(own, 0);
        }
    }

    private void take(LineBlock block, int line) {
        bytes = block.bytes;
        from = block.fieldFrom;
        to = block.fieldTo;
        number = block.number;
        first = block.firstField[line];
        count = block.firstField[line + 1] - first;
        quoted = block.quoted;
    }

    /** These. */
    Fields of(List<String> values) {
        bytes = String.join("", values).getBytes(StandardCharsets.UTF_8);
        from = new int[values.size()];
        to = new int[values.size()];
        number = new double[values.size()];
        int at = 0;
        for (int k = 0; k < from.length; k++) {
            from[k] = at;
            at += values.get(k).getBytes(StandardCharsets.UTF_8).length;
            to[k] = at;
            number[k] = parse(values.get(k));
        }
        first = 0;
        count = from.length;
        return this;
    }

    int count() {
        return count;
    }

    /** Whether one of the fields between separators begins with a quote. */
    boolean hasQuotes() {
        for (int k = first; quoted && k < first + count; k++) {
            if (from[k] < to[k] && bytes[from[k]] == '"') {
                return true;
            }
        }
        return false;
    }

    /** Field k, counted from 0. */
    String text(int k) {
        return TextLines.decoded(bytes, from[first + k], to[first + k]);
    }

    /** The number of field k, counted from 0, among words. */
    int word(int k, Words words) {
        return words.number(bytes, from[first + k], to[first + k]);
    }

    /** Whether field k, counted from 0, is a number. */
    boolean isNumber(int k) {
        return Double.isFinite(number[first + k]) || Double.isFinite(parse(text(k)));
    }

    private static double parse(String text) {
        try {
            return Cursor.isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Field k, counted from 0, as a finite number. */
    double number(int k, String name, Cursor cursor) throws InputException {
        double value = number[first + k];
        return Double.isFinite(value) ? value : cursor.number(text(k), k + 1, name);
    }

    /** Field k, counted from 0, as a finite number; what it is called stands in the k-th place of some names. */
    double number(int k, List<String> names, Cursor cursor) throws InputException {
        double value = number[first + k];
        return Double.isFinite(value) ? value : number(k, names.get(k), cursor);
    }

    /** Field k, counted from 0, as a whole number. */
    long whole(int k, String name, Cursor cursor) throws InputException {
        int start = from[first + k];
        int end = to[first + k];
        int length = end - start;
        long value = 0;
        boolean digits = length > 0 && length <= 18;
        for (int c = start; digits && c < end; c++) {
            digits = bytes[c] >= '0' && bytes[c] <= '9';
            value = 10 * value + bytes[c] - '0';
        }
        return digits ? value : cursor.whole(text(k), k + 1, name);
    }

    /** Field k, counted from 0, as a mass. */
    double mass(int k, Cursor cursor) throws InputException {
        double mass = number[first + k];
        return mass > 0.0 ? mass : cursor.mass(text(k), k + 1);
    }

    /** The number among words of field k, counted from 0, a whole number: 007 is the word 7. */
    int wholeWord(int k, Words words, String name, Cursor cursor) throws InputException {
        int start = from[first + k];
        int end = to[first + k];
        int expected = words.expected(bytes, start, end); // and whole like all of them
        if (expected != Words.NONE) {
            return expected;
        }
        int length = end - start;
        boolean plain = length > 0 && length <= 18 && bytes[start] >= '1';
        for (int c = start; plain && c < end; c++) {
            plain = bytes[c] >= '0' && bytes[c] <= '9';
        }
        return plain ? word(k, words) : words.number(Long.toString(cursor.whole(text(k), k + 1, name)));
    }
}
