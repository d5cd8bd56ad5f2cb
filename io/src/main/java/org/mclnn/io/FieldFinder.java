package org.mclnn.io;

import java.util.Arrays;

/** Finds the lines of a {@link LineBlock}, the fields in them, and what these are as numbers. */
final class FieldFinder {
    private static final int PIECE = 1 << 15; // bytes looked through at a time, which stay near

    private final LineBlock block;
    private final Separators separators = new Separators();
    private final SimilarLines similar;
    private final Numerals numerals;
    private int[] wanted = new int[64]; // fields of a piece that may be numbers
    private int wantedCount;

    // where a piece ended
    private int lineBegin;
    private int fieldBegin;
    private long asked; // columns from the next one on
    private boolean even; // whether all bytes of the line so far are fields and single separators

    /** @param large as {@link LineBlock#LineBlock(boolean)} takes it */
    FieldFinder(LineBlock block, boolean large) {
        this.block = block;
        similar = new SimilarLines(block);
        numerals = large ? new NumeralsTogether(block) : new Numerals(block);
    }

    /** Finds what is in [from, to) of the block; what ends the last line is put at the end where it is not there. */
    void find(int from, int to) {
        var bytes = block.bytes;
        int end = bytes[to - 1] == '\n' ? to : to + 1;
        bytes[to] = '\n';
        lineBegin = from;
        fieldBegin = from;
        asked = block.columns;
        even = true;
        similar.forget();
        for (int piece = from; piece < end && block.wrong < 0; piece += PIECE) {
            char separator = block.separator == LineBlock.NOTHING ? '\n' : block.separator;
            separators.find(bytes, piece, Math.min(piece + PIECE, end), separator);
            if (block.separator == LineBlock.NOTHING) {
                lines();
            } else {
                fields();
            }
        }
    }

    private void lines() {
        var bytes = block.bytes;
        for (int k = 0; k < separators.count; k++) {
            int end = separators.at[k];
            if (bytes[end] == '\n') {
                block.endLine(lineBegin, end);
                lineBegin = end + 1;
            } else if (!LineBlock.isBlank(bytes[end])) {
                block.wrong = end;
                return;
            }
        }
    }

    private void fields() {
        int n = separators.count;
        if (n >= wanted.length) {
            wanted = new int[2 * n];
        }
        block.reserve(n);
        Arrays.fill(block.number, block.fields, block.fields + n, Double.NaN);
        wantedCount = 0;
        for (int k = 0; k < n && block.wrong < 0; ) {
            int some = fieldBegin == lineBegin ? similar.count(separators.at, k, n, lineBegin) : 0;
            k = some > 0 ? similarLines(k, some) : line(k, n);
        }
        numerals.read(wanted, wantedCount);
    }

    /** Takes so many lines from the k-th separator on; returns the number of the separator behind. */
    private int similarLines(int k, int some) {
        wantedCount = similar.wanted(some, wanted, wantedCount);
        int width = similar.width();
        int at = k;
        for (int line = 0; line < some; line++) {
            at += width;
            int end = separators.at[at - 1];
            block.fields += width;
            block.endLine(lineBegin, end);
            lineBegin = end + 1;
        }
        fieldBegin = lineBegin;
        return at;
    }

    /** Takes the fields from the k-th separator to the end of the line, or of the piece; returns the number of the separator behind. */
    private int line(int k, int n) {
        // as locals, which the compiler need not load again for each field
        var bytes = block.bytes;
        var ends = separators.at;
        char separator = block.separator;
        boolean words = separator == LineBlock.BLANKS;
        int begin = fieldBegin;
        int field = block.fields;
        int count = wantedCount;
        long now = asked;
        boolean single = even;
        boolean ended = false;
        int at = k;
        while (at < n && !ended) {
            int end = ends[at++];
            byte b = bytes[end];
            if (b == separator || b == '\n' || (words && LineBlock.isBlank(b))) {
                int first = begin;
                int last = end;
                if (!words) {
                    while (first < last && LineBlock.isBlank(bytes[first])) {
                        first++;
                    }
                    while (last > first && LineBlock.isBlank(bytes[last - 1])) {
                        last--;
                    }
                    block.quoted |= bytes[first] == '"';
                }
                single &= first == begin && last == end && (last > first || !words);
                if (!words || last > first) {
                    block.fieldFrom[field] = first;
                    block.fieldTo[field] = last;
                    wanted[count] = field;
                    count += (int) (now & 1);
                    now >>= 1;
                    field++;
                }
                begin = end + 1;
                ended = b == '\n';
            } else {
                single = false;
                if (b >= 0 && b < ' ' && !LineBlock.isBlank(b)) {
                    block.wrong = end;
                    break;
                }
            }
        }
        block.fields = field;
        fieldBegin = begin;
        wantedCount = count;
        asked = now;
        even = single;
        if (ended) {
            endLine(begin - 1);
        }
        return at;
    }

    private void endLine(int end) {
        int width = block.endLine(lineBegin, end);
        similar.follow(even ? width : 0);
        lineBegin = end + 1;
        asked = block.columns;
        even = true;
    }
}
