package org.mclnn.training;

import java.util.Arrays;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormPotential;

/** The state of a run at one instant, found from its positions over the frames that follow. */
public final class StartFit {
    private StartFit() {}

    /**
     * The state whose motion under a law meets some frames best.
     *
     * @param from the first of these frames, and the time of the state
     * @param frames how many, at most as many as there are
     * @param threads change the time, never the numbers
     * @throws IllegalArgumentException if there are fewer than 3 frames, or a particle is seen less than twice in them
     * @throws org.mclnn.dynamics.DivergedException if the motion diverges
     */
    public static State of(Trajectory run, int from, int frames, Mechanics mechanics, FormPotential law, int threads) {
        int count = Math.min(frames, run.frames() - from);
        if (count < 3) {
            throw new IllegalArgumentException("a start takes at least 3 frames, was " + count);
        }
        if (Offsets.usable(run, from, from + 1, 1, count).length == 0) {
            throw Offsets.unseen(run, from, count);
        }
        var positions = new double[1][count][];
        Arrays.setAll(positions[0], f -> run.positions(from + f));
        var times = new double[1][count];
        Arrays.setAll(times[0], f -> run.time(from + f));
        var window = new Windows(positions, null, run.frameInterval().isPresent() ? null : times);
        try (var workers = new Workers(threads)) {
            var fit = HeldOut.fit(window, mechanics, law, workers);
            var q = new double[3 * run.particles()];
            var v = new double[q.length];
            window.start(fit.x, 0, 0, q, v, 0);
            return new State(run.time(from), q, v);
        }
    }
}
