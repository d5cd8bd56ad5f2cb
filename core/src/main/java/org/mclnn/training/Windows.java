package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mclnn.potential.Check;

/**
 * Windows of observed positions. Where the velocities at the first frames are known, each window starts from its first frame as
 * observed; else its start (q0, v0) is unknown too. Positions that were not observed are NaN. Frames are equally spaced unless times are
 * given. A window may be {@link #shortened}: nothing after its {@link #last} frame is compared. Immutable; arrays are shared within this
 * package only.
 */
public final class Windows {
    private final int particles;
    private final int frames;
    private final double[][][] positions; // [window][frame][3N]
    private final double @Nullable [][] velocities; // [window][3N] at the first frame
    private final double @Nullable [][] times; // [window][frame]
    private final int[] active;
    private final int[][][] seen; // [window][frame]: the active coordinates that were observed
    private final int[] last; // [window]

    /**
     * Windows whose starts are known, of equally spaced frames.
     *
     * @param positions [window][frame][3N], at least two frames
     * @param velocities [window][3N] at the first frame
     */
    public Windows(double[][][] positions, double[][] velocities) {
        this(positions, velocities, null);
    }

    /**
     * Windows.
     *
     * @param positions [window][frame][3N], at least two frames; NaN where not observed
     * @param velocities [window][3N] at the first frame, which is then complete; null where they are not known
     * @param times [window][frame], increasing; null for equally spaced frames
     */
    Windows(double[][][] positions, double @Nullable [][] velocities, double @Nullable [][] times) {
        int count = Check.atLeast(1, "the number of windows", positions.length);
        frames = Check.atLeast(2, "the number of frames in a window", positions[0].length);
        particles = positions[0][0].length / 3;
        this.positions = new double[count][frames][];
        for (int w = 0; w < count; w++) {
            for (int f = 0; f < frames; f++) {
                this.positions[w][f] = positions[w][f].clone();
            }
        }
        this.velocities = velocities == null ? null : copy(velocities);
        this.times = times == null ? null : copy(times);
        active = findActive();
        seen = new int[count][frames][];
        for (int w = 0; w < count; w++) {
            for (int f = 0; f < frames; f++) {
                var q = this.positions[w][f];
                var found =
                        Arrays.stream(active).filter(c -> !Double.isNaN(q[c])).toArray();
                seen[w][f] = found.length == active.length ? active : found;
            }
        }
        last = new int[count];
        Arrays.setAll(last, w -> lastSeen(w, frames - 1));
    }

    /** The same positions, of which less is compared. */
    private Windows(Windows whole, int[][][] seen, int[] last) {
        particles = whole.particles;
        frames = whole.frames;
        positions = whole.positions;
        velocities = whole.velocities;
        times = whole.times;
        active = whole.active;
        this.seen = seen;
        this.last = last;
    }

    private int lastSeen(int window, int from) {
        int at = from;
        while (at > 0 && seen[window][at].length == 0) {
            at--;
        }
        return at;
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** Coordinates of the axes along which something moves or stands off 0: planar data have no z. */
    private int[] findActive() {
        var axes = new boolean[3];
        for (int w = 0; w < count(); w++) {
            for (int c = 0; c < 3 * particles; c++) {
                axes[c % 3] |= velocities != null && velocities[w][c] != 0.0;
                for (int f = 0; f < frames; f++) {
                    axes[c % 3] |= positions[w][f][c] != 0.0 && !Double.isNaN(positions[w][f][c]);
                }
            }
        }
        var all = new int[3 * particles];
        int n = 0;
        for (int c = 0; c < all.length; c++) {
            if (axes[c % 3]) {
                all[n++] = c;
            }
        }
        return Arrays.copyOf(all, n);
    }

    public int count() {
        return positions.length;
    }

    public int particles() {
        return particles;
    }

    /** Frames per window, the first included. */
    public int frames() {
        return frames;
    }

    /** Whether each window starts from its first frame as observed; else (q0, v0) are unknown. */
    public boolean startsKnown() {
        return velocities != null;
    }

    /** The coordinates that can differ from 0. Not to be changed. */
    int[] active() {
        return active;
    }

    /** Along how many axes particles move, or stand off 0. */
    public int axes() {
        return active.length / particles;
    }

    /** Whether everything stays in the plane z = 0. */
    boolean planar() {
        return Arrays.stream(active).noneMatch(c -> c % 3 == 2);
    }

    /** Positions at a frame of a window, NaN where not observed; frame 0 is the start. Not to be changed. */
    double[] at(int window, int frame) {
        return positions[window][frame];
    }

    /** The active coordinates observed at a frame of a window. Not to be changed. */
    int[] seen(int window, int frame) {
        return seen[window][frame];
    }

    /** The last frame of a window that is compared. */
    int last(int window) {
        return last[window];
    }

    /**
     * The same windows that end earlier: the k-th after frame {@code ends[k]}, or later if it would determine nothing but its start.
     */
    Windows shortened(int[] ends) {
        var less = new int[count()][][];
        var reached = new int[count()];
        for (int w = 0; w < count(); w++) {
            less[w] = seen[w].clone();
            reached[w] = lastSeen(w, Math.min(last[w], Math.max(ends[w], least(w))));
            Arrays.fill(less[w], reached[w] + 1, frames, new int[0]);
        }
        return new Windows(this, less, reached);
    }

    /** The first frame at which every coordinate of a window has been seen once more than its start takes: twice, or three times. */
    private int least(int window) {
        var times = new int[3 * particles];
        int enough = startsKnown() ? 2 : 3;
        int lacking = active.length;
        for (int f = 0; f <= last[window]; f++) {
            for (int c : seen[window][f]) {
                times[c]++;
                lacking -= times[c] == enough ? 1 : 0;
            }
            if (lacking == 0) {
                return f;
            }
        }
        return last[window];
    }

    /** Velocities at the start of a window, where known. Not to be changed. */
    double[] velocity(int window) {
        if (velocities == null) {
            throw new IllegalStateException("the velocities of these windows are not known");
        }
        return velocities[window];
    }

    /** Unknowns of the start of each window: q0 and v0 of the active coordinates, none where starts are known. */
    int unknowns() {
        return startsKnown() ? 0 : 2 * active.length;
    }

    /**
     * Writes the start of a window.
     *
     * @param x whose entries from {@code from} on are the unknowns of all windows, where there are any
     * @param at index of the window's first coordinate in q and v
     */
    void start(double[] x, int from, int window, double[] q, double[] v, int at) {
        if (velocities != null) {
            System.arraycopy(positions[window][0], 0, q, at, 3 * particles);
            System.arraycopy(velocities[window], 0, v, at, 3 * particles);
            return;
        }
        Arrays.fill(q, at, at + 3 * particles, 0.0);
        Arrays.fill(v, at, at + 3 * particles, 0.0);
        int first = from + window * unknowns();
        for (int k = 0; k < active.length; k++) {
            q[at + active[k]] = x[first + k];
            v[at + active[k]] = x[first + active.length + k];
        }
    }

    /** Writes a start into the unknowns in x, as {@link #start} reads it. */
    void setStart(double[] q, double[] v, double[] x, int from, int window) {
        if (!startsKnown()) {
            Arrays.fill(x, from + window * unknowns(), from + (window + 1) * unknowns(), 0.0);
            addStart(q, v, 0, x, from, window);
        }
    }

    /** Adds adjoints of a start to those of its unknowns. */
    void addStart(double[] qBar, double[] vBar, int at, double[] xBar, int from, int window) {
        if (startsKnown()) {
            return;
        }
        int first = from + window * unknowns();
        for (int k = 0; k < active.length; k++) {
            xBar[first + k] += qBar[at + active[k]];
            xBar[first + active.length + k] += vBar[at + active[k]];
        }
    }

    /** Whether all frames are equally spaced: then no times are kept. */
    boolean equallySpaced() {
        return times == null;
    }

    /** Time of a frame since the first of its window, where frames are not equally spaced. */
    double time(int window, int frame) {
        if (times == null) {
            throw new IllegalStateException("these windows are equally spaced");
        }
        return times[window][frame] - times[window][0];
    }

    /** First frame that is compared with a rollout: a known start is exact. */
    int firstCompared() {
        return startsKnown() ? 1 : 0;
    }

    /** How many coordinates are compared with a rollout. */
    long comparedCoordinates() {
        long sum = 0;
        for (int w = 0; w < count(); w++) {
            sum += comparedCoordinates(w);
        }
        return sum;
    }

    private long comparedCoordinates(int window) {
        long sum = 0;
        for (int f = firstCompared(); f < frames; f++) {
            sum += seen[window][f].length;
        }
        return sum;
    }

    /** How many times a particle of some windows is compared: windows times predicted frames times particles if nothing is missing. */
    double comparedPositions(int[] which) {
        long sum = 0;
        for (int w : which) {
            sum += comparedCoordinates(w);
        }
        return (double) sum * particles / active.length;
    }

    /** Mean over windows, predicted frames and particles of the squared displacement from the start: the loss of a law that stands still. */
    double meanSquaredDisplacement() {
        double sum = 0.0;
        long terms = 0;
        for (int w = 0; w < count(); w++) {
            var from = new double[3 * particles];
            Arrays.fill(from, Double.NaN);
            for (int f = 0; f < frames; f++) {
                var here = positions[w][f];
                for (int c : seen[w][f]) {
                    if (Double.isNaN(from[c])) {
                        from[c] = here[c];
                    } else {
                        sum += (here[c] - from[c]) * (here[c] - from[c]);
                        terms++;
                    }
                }
            }
        }
        return sum * active.length / ((double) Math.max(1, terms) * particles);
    }

    /** Windows from (included) to to (excluded). */
    Windows slice(int from, int to) {
        return new Windows(
                        Arrays.copyOfRange(positions, from, to),
                        velocities == null ? null : Arrays.copyOfRange(velocities, from, to),
                        times == null ? null : Arrays.copyOfRange(times, from, to))
                .shortened(Arrays.copyOfRange(last, from, to));
    }

    /** All windows of several sets of the same shape, equally spaced and with known starts. */
    static Windows join(List<Windows> sets) {
        var positions = new ArrayList<double[][]>();
        var velocities = new ArrayList<double[]>();
        for (var set : sets) {
            for (int w = 0; w < set.count(); w++) {
                positions.add(set.positions[w]);
                velocities.add(set.velocity(w));
            }
        }
        return new Windows(positions.toArray(new double[0][][]), velocities.toArray(new double[0][]));
    }
}
