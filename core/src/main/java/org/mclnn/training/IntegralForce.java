package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.Tangent;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PairKernel;
import org.mclnn.potential.PotentialForm;

/**
 * Positions explained by accelerations along the observed path, taken as linear between frames and integrated twice; what remains of each
 * coordinate is the straight line q0 + v0 t of the window's start. For a law that is linear in theta this is one linear least squares.
 * Noise is averaged over the window instead of amplified by differences. Off by O(h^2): the training through rollouts starts from it.
 */
final class IntegralForce {
    private final Windows windows;
    private final Clock clock;
    private final PairForces forces;
    private final Pairs pairs;
    private final int width;
    private final double[][][] path; // [window][frame][3N], filled

    IntegralForce(Windows windows, Mechanics mechanics) {
        this.windows = windows;
        clock = new Clock(windows, mechanics);
        forces = mechanics.forces(1);
        pairs = mechanics.pairs();
        width = 3 * windows.particles();
        path = new double[windows.count()][][];
        for (int w = 0; w < path.length; w++) {
            path[w] = Filled.positions(windows, clock, w);
        }
    }

    /** Equations of the theta of a form that is linear in it, around theta = 0; unknown starts are eliminated. */
    NormalEquations equations(PotentialForm form) {
        int size = form.size();
        var out = new NormalEquations(size);
        var law = form.at(new double[size]).kernel();
        for (int w = 0; w < windows.count(); w++) {
            var rows = rows(law, size, w); // [frame][coordinate][parameter]
            for (int c : windows.active()) {
                var line = new Line(w, c);
                var kept = new double[line.frames.length][];
                for (int k = 0; k < kept.length; k++) {
                    kept[k] = rows[line.frames[k]][c];
                }
                var column = new double[kept.length];
                for (int p = 0; p < size; p++) {
                    for (int k = 0; k < kept.length; k++) {
                        column[k] = kept[k][p];
                    }
                    line.remove(column);
                    for (int k = 0; k < kept.length; k++) {
                        kept[k][p] = column[k];
                    }
                }
                var residuals = line.observed();
                line.remove(residuals);
                for (int k = 0; k < kept.length; k++) {
                    residuals[k] = -residuals[k];
                }
                out.add(kept, residuals, kept.length);
            }
        }
        return out;
    }

    private double[][][] rows(FormKernel law, int size, int window) {
        var rows = new double[windows.last(window) + 1][width][size];
        var velocity = new double[width][size];
        var before = new Tangent(windows.particles(), windows.planar(), size);
        var after = new Tangent(windows.particles(), windows.planar(), size);
        tangent(law, path[window][0], before);
        for (int f = 1; f < rows.length; f++) {
            tangent(law, path[window][f], after);
            double h = clock.time(window, f) - clock.time(window, f - 1);
            for (int c : windows.active()) {
                integrate(
                        h,
                        rows[f - 1][c],
                        velocity[c],
                        before.acceleration(c / 3, c % 3),
                        after.acceleration(c / 3, c % 3),
                        rows[f][c]);
            }
            var swap = before;
            before = after;
            after = swap;
        }
        return rows;
    }

    private void tangent(FormKernel law, double[] q, Tangent out) {
        pairs.update(q);
        int n = pairs.count();
        var r = new double[n];
        pairs.copyDistances(r, 0);
        var slope = new double[n];
        var curvature = new double[n];
        var slopeRows = new double[n * out.columns()];
        law.rows(r, n, slope, curvature, slopeRows, out.columns());
        forces.tangent(pairs, slope, curvature, slopeRows, 0, out);
    }

    /** One interval h of x'' going linearly from before to after. */
    private static void integrate(
            double h, double[] x, double[] velocity, double[] before, double[] after, double[] out) {
        for (int p = 0; p < out.length; p++) {
            out[p] = x[p] + h * velocity[p] + h * h / 6.0 * (2.0 * before[p] + after[p]);
            velocity[p] += 0.5 * h * (before[p] + after[p]);
        }
    }

    /** The starts that suit a law best. */
    Starts starts(FormPotential law) {
        var starts = Starts.atRest(windows);
        if (windows.startsKnown()) {
            return starts;
        }
        var kernel = law.kernel();
        for (int w = 0; w < windows.count(); w++) {
            var bent = bent(kernel, w);
            for (int c : windows.active()) {
                var line = new Line(w, c);
                var left = line.observed();
                for (int k = 0; k < left.length; k++) {
                    left[k] -= bent[line.frames[k]][c];
                }
                line.start(left, c, starts.q0[w], starts.v0[w]);
            }
        }
        return starts;
    }

    /** Twice integrated accelerations at the frames of a window, [frame][coordinate]. */
    private double[][] bent(PairKernel law, int window) {
        var bent = new double[windows.last(window) + 1][width];
        var velocity = new double[width];
        var before = new double[width];
        var after = new double[width];
        forces.accelerations(law, path[window][0], before);
        for (int f = 1; f < bent.length; f++) {
            forces.accelerations(law, path[window][f], after);
            double h = clock.time(window, f) - clock.time(window, f - 1);
            integrate(h, bent[f - 1], velocity, before, after, bent[f]);
            var swap = before;
            before = after;
            after = swap;
        }
        return bent;
    }

    /** The straight line in time through one coordinate of a window, by least squares; nothing where the start is known. */
    private final class Line {
        private final int window;
        private final int coordinate;
        private final int[] frames; // at which the coordinate was observed
        private final double mean; // time
        private final double spread;

        Line(int window, int coordinate) {
            this.window = window;
            this.coordinate = coordinate;
            frames = IntStream.rangeClosed(windows.firstCompared(), windows.last(window))
                    .filter(f -> !Double.isNaN(windows.at(window, f)[coordinate]))
                    .toArray();
            mean = Arrays.stream(frames).mapToDouble(f -> clock.time(window, f)).sum() / Math.max(1, frames.length);
            spread = Arrays.stream(frames)
                    .mapToDouble(f -> (clock.time(window, f) - mean) * (clock.time(window, f) - mean))
                    .sum();
        }

        /** Positions as observed, less the known line where the start is known. */
        double[] observed() {
            var values = new double[frames.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = windows.at(window, frames[k])[coordinate];
                if (windows.startsKnown()) {
                    values[k] -= windows.at(window, 0)[coordinate]
                            + windows.velocity(window)[coordinate] * clock.time(window, frames[k]);
                }
            }
            return values;
        }

        private double level(double[] values) {
            return Arrays.stream(values).sum() / Math.max(1, values.length);
        }

        private double slope(double[] values) {
            double sum = 0.0;
            for (int k = 0; k < values.length; k++) {
                sum += values[k] * (clock.time(window, frames[k]) - mean);
            }
            return spread > 0.0 ? sum / spread : 0.0;
        }

        void remove(double[] values) {
            if (windows.startsKnown()) {
                return;
            }
            double level = level(values);
            double slope = slope(values);
            for (int k = 0; k < values.length; k++) {
                values[k] -= level + slope * (clock.time(window, frames[k]) - mean);
            }
        }

        void start(double[] values, int c, double[] q0, double[] v0) {
            v0[c] = slope(values);
            q0[c] = level(values) - v0[c] * mean;
        }
    }
}
