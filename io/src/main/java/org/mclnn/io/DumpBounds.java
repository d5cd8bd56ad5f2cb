package org.mclnn.io;

import java.util.Arrays;
import org.mclnn.dynamics.Box;

/**
 * The box of a LAMMPS frame: its corner, its edges a, b, c, and which of them are periodic. Orthogonal boxes have a line with two bounds
 * for each axis; restricted triclinic ones the bounds of what surrounds them and a tilt factor; general ones an edge and a coordinate of
 * the corner.
 */
final class DumpBounds {
    private enum Kind {
        ORTHOGONAL(0, 2, "Write the low and the high bound of the axis"),
        RESTRICTED(3, 3, "Write the low bound, the high bound and the tilt factor: xy, xz, yz in this order"),
        GENERAL(2, 4, "Write the three components of the edge and one coordinate of the corner");

        final int words; // before the boundaries
        final int numbers; // in a line
        final String remedy;

        Kind(int words, int numbers, String remedy) {
            this.words = words;
            this.numbers = numbers;
            this.remedy = remedy;
        }

        static Kind of(String header) {
            return header.matches("\\s*xy\\s+xz\\s+yz(\\s.*)?")
                    ? RESTRICTED
                    : header.matches("\\s*abc\\s+origin(\\s.*)?") ? GENERAL : ORTHOGONAL;
        }
    }

    private final String header;
    private final Kind kind;
    private final double[] low = new double[3]; // the corner
    private final double[] high = new double[3];
    private final double[] tilt = new double[3]; // xy, xz, yz
    private final double[] edges = new double[9]; // a, b, c
    private final boolean[] periodic = new boolean[3];
    private boolean orthogonal = true;

    /** @param header what follows ITEM: BOX BOUNDS: the kind, then three of pp, ff, fs, sm ... */
    DumpBounds(String header, Cursor cursor) throws InputException {
        this.header = header;
        kind = Kind.of(header);
        var words = new Fields().split(header);
        if (words.count() < kind.words + 3) {
            throw cursor.error(
                    "ITEM: BOX BOUNDS does not say which axes are periodic",
                    "Write pp or ff for each, as ITEM: BOX BOUNDS pp pp ff");
        }
        if (words.count() > kind.words + 3) {
            throw cursor.error(
                    "ITEM: BOX BOUNDS goes on with " + Cursor.quoted(header.strip()),
                    "Write pp or ff for each axis; before it, xy xz yz or abc origin if the box is triclinic");
        }
        for (int axis = 0; axis < 3; axis++) {
            var flag = words.text(kind.words + axis);
            if (!flag.matches("pp|[fsm][fsm]")) {
                throw cursor.error(
                        kind.words + axis + 4,
                        Cursor.quoted(flag) + " is no kind of boundary",
                        "Write pp for a periodic axis, ff for an open one");
            }
            periodic[axis] = flag.equals("pp");
        }
    }

    boolean isFor(String otherHeader) {
        return header.equals(otherHeader);
    }

    /** Takes the line of one axis, 0, 1 and then 2, of this frame or of the next one. */
    void read(int axis, Fields fields, Cursor cursor) throws InputException {
        if (fields.count() != kind.numbers) {
            throw cursor.error(fields.count() + " numbers where " + kind.numbers + " belong", kind.remedy);
        }
        if (kind == Kind.GENERAL) {
            for (int k = 0; k < 3; k++) {
                edges[3 * axis + k] = fields.number(k, "a component of an edge", cursor);
            }
            low[axis] = fields.number(3, "a coordinate of the corner", cursor);
        } else {
            low[axis] = fields.number(0, "a bound", cursor);
            high[axis] = fields.number(1, "a bound", cursor);
            tilt[axis] = kind == Kind.RESTRICTED ? fields.number(2, "a tilt factor", cursor) : 0.0;
            check(axis, "Write the low bound before the high one", cursor);
        }
        if (axis == 2) {
            complete(cursor);
        }
    }

    private void check(int axis, String remedy, Cursor cursor) throws InputException {
        if (!(high[axis] > low[axis]) || Double.isInfinite(high[axis] - low[axis])) {
            throw cursor.error("the box reaches from " + low[axis] + " to " + high[axis], remedy);
        }
    }

    private void complete(Cursor cursor) throws InputException {
        if (kind == Kind.RESTRICTED) {
            straighten(cursor);
        }
        if (kind != Kind.GENERAL) {
            edges[0] = high[0] - low[0];
            edges[4] = high[1] - low[1];
            edges[8] = high[2] - low[2];
        }
        orthogonal = Boxes.of(edges, cursor, "Check the numbers of the box").isOrthogonal();
    }

    /** From the bounds of what surrounds the box to those of a, b and c (LAMMPS, Howto triclinic). */
    private void straighten(Cursor cursor) throws InputException {
        double xy = tilt[0];
        double xz = tilt[1];
        double yz = tilt[2];
        if ((xy != 0.0 && !periodic[1]) || ((xz != 0.0 || yz != 0.0) && !periodic[2])) {
            throw cursor.error(
                    "the box is tilted along " + (xy != 0.0 && !periodic[1] ? "y" : "z") + ", which is not periodic",
                    "LAMMPS has none such: write pp for this axis, or 0 for its tilt factors");
        }
        low[0] -= Math.min(Math.min(0.0, xy), Math.min(xz, xy + xz));
        high[0] -= Math.max(Math.max(0.0, xy), Math.max(xz, xy + xz));
        low[1] -= Math.min(0.0, yz);
        high[1] -= Math.max(0.0, yz);
        for (int axis = 0; axis < 2; axis++) {
            check(axis, "Write the bounds of what surrounds the tilted box, as xhi + max(0, xy, xz, xy + xz)", cursor);
        }
        edges[3] = xy;
        edges[6] = xz;
        edges[7] = yz;
    }

    /**
     * Puts an atom in its place.
     *
     * @param q coordinates as the file has them; the position on return
     * @param scaled which of them count edges from the corner; all of them or none if the box is triclinic
     * @param images edges to add
     */
    void place(double[] q, boolean[] scaled, long[] images) {
        if (orthogonal) {
            for (int axis = 0; axis < 3; axis++) {
                double length = edges[4 * axis];
                double x = scaled[axis] ? low[axis] + q[axis] * length : q[axis];
                q[axis] = images[axis] == 0 ? x : x + images[axis] * length;
            }
            return;
        }
        double a = images[0] + (scaled[0] ? q[0] : 0.0);
        double b = images[1] + (scaled[1] ? q[1] : 0.0);
        double c = images[2] + (scaled[2] ? q[2] : 0.0);
        for (int k = 0; k < 3; k++) {
            q[k] = (scaled[k] ? low[k] : q[k]) + (a * edges[k] + b * edges[3 + k] + c * edges[6 + k]);
        }
    }

    boolean isOrthogonal() {
        return orthogonal;
    }

    /** Whether the edges of the first axes have nothing along the others, and the other way round. */
    boolean isApart(int dimensions) {
        for (int axis = 0; axis < dimensions; axis++) {
            for (int other = dimensions; other < 3; other++) {
                if (edges[3 * axis + other] != 0.0 || edges[3 * other + axis] != 0.0) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean isPeriodic(int axis) {
        return periodic[axis];
    }

    /** Open along the axes that have no coordinate. */
    Box box(int dimensions) {
        var vectors = edges.clone();
        for (int axis = 0; axis < 3; axis++) {
            if (!periodic[axis] || axis >= dimensions) {
                Arrays.fill(vectors, 3 * axis, 3 * axis + 3, 0.0);
            }
        }
        return Box.of(vectors);
    }
}
