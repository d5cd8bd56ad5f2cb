package org.mclnn.io;

import org.mclnn.potential.Units;

/**
 * What the second line of an extended XYZ frame says of the whole run.
 *
 * @param unwrapped whether positions go on outside of the box
 * @param stepsPerFrame integrator steps, 0: not known
 */
record XyzNotes(boolean unwrapped, int dimensions, int stepsPerFrame, Units units) {
    static XyzNotes of(XyzComment comment) throws InputException {
        return new XyzNotes(
                comment.flag("unwrapped"),
                Math.max(1, comment.count("dimensions", 3, 3)),
                comment.count("steps_per_frame", 0, Integer.MAX_VALUE),
                UnitNotes.of(comment::value));
    }

    /** @throws InputException if another frame says something else */
    void check(XyzNotes other, Cursor cursor) throws InputException {
        if (!equals(other)) {
            var what = unwrapped != other.unwrapped
                    ? "unwrapped is"
                    : dimensions != other.dimensions
                            ? "dimensions is"
                            : stepsPerFrame != other.stepsPerFrame ? "steps_per_frame is" : "the units are";
            throw cursor.error(what + " not as in the first frame", "Give every frame the same");
        }
    }
}
