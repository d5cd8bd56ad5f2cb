package org.mclnn.diagnostics;

import java.util.List;
import org.mclnn.potential.Units;

/**
 * Places where tracks break (theory, T72): between frames k and k + 1 a particle's position is compared with where it goes on from both
 * sides. What no force can do counts: jumps of more than twice the steps around, after which the particle moves on as before.
 *
 * @param swaps of two particles that each go on where the other was headed; only what is further apart than a collision allows
 * @param wraps jumps along an axis by a common length, from one end of the range to the other
 * @param periods that length for x, y, z; 0 where there are none
 * @param breaks frames at which all particles jump
 * @param jumps that remain, and {@code spikes}, away and back in a frame; at most {@value #MOST} of each are kept
 */
public record Jumps(
        List<Swap> swaps, int wraps, List<Double> periods, List<Integer> breaks, List<Jump> jumps, List<Jump> spikes)
        implements Diagnostic {
    static final int MOST = 10_000;

    /** Two particles that have each other's names from a frame on. */
    public record Swap(int frame, String first, String second) {}

    /**
     * A particle elsewhere from a frame on, or in this frame alone.
     *
     * @param length how far
     */
    public record Jump(int frame, String particle, double length) {}

    public Jumps {
        swaps = List.copyOf(swaps);
        periods = List.copyOf(periods);
        breaks = List.copyOf(breaks);
        jumps = List.copyOf(jumps);
        spikes = List.copyOf(spikes);
    }

    @Override
    public String topic() {
        return "tracks";
    }

    @Override
    public Finding finding(Units units) {
        if (wraps > 0) {
            return wrapped(units);
        }
        if (!breaks.isEmpty()) {
            return Finding.stop(
                    "all particles jump at once at frame " + breaks.get(0)
                            + (breaks.size() > 1 ? " and " + Text.count(breaks.size() - 1, "other place") : ""),
                    "These are several runs in one file: cut it there");
        }
        if (!swaps.isEmpty()) {
            var swap = swaps.get(0);
            return Finding.stop(
                    "particles " + swap.first + " and " + swap.second + " have been exchanged from frame " + swap.frame
                            + " on" + (swaps.size() > 1 ? ", and " + Text.count(swaps.size() - 1, "more swap") : ""),
                    "Exchange their names from there on, or cut the run there");
        }
        if (!jumps.isEmpty()) {
            var jump = jumps.get(0);
            return Finding.stop(
                    "particle " + jump.particle + " jumps by " + Text.of(jump.length, units.length()) + " at frame "
                            + jump.frame + more(jumps),
                    "No force does that: look whether the tracks are linked wrongly there, and cut the run or leave the"
                            + " particle out");
        }
        if (!spikes.isEmpty()) {
            var spike = spikes.get(0);
            return Finding.warning(
                    "particle " + spike.particle + " is off by " + Text.of(spike.length, units.length()) + " in frame "
                            + spike.frame + " alone" + more(spikes),
                    "Take that row out: gaps do no harm");
        }
        return Finding.ok("no jumps, no two particles exchanged");
    }

    private static String more(List<Jump> all) {
        return all.size() > 1 ? ", and " + Text.count(all.size() - 1, "more place") : "";
    }

    private Finding wrapped(Units units) {
        var lengths = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            if (periods.get(axis) > 0.0) {
                lengths.append(lengths.length() > 0 ? ", " : "")
                        .append(Text.of(periods.get(axis), units.length()))
                        .append(" along ")
                        .append("xyz".charAt(axis));
            }
        }
        return Finding.stop(
                "positions jump " + Text.count(wraps, "time") + " by about " + lengths
                        + ": they are put back into a periodic box",
                "Give images or unwrapped positions; or name the box, Lattice and pbc in extended XYZ: they are then"
                        + " unwrapped");
    }
}
