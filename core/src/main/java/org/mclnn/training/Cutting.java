package org.mclnn.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.mclnn.dynamics.Trajectory;

/** Cuts windows from runs of one system: where they begin, how they are rolled out, and what has to be said about it. */
final class Cutting {
    private static final int LEAST_PARAMETERS = 4;
    private static final int DEFAULT_STRIDE = 10;
    private static final long MOST_PAIR_STEPS = 5_000_000;
    private static final long MOST_STEPS = 1_000_000; // in a window

    private final TrajectoryDataset.Sampling sampling;
    private final int frames; // of a window
    private final List<String> notes;
    private final Runs runs;
    private final Mechanics mechanics;
    private final boolean startsKnown;

    Cutting(List<Trajectory> given, TrajectoryDataset.Sampling sampling) {
        this.sampling = sampling;
        frames = sampling.frames();
        notes = given.stream()
                .flatMap(run -> run.notes().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        runs = Runs.of(given, frames, notes);
        mechanics = mechanics(runs, sampling);
        startsKnown = runs.haveVelocities() && !sampling.positionsOnly() && runs.areComplete();
    }

    TrajectoryDataset dataset() {
        var random = new SplittableRandom(sampling.seed());
        int step = startsKnown ? 1 : frames;
        int windows = sampling.windows().orElseGet(this::enoughWindows);
        var usable = Places.none();
        var left = Places.none();
        int lost = 0;
        var heldOut = Optional.<Trajectory>empty();
        for (int r = 0; r < runs.count(); r++) {
            var run = runs.get(r);
            int trainingFrames = TrajectoryDataset.trainingFrames(run.frames(), frames);
            var offsets = Offsets.usable(run, 0, trainingFrames - frames + 1, step, frames);
            lost += (trainingFrames - frames) / step + 1 - offsets.length;
            usable = usable.and(r, offsets);
            if (trainingFrames < run.frames()) {
                int kept = run.frames() - trainingFrames;
                if (heldOut.isEmpty() || kept > heldOut.get().frames()) {
                    heldOut = Optional.of(run.slice(trainingFrames, run.frames()));
                }
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
        var training = cut(places);
        TrajectoryDataset.checkEnough(training, LEAST_PARAMETERS, "a law");
        checkMoves(training);
        Optional<Windows> validation = Optional.empty();
        if (heldOut.isPresent()) {
            var held = left.draw(Math.max(1, windows / 5), random);
            validation = held.count() == 0 ? Optional.empty() : Optional.of(cut(held));
        } else {
            notes.add("the run is too short to keep a part for validation");
        }
        describe();
        var units = runs.first().units().perMass(runs.first().masses().length == 0);
        return new TrajectoryDataset(mechanics, training, validation, heldOut, units, notes);
    }

    private static void checkMoves(Windows windows) {
        if (windows.meanSquaredDisplacement() == 0.0) {
            throw new IllegalArgumentException("no particle moves in the training windows: a law is learned from how"
                    + " particles move. Give a part of the run in which they do, or look whether the columns of the"
                    + " positions are the right ones");
        }
    }

    private void describe() {
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

    private static Mechanics mechanics(Runs runs, TrajectoryDataset.Sampling sampling) {
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
        return new Mechanics(run.massesOrOnes(), run.box(), sampling.cutoff(), dt, stride);
    }

    /** The number of twelve digits, where times were written with rounding: 0.01 and not 0.009999999999999998. */
    private static double shortest(double value) {
        return new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }

    /** 100, or so many that all of them together hold {@link #MOST_PAIR_STEPS}, at least 10. */
    private int enoughWindows() {
        var run = runs.first();
        long pairs = run.particles() * (run.particles() - 1L) / 2;
        for (int k = 0; k < run.frames(); k++) {
            if (run.isComplete(k)) {
                var found = mechanics.pairs();
                runs.update(found, run.positions(k), 0, k);
                pairs = found.count();
                break;
            }
        }
        long perWindow = Math.max(1L, pairs) * (frames - 1) * mechanics.stride();
        return (int) Math.max(10, Math.min(TrainingOptions.WINDOWS, MOST_PAIR_STEPS / perWindow));
    }

    private Windows cut(Places places) {
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
        checkApart(windows, places);
        return windows;
    }

    /** Data in which two particles are at one place, or a distance overflows, cannot be rolled out. */
    private void checkApart(Windows windows, Places places) {
        var pairs = mechanics.pairs();
        var clock = new Clock(windows, mechanics);
        for (int w = 0; w < windows.count(); w++) {
            var path = Filled.positions(windows, clock, w);
            for (int f = 0; f < path.length; f++) {
                runs.update(pairs, path[f], places.run(w), places.offset(w) + f);
            }
        }
    }
}
