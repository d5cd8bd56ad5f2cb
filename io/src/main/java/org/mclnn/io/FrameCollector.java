package org.mclnn.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/**
 * Puts rows together to frames and frames to a trajectory, whatever the format: times ascending, every particle at most once in a frame.
 * Where particles have names, one that has no row in a frame is missing there; else every particle has its row in every frame.
 */
final class FrameCollector {
    private final Cursor cursor;
    private final Known known;
    private final boolean sortedByLabel;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private List<String> labels = new ArrayList<>();
    private List<String> species = new ArrayList<>();
    private double[] masses = new double[16];
    private double[] q = new double[48];
    private double[] v = new double[48];
    private int[] lastSeen = new int[16]; // the frame, counted from 1
    private int particles; // met so far, once the first frame has ended
    private int rows;
    private boolean flat = true;
    private final Unwrapping unwrapping = new Unwrapping();
    private final List<Double> times = new ArrayList<>();
    private final Deque<double[]> positions = new ArrayDeque<>();
    private final Deque<double[]> velocities = new ArrayDeque<>();

    /** @param sortedByLabel particles in the order of their labels, which are whole numbers; else in that of the first frame */
    FrameCollector(Cursor cursor, Known known, boolean sortedByLabel) {
        this.cursor = cursor;
        this.known = known;
        this.sortedByLabel = sortedByLabel;
    }

    Known known() {
        return known;
    }

    /** Positions may be wrapped into this box, along the axes that are periodic in it. */
    void unwrap(Box wrapped) {
        unwrapping.into(wrapped);
    }

    int frames() {
        return times.size();
    }

    /** Rows of the frame so far. */
    int rows() {
        return rows;
    }

    /** Particles met so far; 0 before the first frame has ended. */
    int particles() {
        return particles;
    }

    /** Whether every z and every velocity along z was exactly 0. */
    boolean isFlat() {
        return flat;
    }

    /** Takes the row that the cursor stands at. */
    void add(Row row) throws InputException {
        if (known.labels() && row.label.isBlank()) {
            throw cursor.error("a row without the name of its particle", "Name or number the particle of every row");
        }
        int i = frames() == 0 ? first(row) : later(row);
        lastSeen[i] = frames() + 1;
        rows++;
        for (int axis = 0; axis < 3; axis++) {
            q[3 * i + axis] = finite(row.q[axis], row);
            v[3 * i + axis] = finite(row.v[axis], row);
        }
        flat &= row.q[2] == 0.0 && row.v[2] == 0.0;
    }

    private double finite(double value, Row row) throws InputException {
        if (!Double.isFinite(value)) {
            throw cursor.error(
                    "the numbers of particle '" + row.label + "' are too large to work with",
                    "Use units in which positions and velocities are of ordinary size");
        }
        return value;
    }

    private int first(Row row) throws InputException {
        int i = rows;
        if (i == lastSeen.length) {
            grow(2 * i);
        }
        if (known.labels()) {
            if (index.putIfAbsent(row.label, i) != null) {
                throw twice(row);
            }
            labels.add(row.label);
        }
        if (known.species()) {
            species.add(kinds.computeIfAbsent(row.species, name -> name));
        }
        masses[i] = row.mass;
        return i;
    }

    private int later(Row row) throws InputException {
        int i = known.labels() ? index.getOrDefault(row.label, particles) : rows;
        if (known.labels() && i == particles) {
            return newcomer(row);
        }
        if (i >= particles) {
            throw cursor.error(
                    "the frame has more rows than the first one",
                    "Without names every particle must be in every frame: name the particles, or cut the trajectory");
        }
        if (lastSeen[i] == frames() + 1) {
            throw twice(row);
        }
        if (known.masses() && masses[i] != row.mass) {
            throw cursor.error(
                    "the mass of " + name(i) + " was " + masses[i] + " and is now " + row.mass,
                    "A particle keeps its mass through all frames");
        }
        if (known.species() && !species.get(i).equals(row.species)) {
            throw cursor.error(
                    "the species of " + name(i) + " was " + Cursor.quoted(species.get(i)) + " and is now "
                            + Cursor.quoted(row.species),
                    "A particle keeps its species through all frames: check that rows stand in the same order, or add ids");
        }
        return i;
    }

    /** A particle that no frame before had. */
    private int newcomer(Row row) {
        int i = particles++;
        if (i >= lastSeen.length) {
            grow(2 * i);
        }
        index.put(row.label, i);
        labels = appended(labels, row.label);
        if (known.species()) {
            species = appended(species, kinds.computeIfAbsent(row.species, name -> name));
        }
        masses[i] = row.mass;
        return i;
    }

    private static List<String> appended(List<String> names, String name) {
        var longer = names instanceof ArrayList<String> ? names : new ArrayList<>(names);
        longer.add(name);
        return longer;
    }

    private InputException twice(Row row) {
        return cursor.error(
                "particle " + Cursor.quoted(row.label) + " is twice in this frame",
                "Give each particle one row a frame, and each frame its own time");
    }

    private String name(int i) {
        return "particle " + (known.labels() ? Cursor.quoted(labels.get(i)) : Integer.toString(i));
    }

    private void grow(int size) {
        masses = Arrays.copyOf(masses, size);
        lastSeen = Arrays.copyOf(lastSeen, size);
        q = Arrays.copyOf(q, 3 * size);
        v = Arrays.copyOf(v, 3 * size);
    }

    /** Ends the frame; the cursor may stand at its time, its last row or the row after it. */
    void endFrame(double time) throws InputException {
        if (frames() == 0) {
            endFirst();
        } else {
            if (rows < particles) {
                leaveOut(time);
            }
            double before = times.get(times.size() - 1);
            if (!(time > before)) {
                throw cursor.error(
                        "non-increasing times: " + time + " follows " + before,
                        "Sort the rows by time and keep each frame once");
            }
        }
        unwrapping.apply(q, 3 * particles, cursor);
        times.add(time);
        positions.add(Arrays.copyOf(q, 3 * particles));
        if (known.velocities()) {
            velocities.add(Arrays.copyOf(v, 3 * particles));
        }
        rows = 0;
    }

    private void endFirst() throws InputException {
        if (rows < 2) {
            throw cursor.error(
                    "the first frame has " + rows + (rows == 1 ? " particle" : " particles"),
                    "A law between particles needs at least two");
        }
        particles = rows;
        grow(rows);
        if (sortedByLabel) {
            sort();
        }
    }

    private void sort() {
        int[] order = IntStream.range(0, particles)
                .boxed()
                .sorted(Comparator.comparing(i -> Long.parseLong(labels.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        var oldQ = q.clone();
        var oldV = v.clone();
        var oldMasses = masses.clone();
        for (int i = 0; i < particles; i++) {
            System.arraycopy(oldQ, 3 * order[i], q, 3 * i, 3);
            System.arraycopy(oldV, 3 * order[i], v, 3 * i, 3);
            masses[i] = oldMasses[order[i]];
        }
        labels = permuted(labels, order);
        if (known.species()) {
            species = permuted(species, order);
        }
        for (int i = 0; i < particles; i++) {
            index.put(labels.get(i), i);
        }
    }

    private static List<String> permuted(List<String> names, int[] order) {
        return Arrays.stream(order).mapToObj(names::get).toList();
    }

    private void leaveOut(double time) throws InputException {
        if (!known.labels()) {
            throw cursor.error(
                    "the frame at time " + time + " has " + rows + " particles, the first one " + particles,
                    "Without names every particle must be in every frame: name the particles, or cut the trajectory");
        }
        for (int i = 0; i < particles; i++) {
            if (lastSeen[i] != frames() + 1) {
                Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
                Arrays.fill(v, 3 * i, 3 * i + 3, Double.NaN);
            }
        }
    }

    /** A frame with room for those who came after it. */
    private double[] whole(double[] frame) {
        var all = Arrays.copyOf(frame, 3 * particles);
        Arrays.fill(all, Math.min(frame.length, all.length), all.length, Double.NaN);
        return all;
    }

    /** The frames as a trajectory; the collector is empty afterwards. */
    Trajectory build(Box box, int dimensions, int stepsPerFrame) throws InputException {
        if (times.isEmpty()) {
            throw InputException.of(
                    cursor.file(), "there is no frame in it", "Give a trajectory of at least one frame");
        }
        var trajectory =
                Trajectory.of(particles).box(box).dimensions(dimensions).stepsPerFrame(stepsPerFrame);
        if (known.labels()) {
            trajectory.labels(labels);
        }
        if (known.species()) {
            trajectory.species(species);
        }
        if (known.masses()) {
            trajectory.masses(Arrays.copyOf(masses, particles));
        }
        unwrapping.note().ifPresent(trajectory::note);
        for (double time : times) {
            if (known.velocities()) {
                trajectory.frame(time, whole(positions.remove()), whole(velocities.remove()));
            } else {
                trajectory.frame(time, whole(positions.remove()));
            }
        }
        return trajectory.build();
    }
}
