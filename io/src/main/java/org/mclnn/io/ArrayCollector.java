package org.mclnn.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.dynamics.TrajectoryBuilder;

/** Puts frames of arrays to a trajectory: times ascending, positions finite, or all NaN where a particle was not seen. */
final class ArrayCollector {
    private final Path file;
    private final int particles;
    private final int dimensions;
    private final SpooledFrames frames = new SpooledFrames();
    private final boolean moving;
    private final Unwrapping unwrapping = new Unwrapping();

    /** @param dimensions coordinates of a particle in the arrays */
    ArrayCollector(Path file, int particles, int dimensions, boolean moving) throws InputException {
        if (particles < 2) {
            throw InputException.of(
                    file,
                    "the positions are those of " + particles + (particles == 1 ? " particle" : " particles"),
                    "A law between particles needs at least two");
        }
        if (dimensions < 1 || dimensions > 3) {
            throw InputException.of(
                    file,
                    "the positions have " + dimensions + " coordinates",
                    "Give an array [frames, particles, 1 to 3]");
        }
        this.file = file;
        this.particles = particles;
        this.dimensions = dimensions;
        this.moving = moving;
    }

    /** Positions may be wrapped into the box along its periodic axes. */
    void unwrap(Box wrapped) {
        unwrapping.into(wrapped);
    }

    /**
     * Adds a frame.
     *
     * @param q particle by particle as many coordinates as there are dimensions
     * @param v likewise, or empty
     */
    void add(double time, double[] q, double[] v) throws InputException, IOException {
        int count = frames.count();
        if (!Double.isFinite(time) || (count > 0 && !(time > frames.time(count - 1)))) {
            throw InputException.of(
                    file,
                    "the time of frame " + count + " is " + time
                            + (count > 0 ? ", that of the frame before " + frames.time(count - 1) : ""),
                    "Give finite times that increase");
        }
        var all = new double[3 * particles];
        var velocities = new double[moving ? 3 * particles : 0];
        for (int i = 0; i < particles; i++) {
            boolean there = place("position", q, all, i);
            if (moving && there != place("velocity", v, velocities, i) && there) {
                throw notFinite("velocity", i, Double.NaN);
            }
        }
        unwrapping.apply(all, all.length, new Cursor(file));
        frames.add(time, all, velocities, all.length);
    }

    /** Copies the numbers of a particle; false if it was not seen. */
    private boolean place(String what, double[] from, double[] to, int i) throws InputException {
        int missing = 0;
        for (int axis = 0; axis < dimensions; axis++) {
            double value = from[i * dimensions + axis];
            missing += Double.isNaN(value) ? 1 : 0;
            if (Double.isInfinite(value)) {
                throw notFinite(what, i, value);
            }
            to[3 * i + axis] = value;
        }
        if (missing > 0 && missing < dimensions) {
            throw notFinite(what, i, Double.NaN);
        }
        if (missing > 0) {
            Arrays.fill(to, 3 * i, 3 * i + 3, Double.NaN);
        }
        return missing == 0;
    }

    private InputException notFinite(String what, int particle, double value) {
        return InputException.of(
                file,
                "a " + what + " of particle " + particle + " in frame " + frames.count() + " is " + value,
                "Give finite numbers; NaN for all of a particle that was not seen");
    }

    /**
     * The frames as a trajectory; nothing can be added any more.
     *
     * @param masses of the particles, where known; species and labels likewise, one for each
     * @param more what is known besides
     */
    Trajectory build(
            Optional<double[]> masses,
            Optional<List<String>> species,
            Optional<List<String>> labels,
            UnaryOperator<TrajectoryBuilder> more)
            throws InputException {
        if (frames.count() == 0) {
            throw InputException.of(file, "there is no frame in it", "Give a trajectory of at least one frame");
        }
        if (masses.isPresent() && Arrays.stream(masses.get()).anyMatch(m -> !(m > 0 && Double.isFinite(m)))) {
            throw InputException.of(file, "a mass is not positive", "Give every particle a mass above 0");
        }
        var trajectory = more.apply(Trajectory.of(particles).dimensions(dimensions));
        masses.ifPresent(trajectory::masses);
        species.ifPresent(trajectory::species);
        labels.ifPresent(trajectory::labels);
        unwrapping.note().ifPresent(trajectory::note);
        return trajectory.build(frames);
    }
}
