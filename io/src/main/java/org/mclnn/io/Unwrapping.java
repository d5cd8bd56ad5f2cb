package org.mclnn.io;

import java.util.Arrays;

/** Follows positions that a file has put back into a periodic box: between frames each particle took the shortest step. */
final class Unwrapping {
    private final double[] periods = new double[3];
    private double[] before = new double[0]; // the last frame as the file has it
    private double[] images = new double[0]; // periods to add

    void period(int axis, double period) {
        periods[axis] = period;
    }

    /**
     * @param q positions as the file has them, NaN where a particle is missing; unwrapped on return
     * @param n how many of them are meant: 3N, never less than before
     */
    void apply(double[] q, int n, Cursor cursor) throws InputException {
        if (periods[0] == 0.0 && periods[1] == 0.0 && periods[2] == 0.0) {
            return;
        }
        if (before.length == 0) {
            before = Arrays.copyOf(q, n);
            images = new double[n];
            return;
        }
        int known = before.length;
        before = Arrays.copyOf(before, n);
        images = Arrays.copyOf(images, n);
        System.arraycopy(q, known, before, known, n - known);
        for (int k = 0; k < n; k++) {
            double period = periods[k % 3];
            double raw = q[k];
            if (Double.isNaN(raw)) {
                continue;
            }
            if (Double.isNaN(before[k])) {
                before[k] = raw;
            }
            double step = raw - before[k];
            if (period > 0.0 && Math.abs(step) > 0.5 * period) {
                images[k] -= Math.rint(step / period);
            }
            if (images[k] != 0.0) {
                q[k] = raw + images[k] * period;
            }
            if (!Double.isFinite(q[k])) {
                throw cursor.error(
                        "a position jumps by " + step + " in a box of period " + period, "Check the box of the file");
            }
            before[k] = raw;
        }
    }
}
