package org.mclnn.io;

import static org.mclnn.io.EightBytes.HIGH_BITS;
import static org.mclnn.io.EightBytes.ONES;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where fields and lines may end, found for 64 bytes at a time as G. Langdale and D. Lemire do (VLDB Journal 28:941, 2019). Loops over
 * words are plain enough for the compiler to make vector instructions of them.
 */
final class Separators {
    /** Bytes that are there behind the last one. */
    static final int PADDING = 64;

    private static final int USUAL = 6; // of 64 bytes

    /** The places, in order. */
    int[] at = new int[0];

    int count;
    private long[] words = new long[0]; // the bytes; then in the lowest bits of each word which of its bytes are wanted

    /**
     * Finds all bytes in [begin, end) that are this character or come before a blank; with them others that come before a minus, where
     * that is sooner.
     */
    void find(byte[] bytes, int begin, int end, char separator) {
        boolean low = separator < '-';
        long add = ONES * (0x80 - (low ? Math.max(separator + 1, ' ') : ' '));
        int size = (end - begin + 63) / 64 * 8;
        reserve(size);
        ByteBuffer.wrap(bytes, begin, 8 * size)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asLongBuffer()
                .get(words, 0, size);
        if (low) {
            below(words, add, size);
        } else {
            belowOrSame(words, add, ONES * separator, size);
        }
        lowest(words, size);
        int found = 0;
        for (int k = 0; k < size; k += 8) {
            int start = begin + 8 * k;
            long all = joined(words, k);
            found = take(end - start < 64 ? all & ~(-1L << (end - start)) : all, start, at, found);
        }
        count = found;
    }

    private void reserve(int size) {
        if (words.length < size) {
            words = new long[size];
            at = new int[8 * size + USUAL];
        }
    }

    /** The high bits of those bytes that are below a bound, 0x80 less what is to add. */
    private static void below(long[] words, long add, int size) {
        for (int k = 0; k < size; k++) {
            long word = words[k];
            words[k] = ~((word & ~HIGH_BITS) + add | word) & HIGH_BITS;
        }
    }

    /** The high bits of those bytes that are below a bound, or the same as others. */
    private static void belowOrSame(long[] words, long add, long same, int size) {
        for (int k = 0; k < size; k++) {
            long word = words[k];
            long other = word ^ same;
            long neither = ((word & ~HIGH_BITS) + add | word) & ((other & ~HIGH_BITS) + ~HIGH_BITS | other);
            words[k] = ~neither & HIGH_BITS;
        }
    }

    /** High bits as the lowest eight. */
    private static void lowest(long[] words, int size) {
        for (int k = 0; k < size; k++) {
            long two = words[k] >>> 7 | words[k] >>> 14;
            long four = two | two >>> 14;
            words[k] = (four | four >>> 28) & 0xFF;
        }
    }

    private static long joined(long[] words, int k) {
        return words[k]
                | words[k + 1] << 8
                | words[k + 2] << 16
                | words[k + 3] << 24
                | words[k + 4] << 32
                | words[k + 5] << 40
                | words[k + 6] << 48
                | words[k + 7] << 56;
    }

    /**
     * Takes the usual number of places without a question, which would be answered wrongly half of the time.
     *
     * @param count places so far
     * @return with these
     */
    private static int take(long all, int start, int[] to, int count) {
        int next = count + Long.bitCount(all);
        long found = all;
        for (int k = 0; k < USUAL; k++) {
            to[count + k] = start + Long.numberOfTrailingZeros(found);
            found &= found - 1;
        }
        for (int k = count + USUAL; k < next; k++) {
            to[k] = start + Long.numberOfTrailingZeros(found);
            found &= found - 1;
        }
        return next;
    }
}
