package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.Trajectory;

/** Runs of one system: the same particles, masses and box in each. Windows lie inside one of them. */
final class Runs {
    private static final double SAME = 1e-6; // relative, of intervals

    private final List<Trajectory> runs;
    private final int[] numbers; // among those given, from 1; empty where one was
    private final OptionalDouble interval;

    private Runs(List<Trajectory> runs, int... numbers) {
        this.runs = runs;
        this.numbers = numbers;
        interval = interval(runs);
    }

    private static OptionalDouble interval(List<Trajectory> runs) {
        var interval = runs.get(0).frameInterval();
        for (var run : runs.subList(1, runs.size())) {
            var other = run.frameInterval();
            if (interval.isEmpty()
                    || other.isEmpty()
                    || Math.abs(other.getAsDouble() - interval.getAsDouble()) > SAME * interval.getAsDouble()) {
                return OptionalDouble.empty();
            }
        }
        return interval;
    }

    /**
     * Those of some runs that hold a window.
     *
     * @param notes what is left out is added here
     * @throws IllegalArgumentException if none does, or they are not of one system
     */
    static Runs of(List<Trajectory> given, int frames, List<String> notes) {
        var first = given.get(0);
        var longEnough = given.stream().filter(run -> run.frames() >= frames).toList();
        if (given.size() == 1 || longEnough.isEmpty()) {
            checkLength(first, frames);
        }
        if (longEnough.size() < given.size()) {
            notes.add(given.size() - longEnough.size() + " of " + given.size()
                    + " runs are left out: shorter than a window of " + frames + " frames");
        }
        var all = new ArrayList<Trajectory>();
        for (var run : longEnough) {
            all.add(all.isEmpty() ? run : alike(all.get(0), run));
        }
        return new Runs(List.copyOf(all), given.size() == 1 ? new int[0] : numbers(given, frames));
    }

    private static int[] numbers(List<Trajectory> given, int frames) {
        return IntStream.range(0, given.size())
                .filter(r -> given.get(r).frames() >= frames)
                .map(r -> r + 1)
                .toArray();
    }

    private static void checkLength(Trajectory run, int frames) {
        if (run.particles() < 2) {
            throw new IllegalArgumentException("the run has 1 particle: a law between pairs needs at least 2");
        }
        if (run.frames() < 3) {
            throw new IllegalArgumentException("the run has " + run.frames()
                    + (run.frames() == 1 ? " frame" : " frames") + ": a law needs at least 3 to see an acceleration");
        }
        if (run.frames() < frames) {
            throw new IllegalArgumentException("the run has " + run.frames() + " frames, a window " + frames
                    + ": use at most --frames " + run.frames());
        }
    }

    /** Another run, its particles in the order of the first where their names are the same. */
    private static Trajectory alike(Trajectory first, Trajectory other) {
        if (first.particles() != other.particles()) {
            throw other(first.particles() + " particles", other.particles() + "");
        }
        var order = first.labels().stream().mapToInt(other.labels()::indexOf).toArray();
        boolean known = Arrays.stream(order).allMatch(i -> i >= 0);
        boolean moved = !IntStream.range(0, order.length).allMatch(i -> order[i] == i);
        var run = known && moved ? other.only(order) : other;
        if (!first.box().equals(run.box())) {
            throw other("the box " + first.box(), run.box().toString());
        }
        if (!Arrays.equals(first.masses(), run.masses())) {
            throw other("the masses " + Arrays.toString(first.masses()), Arrays.toString(run.masses()));
        }
        if (!first.species().equals(run.species())) {
            throw other("the species " + first.species(), run.species().toString());
        }
        return run;
    }

    private static IllegalArgumentException other(String first, String other) {
        return new IllegalArgumentException("the runs are not of one system: the first has " + first + ", another one "
                + other + ". Learn from each alone");
    }

    Trajectory first() {
        return runs.get(0);
    }

    Trajectory get(int run) {
        return runs.get(run);
    }

    /**
     * Finds the pairs of a frame of a run.
     *
     * @param q its positions, those filled in that were not seen
     * @throws IllegalArgumentException if two particles are at one place: names run, frame, time and particles
     */
    void update(Pairs pairs, double[] q, int run, int frame) {
        try {
            pairs.update(q, runs.get(run), frame);
        } catch (IllegalArgumentException e) {
            throw numbers.length == 0
                    ? e
                    : new IllegalArgumentException("run " + numbers[run] + ": " + e.getMessage(), e);
        }
    }

    int count() {
        return runs.size();
    }

    /** The time between frames if it is the same in all of them. */
    OptionalDouble frameInterval() {
        return interval;
    }

    boolean haveVelocities() {
        return runs.stream().allMatch(Trajectory::hasVelocities);
    }

    boolean areComplete() {
        return runs.stream().allMatch(Trajectory::isComplete);
    }

    long missing() {
        return runs.stream().mapToLong(Trajectory::missing).sum();
    }

    /** All positions there could be. */
    long positions() {
        return runs.stream()
                .mapToLong(run -> (long) run.frames() * run.particles())
                .sum();
    }
}
