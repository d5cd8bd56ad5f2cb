package org.mclnn.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Coverage;

/**
 * Some particles in some frames, each with its partners within the cut-off, its velocity and its acceleration (theory, T77): at most
 * {@value #MOST_ROWS} of them, and at most {@value #MOST_DISTANCES} distances looked at. Frames in which a particle is missing are left
 * out, and accelerations that change too much within a few frames to be seen by differences.
 */
final class PairSample {
    private static final int MOST_ROWS = 300;
    private static final long MOST_DISTANCES = 600_000;
    private static final int PER_FRAME = 64;
    private static final double SHARP = 0.5;
    private static final double NOISY = 5.0; // standard deviations, three axes together

    /** One particle in one frame; arrays are not to be changed. */
    static final class Row {
        final double[] acceleration = new double[3];
        final double[] coarse = new double[3]; // from frames twice as far away
        final double[] velocity = new double[3];
        final double[] distances;
        final double[] directions; // unit vectors from each partner to the particle
        double noise; // variance of each acceleration, for positions whose noise has variance 1
        double differenceNoise; // of coarse - acceleration
        double mass;

        private Row(int partners) {
            distances = new double[partners];
            directions = new double[3 * partners];
        }

        int partners() {
            return distances.length;
        }

        /** Whether accelerations from near and far frames agree to a part of them, but for the noise; false if one is missing. */
        private boolean isResolved(double sigma) {
            double squares = 0.0;
            double difference = 0.0;
            for (int axis = 0; axis < 3; axis++) {
                double off = coarse[axis] - acceleration[axis];
                squares += acceleration[axis] * acceleration[axis];
                difference += off * off;
            }
            return difference <= SHARP * SHARP * squares + NOISY * NOISY * sigma * sigma * differenceNoise;
        }
    }

    private final Stretches run;
    private final double cutoff;
    private final int lag;
    private final double[] masses;
    private final Box box;
    private final boolean periodic;
    private final double[] lattice;
    private double[] distances = new double[64];
    private double[] directions = new double[192];

    private PairSample(Trajectory file, Stretches run, double cutoff, int lag) {
        this.run = run;
        this.cutoff = cutoff;
        this.lag = lag;
        masses = file.massesOrOnes();
        box = file.box();
        periodic = box.isPeriodic();
        lattice = box.vectors();
    }

    /**
     * @param cutoff 0 if all pairs interact
     * @param lag frames to either side from which velocity and acceleration are taken
     * @param sigma noise of a coordinate
     */
    static List<Row> of(Trajectory file, Stretches run, double cutoff, int lag, double sigma, SplittableRandom random) {
        var sample = new PairSample(file, run, cutoff, lag);
        int n = file.particles();
        int perFrame = Math.min(n, PER_FRAME);
        int rows = (int) Math.max(1, Math.min(MOST_ROWS, MOST_DISTANCES / n));
        int places = run.frames() - 4 * lag;
        int looks = (int) Math.max(0, Math.min((rows + perFrame - 1) / perFrame, (long) places * run.count()));
        var found = new ArrayList<Row>();
        for (int look = 0; look < looks; look++) {
            long place = ((long) look * places * run.count() + random.nextInt(places * run.count())) / looks;
            int s = (int) (place / places);
            int k = 2 * lag + (int) (place % places);
            if (Arrays.stream(run.at(s, k)).noneMatch(Double::isNaN)) {
                for (int i : Stretches.some(n, perFrame, random)) {
                    var row = sample.row(s, k, i);
                    if (row.partners() > 0 && row.isResolved(sigma)) {
                        found.add(row);
                    }
                }
            }
        }
        return found;
    }

    /** The distances in a sample; absent where they tell no range. */
    static Optional<Coverage> coverage(List<Row> sample, double cutoff) {
        var all = sample.stream()
                .flatMapToDouble(row -> Arrays.stream(row.distances))
                .toArray();
        boolean varies = Arrays.stream(all).anyMatch(r -> r != all[0]);
        return varies ? Optional.of(Coverage.of(all, all.length, cutoff)) : Optional.empty();
    }

    private Row row(int s, int k, int i) {
        var row = partners(run.at(s, k), i);
        var fine = Stencil.around(run, s, k, lag);
        var coarse = Stencil.around(run, s, k, 2 * lag);
        for (int axis = 0; axis < 3; axis++) {
            int c = 3 * i + axis;
            double now = run.at(s, k)[c];
            double before = run.at(s, k - lag)[c];
            double after = run.at(s, k + lag)[c];
            row.acceleration[axis] = fine.acceleration(before, now, after);
            row.velocity[axis] = fine.velocity(before, after);
            row.coarse[axis] = coarse.acceleration(run.at(s, k - 2 * lag)[c], now, run.at(s, k + 2 * lag)[c]);
        }
        row.noise = fine.accelerationNoise();
        row.differenceNoise =
                row.noise + coarse.accelerationNoise(); // they share the middle: less than this by a fifth
        row.mass = masses[i];
        return row;
    }

    private Row partners(double[] q, int i) {
        int found = 0;
        for (int j = 0; j < q.length / 3; j++) {
            double x = q[3 * i] - q[3 * j];
            double y = q[3 * i + 1] - q[3 * j + 1];
            double z = q[3 * i + 2] - q[3 * j + 2];
            if (periodic) {
                double na = Math.rint(box.fraction(0, x, y, z));
                double nb = Math.rint(box.fraction(1, x, y, z));
                double nc = Math.rint(box.fraction(2, x, y, z));
                x -= na * lattice[0] + nb * lattice[3] + nc * lattice[6];
                y -= na * lattice[1] + nb * lattice[4] + nc * lattice[7];
                z -= na * lattice[2] + nb * lattice[5] + nc * lattice[8];
            }
            double r = Math.sqrt(x * x + y * y + z * z);
            if (r > 0.0 && (cutoff == 0.0 || r < cutoff)) {
                if (found == distances.length) {
                    distances = Arrays.copyOf(distances, 2 * found);
                    directions = Arrays.copyOf(directions, 6 * found);
                }
                distances[found] = r;
                directions[3 * found] = x / r;
                directions[3 * found + 1] = y / r;
                directions[3 * found + 2] = z / r;
                found++;
            }
        }
        var row = new Row(found);
        System.arraycopy(distances, 0, row.distances, 0, found);
        System.arraycopy(directions, 0, row.directions, 0, 3 * found);
        return row;
    }
}
