package org.mclnn.io;

/** Follows positions that a file has put back into a periodic box: between frames each particle took the shortest step. */
final class Unwrapping {
    private final double[] periods = new double[3];
    private double[] before = new double[0]; // the last frame as the file has it
    private double[] images = new double[0]; // periods to add

    void period(int axis, double period) {
        periods[axis] = period;
    }

    /** @param q positions as the file has them, length 3N; unwrapped on return */
    void apply(double[] q, Cursor cursor) throws InputException {
        if (periods[0] == 0.0 && periods[1] == 0.0 && periods[2] == 0.0) {
            return;
        }
        if (before.length == 0) {
            before = q.clone();
            images = new double[q.length];
            return;
        }
        for (int k = 0; k < q.length; k++) {
            double period = periods[k % 3];
            double raw = q[k];
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
