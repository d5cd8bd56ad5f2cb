package org.mclnn.io;

import static org.mclnn.io.EightBytes.HIGH_BITS;
import static org.mclnn.io.EightBytes.ONES;

/**
 * {@value #ROOM} numbers at a time, step by step: a minus or none, then up to {@value #DIGITS} digits with a point among them before the
 * eighth. Digits are joined as D. Lemire does (Software: Practice and Experience 51:1700, 2021). All loops but those of {@link #take},
 * {@link #multiply} and {@link #put} have so few operations, and no branch, that the compiler makes vector instructions of them. Other
 * numbers are left to {@link Numeral}.
 */
final class NumeralsTogether extends Numerals {
    /** Bytes that are there behind the first of a number. */
    static final int PADDING = 24;

    private static final int ROOM = 256;
    private static final int MOST = 20; // characters, the point among them
    private static final int DIGITS = 19;
    private static final long ZEROS = ONES * '0'; // characters
    private static final long POINTS = ONES * ('.' ^ '0'); // likewise, less those of zeros
    private static final long NO_DIGIT = ONES * (0x80 - 10); // what is 10 or more reaches the high bit of its byte
    private static final long PLACES = 0x78797A7B7C7D7E7FL; // of bytes, each from 0x7F down
    private static final long ONLY_SIGN = Long.MIN_VALUE;

    // of each number
    private final long[] head = new long[ROOM]; // characters 1 to 8; their 7 digits; all digits; the double
    private final long[] next = new long[ROOM]; // characters 9 to 16; as a number; the double's exponent
    private final long[] last = new long[ROOM]; // characters 17 to 24; 4 as a number; low half of the product
    private final long[] length = new long[ROOM]; // characters without the sign; likewise in each byte
    private final long[] minus = new long[ROOM]; // 1 or 0
    private final long[] point = new long[ROOM]; // high bits, the lowest one where the point is
    private final long[] wrong = new long[ROOM]; // 0: none of this is for another to decide

    NumeralsTogether(LineBlock block) {
        super(block);
    }

    @Override
    void read(int[] fields, int n) {
        for (int done = 0; done < n; done += ROOM) {
            int count = Math.min(n - done, ROOM);
            take(block, fields, done, count, head, next, last, length);
            signs(head, length, minus, wrong, count);
            inEachByte(length, count);
            keep(head, next, minus, length, PLACES, count);
            keep(next, last, minus, length, PLACES - 8 * ONES, count);
            keep(last, last, minus, length, PLACES - 16 * ONES, count);
            points(head, point, count);
            check(head, next, last, point, wrong, count);
            joinEight(head, count);
            joinEight(next, count);
            joinFour(last, count);
            join(head, next, last, count);
            multiply(head, point, next, last, count);
            checkRounding(head, last, wrong, count);
            round(head, next, minus, count);
            put(block, fields, done, count, head, wrong);
        }
    }

    private static void take(
            LineBlock block, int[] fields, int done, int count, long[] head, long[] next, long[] last, long[] length) {
        var bytes = block.bytes;
        var from = block.fieldFrom;
        var to = block.fieldTo;
        for (int n = 0; n < count; n++) {
            int k = fields[done + n];
            int begin = from[k];
            head[n] = EightBytes.at(bytes, begin);
            next[n] = EightBytes.at(bytes, begin + 8);
            last[n] = EightBytes.at(bytes, begin + 16);
            length[n] = (long) to[k] - begin;
        }
    }

    private static void signs(long[] head, long[] length, long[] minus, long[] wrong, int count) {
        for (int n = 0; n < count; n++) {
            long sign = (((head[n] & 0xFF) ^ '-') - 1) >>> 63;
            long characters = length[n] - sign;
            minus[n] = sign;
            length[n] = characters;
            wrong[n] = MOST - characters; // below 0 where there are more
        }
    }

    private static void inEachByte(long[] length, int count) {
        for (int n = 0; n < count; n++) {
            long pair = length[n] | length[n] << 8;
            long four = pair | pair << 16;
            length[n] = four | four << 32;
        }
    }

    /** Leaves the sign away and keeps the bytes that belong to the number, with zeros behind them. */
    private static void keep(long[] word, long[] after, long[] minus, long[] length, long places, int count) {
        for (int n = 0; n < count; n++) {
            long all = word[n];
            long there = (length[n] + places) & HIGH_BITS;
            word[n] =
                    (all ^ ((all ^ (all >>> 8 | after[n] << 56)) & -minus[n]) ^ ZEROS) & ((there << 1) - (there >>> 7));
        }
    }

    /** Moves what is before the point to its place, so that a zero and seven digits are left. */
    private static void points(long[] head, long[] point, int count) {
        for (int n = 0; n < count; n++) {
            long word = head[n];
            long others = word ^ POINTS;
            long points = (others - ONES) & ~others & HIGH_BITS;
            point[n] = points;
            head[n] = word ^ ((word ^ (word << 8)) & (points ^ (points - 1)));
        }
    }

    /** Whether there is a point, all else are digits, and not too many. */
    private static void check(long[] head, long[] next, long[] last, long[] point, long[] wrong, int count) {
        for (int n = 0; n < count; n++) {
            long first = head[n];
            long second = next[n];
            long third = last[n];
            long noDigits = (first + NO_DIGIT | first) | (second + NO_DIGIT | second) | (third + NO_DIGIT | third);
            wrong[n] = (noDigits & HIGH_BITS) | ((wrong[n] | point[n] - 1) & ONLY_SIGN);
        }
    }

    /** The number whose digits eight bytes are, the lowest the first: pairs, then fours, then all. Shifts, for want of a product in AVX2. */
    private static void joinEight(long[] digits, int count) {
        for (int n = 0; n < count; n++) {
            long word = digits[n];
            long pairs = ((word << 3) + (word << 1) + (word >>> 8)) & 0x00FF00FF00FF00FFL;
            long fours = ((pairs << 6) + (pairs << 5) + (pairs << 2) + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
            digits[n] = ((fours << 13) + (fours << 11) - (fours << 8) + (fours << 4) + (fours >>> 32)) & 0xFFFFFFFFL;
        }
    }

    private static void joinFour(long[] digits, int count) {
        for (int n = 0; n < count; n++) {
            long word = digits[n];
            long pairs = ((word << 3) + (word << 1) + (word >>> 8)) & 0x00FF00FFL;
            digits[n] = ((pairs << 6) + (pairs << 5) + (pairs << 2) + (pairs >>> 16)) & 0xFFFFL;
        }
    }

    /** All {@value #DIGITS} digits, without sign. */
    private static void join(long[] head, long[] next, long[] last, int count) {
        for (int n = 0; n < count; n++) {
            head[n] = head[n] * 1_000_000_000_000L + next[n] * 10_000L + last[n];
        }
    }

    /** Digits times the power of ten, in 128 bits: {@link Decimal#of}. */
    private static void multiply(long[] head, long[] point, long[] exponent, long[] low, int count) {
        for (int n = 0; n < count; n++) {
            int row = Decimal.row((Long.numberOfTrailingZeros(point[n]) >>> 3) - DIGITS);
            int zeros = Long.numberOfLeadingZeros(head[n]);
            long w = head[n] << zeros;
            long factor = Decimal.FACTOR[row];
            head[n] = Math.multiplyHigh(w, factor) + w + factor; // as numbers without sign
            low[n] = w * factor;
            exponent[n] = Decimal.EXPONENT[row] - zeros;
        }
    }

    private static void checkRounding(long[] high, long[] low, long[] wrong, int count) {
        for (int n = 0; n < count; n++) {
            wrong[n] |= ((high[n] & 0x1FF) + 1 & 0x200) | ((low[n] >>> 1) - 1 & ONLY_SIGN);
        }
    }

    private static void round(long[] high, long[] exponent, long[] minus, int count) {
        for (int n = 0; n < count; n++) {
            long top = high[n] >>> 63;
            long most = high[n] >>> 9;
            long mantissa = most ^ ((most ^ (most >>> 1)) & -top); // 54 bits
            high[n] = ((exponent[n] + top + (minus[n] << 11)) << 52) + ((mantissa + (mantissa & 1)) >>> 1);
        }
    }

    private static void put(LineBlock block, int[] fields, int done, int count, long[] bits, long[] wrong) {
        var number = block.number;
        for (int n = 0; n < count; n++) {
            int k = fields[done + n];
            number[k] = wrong[n] == 0 ? Double.longBitsToDouble(bits[n]) : of(block, k);
        }
    }
}
