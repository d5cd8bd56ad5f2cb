package org.mclnn.potential;

/** Argument checks whose messages name the quantity and the value. */
public final class Check {
    private Check() {}

    /** Returns {@code value} if it is positive and finite; otherwise throws {@link IllegalArgumentException}. */
    public static double positive(String name, double value) {
        if (!(value > 0.0) || Double.isInfinite(value)) { // also NaN
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
        return value;
    }

    /** Returns {@code value} if it is at least {@code least}; otherwise throws {@link IllegalArgumentException}. */
    public static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }
}
