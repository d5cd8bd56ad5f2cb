package org.mclnn.io;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** The fields of a line; reused from line to line. */
final class Fields {
    private final LineBlock own = new LineBlock(false);
    private LineBlock block = own; // which has them
    private int first; // field of the line in the block
    private int count;

    /** Between blanks. */
    Fields split(TextLines line) {
        return split(line, LineBlock.BLANKS);
    }

    /** Between delimiters, without the blanks around; nothing is quoted. */
    Fields split(TextLines line, char separator) {
        var read = line.block();
        if (read.separator == separator) {
            take(read, line.lineInBlock());
        } else {
            split(read.bytes, line.from(), line.to(), separator);
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

    private void take(LineBlock from, int line) {
        block = from;
        first = from.firstField[line];
        count = from.firstField[line + 1] - first;
    }

    /** These. */
    Fields of(List<String> values) {
        own.hold(values);
        block = own;
        first = 0;
        count = values.size();
        return this;
    }

    int count() {
        return count;
    }

    /** Whether one of the fields between separators begins with a quote. */
    boolean hasQuotes() {
        for (int k = first; block.quoted && k < first + count; k++) {
            if (block.fieldFrom[k] < block.fieldTo[k] && block.bytes[block.fieldFrom[k]] == '"') {
                return true;
            }
        }
        return false;
    }

    /** Field k, counted from 0. */
    String text(int k) {
        return TextLines.decoded(block.bytes, block.fieldFrom[first + k], block.fieldTo[first + k]);
    }

    /** The number of field k, counted from 0, among words. */
    int word(int k, Words words) {
        return words.number(block.bytes, block.fieldFrom[first + k], block.fieldTo[first + k]);
    }

    /** Whether field k, counted from 0, is a number. */
    boolean isNumber(int k) {
        return Double.isFinite(block.number[first + k]) || Double.isFinite(parse(text(k)));
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
        double value = block.number[first + k];
        return Double.isFinite(value) ? value : cursor.number(text(k), k + 1, name);
    }

    /**
     * Some fields, counted from 0, as finite numbers.
     *
     * @param name what a field is called, by its number
     */
    void numbers(int[] some, double[] to, IntFunction<String> name, Cursor cursor) throws InputException {
        double noNumber = 0.0; // not 0 once one is not finite
        for (int k = 0; k < some.length; k++) {
            double value = block.number[first + some[k]];
            to[k] = value;
            noNumber += 0.0 * value;
        }
        if (noNumber != 0.0) {
            for (int k = 0; k < some.length; k++) {
                to[k] = number(some[k], name.apply(some[k]), cursor);
            }
        }
    }

    /** Field k, counted from 0, as a whole number. */
    long whole(int k, String name, Cursor cursor) throws InputException {
        var bytes = block.bytes;
        int start = block.fieldFrom[first + k];
        int end = block.fieldTo[first + k];
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
        double mass = block.number[first + k];
        return mass > 0.0 ? mass : cursor.mass(text(k), k + 1);
    }

    /** The number among words of field k, counted from 0, a whole number: 007 is the word 7. */
    int wholeWord(int k, Words words, String name, Cursor cursor) throws InputException {
        var bytes = block.bytes;
        int start = block.fieldFrom[first + k];
        int end = block.fieldTo[first + k];
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
