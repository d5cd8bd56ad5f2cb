package org.mclnn.potential;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Some of many, at random. */
public final class Draw {
    private Draw() {}

    /** Up to {@code most} of some values, each at most once, in random order. */
    public static int[] of(int[] values, int most, SplittableRandom random) {
        var all = values.clone();
        int n = Math.min(most, all.length);
        for (int k = 0; k < n; k++) {
            int other = k + random.nextInt(all.length - k);
            int swap = all[k];
            all[k] = all[other];
            all[other] = swap;
        }
        return Arrays.copyOf(all, n);
    }
}
