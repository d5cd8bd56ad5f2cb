package org.mclnn.training;

import java.util.Arrays;
import org.mclnn.dynamics.Pairs;
import org.mclnn.potential.Coverage;

/** Which distances windows hold: those between particles that were both observed. */
final class SeenDistances {
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
        var before = mechanics.pairs();
        var after = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            for (int f = 1; f <= windows.last(w); f++) {
                before.update(path[f - 1]);
                after.update(path[f]);
                for (int p = 0; p < before.count(); p++) {
                    if (!observed(windows, w, f - 1, before, p) || !observed(windows, w, f, after, p)) {
                        continue;
                    }
                    int one = coverage.bandOf(before.distance(p));
                    int other = coverage.bandOf(after.distance(p));
                    for (int gap = Math.min(one, other); gap < Math.max(one, other); gap++) {
                        crossed[gap] = true;
                    }
                }
            }
        }
        return crossed;
    }
}
