package org.mclnn.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Stored frames of N particles: increasing times, positions, and velocities if they are known. A particle that was not seen in a frame
 * has NaN for its positions there. Positions in a periodic box are
 * unwrapped: a particle that leaves through one side goes on outside. Immutable.
 */
public final class Trajectory {
    private final double[] times;
    private final double[][] positions; // [frame][3N]
    private final double[][] velocities; // [frame][3N], or no frames
    private final Box box;
    private final List<String> labels;
    private final List<String> species;
    private final double[] masses; // N, or empty if not known
    private final int dimensions;
    private final int stepsPerFrame;
    private final List<String> notes;

    private Trajectory(Builder b) {
        times = b.times.stream().mapToDouble(Double::doubleValue).toArray();
        positions = b.positions.toArray(new double[0][]);
        velocities = b.velocities.toArray(new double[0][]);
        box = b.box;
        labels = b.labels;
        species = b.species;
        masses = b.masses;
        dimensions = b.dimensions;
        stepsPerFrame = b.stepsPerFrame;
        notes = List.copyOf(b.notes);
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
            if (q.length != 3 * particles || (v.length != 0 && v.length != 3 * particles)) {
                throw new IllegalArgumentException("a frame of " + particles + " particles has " + 3 * particles
                        + " coordinates, was given " + q.length + " and " + v.length);
            }
            if (!Double.isFinite(time)) {
                throw new IllegalArgumentException("a time must be finite, was " + time);
            }
            if (!times.isEmpty() && !(time > times.get(times.size() - 1))) {
                throw new IllegalArgumentException(
                        "times must increase: " + time + " follows " + times.get(times.size() - 1));
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

        /** @throws IllegalArgumentException if there is no frame */
        public Trajectory build() {
            if (times.isEmpty()) {
                throw new IllegalArgumentException("a trajectory needs at least 1 frame");
            }
            return new Trajectory(this);
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
        return !Double.isNaN(positions[frame][3 * particle]);
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
        int sum = 0;
        for (int i = 0; i < particles(); i++) {
            sum += isSeen(frame, i) ? 0 : 1;
        }
        return sum;
    }

    public boolean hasVelocities() {
        return velocities.length > 0;
    }

    /** Copy of the positions of a frame, length 3N. */
    public double[] positions(int frame) {
        return positions[frame].clone();
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
        return velocities[frame].clone();
    }

    /** The state at a frame; needs velocities. */
    public State state(int frame) {
        return new State(times[frame], positions[frame], velocities(frame));
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

    /** Frames from (included) to to (excluded). */
    public Trajectory slice(int from, int to) {
        var part = new Builder(particles())
                .box(box)
                .labels(labels)
                .species(species)
                .dimensions(dimensions)
                .stepsPerFrame(stepsPerFrame);
        if (masses.length > 0) {
            part.masses(masses);
        }
        notes.forEach(part::note);
        for (int k = from; k < to; k++) {
            part.add(times[k], positions[k], hasVelocities() ? velocities[k] : new double[0]);
        }
        return part.build();
    }

    /** Same frames, positions and velocities bit for bit. */
    public boolean sameNumbers(Trajectory other) {
        return Arrays.equals(times, other.times)
                && Arrays.deepEquals(positions, other.positions)
                && Arrays.deepEquals(velocities, other.velocities);
    }
}
