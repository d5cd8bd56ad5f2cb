package org.mclnn.baseline;

/** Do arrays fit the number of coordinates? */
final class Lengths {
    private Lengths() {}

    static void check(String name, int expected, double[] array) {
        if (array.length != expected) {
            throw new IllegalArgumentException(name + " must hold " + expected + " numbers, held " + array.length);
        }
    }

    /** Positions and velocities of n coordinates. */
    static void check(int n, double[] q, double[] v) {
        check("the coordinates q", n, q);
        check("the velocities v", n, v);
    }
}
