package org.mclnn.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/**
 * How much there is: enough to begin with, or not.
 *
 * @param duration time from the first frame to the last
 * @param moves whether any particle is elsewhere in some frame than in another, of up to {@value #LOOKS} frames looked at
 * @param badMasses particles whose mass is not positive and finite
 */
public record Extent(int frames, int particles, int dimensions, double duration, boolean moves, List<String> badMasses)
        implements Diagnostic {
    private static final int LEAST_FRAMES = 3; // an acceleration takes three
    private static final int LOOKS = 200;

    public Extent {
        badMasses = List.copyOf(badMasses);
    }

    static Extent of(Trajectory run) {
        var bad = new ArrayList<String>();
        var masses = run.masses();
        for (int i = 0; i < masses.length; i++) {
            if (!(masses[i] > 0.0 && masses[i] < Double.POSITIVE_INFINITY)) {
                bad.add(run.labels().get(i));
            }
        }
        return new Extent(
                run.frames(),
                run.particles(),
                run.dimensions(),
                run.time(run.frames() - 1) - run.time(0),
                moves(run),
                bad);
    }

    private static boolean moves(Trajectory run) {
        var before = new double[3 * run.particles()];
        Arrays.fill(before, Double.NaN);
        int looks = Math.min(LOOKS, run.frames());
        for (int k = 0; k < looks; k++) {
            var now = run.positions((int) ((long) k * (run.frames() - 1) / Math.max(1, looks - 1)));
            for (int c = 0; c < now.length; c++) {
                if (Math.abs(now[c] - before[c]) > 0.0) { // false for NaN
                    return true;
                }
                before[c] = Double.isNaN(now[c]) ? before[c] : now[c];
            }
        }
        return false;
    }

    @Override
    public String topic() {
        return "data";
    }

    @Override
    public Finding finding(Units units) {
        if (particles < 2) {
            return Finding.stop(
                    "there is 1 particle",
                    "A law between pairs needs at least 2: give the tracks of all particles that act on each other");
        }
        if (frames < LEAST_FRAMES) {
            return Finding.stop(
                    Text.count(frames, "frame") + ", and an acceleration takes " + LEAST_FRAMES, "Give a longer run");
        }
        if (!badMasses.isEmpty()) {
            return Finding.stop(
                    "the mass of " + Text.particles(badMasses) + " is not positive", "Give masses above 0, or none");
        }
        if (!moves) {
            return Finding.stop(
                    "no particle moves",
                    "A law is learned from how particles move: give a part of the run in which they do, or look whether"
                            + " the columns of the positions are the right ones");
        }
        return Finding.ok(frames + " frames over " + Text.of(duration, units.time()) + ", "
                + Text.count(particles, "particle") + " in " + dimensions + "-D");
    }
}
