package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Batches of windows or samples. Each epoch takes every one of them once, shuffled by the seed and the number of the epoch alone: nothing
 * is carried from one epoch to the next. The last batch may be smaller.
 */
public final class Batches {
    private final int items;
    private final int size;
    private final long seed;

    /** @param size items in a batch; all of them if that is fewer */
    public Batches(int items, int size, long seed) {
        this.items = items;
        this.size = Math.min(size, items);
        this.seed = new SplittableRandom(seed).nextLong();
    }

    /** How many batches an epoch has. */
    int count() {
        return (items + size - 1) / size;
    }

    /** The batches of an epoch; inside each the numbers ascend. */
    int[][] of(int epoch) {
        var order = new int[items];
        Arrays.setAll(order, k -> k);
        var random = new SplittableRandom(seed + epoch);
        for (int k = items - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        var batches = new int[count()][];
        for (int b = 0; b < batches.length; b++) {
            batches[b] = Arrays.copyOfRange(order, b * size, Math.min(items, (b + 1) * size));
            Arrays.sort(batches[b]);
        }
        return batches;
    }
}
