package org.mclnn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Check;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.Normal;
import org.mclnn.potential.Units;

/**
 * What a law is trained on: training windows, validation windows from a part of the run that training never sees, the mechanics, and
 * the distances seen. Immutable.
 */
public final class TrajectoryDataset {
    /** Share of the run, at its end, that is kept for validation. */
    public static final double VALIDATION_SHARE = 0.2;

    private final Mechanics mechanics;
    private final Windows training;
    private final Optional<Windows> validation;
    private final Optional<Trajectory> heldOut;
    private final Coverage coverage;
    private final Units units;
    private final List<String> notes;

    TrajectoryDataset(
            Mechanics mechanics,
            Windows training,
            Optional<Windows> validation,
            Optional<Trajectory> heldOut,
            Units units,
            List<String> notes) {
        this.units = units;
        this.mechanics = mechanics;
        this.training = training;
        this.validation = validation;
        this.heldOut = heldOut;
        this.coverage = SeenDistances.coverage(training, mechanics);
        this.notes = List.copyOf(notes);
    }

    /** Windows that are cut already, none kept for validation. */
    static TrajectoryDataset of(Mechanics mechanics, Windows windows) {
        return new TrajectoryDataset(mechanics, windows, Optional.empty(), Optional.empty(), Units.REDUCED, List.of());
    }

    /**
     * How windows are cut.
     *
     * @param windows number of training windows, fewer where the run has fewer different ones; absent: 100, fewer where a window holds so
     *     many pairs that fewer tell as much
     * @param frames frames per window, the first included
     * @param dt integrator step; from the stride where absent
     * @param stride integrator steps per frame; from dt, else from the file, else 10
     * @param cutoff 0: all pairs interact
     * @param positionsOnly velocities are not read: each window's start is unknown, as it is where the run has none
     * @param seed of the window offsets
     */
    public record Sampling(
            OptionalInt windows,
            int frames,
            OptionalDouble dt,
            OptionalInt stride,
            double cutoff,
            boolean positionsOnly,
            long seed) {
        public Sampling {
            windows.ifPresent(n -> Check.atLeast(1, "the number of windows", n));
            Check.atLeast(3, "the number of frames per window", frames); // an acceleration takes three
            dt.ifPresent(x -> Check.positive("dt", x));
            stride.ifPresent(x -> Check.atLeast(1, "the stride", x));
        }
    }

    /** Windows at seeded random offsets of one run (facts of the paper, A.6), the stride taken from the run. */
    public static TrajectoryDataset windows(Trajectory run, int windows, int frames, long seed) {
        return windows(
                run,
                new Sampling(
                        OptionalInt.of(windows),
                        frames,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        0.0,
                        false,
                        seed));
    }

    /**
     * Windows at seeded random offsets of one run, no two the same. The last fifth of the run is kept for validation where the run is
     * long enough. Where the run has velocities, no gaps, and they are to be used, windows start from their first frame; else their starts
     * are unknown, and windows do not overlap, so that no observation is counted twice.
     *
     * @throws IllegalArgumentException where the run cannot serve: too short, one particle, a particle never seen, a cut-off beyond half the
     *     box
     */
    public static TrajectoryDataset windows(Trajectory run, Sampling sampling) {
        return windows(List.of(run), sampling);
    }

    /**
     * As {@link #windows(Trajectory, Sampling)}, from several runs of one system: each window lies in one of them, and the end of each is
     * kept for validation.
     *
     * @throws IllegalArgumentException also where the runs are not of one system
     */
    public static TrajectoryDataset windows(List<Trajectory> runs, Sampling sampling) {
        return new Cutting(runs, sampling).dataset();
    }

    /**
     * Looks whether windows can be cut from some runs together.
     *
     * @param frames of a window
     * @return which runs are left out, and why, in a sentence; empty where none is
     * @throws IllegalArgumentException if the runs are not of one system, or none holds a window
     */
    public static List<String> leftOut(List<Trajectory> runs, int frames) {
        var notes = new ArrayList<String>();
        Runs.of(runs, frames, notes);
        return List.copyOf(notes);
    }

    /** How many frames of a run are for training; those after them are kept for validation, where the run is long enough. */
    static int trainingFrames(int runFrames, int windowFrames) {
        int tail = Math.max(windowFrames, (int) Math.round(VALIDATION_SHARE * runFrames));
        return runFrames - tail >= 2 * windowFrames ? runFrames - tail : runFrames;
    }

    static void checkEnough(Windows windows, int parameters, String law) {
        long unknowns = (long) windows.count() * windows.unknowns();
        long compared = windows.comparedCoordinates();
        if (compared < unknowns + parameters) {
            throw new IllegalArgumentException("the windows hold " + compared + " coordinates to compare, fewer than "
                    + (unknowns > 0 ? unknowns + " unknowns of their starts and " : "") + parameters
                    + " parameters of " + law + ": use longer windows (--frames), or more of them (--windows)");
        }
    }

    /**
     * Checks that there are as many coordinates to compare as unknowns. Smoothness determines what the data leave open of a network or a
     * spline; nothing does of a formula.
     *
     * @throws IllegalArgumentException if there are not
     */
    public void checkDetermines(FormChoice form) {
        if (form instanceof FormChoice.Closed closed) {
            checkEnough(training, closed.form().size(), closed.form().name());
        }
    }

    /**
     * Windows from jittered starts: each position and velocity of the start moved by a normal number of the given width, then simulated.
     * The second kind of sampling that the paper's words allow.
     */
    public static TrajectoryDataset perturbed(
            ParticleSystem truth, State start, double jitter, int windows, int frames, Simulator simulator, long seed) {
        Check.atLeast(1, "the number of windows", windows);
        Check.atLeast(3, "the number of frames per window", frames);
        Check.positive("jitter", jitter);
        var random = new SplittableRandom(seed);
        var mechanics = new Mechanics(truth.masses(), truth.box(), truth.cutoff(), simulator.dt(), simulator.stride());
        var sets = new ArrayList<Windows>();
        int held = Math.max(1, windows / 5);
        for (int w = 0; w < windows + held; w++) {
            var moved = new State(
                    start.time(),
                    jittered(start.positions(), jitter, random),
                    jittered(start.velocities(), jitter, random));
            sets.add(whole(simulator.run(truth, moved, frames - 1)));
        }
        return new TrajectoryDataset(
                mechanics,
                Windows.join(sets.subList(0, windows)),
                Optional.of(Windows.join(sets.subList(windows, windows + held))),
                Optional.empty(),
                Units.REDUCED,
                List.of());
    }

    private static Windows whole(Trajectory run) {
        var positions =
                IntStream.range(0, run.frames()).mapToObj(run::positions).toArray(double[][]::new);
        return new Windows(new double[][][] {positions}, new double[][] {run.velocities(0)});
    }

    private static double[] jittered(double[] values, double jitter, SplittableRandom random) {
        for (int k = 0; k < values.length; k++) {
            if (k % 3 < 2) { // the paper's systems are planar, and stay so
                values[k] += jitter * Normal.next(random);
            }
        }
        return values;
    }

    public Mechanics mechanics() {
        return mechanics;
    }

    public Windows training() {
        return training;
    }

    /** Windows that training never sees; absent where the run is too short. */
    public Optional<Windows> validation() {
        return validation;
    }

    /** The longest piece of a run that training never sees, where runs are long enough to keep one. */
    public Optional<Trajectory> heldOut() {
        return heldOut;
    }

    public Coverage coverage() {
        return coverage;
    }

    /** Of all numbers; masses that are not known are said there. */
    public Units units() {
        return units;
    }

    /** Mean squared displacement over a training window: the loss of a law that lets nothing move. */
    public double meanSquaredDisplacement() {
        return training.meanSquaredDisplacement();
    }

    /** What was assumed or estimated on the way, one sentence each. */
    public List<String> notes() {
        return notes;
    }
}
