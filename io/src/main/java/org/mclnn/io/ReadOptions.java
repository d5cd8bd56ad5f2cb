package org.mclnn.io;

import java.util.OptionalDouble;

/**
 * What a trajectory file may not tell by itself.
 *
 * @param timePerStep time of one timestep (LAMMPS) or from one frame number to the next (XYZ, CSV), where the file counts and has no
 *     times
 */
public record ReadOptions(OptionalDouble timePerStep) {
    /** @throws IllegalArgumentException if the time is not positive and finite */
    public ReadOptions {
        if (timePerStep.isPresent()) {
            org.mclnn.potential.Check.positive("the time per step", timePerStep.getAsDouble());
        }
    }

    /** The file tells everything. */
    public static ReadOptions defaults() {
        return new ReadOptions(OptionalDouble.empty());
    }

    /** Times are counts times the given time. */
    public static ReadOptions timePerStep(double time) {
        return new ReadOptions(OptionalDouble.of(time));
    }

    /** The time of a count, where the file gives no time itself. */
    double time(double count, Cursor cursor, String remedy) throws InputException {
        double time = count
                * timePerStep.orElseThrow(() -> cursor.error("the file counts frames but gives no times", remedy));
        if (!Double.isFinite(time)) {
            throw cursor.error("the time " + count + " x " + timePerStep.getAsDouble() + " is not finite", remedy);
        }
        return time;
    }
}
