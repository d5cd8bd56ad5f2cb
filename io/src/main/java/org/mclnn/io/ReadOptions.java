package org.mclnn.io;

import java.util.OptionalDouble;
import org.mclnn.potential.Check;

/**
 * What a trajectory file may not tell by itself.
 *
 * @param timePerStep time of one timestep, where the file counts and has no times: a LAMMPS dump counts timesteps, XYZ and CSV frames
 * @param stepsPerFrame timesteps from one frame number to the next (XYZ, CSV)
 * @param velocities whether they are read, where the file has them
 */
public record ReadOptions(OptionalDouble timePerStep, int stepsPerFrame, boolean velocities) {
    /** @throws IllegalArgumentException if the time is not positive and finite, or the steps are fewer than 1 */
    public ReadOptions {
        if (timePerStep.isPresent()) {
            Check.positive("the time per step", timePerStep.getAsDouble());
        }
        Check.atLeast(1, "the number of steps per frame", stepsPerFrame);
    }

    /** The file tells everything. */
    public static ReadOptions defaults() {
        return new ReadOptions(OptionalDouble.empty(), 1, true);
    }

    /** Times are counts times the given time. */
    public static ReadOptions timePerStep(double time) {
        return new ReadOptions(OptionalDouble.of(time), 1, true);
    }

    /** The time of a frame number, where the file gives no time itself. */
    double frameTime(double frame, Cursor cursor, String remedy) throws InputException {
        return time(frame * stepsPerFrame, cursor, remedy);
    }

    /** The time of a timestep, where the file gives no time itself. */
    double time(double count, Cursor cursor, String remedy) throws InputException {
        double time = count
                * timePerStep.orElseThrow(() -> cursor.error("the file counts frames but gives no times", remedy));
        if (!Double.isFinite(time)) {
            throw cursor.error("the time " + count + " x " + timePerStep.getAsDouble() + " is not finite", remedy);
        }
        return time;
    }
}
