package org.mclnn.app.cli;

import org.mclnn.dynamics.Bodies;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.Model;
import org.mclnn.training.FiniteDifference;
import org.mclnn.training.Mechanics;
import org.mclnn.training.StartFit;
import org.mclnn.training.TrainingOptions;

/** Where a motion under a learned law starts beside a run that may not tell all of it. */
final class Starts {
    private static final int LEAST_FRAMES = 3;
    private static final int MOST_PARTICLES = 100; // six unknowns of each are found together

    private static final double SAME = 1e-6; // relative, of steps

    private Starts() {}

    /**
     * The state at a frame: as the run has it, or such that the motion meets the positions of that frame and the ones that follow it best;
     * with many particles, or at the end of a run, by differences of positions.
     *
     * @param bodies of the run, with the cut-off of the law
     * @throws IllegalArgumentException where it cannot be found, or two particles are at one place in that frame
     */
    static State of(Console console, Model model, Trajectory run, int frame, Bodies bodies) {
        if (run.isComplete(frame)) {
            bodies.pairs().update(run.positions(frame), run, frame);
        }
        if (run.hasVelocities() && run.isComplete(frame)) {
            return run.state(frame);
        }
        var why = run.hasVelocities() ? "some positions are missing at frame " + frame : "the file has no velocities";
        int frames = Math.min(window(model), run.frames() - frame);
        if (run.particles() <= MOST_PARTICLES && frames >= LEAST_FRAMES) {
            console.note("note: %s: the start is found together with the %d frames that follow", why, frames - 1);
            double interval = (run.time(frame + frames - 1) - run.time(frame)) / (frames - 1);
            return StartFit.of(
                    run,
                    frame,
                    frames,
                    mechanics(model, bodies, interval),
                    model.potential().law(),
                    Runtime.getRuntime().availableProcessors());
        }
        if (!run.isComplete()) {
            throw new IllegalArgumentException(why + ". A motion starts from all particles and their velocities: give a"
                    + " frame that has them, as in FILE@3, or one that " + (LEAST_FRAMES - 1)
                    + " others follow, of at most " + MOST_PARTICLES + " particles");
        }
        console.note("note: %s; they are estimated from neighbouring frames", why);
        return new State(run.time(frame), run.positions(frame), FiniteDifference.velocities(run, frame));
    }

    /** Steps that fill the time between frames: as long as in training, where only rounding tells them apart. */
    static Mechanics mechanics(Model model, Bodies bodies, double interval) {
        int stride = (int) Math.max(1, Math.round(interval / model.dt()));
        double step = interval / stride;
        return new Mechanics(bodies, Math.abs(step - model.dt()) <= SAME * model.dt() ? model.dt() : step, stride);
    }

    /** Frames of a window in training. */
    private static int window(Model model) {
        var frames = model.manifest().configuration().getOrDefault("frames", "");
        return frames.matches("[0-9]{1,6}") ? Integer.parseInt(frames) : TrainingOptions.FRAMES;
    }
}
