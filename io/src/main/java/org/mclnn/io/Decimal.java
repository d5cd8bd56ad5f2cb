package org.mclnn.io;

import java.math.BigInteger;

/**
 * The double nearest to digits times a power of ten, after D. Lemire, Number parsing at a gigabyte per second, Software: Practice and
 * Experience 51 (2021) 1700: the digits times the power in 128 bits decide in all but very few cases, which are left to the JDK.
 */
final class Decimal {
    /** The value where it is not decided here. */
    static final double UNDECIDED = Double.NaN;

    /** Digits that a long holds, whatever they are. */
    static final int MOST_DIGITS = 18;

    private static final int MOST_EXPONENT = 60;

    /** The first 64 bits of 5^q, by the row of the exponent q. */
    static final long[] FACTOR = new long[2 * MOST_EXPONENT + 1];

    /** The exponent of a double, by the row: that of 10^q, and what 64 bits as a number between 1 and 2 add to it. */
    static final long[] EXPONENT = new long[2 * MOST_EXPONENT + 1];

    private static final long[] MORE = new long[2 * MOST_EXPONENT + 1]; // the 64 bits after those of the factor

    static {
        for (int q = -MOST_EXPONENT; q <= MOST_EXPONENT; q++) {
            var power = BigInteger.valueOf(5).pow(Math.abs(q));
            // of a reciprocal so many bits that 128 are left, rounded up
            var bits = q < 0
                    ? BigInteger.ONE
                            .shiftLeft(power.bitLength() + 127)
                            .divide(power)
                            .add(BigInteger.ONE)
                    : power;
            var first = bits.bitLength() > 128
                    ? bits.shiftRight(bits.bitLength() - 128)
                    : bits.shiftLeft(128 - bits.bitLength());
            FACTOR[row(q)] = first.shiftRight(64).longValue();
            MORE[row(q)] = first.longValue();
            EXPONENT[row(q)] = ((217706L * q) >> 16) + 62 + 1023; // floor(log2(10^q)), exact for these
        }
    }

    private Decimal() {}

    /** Of the tables, for an exponent of ten. */
    static int row(int exponent) {
        return exponent + MOST_EXPONENT;
    }

    /**
     * Digits times ten to the exponent, correctly rounded.
     *
     * @param digits at most {@value #MOST_DIGITS}, not negative
     */
    static double of(long digits, int exponent) {
        if (digits == 0) {
            return 0.0;
        }
        if (exponent < -MOST_EXPONENT || exponent > MOST_EXPONENT) {
            return UNDECIDED;
        }
        int zeros = Long.numberOfLeadingZeros(digits);
        long w = digits << zeros;
        long factor = FACTOR[row(exponent)];
        long high = Math.multiplyHigh(w, factor) + w + factor; // as numbers without sign
        long low = w * factor;
        if ((high & 0x1FF) == 0x1FF || (low & -2) == 0) {
            return careful(w, high, low, exponent, zeros);
        }
        int top = (int) (high >>> 63);
        return joined(high >>> (top + 9), exponent, top - zeros);
    }

    private static double careful(long w, long first, long second, int exponent, int zeros) {
        long high = first;
        long low = second;
        if ((high & 0x1FF) == 0x1FF) { // what follows may carry into the bits that count
            long factor = MORE[row(exponent)];
            long more = Math.multiplyHigh(w, factor) + factor + ((factor >> 63) & w);
            low += more;
            if (Long.compareUnsigned(low, more) < 0) {
                high++;
            }
            if (low == -1L || (low == 0L && exponent < -27)) { // reciprocals are rounded up
                return UNDECIDED;
            }
        }
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9);
        if (Long.compareUnsigned(low, 1) <= 0
                && exponent >= -4
                && exponent <= 23
                && (mantissa & 3) == 1
                && mantissa << (top + 9) == high) {
            mantissa--; // half way between two doubles: to the even one
        }
        return joined(mantissa, exponent, top - zeros);
    }

    /** @param mantissa 54 bits: one more than a double has */
    private static double joined(long mantissa, int exponent, int places) {
        long rounded = (mantissa + (mantissa & 1)) >>> 1;
        // the highest bit of the mantissa adds 1
        return Double.longBitsToDouble(((EXPONENT[row(exponent)] + places) << 52) + rounded);
    }
}
