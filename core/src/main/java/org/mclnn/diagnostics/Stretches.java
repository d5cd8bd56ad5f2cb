package org.mclnn.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Draw;

/**
 * The part of a run that is looked at: all of it where it holds at most {@value #MOST_NUMBERS} coordinates, else up to {@value #MOST}
 * stretches of consecutive frames, one at a random place in each of as many equal parts of the run.
 */
final class Stretches {
    private static final int MOST_NUMBERS = 1_500_000;
    private static final int MOST = 16;
    private static final int LEAST_FRAMES = 24;
    private static final int LOOKS = 200; // frames at which it is looked what moves

    private final Trajectory run;
    private final int[] first;
    private final double[][][] positions; // [stretch][frame][3N]
    private final int axes;

    private Stretches(Trajectory run, int[] first, int frames) {
        this.run = run;
        this.first = first;
        positions = new double[first.length][frames][];
        for (int s = 0; s < first.length; s++) {
            for (int k = 0; k < frames; k++) {
                positions[s][k] = run.positions(first[s] + k);
            }
        }
        axes = findAxes();
    }

    static Stretches of(Trajectory run, SplittableRandom random) {
        long most = Math.max(2 * LEAST_FRAMES, MOST_NUMBERS / (3L * run.particles()));
        if (run.frames() <= most) {
            return new Stretches(run, new int[] {0}, run.frames());
        }
        int count = (int) Math.min(MOST, most / LEAST_FRAMES);
        int frames = (int) (most / count);
        int part = run.frames() / count;
        var first = IntStream.range(0, count)
                .map(s -> s * part + random.nextInt(part - frames + 1))
                .toArray();
        return new Stretches(run, first, frames);
    }

    int count() {
        return first.length;
    }

    /** Frames of each stretch. */
    int frames() {
        return positions[0].length;
    }

    /** Frames of all stretches. */
    int allFrames() {
        return count() * frames();
    }

    int particles() {
        return run.particles();
    }

    /** 1, 2 or 3: the axes along which anything moves, and those before them. */
    int axes() {
        return axes;
    }

    private int findAxes() {
        int axes = 1;
        var at = positions[0][0].clone();
        for (var place : places(1, LOOKS)) {
            var q = at(place.stretch(), place.frame());
            for (int c = 0; c < q.length; c++) {
                if (c % 3 >= axes && c % 3 < run.dimensions() && Math.abs(q[c] - at[c]) > 0.0) { // false for NaN
                    axes = c % 3 + 1;
                }
                at[c] = Double.isNaN(at[c]) ? q[c] : at[c];
            }
        }
        return axes;
    }

    /** A frame of a stretch. */
    record Place(int stretch, int frame) {}

    /**
     * Where it is looked at some consecutive frames: evenly over all places at which they can begin.
     *
     * @param span how many frames
     * @param most how many places
     */
    List<Place> places(int span, int most) {
        long perStretch = Math.max(0, frames() - span + 1);
        long all = perStretch * count();
        long looks = Math.min(most, all);
        return LongStream.range(0, looks)
                .map(look -> look * all / looks)
                .mapToObj(place -> new Place((int) (place / perStretch), (int) (place % perStretch)))
                .toList();
    }

    /** Number in the run of a frame of a stretch. */
    int number(int stretch, int frame) {
        return first[stretch] + frame;
    }

    double time(int stretch, int frame) {
        return run.time(first[stretch] + frame);
    }

    /** From now on a particle counts as not seen in a frame of the run. */
    void hide(int number, int particle) {
        for (int s = 0; s < count(); s++) {
            int k = number - first[s];
            if (k >= 0 && k < frames()) {
                Arrays.fill(positions[s][k], 3 * particle, 3 * particle + 3, Double.NaN);
            }
        }
    }

    /** Positions, NaN where not seen. Not to be changed. */
    double[] at(int stretch, int frame) {
        return positions[stretch][frame];
    }

    /** Up to {@code most} of n things in ascending order, at random where there are more. */
    static int[] some(int n, int most, SplittableRandom random) {
        if (n <= most) {
            return IntStream.range(0, n).toArray();
        }
        var chosen = Draw.of(IntStream.range(0, n).toArray(), most, random);
        Arrays.sort(chosen);
        return chosen;
    }
}
