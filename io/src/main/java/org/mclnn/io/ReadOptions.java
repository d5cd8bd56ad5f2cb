package org.mclnn.io;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.mclnn.potential.Check;

/**
 * What a trajectory file may not tell by itself.
 *
 * @param timePerStep time of one timestep, where the file counts and has no times: a LAMMPS dump counts timesteps, XYZ and tables frames
 * @param stepsPerFrame timesteps from one frame number to the next (XYZ, tables)
 * @param timePerFrame time from one frame number to the next, in place of the two before; a table then counts frames although it has times
 * @param velocities whether they are read, where the file has them
 * @param columns which column of a table has which meaning, by the name in its header, where the names do not tell
 * @param masses by species, under an empty name those of all others: makes velocities of momenta where the file has no masses
 * @param assumed whether time per frame and columns are those of another file: what this file tells itself holds then
 */
public record ReadOptions(
        OptionalDouble timePerStep,
        int stepsPerFrame,
        OptionalDouble timePerFrame,
        boolean velocities,
        Map<Column, String> columns,
        Map<String, Double> masses,
        boolean assumed) {
    /** @throws IllegalArgumentException if a time is not positive and finite, or the steps are fewer than 1 */
    public ReadOptions {
        timePerStep.ifPresent(time -> Check.positive("the time per step", time));
        timePerFrame.ifPresent(time -> Check.positive("the time per frame", time));
        Check.atLeast(1, "the number of steps per frame", stepsPerFrame);
        var copy = new EnumMap<Column, String>(Column.class);
        copy.putAll(columns);
        columns = Collections.unmodifiableMap(copy);
        masses = Map.copyOf(masses);
    }

    /** Names of columns tell what they are. */
    public ReadOptions(OptionalDouble timePerStep, int stepsPerFrame, boolean velocities) {
        this(timePerStep, stepsPerFrame, OptionalDouble.empty(), velocities, Map.of(), Map.of(), false);
    }

    /** The file tells everything. */
    public static ReadOptions defaults() {
        return new ReadOptions(OptionalDouble.empty(), 1, true);
    }

    /** Times are counts times the given time. */
    public static ReadOptions timePerStep(double time) {
        return new ReadOptions(OptionalDouble.of(time), 1, true);
    }

    /** These, with some columns named. */
    public ReadOptions with(Map<Column, String> named) {
        return new ReadOptions(timePerStep, stepsPerFrame, timePerFrame, velocities, named, masses, assumed);
    }

    /** These, with the time between frames. */
    public ReadOptions withTimePerFrame(double time) {
        return new ReadOptions(
                timePerStep, stepsPerFrame, OptionalDouble.of(time), velocities, columns, masses, assumed);
    }

    /** These, with masses by species. */
    public ReadOptions withMasses(Map<String, Double> bySpecies) {
        return new ReadOptions(timePerStep, stepsPerFrame, timePerFrame, velocities, columns, bySpecies, assumed);
    }

    /** These, as those of another file. */
    public ReadOptions asAssumed() {
        return new ReadOptions(timePerStep, stepsPerFrame, timePerFrame, velocities, columns, masses, true);
    }

    /** The time of a frame number, where the file gives no time itself. */
    double frameTime(double frame, Cursor cursor, String remedy) throws InputException {
        return timePerFrame.isPresent()
                ? finite(frame, timePerFrame.getAsDouble(), cursor, remedy)
                : time(frame * stepsPerFrame, cursor, remedy);
    }

    /** The time of a timestep, where the file gives no time itself. */
    double time(double count, Cursor cursor, String remedy) throws InputException {
        return finite(
                count,
                timePerStep.orElseThrow(() -> cursor.error("the file counts frames but gives no times", remedy)),
                cursor,
                remedy);
    }

    private static double finite(double count, double each, Cursor cursor, String remedy) throws InputException {
        double time = count * each;
        if (!Double.isFinite(time)) {
            throw cursor.error("the time " + count + " x " + each + " is not finite", remedy);
        }
        return time;
    }

    /** Refuses a time per frame for a file that has times of its own. */
    void checkNoTimePerFrame(Cursor cursor, String has) throws InputException {
        if (timePerFrame.isPresent() && !assumed) {
            throw cursor.error(
                    has + ", but frames per second were given (--fps)",
                    "Leave --fps out; it is for files that count frames");
        }
    }
}
