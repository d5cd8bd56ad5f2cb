package org.mclnn.io;

import static org.mclnn.io.EightBytes.HIGH_BITS;
import static org.mclnn.io.EightBytes.ONES;

import java.util.Arrays;

/** Where fields and lines may end, found for 64 bytes at a time as G. Langdale and D. Lemire do (VLDB Journal 28:941, 2019). */
final class Separators {
    /** Bytes that are there behind the last one. */
    static final int PADDING = 64;

    private static final int USUAL = 4; // of 64 bytes

    /** The places, in order. */
    int[] at = new int[1024];

    int count;

    /**
     * Finds all bytes in [begin, end) that are this character or come before a blank; with them others that come before a minus, where
     * that is sooner.
     */
    void find(byte[] bytes, int begin, int end, char separator) {
        boolean low = separator < '-';
        long add = ONES * (0x80 - (low ? Math.max(separator + 1, ' ') : ' '));
        long same = low ? -1 : ONES * separator;
        count = 0;
        for (int start = begin; start < end; start += 64) {
            if (at.length - count < 64) {
                at = Arrays.copyOf(at, 2 * at.length);
            }
            long found = 0;
            for (int k = 0; k < 64; k += 8) {
                long word = EightBytes.at(bytes, start + k);
                found |= bits(low ? below(word, add) : below(word, add) | equal(word, same)) << k;
            }
            if (end - start < 64) {
                found &= ~(-1L << (end - start));
            }
            take(found, start);
        }
    }

    /** Takes the usual number of places without a question, which would be answered wrongly half of the time. */
    private void take(long all, int start) {
        var to = at;
        int next = count + Long.bitCount(all);
        long found = all;
        for (int k = count; k < count + USUAL; k++) {
            to[k] = start + Long.numberOfTrailingZeros(found);
            found &= found - 1;
        }
        for (int k = count + USUAL; k < next; k++) {
            to[k] = start + Long.numberOfTrailingZeros(found);
            found &= found - 1;
        }
        count = next;
    }

    /** The high bits of those bytes that are below a bound, 0x80 less what is to add. */
    private static long below(long word, long add) {
        return ~((word & ~HIGH_BITS) + add | word) & HIGH_BITS;
    }

    /** The high bits of those bytes that are the same as others. */
    private static long equal(long word, long same) {
        long other = word ^ same;
        return ~((other & ~HIGH_BITS) + ~HIGH_BITS | other) & HIGH_BITS;
    }

    /** High bits as the lowest eight. */
    private static long bits(long high) {
        return ((high >>> 7) * 0x0102040810204080L) >>> 56;
    }
}
