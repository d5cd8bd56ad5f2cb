package org.mclnn.app.paper;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.training.TrainingOptions;

/**
 * How much of the paper is done, and how thoroughly.
 *
 * @param systems in the paper's order
 * @param seeds of the weights; absent: five where a training takes seconds, one where it takes longer
 * @param quick within a minute: fewer seeds, smaller baselines
 * @param paperOptimizer also MCLNN by Adam, as long as the paper's training is
 */
public record Settings(List<ReferenceSystem> systems, OptionalInt seeds, boolean quick, boolean paperOptimizer) {
    private static final int CHEAP = 5;
    private static final int TABLE = 10; // of [2,2] in Table 1

    public Settings {
        systems = List.copyOf(systems);
    }

    private static List<Long> from(int count) {
        return LongStream.range(TrainingOptions.SEED, TrainingOptions.SEED + count)
                .boxed()
                .toList();
    }

    /** Seeds of what is trained in seconds. */
    List<Long> cheap() {
        return from(seeds.orElse(quick ? 1 : CHEAP));
    }

    /** Seeds of what is not. */
    List<Long> dear() {
        return from(seeds.orElse(1));
    }

    /** Seeds of the networks of [2,2]: the paper's did not converge. */
    List<Long> narrow() {
        return from(Math.max(seeds.orElse(0), quick ? 3 : TABLE));
    }
}
