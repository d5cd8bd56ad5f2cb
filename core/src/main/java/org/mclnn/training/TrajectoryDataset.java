package org.mclnn.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mclnn.dynamics.DivergedException;
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

    private static final int LEAST_PARAMETERS = 4;
    private static final int DEFAULT_STRIDE = 10;
    private static final long MOST_PAIR_STEPS = 5_000_000;
    private static final long MOST_STEPS = 1_000_000; // in a window

    private final Mechanics mechanics;
    private final Windows training;
    private final Optional<Windows> validation;
    private final Coverage coverage;
    private final Units units;
    private final List<String> notes;

    private TrajectoryDataset(
            Mechanics mechanics, Windows training, Optional<Windows> validation, Units units, List<String> notes) {
        this.units = units;
        this.mechanics = mechanics;
        this.training = training;
        this.validation = validation;
        this.coverage = SeenDistances.coverage(training, mechanics);
        this.notes = List.copyOf(notes);
    }

    /** Windows that are cut already, none kept for validation. */
    static TrajectoryDataset of(Mechanics mechanics, Windows windows) {
        return new TrajectoryDataset(mechanics, windows, Optional.empty(), Units.REDUCED, List.of());
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
    public static TrajectoryDataset windows(List<Trajectory> given, Sampling sampling) {
        int frames = sampling.frames();
        var notes = given.stream()
                .flatMap(run -> run.notes().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        var runs = Runs.of(given, frames, notes);
        var mechanics = mechanics(runs, sampling);
        var random = new SplittableRandom(sampling.seed());
        boolean startsKnown = runs.haveVelocities() && !sampling.positionsOnly() && runs.areComplete();
        int step = startsKnown ? 1 : frames;
        int windows = sampling.windows().orElseGet(() -> enoughWindows(runs.first(), mechanics, frames));
        var usable = Places.none();
        var left = Places.none();
        int lost = 0;
        for (int r = 0; r < runs.count(); r++) {
            var run = runs.get(r);
            int trainingFrames = trainingFrames(run.frames(), frames);
            var offsets = Offsets.usable(run, 0, trainingFrames - frames + 1, step, frames);
            lost += (trainingFrames - frames) / step + 1 - offsets.length;
            usable = usable.and(r, offsets);
            if (trainingFrames < run.frames()) {
                left = left.and(r, Offsets.usable(run, trainingFrames, run.frames() - frames + 1, step, frames));
            }
        }
        if (usable.count() == 0) {
            throw Offsets.unseen(runs.first(), 0, frames);
        }
        if (lost > 0) {
            notes.add(lost + " windows are left out: in each some particle is seen less than twice");
        }
        var places = usable.draw(windows, random);
        if (places.count() < windows) {
            notes.add((runs.count() == 1 ? "the run has " : "the runs have ") + places.count()
                    + (startsKnown ? " different" : " separate") + " windows of " + frames + " frames; all are used");
        } else if (windows < TrainingOptions.WINDOWS && sampling.windows().isEmpty()) {
            notes.add(windows + " windows are used: with so many pairs in each they tell as much as "
                    + TrainingOptions.WINDOWS + " (--windows for more)");
        }
        var training = cut(runs, mechanics, places, frames, startsKnown);
        checkEnough(training, LEAST_PARAMETERS, "a law");
        checkMoves(training);
        Optional<Windows> validation = Optional.empty();
        if (IntStream.range(0, runs.count())
                .anyMatch(r -> runs.get(r).frames() > trainingFrames(runs.get(r).frames(), frames))) {
            var held = left.draw(Math.max(1, windows / 5), random);
            validation =
                    held.count() == 0 ? Optional.empty() : Optional.of(cut(runs, mechanics, held, frames, startsKnown));
        } else {
            notes.add("the run is too short to keep a part for validation");
        }
        describe(runs, sampling, startsKnown, notes);
        var units = runs.first().units().perMass(runs.first().masses().length == 0);
        return new TrajectoryDataset(mechanics, training, validation, units, notes);
    }

    /** How many frames of a run are for training; those after them are kept for validation, where the run is long enough. */
    public static int trainingFrames(int runFrames, int windowFrames) {
        int tail = Math.max(windowFrames, (int) Math.round(VALIDATION_SHARE * runFrames));
        return runFrames - tail >= 2 * windowFrames ? runFrames - tail : runFrames;
    }

    private static void checkEnough(Windows windows, int parameters, String law) {
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

    private static void checkMoves(Windows windows) {
        if (windows.meanSquaredDisplacement() == 0.0) {
            throw new IllegalArgumentException("no particle moves in the training windows: a law is learned from how"
                    + " particles move. Give a part of the run in which they do, or look whether the columns of the"
                    + " positions are the right ones");
        }
    }

    private static void describe(Runs runs, Sampling sampling, boolean startsKnown, List<String> notes) {
        var run = runs.first();
        if (!startsKnown) {
            var why = sampling.positionsOnly()
                    ? "positions alone are used"
                    : runs.haveVelocities()
                            ? "the file has gaps, so its velocities are not used"
                            : "the file has no velocities";
            notes.add(why + ": each window's start is found together with the law");
        }
        long missing = runs.missing();
        if (missing > 0) {
            notes.add(missing + " of " + runs.positions()
                    + " positions are missing: nothing is filled in, nothing is compared there");
        }
        if (runs.frameInterval().isEmpty()) {
            notes.add("the frames are not equally spaced: each interval has its own step");
        }
        if (run.species().stream().distinct().count() > 1) {
            notes.add("the file has " + run.species().stream().distinct().count()
                    + " species; one law for all pairs is fitted");
        }
        if (run.masses().length == 0) {
            notes.add("the file has no masses: all are 1, so what is learned is V/m");
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
            sets.add(cut(simulator.run(truth, moved, frames - 1), mechanics, frames));
        }
        return new TrajectoryDataset(
                mechanics,
                Windows.join(sets.subList(0, windows)),
                Optional.of(Windows.join(sets.subList(windows, windows + held))),
                Units.REDUCED,
                List.of());
    }

    private static double[] jittered(double[] values, double jitter, SplittableRandom random) {
        for (int k = 0; k < values.length; k++) {
            if (k % 3 < 2) { // the paper's systems are planar, and stay so
                values[k] += jitter * Normal.next(random);
            }
        }
        return values;
    }

    private static Mechanics mechanics(Runs runs, Sampling sampling) {
        var run = runs.first();
        boolean regular = runs.frameInterval().isPresent();
        double interval = regular
                ? runs.frameInterval().getAsDouble()
                : (run.time(run.frames() - 1) - run.time(0)) / (run.frames() - 1);
        int stride;
        if (sampling.stride().isPresent()) {
            stride = sampling.stride().getAsInt();
        } else if (sampling.dt().isPresent()) {
            stride = (int) Math.max(1, Math.round(interval / sampling.dt().getAsDouble()));
        } else {
            stride = run.stepsPerFrame() > 0 ? run.stepsPerFrame() : DEFAULT_STRIDE;
        }
        long steps = (sampling.frames() - 1L) * stride;
        if (steps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    sampling.frames() + " frames of " + stride + " steps make windows of " + steps + " steps; at most "
                            + MOST_STEPS + " can be kept: use fewer --frames or a smaller --stride");
        }
        double dt = shortest(interval / stride);
        if (sampling.dt().isPresent()) {
            double asked = sampling.dt().getAsDouble();
            if (regular && Math.abs(asked - dt) > 1e-6 * dt) {
                throw new IllegalArgumentException("frames are " + interval + " apart: " + stride
                        + " steps between them are " + dt + " long, not --dt " + asked
                        + ". Give a --dt that divides the interval, or --stride alone");
            }
            dt = asked;
        }
        var masses = run.masses();
        if (masses.length == 0) {
            masses = new double[run.particles()];
            Arrays.fill(masses, 1.0);
        }
        return new Mechanics(masses, run.box(), sampling.cutoff(), dt, stride);
    }

    /** The number of twelve digits, where times were written with rounding: 0.01 and not 0.009999999999999998. */
    private static double shortest(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }

    /** 100, or so many that all of them together hold {@link #MOST_PAIR_STEPS}, at least 10. */
    private static int enoughWindows(Trajectory run, Mechanics mechanics, int frames) {
        long pairs = run.particles() * (run.particles() - 1L) / 2;
        for (int k = 0; k < run.frames(); k++) {
            if (run.isComplete(k)) {
                var found = mechanics.pairs();
                found.update(run.positions(k));
                pairs = found.count();
                break;
            }
        }
        long perWindow = Math.max(1L, pairs) * (frames - 1) * mechanics.stride();
        return (int) Math.max(10, Math.min(TrainingOptions.WINDOWS, MOST_PAIR_STEPS / perWindow));
    }

    private static Windows cut(Trajectory run, Mechanics mechanics, int frames) {
        return cut(
                Runs.of(List.of(run), frames, new ArrayList<>()),
                mechanics,
                Places.none().and(0, new int[1]),
                frames,
                true);
    }

    private static Windows cut(Runs runs, Mechanics mechanics, Places places, int frames, boolean startsKnown) {
        int count = places.count();
        var positions = new double[count][frames][];
        var velocities = new double[count][];
        var times = new double[count][frames];
        for (int w = 0; w < count; w++) {
            var run = runs.get(places.run(w));
            int offset = places.offset(w);
            for (int f = 0; f < frames; f++) {
                positions[w][f] = run.positions(offset + f);
                times[w][f] = run.time(offset + f);
            }
            if (startsKnown) {
                velocities[w] = run.velocities(offset);
            }
        }
        var windows = new Windows(
                positions, startsKnown ? velocities : null, runs.frameInterval().isPresent() ? null : times);
        checkApart(runs, windows, mechanics, places);
        return windows;
    }

    /** Data in which two particles are at one place, or a distance overflows, cannot be rolled out. */
    private static void checkApart(Runs runs, Windows windows, Mechanics mechanics, Places places) {
        var pairs = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            for (int f = 0; f < path.length; f++) {
                try {
                    pairs.update(path[f]);
                } catch (DivergedException e) {
                    int k = places.offset(w) + f;
                    throw new IllegalArgumentException(
                            "in frame " + k + " (time "
                                    + runs.get(places.run(w)).time(k) + ") " + e.getMessage()
                                    + ": a force between them has no direction. Remove the frame, or one of the"
                                    + " particles",
                            e);
                }
            }
        }
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
