package org.mclnn.io;

import java.util.Arrays;
import java.util.Optional;
import org.mclnn.dynamics.Box;

/**
 * Follows positions that a file has put back into a periodic box: between frames each particle took the shortest step. In a triclinic box
 * that is the one of less than half an edge along each of a, b and c, as for pairs (theory, T67).
 */
final class Unwrapping {
    private Box box = Box.open(); // periodic along the axes on which positions may be wrapped
    private double[] vectors = box.vectors();
    private double[] before = new double[0]; // the last frame as the file has it
    private double[] images = new double[0]; // edges to add
    private long passages;

    void into(Box wrapped) {
        box = wrapped;
        vectors = wrapped.vectors();
    }

    /**
     * @param q positions as the file has them, NaN where a particle is missing; unwrapped on return
     * @param n how many of them are meant: 3N, never less than before
     */
    void apply(double[] q, int n, Cursor cursor) throws InputException {
        if (!box.isPeriodic()) {
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
        for (int k = 0; k < n; k += 3) {
            if (Double.isNaN(q[k])) {
                continue;
            }
            if (Double.isNaN(before[k])) {
                System.arraycopy(q, k, before, k, 3);
            }
            if (box.isOrthogonal()) {
                axisByAxis(q, k, cursor);
            } else {
                together(q, k, cursor);
            }
        }
    }

    /** One particle, whose first coordinate is k. */
    private void axisByAxis(double[] q, int k, Cursor cursor) throws InputException {
        for (int axis = 0; axis < 3; axis++) {
            int c = k + axis;
            double period = box.length(axis);
            double raw = q[c];
            double step = raw - before[c];
            if (period > 0.0 && Math.abs(step) > 0.5 * period) {
                images[c] -= Math.rint(step / period);
                passages++;
            }
            if (images[c] != 0.0) {
                q[c] = raw + images[c] * period;
            }
            check(q[c], step, cursor);
            before[c] = raw;
        }
    }

    private void together(double[] q, int k, Cursor cursor) throws InputException {
        double x = q[k] - before[k];
        double y = q[k + 1] - before[k + 1];
        double z = q[k + 2] - before[k + 2];
        System.arraycopy(q, k, before, k, 3);
        for (int axis = 0; axis < 3; axis++) {
            double edges = Math.rint(box.fraction(axis, x, y, z));
            images[k + axis] -= edges;
            passages += edges == 0.0 ? 0 : 1;
            if (images[k + axis] != 0.0) {
                for (int c = 0; c < 3; c++) {
                    q[k + c] += images[k + axis] * vectors[3 * axis + c];
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            check(q[k + c], c == 0 ? x : c == 1 ? y : z, cursor);
        }
    }

    private void check(double unwrapped, double step, Cursor cursor) throws InputException {
        if (!Double.isFinite(unwrapped)) {
            throw cursor.error("a coordinate jumps by " + step + " in the box " + box, "Check the box of the file");
        }
    }

    /** What was assumed, if anything was. */
    Optional<String> note() {
        return passages == 0
                ? Optional.empty()
                : Optional.of(
                        "positions are wrapped into the box without image counts: every step of more than half a period"
                                + " between two frames (" + passages
                                + " of them) is taken for a passage through a wall");
    }
}
