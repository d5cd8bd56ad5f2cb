package org.mclnn.io;

import org.mclnn.dynamics.Box;

/** The box of one LAMMPS frame: low and high bound of each axis, and which axes are periodic. */
final class DumpBounds {
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final boolean[] periodic = new boolean[3];

    /** @param header what follows ITEM: BOX BOUNDS, three of pp, ff, fs, sm ... */
    DumpBounds(String header, Cursor cursor) throws InputException {
        var flags = new Fields().split(header);
        if (flags.count() > 3) {
            throw triclinic(cursor);
        }
        if (flags.count() < 3) {
            throw cursor.error(
                    "ITEM: BOX BOUNDS does not say which axes are periodic",
                    "Write pp or ff for each, as ITEM: BOX BOUNDS pp pp ff");
        }
        for (int axis = 0; axis < 3; axis++) {
            if (!flags.text(axis).matches("pp|[fsm][fsm]")) {
                throw cursor.error(
                        axis + 4,
                        Cursor.quoted(flags.text(axis)) + " is no kind of boundary",
                        "Write pp for a periodic axis, ff for an open one");
            }
            periodic[axis] = flags.text(axis).equals("pp");
        }
    }

    private static InputException triclinic(Cursor cursor) {
        return cursor.error("the box is triclinic", "Only orthogonal boxes are read: convert the trajectory to one");
    }

    /** Takes the line of one axis. */
    void read(int axis, Fields fields, Cursor cursor) throws InputException {
        if (fields.count() == 3) {
            throw triclinic(cursor);
        }
        if (fields.count() != 2) {
            throw cursor.error(fields.count() + " bounds", "Write the low and the high bound of the axis");
        }
        low[axis] = fields.number(0, "a bound", cursor);
        high[axis] = fields.number(1, "a bound", cursor);
        if (!(high[axis] > low[axis]) || Double.isInfinite(high[axis] - low[axis])) {
            throw cursor.error(
                    "the box reaches from " + low[axis] + " to " + high[axis],
                    "Write the low bound before the high one");
        }
    }

    double low(int axis) {
        return low[axis];
    }

    double length(int axis) {
        return high[axis] - low[axis];
    }

    /** Open along the axes that have no coordinate. */
    Box box(int dimensions) {
        return new Box(period(0), dimensions > 1 ? period(1) : 0, dimensions > 2 ? period(2) : 0);
    }

    private double period(int axis) {
        return periodic[axis] ? length(axis) : 0.0;
    }
}
