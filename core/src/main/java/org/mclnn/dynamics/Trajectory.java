package org.mclnn.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mclnn.potential.Units;

/**
 * Stored frames of N particles: increasing times, positions, and velocities if they are known. A particle that was not seen in a frame
 * has NaN for its positions there. Positions in a periodic box are
 * unwrapped: a particle that leaves through one side goes on outside. Immutable.
 */
public final class Trajectory {
    private final Frames frames;
    private final Box box;
    private final List<String> labels;
    private final List<String> species;
    private final double[] masses; // N, or empty if not known
    private final int dimensions;
    private final int stepsPerFrame;
    private final Units units;
    private final String origin;
    private final List<String> notes;

    Trajectory(
            Frames frames,
            Box box,
            List<String> labels,
            List<String> species,
            double[] masses,
            int dimensions,
            int stepsPerFrame,
            Units units,
            String origin,
            List<String> notes) {
        this.frames = frames;
        this.box = box;
        this.labels = labels;
        this.species = species;
        this.masses = masses;
        this.dimensions = dimensions;
        this.stepsPerFrame = stepsPerFrame;
        this.units = units;
        this.origin = origin;
        this.notes = List.copyOf(notes);
    }

    /** The same particles, of which nothing is said yet about frames. */
    private TrajectoryBuilder particlesOf(int[] which) {
        var copy = new TrajectoryBuilder(which.length);
        notes.forEach(copy::note);
        copy.box(box)
                .labels(Arrays.stream(which).mapToObj(labels::get).toList())
                .species(Arrays.stream(which).mapToObj(species::get).toList())
                .dimensions(dimensions)
                .stepsPerFrame(stepsPerFrame)
                .units(units)
                .origin(origin);
        return masses.length == 0
                ? copy
                : copy.masses(Arrays.stream(which).mapToDouble(i -> masses[i]).toArray());
    }

    private TrajectoryBuilder particlesOf() {
        return particlesOf(IntStream.range(0, particles()).toArray());
    }

    /** Starts a trajectory of the given number of particles. */
    public static TrajectoryBuilder of(int particles) {
        return new TrajectoryBuilder(particles);
    }

    public int frames() {
        return frames.count();
    }

    public int particles() {
        return labels.size();
    }

    public double time(int frame) {
        return frames.time(frame);
    }

    /** Whether a particle was seen in a frame. */
    public boolean isSeen(int frame, int particle) {
        return frames.isSeen(frame, particle);
    }

    /** Whether every particle was seen in every frame. */
    public boolean isComplete() {
        return missing() == 0;
    }

    /** Whether every particle was seen in a frame. */
    public boolean isComplete(int frame) {
        return missing(frame) == 0;
    }

    /** How many positions are missing. */
    public long missing() {
        long sum = 0;
        for (int k = 0; k < frames(); k++) {
            sum += missing(k);
        }
        return sum;
    }

    private int missing(int frame) {
        return particles() - frames.seen(frame);
    }

    public boolean hasVelocities() {
        return frames.haveVelocities();
    }

    /** Copy of the positions of a frame, length 3N. */
    public double[] positions(int frame) {
        return whole(frames.positions(frame));
    }

    /**
     * Copy of the velocities of a frame, length 3N.
     *
     * @throws IllegalStateException if they are not known
     */
    public double[] velocities(int frame) {
        if (!hasVelocities()) {
            throw new IllegalStateException("this trajectory has no velocities");
        }
        return whole(frames.velocities(frame));
    }

    /** With NaN for particles that had not been met yet. */
    private double[] whole(double[] frame) {
        int known = frame.length;
        if (known == 3 * particles()) {
            return frame;
        }
        var all = Arrays.copyOf(frame, 3 * particles());
        Arrays.fill(all, known, all.length, Double.NaN);
        return all;
    }

    /** The state at a frame; needs velocities. */
    public State state(int frame) {
        return new State(time(frame), positions(frame), velocities(frame));
    }

    public Box box() {
        return box;
    }

    public List<String> labels() {
        return labels;
    }

    public List<String> species() {
        return species;
    }

    /** Masses, or an empty array if the source does not tell. */
    public double[] masses() {
        return masses.clone();
    }

    /** Masses, 1 for each particle if the source does not tell. */
    public double[] massesOrOnes() {
        if (masses.length > 0) {
            return masses.clone();
        }
        var ones = new double[particles()];
        Arrays.fill(ones, 1.0);
        return ones;
    }

    /** 1, 2 or 3. */
    public int dimensions() {
        return dimensions;
    }

    /** Integrator steps between frames, or 0 if the source does not tell. */
    public int stepsPerFrame() {
        return stepsPerFrame;
    }

    /** The units of all numbers. */
    public Units units() {
        return units;
    }

    /** What was read, and how it was understood, in words; empty where nothing was read. */
    public String origin() {
        return origin;
    }

    /** What was assumed when the frames were read, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** The time between frames if it is the same throughout, to a relative 1e-6; else empty. */
    public OptionalDouble frameInterval() {
        if (frames() < 2) {
            return OptionalDouble.empty();
        }
        double first = time(0);
        double mean = (time(frames() - 1) - first) / (frames() - 1);
        double before = first;
        for (int k = 1; k < frames(); k++) {
            double now = time(k);
            // a time of many digits carries its own rounding into the difference
            double rounding = 4 * Math.ulp(Math.max(Math.abs(now), Math.abs(first)));
            if (Math.abs(now - before - mean) > 1e-6 * mean + rounding) {
                return OptionalDouble.empty();
            }
            before = now;
        }
        return OptionalDouble.of(mean);
    }

    /**
     * Frames from (included) to to (excluded).
     *
     * @throws IllegalArgumentException if there is none of them
     */
    public Trajectory slice(int from, int to) {
        if (from < 0 || to > frames() || from >= to) {
            throw new IllegalArgumentException(
                    "no frames from " + from + " to " + to + " in a trajectory of " + frames() + " frames");
        }
        return particlesOf().build(new DerivedFrames.Part(frames, from, to));
    }

    /**
     * Some of the particles, in the order given.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Trajectory only(int... particles) {
        return particlesOf(particles).build(new DerivedFrames.Chosen(frames, particles));
    }

    /**
     * The same, but some particles are not seen in some frames.
     *
     * @param rows particles by frame, all of them seen there
     */
    public Trajectory without(Map<Integer, List<Integer>> rows) {
        return particlesOf().build(new DerivedFrames.Without(frames, rows));
    }

    /**
     * All lengths, velocities and the box multiplied.
     *
     * @param factor new units per old unit of length, positive
     */
    public Trajectory scaled(double factor) {
        return particlesOf().box(box.scaled(factor)).build(new DerivedFrames.Scaled(frames, factor));
    }

    /** The same, with these masses. */
    public Trajectory withMasses(double... values) {
        return particlesOf().masses(values).build(frames);
    }

    /** The same numbers, in other units. */
    public Trajectory in(Units value) {
        return particlesOf().units(value).build(frames);
    }

    /** The same, with one more remark. */
    public Trajectory noted(String sentence) {
        return particlesOf().note(sentence).build(frames);
    }

    /** Same frames, positions and velocities bit for bit. */
    public boolean sameNumbers(Trajectory other) {
        if (frames() != other.frames() || hasVelocities() != other.hasVelocities()) {
            return false;
        }
        for (int k = 0; k < frames(); k++) {
            if (Double.compare(time(k), other.time(k)) != 0
                    || !Arrays.equals(positions(k), other.positions(k))
                    || (hasVelocities() && !Arrays.equals(velocities(k), other.velocities(k)))) {
                return false;
            }
        }
        return true;
    }
}
