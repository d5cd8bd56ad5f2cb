package org.mclnn.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.VelocityVerlet;
import org.mclnn.potential.FormKernel;

/**
 * Windows rolled out from their starts, the sum of squared position errors, and its pullback. Windows go in groups, side by side in one
 * configuration, so that the law sees the pairs of a group in one batch. One per thread.
 *
 * <p>The walk back needs the positions after every step. They are stored where they fit; otherwise the state (q, v, a) is stored every
 * so many steps and the steps between are taken again, which gives the same bits for one more evaluation of the forces per step.
 */
final class Rollout {
    private static final int MOST_PAIRS = 128; // of a group, unless one window has more
    private static final long MOST_STORED = 1L << 22; // numbers on a path of which every step is stored: 32 MiB

    private final Windows windows;
    private final Clock clock;
    private final int common; // parameters, after which x holds the starts where they are unknown
    private final int width; // 3 N
    private final int group; // most windows side by side
    private final int spacing; // steps from one stored state to the next
    private final PairForces forces;
    private final double[][]
            stored; // [step / spacing, rounded up]: q, or q v a where the spacing is above 1; grows on first use
    private final double[][] between; // q of the steps that are taken again
    private int lastFrame; // of the group
    private int steps;
    private int[] frameOf = new int[0]; // [step]: the frame at whose end of the interval the step is
    private VelocityVerlet[] verlets = new VelocityVerlet[0]; // [frame]
    private double[] q = new double[0];
    private double[] v = new double[0];
    private double[] a = new double[0];
    private double[] qBar = new double[0];
    private double[] vBar = new double[0];
    private double[] aBar = new double[0];

    Rollout(Windows windows, Mechanics mechanics, int common) {
        this(windows, mechanics, common, spacing(windows, mechanics));
    }

    Rollout(Windows windows, Mechanics mechanics, int common, int spacing) {
        this.windows = windows;
        this.spacing = spacing;
        clock = new Clock(windows, mechanics);
        this.common = common;
        width = 3 * windows.particles();
        group = group(windows);
        forces = mechanics.forces(group);
        stored = new double[1 + (mostSteps(windows, clock) + spacing - 1) / spacing][];
        between = new double[spacing][];
    }

    private static int mostSteps(Windows windows, Clock clock) {
        int most = 0;
        for (int w = 0; w < windows.count(); w++) {
            most = Math.max(most, clock.steps(w));
        }
        return most;
    }

    /** Windows whose frames are not equally spaced go one by one, each with its own steps. */
    private static int group(Windows windows) {
        if (!windows.equallySpaced()) {
            return 1;
        }
        long pairs = windows.particles() * (windows.particles() - 1L) / 2;
        return (int) Math.max(1, Math.min(windows.count(), MOST_PAIRS / pairs));
    }

    /** Every step where that fits; otherwise about sqrt(3 steps), for which 3 numbers per state and 1 per step between are fewest. */
    static int spacing(Windows windows, Mechanics mechanics) {
        long steps = mostSteps(windows, new Clock(windows, mechanics));
        long size = 3L * windows.particles() * group(windows);
        return steps * size <= MOST_STORED ? 1 : (int) Math.ceil(Math.sqrt(3.0 * steps));
    }

    /**
     * Sum over windows, predicted frames, particles and axes of the squared position error.
     *
     * @param law at the parameters
     * @param x parameters, then the starts where they are unknown
     * @param which windows, of which those from {@code from} (included) to {@code to} (excluded) are taken
     * @throws DivergedException naming windows, step, pair and distance
     */
    double sumOfSquares(FormKernel law, double[] x, int[] which, int from, int to) {
        double sum = 0.0;
        for (int at = from; at < to; ) {
            var members = group(which, at, to);
            sum += forward(law, x, members, false);
            at += members.length;
        }
        return sum;
    }

    /** The next windows that go side by side: they end at the same frame. */
    private int[] group(int[] which, int from, int to) {
        int end = from + 1;
        while (end < Math.min(to, from + group) && windows.last(which[end]) == windows.last(which[from])) {
            end++;
        }
        return Arrays.copyOfRange(which, from, end);
    }

    /** As {@link #sumOfSquares}; adds the gradient to dX. */
    double pullback(FormKernel law, double[] x, int[] which, int from, int to, double[] dX) {
        double sum = 0.0;
        for (int at = from; at < to; ) {
            var members = group(which, at, to);
            sum += forward(law, x, members, true);
            backward(law, members, dX);
            at += members.length;
        }
        return sum;
    }

    private double forward(FormKernel law, double[] x, int[] members, boolean store) {
        schedule(members);
        begin(x, members);
        int step = 0;
        double sum = 0.0;
        try {
            forces.accelerations(law, q, a);
            keep(store, 0);
            sum += error(members, 0, null);
            while (step < steps) {
                step++;
                verlets[frameOf[step]].step(law, q, v, a);
                keep(store, step);
                sum += error(members, step, null);
            }
        } catch (DivergedException e) {
            throw e.at("Rollout diverged at step " + step + " of window"
                    + (members.length == 1
                            ? " " + members[0]
                            : "s " + members[0] + " to " + members[members.length - 1]));
        }
        return sum;
    }

    /** Which step belongs to which frame, the same for all members. */
    private void schedule(int[] members) {
        int window = members[0];
        if (windows.equallySpaced() && verlets.length > 0 && windows.last(window) == lastFrame) {
            return;
        }
        lastFrame = windows.last(window);
        verlets = new VelocityVerlet[lastFrame + 1];
        var frame = new int[1];
        steps = 0;
        for (int f = 1; f <= lastFrame; f++) {
            verlets[f] = clock.verlet(window, f, forces);
            frame = Arrays.copyOf(frame, steps + 1 + clock.steps(window, f));
            Arrays.fill(frame, steps + 1, frame.length, f);
            steps = frame.length - 1;
        }
        frameOf = frame;
    }

    private boolean reaches(int step) {
        return step == steps || frameOf[step + 1] > frameOf[step];
    }

    private void begin(double[] x, int[] members) {
        int size = members.length * width;
        if (q.length != size) {
            q = new double[size];
            v = new double[size];
            a = new double[size];
            qBar = new double[size];
            vBar = new double[size];
            aBar = new double[size];
        }
        for (int w = 0; w < members.length; w++) {
            windows.start(x, common, members[w], q, v, w * width);
        }
    }

    private void keep(boolean store, int step) {
        if (!store || (step % spacing != 0 && step != steps)) {
            return;
        }
        int k = index(step);
        int size = q.length;
        int parts = spacing == 1 ? 1 : 3;
        if (stored[k] == null || stored[k].length < parts * size) {
            stored[k] = new double[parts * size];
        }
        System.arraycopy(q, 0, stored[k], 0, size);
        if (spacing > 1) {
            System.arraycopy(v, 0, stored[k], size, size);
            System.arraycopy(a, 0, stored[k], 2 * size, size);
        }
    }

    private int index(int step) {
        return (step + spacing - 1) / spacing;
    }

    /** Sum of squared errors of q if the step reaches a frame; adds twice the error to the adjoint if there is one. */
    private double error(int[] members, int step, double @Nullable [] adjoint) {
        int frame = frameOf[step];
        if (frame < windows.firstCompared() || !reaches(step)) {
            return 0.0;
        }
        double sum = 0.0;
        for (int w = 0; w < members.length; w++) {
            var observed = windows.at(members[w], frame);
            for (int k : windows.seen(members[w], frame)) {
                double e = q[w * width + k] - observed[k];
                sum += e * e;
                if (adjoint != null) {
                    adjoint[w * width + k] += 2.0 * e;
                }
            }
        }
        return sum;
    }

    private void backward(FormKernel law, int[] members, double[] dX) {
        Arrays.fill(qBar, 0.0);
        Arrays.fill(vBar, 0.0);
        Arrays.fill(aBar, 0.0);
        int step = steps;
        while (step > 0) {
            int from = (step - 1) / spacing * spacing;
            repeat(law, from, step);
            restore(step);
            while (true) {
                error(members, step, qBar);
                verlets[frameOf[step]].pullback(law, q, qBar, vBar, aBar, dX);
                step--;
                if (step == from) {
                    break;
                }
                System.arraycopy(between[step - from], 0, q, 0, q.length);
            }
        }
        restore(0);
        error(members, 0, qBar);
        forces.pullback(law, q, aBar, qBar, dX);
        for (int w = 0; w < members.length; w++) {
            windows.addStart(qBar, vBar, w * width, dX, common, members[w]);
        }
    }

    /** The steps between two stored states once more. */
    private void repeat(FormKernel law, int from, int to) {
        if (to - from == 1) {
            return;
        }
        restore(from);
        int size = q.length;
        System.arraycopy(stored[index(from)], size, v, 0, size);
        System.arraycopy(stored[index(from)], 2 * size, a, 0, size);
        for (int k = 1; k < to - from; k++) {
            verlets[frameOf[from + k]].step(law, q, v, a);
            if (between[k] == null || between[k].length < size) {
                between[k] = new double[size];
            }
            System.arraycopy(q, 0, between[k], 0, size);
        }
    }

    private void restore(int step) {
        System.arraycopy(stored[index(step)], 0, q, 0, q.length);
    }
}
