package org.mclnn.dynamics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mclnn.potential.Units;

/** What a trajectory is made of: frames in order of time, and what is known about them. */
public final class TrajectoryBuilder {
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

    TrajectoryBuilder(int particles) {
        if (particles < 1) {
            throw new IllegalArgumentException("a trajectory needs at least 1 particle, was " + particles);
        }
        this.particles = particles;
        labels = IntStream.range(0, particles).mapToObj(Integer::toString).toList();
        species = Collections.nCopies(particles, "X");
    }

    public TrajectoryBuilder box(Box value) {
        box = value;
        return this;
    }

    /** Names of the particles as the file has them; 0, 1, 2 ... unless set. */
    public TrajectoryBuilder labels(List<String> values) {
        labels = sized("labels", values);
        return this;
    }

    /** Kind of each particle; X unless set. */
    public TrajectoryBuilder species(List<String> values) {
        species = sized("species", values);
        return this;
    }

    public TrajectoryBuilder masses(double... values) {
        if (values.length != particles) {
            throw new IllegalArgumentException(values.length + " masses for " + particles + " particles");
        }
        masses = values.clone();
        return this;
    }

    /** 1, 2 or 3: how many coordinates the data have; the others are 0. 3 unless set. */
    public TrajectoryBuilder dimensions(int value) {
        if (value < 1 || value > 3) {
            throw new IllegalArgumentException("dimensions must be 1, 2 or 3, was " + value);
        }
        dimensions = value;
        return this;
    }

    /** Integrator steps between stored frames, where the source says so. */
    public TrajectoryBuilder stepsPerFrame(int value) {
        stepsPerFrame = value;
        return this;
    }

    /** The units of all numbers; reduced ones unless set. */
    public TrajectoryBuilder units(Units value) {
        units = value;
        return this;
    }

    /** What was read, and how it was understood, in words. */
    public TrajectoryBuilder origin(String value) {
        origin = value;
        return this;
    }

    /** A remark on where the frames come from, one sentence, for whoever uses them. */
    public TrajectoryBuilder note(String sentence) {
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
    public TrajectoryBuilder frame(double time, double[] q) {
        return add(time, q, new double[0]);
    }

    /** Adds a frame. */
    public TrajectoryBuilder frame(double time, double[] q, double[] v) {
        return add(time, q, v);
    }

    private TrajectoryBuilder add(double time, double[] q, double[] v) {
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
        return build(new HeapFrames(times, positions, velocities));
    }

    /**
     * A trajectory of frames that are kept elsewhere, in place of those added here.
     *
     * @throws IllegalArgumentException if there is no frame, or their times do not increase
     */
    public Trajectory build(Frames frames) {
        if (frames.count() == 0) {
            throw new IllegalArgumentException("a trajectory needs at least 1 frame");
        }
        double before = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < frames.count(); k++) {
            checkTime(frames.time(k), before);
            before = frames.time(k);
        }
        return new Trajectory(frames, box, labels, species, masses, dimensions, stepsPerFrame, units, origin, notes);
    }
}
