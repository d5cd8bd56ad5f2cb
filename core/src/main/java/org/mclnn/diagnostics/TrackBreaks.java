package org.mclnn.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.dynamics.Trajectory;

/**
 * Finds {@link Jumps}. With displacement u from frame k to k + 1 in time dt and velocities vL, vR in the intervals before and after, the
 * break is J = u - dt (vL + vR)/2: zero for even motion, at most dt |vR - vL|/2 where velocities change within the interval.
 */
final class TrackBreaks {
    private static final double UNUSUAL = 8.0; // times the particle's typical break
    private static final double ROUNDED =
            2.0; // steps of rounding in one coordinate of J at most: four positions, half a step each
    private static final double TURN = 2.0; // times dt |vR - vL|
    private static final double STEPS = 2.0; // times the largest of the steps before and after, of any particle
    private static final double FITS = 0.1; // of the break: what is left of it when two are exchanged
    private static final double ALL = 0.8;
    private static final double SAME_LENGTH = 0.1;

    private final Trajectory names;
    private final Stretches run;
    private final double[][][] sizes; // |J| [stretch][frame k][particle]
    private final double[] usual; // of each particle, the largest break that is not looked at
    private final List<Jumps.Swap> swaps = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private final List<Leap> leaps = new ArrayList<>();
    private final List<Jumps.Jump> spikes = new ArrayList<>();

    /** A jump with its components. */
    private record Leap(int frame, int particle, double x, double y, double z) {
        double along(int axis) {
            return axis == 0 ? x : axis == 1 ? y : z;
        }

        double length() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        /** The axis along which it goes, to a fifth; -1 if there is none. */
        int axis() {
            for (int axis = 0; axis < 3; axis++) {
                if (Math.abs(along(axis)) > 0.98 * length()) {
                    return axis;
                }
            }
            return -1;
        }
    }

    private TrackBreaks(Trajectory names, Stretches run, double grid) {
        this.names = names;
        this.run = run;
        sizes = sizes();
        double rounding = ROUNDED * grid * Math.sqrt(run.axes());
        usual = Arrays.stream(typical())
                .map(typical -> UNUSUAL * typical + rounding)
                .toArray();
    }

    /** @param grid to which positions are rounded, 0 if not */
    static Jumps find(Trajectory names, Stretches run, double grid) {
        var found = new TrackBreaks(names, run, grid);
        for (int s = 0; s < run.count(); s++) {
            for (int k = 1; k + 2 < run.frames(); k++) {
                if (found.isUnusual(s, k)) {
                    found.look(s, k);
                }
            }
        }
        return found.sorted();
    }

    private double[][][] sizes() {
        var all = new double[run.count()][run.frames()][];
        for (int s = 0; s < run.count(); s++) {
            for (int k = 1; k + 2 < run.frames(); k++) {
                all[s][k] = sizes(new FrameGap(run, s, k));
            }
        }
        return all;
    }

    /** As {@link FrameGap#jump} for each particle, without calls: this is done for every frame. */
    private double[] sizes(FrameGap gap) {
        double half = 0.5 * gap.dt;
        double before = half / gap.left;
        double after = half / gap.right;
        var row = new double[run.particles()];
        for (int i = 0; i < row.length; i++) {
            double square = 0.0;
            for (int c = 3 * i; c < 3 * i + 3; c++) {
                double jump =
                        gap.q2[c] - gap.q1[c] - before * (gap.q1[c] - gap.q0[c]) - after * (gap.q3[c] - gap.q2[c]);
                square += jump * jump;
            }
            row[i] = Math.sqrt(square);
        }
        return row;
    }

    /** The break of each particle as it mostly is, outliers hardly counted. */
    private double[] typical() {
        var roots = new double[run.particles()];
        var count = new int[run.particles()];
        for (var stretch : sizes) {
            for (int k = 1; k + 2 < stretch.length; k++) {
                for (int i = 0; i < roots.length; i++) {
                    double jump = stretch[k][i];
                    if (!Double.isNaN(jump)) {
                        roots[i] += Math.sqrt(jump);
                        count[i]++;
                    }
                }
            }
        }
        for (int i = 0; i < roots.length; i++) {
            double mean = roots[i] / Math.max(1, count[i]);
            roots[i] = mean * mean;
        }
        return roots;
    }

    /** From the smallest coordinate along an axis to the largest. */
    private double range(int axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < run.count(); s++) {
            for (int k = 0; k < run.frames(); k++) {
                var q = run.at(s, k);
                for (int c = axis; c < q.length; c += 3) {
                    if (!Double.isNaN(q[c])) {
                        low = Math.min(low, q[c]);
                        high = Math.max(high, q[c]);
                    }
                }
            }
        }
        return high - low;
    }

    private boolean isUnusual(int stretch, int k) {
        var row = sizes[stretch][k];
        for (int i = 0; i < row.length; i++) {
            if (row[i] > usual[i]) {
                return true;
            }
        }
        return false;
    }

    private void look(int stretch, int k) {
        int seen = 0;
        var unusual = new ArrayList<Integer>();
        for (int i = 0; i < usual.length; i++) {
            double jump = sizes[stretch][k][i];
            seen += Double.isNaN(jump) ? 0 : 1;
            if (jump > usual[i]) {
                unusual.add(i);
                lookForSpike(stretch, k + 1, i);
            }
        }
        var gap = new FrameGap(run, stretch, k);
        removeSwapped(gap, unusual);
        double fastest = fastest(gap, stretch, k);
        unusual.removeIf(i -> !isBreak(gap, stretch, k, i, fastest));
        if (unusual.size() >= 2 && unusual.size() >= ALL * seen) {
            breaks.add(gap.number);
            return;
        }
        for (int i : unusual) {
            if (leaps.size() < Jumps.MOST) {
                leaps.add(new Leap(
                        gap.number,
                        i,
                        gap.along(3 * i, 3 * i),
                        gap.along(3 * i + 1, 3 * i + 1),
                        gap.along(3 * i + 2, 3 * i + 2)));
            }
        }
    }

    /** Whether J is more than a turn explains, or a step of this size. */
    private boolean isBreak(FrameGap gap, int stretch, int k, int i, double step) {
        return sizes[stretch][k][i] > usual[i] + TURN * gap.turn(i) + STEPS * step;
    }

    /** Largest step before or after of any particle, but for those that break there: what is hit may be as fast in between. */
    private double fastest(FrameGap gap, int stretch, int k) {
        boolean first = k < 2;
        boolean last = k + 3 >= run.frames();
        var before = first ? gap : new FrameGap(run, stretch, k - 1);
        var after = last ? gap : new FrameGap(run, stretch, k + 1);
        double most = 0.0;
        for (int i = 0; i < usual.length; i++) {
            double step = gap.step(i);
            if (step > most
                    && (first || !isBreak(before, stretch, k - 1, i, before.step(i)))
                    && (last || !isBreak(after, stretch, k + 1, i, after.step(i)))) {
                most = step;
            }
        }
        return most;
    }

    /** Notes pairs that go on as each other, and takes them out. */
    private void removeSwapped(FrameGap gap, List<Integer> unusual) {
        for (int a = 0; a < unusual.size(); a++) {
            for (int b = a + 1; b < unusual.size(); b++) {
                int i = unusual.get(a);
                int j = unusual.get(b);
                double broken = Math.min(gap.jump(i, i), gap.jump(j, j));
                if (Math.max(gap.jump(i, j), gap.jump(j, i)) < FITS * broken && gap.apart(i, j)) {
                    if (swaps.size() < Jumps.MOST) {
                        swaps.add(new Jumps.Swap(
                                gap.number,
                                names.labels().get(i),
                                names.labels().get(j)));
                    }
                    unusual.remove(b);
                    unusual.remove(a);
                    a--;
                    break;
                }
            }
        }
    }

    /** A particle that is away in frame k and back in the next. */
    private void lookForSpike(int stretch, int k, int i) {
        if (k + 2 >= run.frames()) {
            return;
        }
        var a = run.at(stretch, k - 2);
        var b = run.at(stretch, k - 1);
        var q = run.at(stretch, k);
        var d = run.at(stretch, k + 1);
        var e = run.at(stretch, k + 2);
        double share = (run.time(stretch, k) - run.time(stretch, k - 1))
                / (run.time(stretch, k + 1) - run.time(stretch, k - 1));
        int c = 3 * i;
        double off = FrameGap.norm(
                q[c] - b[c] - share * (d[c] - b[c]),
                q[c + 1] - b[c + 1] - share * (d[c + 1] - b[c + 1]),
                q[c + 2] - b[c + 2] - share * (d[c + 2] - b[c + 2]));
        double around = Math.max(distance(a, b, c), distance(d, e, c));
        if (off > usual[i] + 3.0 * around + 2.0 * distance(b, d, c) && spikes.size() < Jumps.MOST) {
            spikes.add(new Jumps.Jump(run.number(stretch, k), names.labels().get(i), off));
        }
    }

    private static double distance(double[] p, double[] q, int c) {
        return FrameGap.norm(p[c] - q[c], p[c + 1] - q[c + 1], p[c + 2] - q[c + 2]);
    }

    /** Jumps of a common length across the whole range are those of a periodic box. */
    private Jumps sorted() {
        var periods = new Double[] {0.0, 0.0, 0.0};
        int wraps = 0;
        for (int axis = 0; axis < 3; axis++) {
            int along = axis;
            var lengths = leaps.stream()
                    .filter(leap -> leap.axis() == along)
                    .mapToDouble(leap -> Math.abs(leap.along(along)))
                    .sorted()
                    .toArray();
            double middle = lengths.length < 2 ? 0.0 : lengths[lengths.length / 2];
            if (middle > 0.0 && Math.abs(middle - range(axis)) < SAME_LENGTH * range(axis)) {
                var box = Arrays.stream(lengths)
                        .filter(length -> Math.abs(length - middle) <= SAME_LENGTH * middle)
                        .toArray();
                periods[axis] = Arrays.stream(box).sum() / box.length;
                wraps += box.length;
            }
        }
        var jumps = leaps.stream()
                .filter(leap -> leap.axis() < 0
                        || !(Math.abs(Math.abs(leap.along(leap.axis())) - periods[leap.axis()])
                                <= SAME_LENGTH * periods[leap.axis()]))
                .map(leap -> new Jumps.Jump(leap.frame, names.labels().get(leap.particle), leap.length()))
                .toList();
        return new Jumps(swaps, wraps, Arrays.asList(periods), breaks, jumps, spikes);
    }
}
