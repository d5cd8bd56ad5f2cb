package org.mclnn.training;

import java.util.Arrays;
import org.mclnn.dynamics.Pairs;
import org.mclnn.potential.Coverage;

/** Which distances windows hold: those between particles that were both observed. */
final class SeenDistances {
    private static final double SAME_WAY = 0.5; // of the speed across a gap, before it or after

    private SeenDistances() {}

    /** Of all frames of all windows, bands joined where a pair went across. */
    static Coverage coverage(Windows windows, Mechanics mechanics) {
        var pairs = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        var seen = new double[1024];
        int n = 0;
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            for (int f = 0; f <= windows.last(w); f++) {
                pairs.update(path[f]);
                if (n + pairs.count() > seen.length) {
                    seen = Arrays.copyOf(seen, Math.max(2 * seen.length, n + pairs.count()));
                }
                for (int p = 0; p < pairs.count(); p++) {
                    if (observed(windows, w, f, pairs, p)) {
                        seen[n++] = pairs.distance(p);
                    }
                }
            }
        }
        var coverage = Coverage.of(seen, n, mechanics.cutoff());
        return coverage.bands().size() == 1 ? coverage : coverage.joined(crossed(windows, mechanics, coverage));
    }

    private static boolean observed(Windows windows, int window, int frame, Pairs pairs, int pair) {
        var q = windows.at(window, frame);
        return !Double.isNaN(q[3 * pairs.first(pair)]) && !Double.isNaN(q[3 * pairs.second(pair)]);
    }

    /** Which gaps between bands some pair crossed from one frame to the next. With a cut-off pairs come and go and are not followed. */
    private static boolean[] crossed(Windows windows, Mechanics mechanics, Coverage coverage) {
        var crossed = new boolean[coverage.bands().size() - 1];
        if (mechanics.cutoff() > 0) {
            return crossed;
        }
        var pairs = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            var distances = new double[windows.last(w) + 1][]; // [frame][pair], NaN where not observed; four at a time
            int ahead = 0;
            for (int f = 1; f < distances.length; f++) {
                for (; ahead <= Math.min(f + 1, windows.last(w)); ahead++) {
                    distances[ahead] = distances(windows, w, ahead, path, pairs);
                }
                if (f > 2) {
                    distances[f - 3] = new double[0];
                }
                for (int p = 0; p < distances[f].length; p++) {
                    int one = coverage.bandOf(distances[f - 1][p]);
                    int other = coverage.bandOf(distances[f][p]);
                    if (one >= 0 && other >= 0 && one != other && goesOn(distances, clock, w, f, p)) {
                        Arrays.fill(crossed, Math.min(one, other), Math.max(one, other), true);
                    }
                }
            }
        }
        return crossed;
    }

    private static double[] distances(Windows windows, int window, int frame, double[][] path, Pairs pairs) {
        pairs.update(path[frame]);
        var distances = new double[pairs.count()];
        for (int p = 0; p < distances.length; p++) {
            distances[p] = observed(windows, window, frame, pairs, p) ? pairs.distance(p) : Double.NaN;
        }
        return distances;
    }

    /** Whether a pair went the same way in the interval before or after one that ends at a frame, and not much slower: a wrong row does not. */
    private static boolean goesOn(double[][] distances, Clock clock, int window, int frame, int pair) {
        double across = speed(distances, clock, window, frame, pair);
        return (frame > 1 && speed(distances, clock, window, frame - 1, pair) / across >= SAME_WAY)
                || (frame + 1 < distances.length
                        && speed(distances, clock, window, frame + 1, pair) / across >= SAME_WAY);
    }

    /** How fast a distance grows in the interval that ends at a frame. */
    private static double speed(double[][] distances, Clock clock, int window, int frame, int pair) {
        return (distances[frame][pair] - distances[frame - 1][pair])
                / (clock.time(window, frame) - clock.time(window, frame - 1));
    }
}
