package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Batches of windows. Each epoch takes every window once, shuffled by the seed and the number of the epoch alone: nothing is carried from
 * one epoch to the next. The last batch may be smaller.
 */
final class Batches {
    private final int windows;
    private final int size;
    private final long seed;

    /** @param size windows in a batch; all of them if that is fewer */
    Batches(int windows, int size, long seed) {
        this.windows = windows;
        this.size = Math.min(size, windows);
        this.seed = new SplittableRandom(seed).nextLong();
    }

    /** How many batches an epoch has. */
    int count() {
        return (windows + size - 1) / size;
    }

    /** The batches of an epoch; inside each the windows ascend. */
    int[][] of(int epoch) {
        var order = new int[windows];
        Arrays.setAll(order, k -> k);
        var random = new SplittableRandom(seed + epoch);
        for (int k = windows - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        var batches = new int[count()][];
        for (int b = 0; b < batches.length; b++) {
            batches[b] = Arrays.copyOfRange(order, b * size, Math.min(windows, (b + 1) * size));
            Arrays.sort(batches[b]);
        }
        return batches;
    }
}
