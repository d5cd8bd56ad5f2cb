package org.mclnn.dynamics;

import java.util.Arrays;

/**
 * The pairs i below j of a configuration, within the cut-off, with their difference vectors d = q_i - q_j (nearest image) and distances
 * r = |d| (paper, Eq. 4). Several independent replicas of one system may stand one after the other in q: pairs never cross replicas.
 */
public final class Pairs {
    private static final long MOST_PAIRS = 50_000_000;

    final int particles;
    private final Lattice lattice;
    private final boolean triclinic;
    private final double periodX; // of an orthogonal box, 0 where open
    private final double periodY;
    private final double periodZ;
    final double cutoffSquared;
    private final boolean everyPair;
    private boolean listed; // i and j hold every pair in order
    private int n;
    // index of the first coordinate of each partner in q; room for every pair
    int[] i;
    int[] j;
    double[] dx;
    double[] dy;
    double[] dz;
    double[] r;

    /** @param cutoff pairs at or beyond it do not interact; 0: all pairs do */
    public Pairs(int replicas, int particles, Box box, double cutoff) {
        box.checkCutoff(cutoff);
        long all = replicas * (particles * (particles - 1L) / 2);
        if (cutoff == 0.0 && all > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    particles + " particles make " + all + " pairs, more than fit in memory: give a cut-off");
        }
        this.particles = particles;
        lattice = box.lattice();
        triclinic = !box.isOrthogonal();
        periodX = box.length(0);
        periodY = box.length(1);
        periodZ = box.length(2);
        this.cutoffSquared = cutoff > 0 ? cutoff * cutoff : Double.POSITIVE_INFINITY;
        allocate((int) (cutoff > 0 ? Math.min(all, 64) : all));
        everyPair = cutoff == 0.0 && !box.isPeriodic();
    }

    private void allocate(int size) {
        i = i == null ? new int[size] : Arrays.copyOf(i, size);
        j = j == null ? new int[size] : Arrays.copyOf(j, size);
        dx = dx == null ? new double[size] : Arrays.copyOf(dx, size);
        dy = dy == null ? new double[size] : Arrays.copyOf(dy, size);
        dz = dz == null ? new double[size] : Arrays.copyOf(dz, size);
        r = r == null ? new double[size] : Arrays.copyOf(r, size);
    }

    /** How many pairs the last {@link #update} found. */
    public int count() {
        return n;
    }

    /** One partner of pair k: its number within the replica, below {@link #second}. */
    public int first(int k) {
        return i[k] / 3 % particles;
    }

    /** The other partner of pair k. */
    public int second(int k) {
        return j[k] / 3 % particles;
    }

    /** Distance of pair k. */
    public double distance(int k) {
        return r[k];
    }

    /** Pair k in words: {@code particles 0 and 2 are 3.1e-9 apart}. */
    public String describe(int k) {
        return describe(first(k) + "", second(k) + "", r[k]);
    }

    static String describe(String one, String other, double distance) {
        return "particles " + one + " and " + other + " are " + distance + " apart";
    }

    /** Of the particles whose first coordinates are a and b. */
    private DivergedException diverged(int a, int b, double distance) {
        return DivergedException.of(a / 3 % particles, b / 3 % particles, distance);
    }

    /** Copies the distances to {@code out} from index {@code at} on. */
    public void copyDistances(double[] out, int at) {
        System.arraycopy(r, 0, out, at, n);
    }

    /**
     * Finds the pairs of configuration q, length 3 N per replica; of as many replicas as it holds.
     *
     * @throws DivergedException if two particles coincide or a distance is not a number
     */
    public void update(double[] q) {
        if (everyPair) {
            updateEvery(q);
            return;
        }
        clear();
        for (int first = 0; first < q.length; first += 3 * particles) {
            int end = first + 3 * particles;
            for (int a = first; a < end; a += 3) {
                for (int b = a + 3; b < end; b += 3) {
                    consider(q, a, b);
                }
            }
        }
    }

    /**
     * Finds the pairs of a frame of a run.
     *
     * @param q its positions, those filled in that were not seen
     * @throws IllegalArgumentException if two particles coincide or a distance is not a number: names frame, time and particles
     */
    public void update(double[] q, Trajectory run, int frame) {
        try {
            update(q);
        } catch (DivergedException e) {
            throw new IllegalArgumentException(
                    "in frame " + frame + " (time " + run.time(frame) + ") " + e.naming(run.labels())
                            + ": a force between them has no direction. Remove the frame, or one of the particles",
                    e);
        }
    }

    /** Forgets the pairs found. */
    void clear() {
        n = 0;
    }

    /** In open space without a cut-off the partners are always the same. */
    private void updateEvery(double[] q) {
        if (!listed) {
            listEvery();
        }
        n = q.length / (3 * particles) * (particles * (particles - 1) / 2);
        for (int k = 0; k < n; k++) {
            int a = i[k];
            int b = j[k];
            double x = q[a] - q[b];
            double y = q[a + 1] - q[b + 1];
            double z = q[a + 2] - q[b + 2];
            double square = x * x + y * y + z * z;
            dx[k] = x;
            dy[k] = y;
            dz[k] = z;
            double distance = Math.sqrt(square);
            r[k] = distance;
            if (!(square > 0.0 && square < Double.POSITIVE_INFINITY)) {
                throw diverged(a, b, distance);
            }
        }
    }

    private void listEvery() {
        int perReplica = particles * (particles - 1) / 2;
        int k = 0;
        for (int first = 0; k < r.length && perReplica > 0; first += 3 * particles) {
            int end = first + 3 * particles;
            for (int a = first; a < end; a += 3) {
                for (int b = a + 3; b < end; b += 3) {
                    i[k] = a;
                    j[k] = b;
                    k++;
                }
            }
        }
        listed = true;
    }

    /** Keeps the pair of the particles whose first coordinates are a and b, if it is within the cut-off. */
    void consider(double[] q, int a, int b) {
        double x = q[a] - q[b];
        double y = q[a + 1] - q[b + 1];
        double z = q[a + 2] - q[b + 2];
        if (triclinic) {
            considerInLattice(a, b, x, y, z);
        } else {
            keep(a, b, nearest(x, periodX), nearest(y, periodY), nearest(z, periodZ));
        }
    }

    private void considerInLattice(int a, int b, double x, double y, double z) {
        double na = Math.rint(lattice.alongA(x, y, z));
        double nb = Math.rint(lattice.alongB(x, y, z));
        double nc = Math.rint(lattice.alongC(x, y, z));
        keep(a, b, x - lattice.x(na, nb, nc), y - lattice.y(na, nb, nc), z - lattice.z(na, nb, nc));
    }

    private void keep(int a, int b, double x, double y, double z) {
        double square = x * x + y * y + z * z;
        if (!(square > 0.0 && square < Double.POSITIVE_INFINITY)) {
            throw diverged(a, b, Math.sqrt(square));
        }
        if (square >= cutoffSquared) {
            return;
        }
        if (n == r.length) {
            allocate(2 * n + 1);
        }
        listed = false;
        i[n] = a;
        j[n] = b;
        dx[n] = x;
        dy[n] = y;
        dz[n] = z;
        r[n] = Math.sqrt(square);
        n++;
    }

    /** The nearest image along an axis of an orthogonal box. */
    static double nearest(double difference, double period) {
        return period > 0.0 ? difference - period * Math.rint(difference / period) : difference;
    }
}
