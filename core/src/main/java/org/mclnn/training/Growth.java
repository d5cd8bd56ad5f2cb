package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.Tangent;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;

/**
 * How much a change of a window's start has grown until time t: the root of the sum of squares of all entries of dq(t)/dq0 and of
 * dq(t)/dv0 / t. At least the largest growth of any change, at most the root of the number of unknowns times as much; a number without a
 * unit that does not depend on where the window ends; about 1 for each free particle. Its logarithm over t tends to the largest Lyapunov
 * exponent (Benettin et al., Meccanica 15:9, 1980).
 *
 * <p>The motion is linearised along the observed path, between frames a cubic in time, and not along a rollout: where it is chaotic a
 * rollout leaves the path. Of many coordinates a few random changes tell enough (Hutchinson, Commun. Stat. Simul. 18:1059, 1989). One per
 * thread.
 */
final class Growth {
    /** Beyond this a window tells nothing that a law is found by: rounding and what the law still lacks come back so many times as large. */
    static final double MOST = 1e4;

    private static final int DIRECTIONS = 8;
    private static final int POINTS = 4; // a cubic in time
    private static final long SEED = 1;

    private final Windows windows;
    private final Clock clock;
    private final Pairs pairs;
    private final PairForces forces;
    private final FormKernel law;
    private final int directions;
    private final Tangent tangent;
    private final double[] unused;
    private final double[] q; // between frames
    private double[] r = new double[0];
    private double[] slope = new double[0];
    private double[] curvature = new double[0];
    private double[] none = new double[0];

    Growth(Windows windows, Mechanics mechanics, FormPotential law) {
        this.windows = windows;
        clock = new Clock(windows, mechanics);
        pairs = mechanics.pairs();
        forces = mechanics.forces(1);
        this.law = law.kernel();
        unused = new double[law.form().size()];
        q = new double[3 * windows.particles()];
        directions = Math.min(windows.active().length, DIRECTIONS);
        tangent = new Tangent(windows.particles(), windows.planar(), 2 * directions);
    }

    /** The last frame of each window until which no change of its start grows beyond a limit. */
    static int[] ends(Windows windows, Mechanics mechanics, FormPotential law, double most, Workers workers) {
        var chunks = new Chunks(windows.count());
        var ends = new int[windows.count()];
        workers.run(chunks.count(), c -> {
            var growth = new Growth(windows, mechanics, law);
            for (int w = chunks.first(c); w < chunks.first(c + 1); w++) {
                ends[w] = growth.until(w, most).length - 1;
            }
        });
        return ends;
    }

    /** The growth at each frame of a window until it is beyond a limit for the first time; 1 at the start. */
    double[] until(int window, double most) {
        var growth = new double[windows.last(window) + 1];
        growth[0] = 1.0;
        try {
            var path = Filled.positions(windows, clock, window);
            start();
            look(path[0]);
            forces.tangent(pairs, slope, curvature, none, 0, tangent);
            for (int f = 1; f < growth.length; f++) {
                var verlet = clock.verlet(window, f, forces);
                int steps = clock.steps(window, f);
                for (int s = 1; s <= steps; s++) {
                    look(s == steps ? path[f] : between(path, window, f, (double) s / steps));
                    verlet.tangent(pairs, slope, curvature, none, 0, tangent);
                }
                growth[f] = size(clock.time(window, f));
                if (!(growth[f] <= most)) {
                    return Arrays.copyOf(growth, f);
                }
            }
            return growth;
        } catch (DivergedException e) {
            return Arrays.copyOf(growth, 1); // two particles at one place on the way
        }
    }

    /** Each coordinate of the start by itself, or so many random changes of all of them. */
    private void start() {
        tangent.clear();
        var active = windows.active();
        var random = new SplittableRandom(SEED);
        for (int k = 0; k < active.length; k++) {
            for (int d = 0; d < directions; d++) {
                double change = sampled() ? (random.nextBoolean() ? 1.0 : -1.0) : (d == k ? 1.0 : 0.0);
                tangent.start(active[k] / 3, active[k] % 3, d, change, 0.0);
                tangent.start(active[k] / 3, active[k] % 3, directions + d, 0.0, change);
            }
        }
    }

    private boolean sampled() {
        return directions < windows.active().length;
    }

    private double size(double time) {
        double positions = 0.0;
        double velocities = 0.0;
        for (int c : windows.active()) {
            var row = tangent.position(c / 3, c % 3);
            for (int d = 0; d < directions; d++) {
                positions += row[d] * row[d];
                velocities += row[directions + d] * row[directions + d];
            }
        }
        double sum = positions + velocities / (time * time);
        return Math.sqrt(sampled() ? sum / directions : sum);
    }

    /** Positions a share of the interval before a frame, by Lagrange's polynomial through the nearest frames. */
    private double[] between(double[][] path, int window, int frame, double share) {
        int points = Math.min(POINTS, path.length);
        int first = Math.max(0, Math.min(frame - points / 2, path.length - points));
        double t = clock.time(window, frame - 1) + share * (clock.time(window, frame) - clock.time(window, frame - 1));
        Arrays.fill(q, 0.0);
        for (int a = first; a < first + points; a++) {
            double weight = 1.0;
            for (int b = first; b < first + points; b++) {
                if (b != a) {
                    weight *= (t - clock.time(window, b)) / (clock.time(window, a) - clock.time(window, b));
                }
            }
            for (int c = 0; c < q.length; c++) {
                q[c] += weight * path[a][c];
            }
        }
        return q;
    }

    private void look(double[] at) {
        pairs.update(at);
        int n = pairs.count();
        if (r.length < n) {
            r = new double[n];
            slope = new double[n];
            curvature = new double[n];
            none = new double[n * tangent.columns()];
        }
        pairs.copyDistances(r, 0);
        law.pullback(r, n, none, slope, curvature, unused);
    }
}
