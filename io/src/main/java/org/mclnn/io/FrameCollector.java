package org.mclnn.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.dynamics.TrajectoryBuilder;

/**
 * Puts rows together to frames and frames to a trajectory, whatever the format: times ascending, every particle at most once in a frame.
 * Where particles have names, one that has no row in a frame is missing there; else every particle has its row in every frame.
 */
final class FrameCollector {
    private static final double[] NONE = new double[0];

    private final Cursor cursor;
    private final Known known;
    private final Row row;
    private int[] particleOf = new int[16]; // by the number of a label: the particle, counted from 1; 0: none yet
    private int[] labels = new int[16]; // of each particle
    private int[] species = new int[16];
    private double[] masses = new double[16];
    private double[] q = new double[48];
    private double[] v = new double[48];
    private int[] lastSeen = new int[16]; // the frame, counted from 1
    private int particles; // met so far, once the first frame has ended
    private int ended; // frames
    private int rows;
    private boolean flat = true;
    private final Unwrapping unwrapping = new Unwrapping();
    private final SpooledFrames frames = new SpooledFrames();

    /** @param row where the reader puts each row */
    FrameCollector(Cursor cursor, Row row, Known known) {
        this.cursor = cursor;
        this.row = row;
        this.known = known;
    }

    Known known() {
        return known;
    }

    /** Positions may be wrapped into this box, along the axes that are periodic in it. */
    void unwrap(Box wrapped) {
        unwrapping.into(wrapped);
    }

    int frames() {
        return ended;
    }

    /** Rows of the frame so far. */
    int rows() {
        return rows;
    }

    /** Whether every z and every velocity along z was exactly 0. */
    boolean isFlat() {
        return flat;
    }

    /** Takes the row that the cursor stands at. */
    void add() throws InputException {
        int i = known.labels() ? named() : numbered();
        if (known.masses() && masses[i] != row.mass) {
            throw cursor.error(
                    "the mass of " + name(i) + " was " + masses[i] + " and is now " + row.mass,
                    "A particle keeps its mass through all frames");
        }
        if (known.species() && species[i] != row.species) {
            throw cursor.error(
                    "the species of " + name(i) + " was " + Cursor.quoted(row.kinds.text(species[i])) + " and is now "
                            + Cursor.quoted(row.kinds.text(row.species)),
                    "A particle keeps its species through all frames: check that rows stand in the same order, or add ids");
        }
        lastSeen[i] = ended + 1;
        rows++;
        for (int axis = 0; axis < 3; axis++) {
            q[3 * i + axis] = row.q[axis];
            v[3 * i + axis] = row.v[axis];
        }
        if (row.computed && !row.isFinite()) {
            throw cursor.error(
                    "the numbers of " + name(i) + " are too large to work with",
                    "Use units in which positions and velocities are of ordinary size");
        }
        flat &= row.q[2] == 0.0 && row.v[2] == 0.0;
    }

    private int named() throws InputException {
        if (row.label >= particleOf.length) {
            particleOf = Arrays.copyOf(particleOf, 2 * row.labels.count());
        }
        int found = particleOf[row.label] - 1;
        if (found < 0) {
            if (row.labels.text(row.label).isBlank()) {
                throw cursor.error(
                        "a row without the name of its particle", "Name or number the particle of every row");
            }
            found = particles++;
            particleOf[row.label] = found + 1;
            meet(found);
        } else if (lastSeen[found] == ended + 1) {
            throw cursor.error(
                    "particle " + Cursor.quoted(row.labels.text(row.label)) + " is twice in this frame",
                    "Give each particle one row a frame, and each frame its own time");
        }
        return found;
    }

    private int numbered() throws InputException {
        if (ended == 0) {
            particles++;
            meet(rows);
        } else if (rows == particles) {
            throw cursor.error(
                    "the frame has more rows than the first one",
                    "Without names every particle must be in every frame: name the particles, or cut the trajectory");
        }
        return rows;
    }

    private void meet(int particle) {
        if (particle == lastSeen.length) {
            int size = 2 * particle;
            labels = Arrays.copyOf(labels, size);
            species = Arrays.copyOf(species, size);
            masses = Arrays.copyOf(masses, size);
            lastSeen = Arrays.copyOf(lastSeen, size);
            q = Arrays.copyOf(q, 3 * size);
            v = Arrays.copyOf(v, 3 * size);
        }
        labels[particle] = row.label;
        species[particle] = row.species;
        masses[particle] = row.mass;
    }

    private String name(int i) {
        return "particle " + (known.labels() ? Cursor.quoted(row.labels.text(labels[i])) : Integer.toString(i));
    }

    /** Ends the frame; the cursor may stand at its time, its last row or the row after it. */
    void endFrame(double time) throws InputException, IOException {
        if (ended == 0) {
            endFirst();
        } else {
            double before = frames.time(ended - 1);
            if (!(time > before)) {
                throw cursor.error(
                        "non-increasing times: " + time + " follows " + before,
                        "Sort the rows by time and keep each frame once");
            }
        }
        if (rows < particles) {
            leaveOut(time);
        }
        int n = 3 * particles;
        unwrapping.apply(q, n, cursor);
        frames.add(time, q, known.velocities() ? v : NONE, n);
        ended++;
        rows = 0;
    }

    private void endFirst() throws InputException {
        if (!known.labels() && rows < 2) {
            throw cursor.error("the first frame has 1 particle", "A law between particles needs at least two");
        }
    }

    private void leaveOut(double time) throws InputException {
        if (!known.labels()) {
            throw cursor.error(
                    "the frame at time " + time + " has " + rows + " particles, the first one " + particles,
                    "Without names every particle must be in every frame: name the particles, or cut the trajectory");
        }
        for (int i = 0; i < particles; i++) {
            if (lastSeen[i] != ended + 1) {
                Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
                Arrays.fill(v, 3 * i, 3 * i + 3, Double.NaN);
            }
        }
    }

    /**
     * The frames as a trajectory; nothing can be added any more.
     *
     * @param more what is known besides frames and particles
     */
    Trajectory build(UnaryOperator<TrajectoryBuilder> more) throws InputException {
        if (ended == 0) {
            throw InputException.of(
                    cursor.file(), "there is no frame in it", "Give a trajectory of at least one frame");
        }
        if (particles < 2) {
            throw InputException.of(
                    cursor.file(), "there is 1 particle in it", "A law between particles needs at least two");
        }
        var trajectory = more.apply(Trajectory.of(particles));
        if (known.labels()) {
            trajectory.labels(words(row.labels, labels));
        }
        if (known.species()) {
            trajectory.species(words(row.kinds, species));
        }
        if (known.masses()) {
            trajectory.masses(Arrays.copyOf(masses, particles));
        }
        unwrapping.note().ifPresent(trajectory::note);
        return sorted(trajectory.build(frames));
    }

    /** Particles in the order of their names where these are whole numbers, else in that of their first rows. */
    private Trajectory sorted(Trajectory run) {
        if (!known.labels() || !Header.areNumbers(run.labels())) {
            return run;
        }
        var numbers = run.labels().stream().mapToLong(Long::parseLong).toArray();
        var order = IntStream.range(0, particles)
                .boxed()
                .sorted(Comparator.comparingLong(i -> numbers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, particles).allMatch(i -> order[i] == i) ? run : run.only(order);
    }

    private List<String> words(Words all, int[] numbers) {
        return IntStream.range(0, particles).mapToObj(i -> all.text(numbers[i])).toList();
    }
}
