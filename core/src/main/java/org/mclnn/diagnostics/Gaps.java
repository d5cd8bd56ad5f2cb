package org.mclnn.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/**
 * Where particles were not seen.
 *
 * @param looked frames looked at: all, or evenly spread ones of a run with more than {@value #MOST} positions
 * @param missing positions not seen in them
 * @param share of all positions in them
 * @param shortTracks particles seen in less than half of them
 * @param shortest share of them in which the particle was seen that was seen least
 */
public record Gaps(int looked, long missing, double share, List<String> shortTracks, double shortest)
        implements Diagnostic {
    private static final long MOST = 20_000_000;
    private static final double SHORT = 0.5;
    private static final double MANY = 0.3;

    public Gaps {
        shortTracks = List.copyOf(shortTracks);
    }

    static Gaps of(Trajectory run) {
        if (run.isComplete()) {
            return new Gaps(run.frames(), 0, 0.0, List.of(), 1.0);
        }
        int n = run.particles();
        int looked = (int) Math.min(run.frames(), Math.max(1, MOST / n));
        var seen = new int[n];
        long all = 0;
        for (int k = 0; k < looked; k++) {
            int frame = (int) ((long) k * run.frames() / looked);
            for (int i = 0; i < n; i++) {
                if (run.isSeen(frame, i)) {
                    seen[i]++;
                    all++;
                }
            }
        }
        var shortTracks = new ArrayList<String>();
        int least = looked;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, seen[i]);
            if (seen[i] < SHORT * looked) {
                shortTracks.add(run.labels().get(i));
            }
        }
        long missing = (long) looked * n - all;
        return new Gaps(looked, missing, (double) missing / ((long) looked * n), shortTracks, (double) least / looked);
    }

    @Override
    public String topic() {
        return "gaps";
    }

    @Override
    public Finding finding(Units units) {
        if (missing == 0) {
            return Finding.ok("every particle in every frame");
        }
        var says = Text.count(missing, "position") + " missing (" + Text.percent(share) + "), not filled in";
        if (!shortTracks.isEmpty()) {
            return Finding.warning(
                    says + "; " + Text.particles(shortTracks) + " seen in less than half of the frames",
                    "Windows in which a particle is seen less than twice are left out: if "
                            + (shortTracks.size() == 1 ? "it does" : "they do")
                            + " not matter to the others, take short tracks out of the file");
        }
        return share > MANY
                ? Finding.warning(says, "Longer windows (--frames) see each particle more often")
                : Finding.ok(says);
    }
}
