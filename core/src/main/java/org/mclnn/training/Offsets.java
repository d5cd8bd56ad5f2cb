package org.mclnn.training;

import java.util.stream.IntStream;
import org.mclnn.dynamics.Trajectory;

/** Where in a run windows can begin. */
final class Offsets {
    private Offsets() {}

    /** Offsets from, from + step ... below {@code to} of windows in which every particle is seen twice. */
    static int[] usable(Trajectory run, int from, int to, int step, int frames) {
        boolean complete = run.isComplete();
        return IntStream.iterate(from, k -> k < to, k -> k + step)
                .filter(k -> complete || seldomSeen(run, k, frames) < 0)
                .toArray();
    }

    /** A particle that a window sees less than twice, or -1: it has no start there. */
    private static int seldomSeen(Trajectory run, int offset, int frames) {
        var seen = seen(run, offset, frames);
        return IntStream.range(0, seen.length)
                .filter(i -> seen[i] < 2)
                .findFirst()
                .orElse(-1);
    }

    /** How often each particle is seen in a window; frame by frame, which may be read from a disk. */
    private static int[] seen(Trajectory run, int offset, int frames) {
        var seen = new int[run.particles()];
        for (int frame = offset; frame < offset + frames; frame++) {
            for (int i = 0; i < seen.length; i++) {
                seen[i] += run.isSeen(frame, i) ? 1 : 0;
            }
        }
        return seen;
    }

    /** Says who is not seen twice in a window that is not usable. */
    static IllegalArgumentException unseen(Trajectory run, int offset, int frames) {
        int i = seldomSeen(run, offset, frames);
        return new IllegalArgumentException("in no window every particle is seen twice: particle "
                + run.labels().get(i) + " is seen " + seen(run, offset, frames)[i] + " times in frames " + offset
                + " to " + (offset + frames - 1) + ", and its pairs cannot be followed there. Use longer windows"
                + " (--frames), or leave the particle or these frames out");
    }
}
