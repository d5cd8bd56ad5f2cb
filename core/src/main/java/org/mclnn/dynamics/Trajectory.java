package org.mclnn.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mclnn.potential.Units;

/**
 * Stored frames of N particles: increasing times, positions, and velocities if they are known. A particle that was not seen in a frame
 * has NaN for its positions there. Positions in a periodic box are
 * unwrapped: a particle that leaves through one side goes on outside. Immutable.
 */
public final class Trajectory {
    private final double[] times;
    private final Frames frames;
    private final boolean velocitiesKnown;
    private final Box box;
    private final List<String> labels;
    private final List<String> species;
    private final double[] masses; // N, or empty if not known
    private final int dimensions;
    private final int stepsPerFrame;
    private final Units units;
    private final String origin;
    private final List<String> notes;

    private Trajectory(Builder b, double[] times, Frames frames, boolean velocitiesKnown) {
        this.times = times;
        this.frames = frames;
        this.velocitiesKnown = velocitiesKnown;
        box = b.box;
        labels = b.labels;
        species = b.species;
        masses = b.masses;
        dimensions = b.dimensions;
        stepsPerFrame = b.stepsPerFrame;
        units = b.units;
        origin = b.origin;
        notes = List.copyOf(b.notes);
    }

    /** The same particles, of which nothing is said yet about frames. */
    private Builder particlesOf(int[] which) {
        var copy = new Builder(which.length);
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

    private Builder particlesOf() {
        return particlesOf(IntStream.range(0, particles()).toArray());
    }

    /** Starts a trajectory of the given number of particles. */
    public static Builder of(int particles) {
        return new Builder(particles);
    }

    /** Collects frames in order of time. */
    public static final class Builder {
        private final int particles;
        private final List<Double> times = new ArrayList<>();
        private final List<double[]> positions = new ArrayList<>();
        private final List<double[]> velocities = new ArrayList<>();
        private Box box = Box.open();
        private List<String> labels;
        private List<String> species;
        private double[] masses = new double[0];
        private int dimensions = 3;
        private int stepsPerFrame;
        private Units units = Units.REDUCED;
        private String origin = "";
        private final List<String> notes = new ArrayList<>();

        private Builder(int particles) {
            if (particles < 1) {
                throw new IllegalArgumentException("a trajectory needs at least 1 particle, was " + particles);
            }
            this.particles = particles;
            labels = IntStream.range(0, particles).mapToObj(Integer::toString).toList();
            species = Collections.nCopies(particles, "X");
        }

        public Builder box(Box value) {
            box = value;
            return this;
        }

        /** Names of the particles as the file has them; 0, 1, 2 ... unless set. */
        public Builder labels(List<String> values) {
            labels = sized("labels", values);
            return this;
        }

        /** Kind of each particle; X unless set. */
        public Builder species(List<String> values) {
            species = sized("species", values);
            return this;
        }

        public Builder masses(double... values) {
            if (values.length != particles) {
                throw new IllegalArgumentException(values.length + " masses for " + particles + " particles");
            }
            masses = values.clone();
            return this;
        }

        /** 1, 2 or 3: how many coordinates the data have; the others are 0. 3 unless set. */
        public Builder dimensions(int value) {
            if (value < 1 || value > 3) {
                throw new IllegalArgumentException("dimensions must be 1, 2 or 3, was " + value);
            }
            dimensions = value;
            return this;
        }

        /** Integrator steps between stored frames, where the source says so. */
        public Builder stepsPerFrame(int value) {
            stepsPerFrame = value;
            return this;
        }

        /** The units of all numbers; reduced ones unless set. */
        public Builder units(Units value) {
            units = value;
            return this;
        }

        /** What was read, and how it was understood, in words. */
        public Builder origin(String value) {
            origin = value;
            return this;
        }

        /** A remark on where the frames come from, one sentence, for whoever uses them. */
        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        private List<String> sized(String what, List<String> values) {
            if (values.size() != particles) {
                throw new IllegalArgumentException(values.size() + " " + what + " for " + particles + " particles");
            }
            return List.copyOf(values);
        }

        /** Adds a frame without velocities. */
        public Builder frame(double time, double[] q) {
            return add(time, q, new double[0]);
        }

        /** Adds a frame. */
        public Builder frame(double time, double[] q, double[] v) {
            return add(time, q, v);
        }

        private Builder add(double time, double[] q, double[] v) {
            checkTime(time, times.isEmpty() ? Double.NEGATIVE_INFINITY : times.get(times.size() - 1));
            if (q.length != 3 * particles || (v.length != 0 && v.length != 3 * particles)) {
                throw new IllegalArgumentException("a frame of " + particles + " particles has " + 3 * particles
                        + " coordinates, was given " + q.length + " and " + v.length);
            }
            if (v.length > 0) {
                velocities.add(v.clone());
            }
            times.add(time);
            positions.add(q.clone());
            if (!velocities.isEmpty() && velocities.size() != positions.size()) {
                throw new IllegalArgumentException("some frames have velocities and others do not");
            }
            return this;
        }

        private static void checkTime(double time, double before) {
            if (!Double.isFinite(time)) {
                throw new IllegalArgumentException("a time must be finite, was " + time);
            }
            if (!(time > before)) {
                throw new IllegalArgumentException("times must increase: " + time + " follows " + before);
            }
        }

        /** @throws IllegalArgumentException if there is no frame */
        public Trajectory build() {
            return build(
                    times.stream().mapToDouble(Double::doubleValue).toArray(),
                    new HeapFrames(positions, velocities),
                    !velocities.isEmpty());
        }

        /**
         * A trajectory of frames that are kept elsewhere, in place of those added here.
         *
         * @param times one for each frame, increasing
         * @throws IllegalArgumentException if there is no frame, or another number of times, or they do not increase
         */
        public Trajectory build(double[] times, Frames frames, boolean velocitiesKnown) {
            if (frames.count() == 0) {
                throw new IllegalArgumentException("a trajectory needs at least 1 frame");
            }
            if (times.length != frames.count()) {
                throw new IllegalArgumentException(times.length + " times for " + frames.count() + " frames");
            }
            double before = Double.NEGATIVE_INFINITY;
            for (double time : times) {
                checkTime(time, before);
                before = time;
            }
            return new Trajectory(this, times.clone(), frames, velocitiesKnown);
        }
    }

    public int frames() {
        return times.length;
    }

    public int particles() {
        return labels.size();
    }

    public double time(int frame) {
        return times[frame];
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
        return velocitiesKnown;
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
        if (!velocitiesKnown) {
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
        return new State(times[frame], positions(frame), velocities(frame));
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
        if (times.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
        for (int k = 1; k < times.length; k++) {
            // a time of many digits carries its own rounding into the difference
            double rounding = 4 * Math.ulp(Math.max(Math.abs(times[k]), Math.abs(times[0])));
            if (Math.abs(times[k] - times[k - 1] - mean) > 1e-6 * mean + rounding) {
                return OptionalDouble.empty();
            }
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
        return particlesOf()
                .build(Arrays.copyOfRange(times, from, to), new DerivedFrames.Part(frames, from, to), velocitiesKnown);
    }

    /**
     * Some of the particles, in the order given.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Trajectory only(int... particles) {
        return particlesOf(particles).build(times, new DerivedFrames.Chosen(frames, particles), velocitiesKnown);
    }

    /**
     * All lengths, velocities and the box multiplied.
     *
     * @param factor new units per old unit of length, positive
     */
    public Trajectory scaled(double factor) {
        return particlesOf()
                .box(box.scaled(factor))
                .build(times, new DerivedFrames.Scaled(frames, factor), velocitiesKnown);
    }

    /** The same, with these masses. */
    public Trajectory withMasses(double... values) {
        return particlesOf().masses(values).build(times, frames, velocitiesKnown);
    }

    /** The same numbers, in other units. */
    public Trajectory in(Units value) {
        return particlesOf().units(value).build(times, frames, velocitiesKnown);
    }

    /** The same, with one more remark. */
    public Trajectory noted(String sentence) {
        return particlesOf().note(sentence).build(times, frames, velocitiesKnown);
    }

    /** Same frames, positions and velocities bit for bit. */
    public boolean sameNumbers(Trajectory other) {
        if (!Arrays.equals(times, other.times) || velocitiesKnown != other.velocitiesKnown) {
            return false;
        }
        for (int k = 0; k < frames(); k++) {
            if (!Arrays.equals(positions(k), other.positions(k))
                    || (velocitiesKnown && !Arrays.equals(velocities(k), other.velocities(k)))) {
                return false;
            }
        }
        return true;
    }
}
