package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.mclnn.potential.Draw;

/** Where windows begin: each in a run, at a frame. */
final class Places {
    private final int[] run;
    private final int[] offset;

    private Places(int[] run, int[] offset) {
        this.run = run;
        this.offset = offset;
    }

    static Places none() {
        return new Places(new int[0], new int[0]);
    }

    int count() {
        return run.length;
    }

    int run(int place) {
        return run[place];
    }

    int offset(int place) {
        return offset[place];
    }

    /** These, and offsets in one more run. */
    Places and(int which, int[] offsets) {
        var runs = Arrays.copyOf(run, run.length + offsets.length);
        Arrays.fill(runs, run.length, runs.length, which);
        return new Places(
                runs,
                IntStream.concat(Arrays.stream(offset), Arrays.stream(offsets)).toArray());
    }

    /** Up to so many of them, in random order. */
    Places draw(int most, SplittableRandom random) {
        var chosen = Draw.of(IntStream.range(0, count()).toArray(), most, random);
        return new Places(
                Arrays.stream(chosen).map(k -> run[k]).toArray(),
                Arrays.stream(chosen).map(k -> offset[k]).toArray());
    }
}
