package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Stop;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.PairNetwork;

/** Batches and epochs: every window once, the same order for the same seed, the same bits from a state. */
class AdamEpochsTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(23);
    private static final PairNetwork NETWORK = PairNetwork.of(4, 3);
    private static final Minimiser.Listener GO_ON = (epoch, loss, theta) -> true;

    @Test
    void everyWindowIsInOneBatchOfAnEpoch() {
        for (int size : new int[] {1, 5, 22, 23, 100}) {
            var batches = new Batches(23, size, 7);
            for (int epoch = 1; epoch <= 5; epoch++) {
                var taken = batches.of(epoch);
                assertThat(taken).hasNumberOfRows(batches.count());
                for (int b = 0; b < taken.length - 1; b++) {
                    assertThat(taken[b]).hasSize(Math.min(size, 23)).isSorted();
                }
                var all = Arrays.stream(taken).flatMapToInt(Arrays::stream).sorted();
                assertThat(all.toArray()).containsExactly(IntStream.range(0, 23).toArray());
            }
        }
    }

    @Test
    void theOrderIsThatOfTheSeedAndTheEpoch() {
        var batches = new Batches(23, 5, 7);
        var third = Arrays.deepToString(batches.of(3));
        assertThat(Arrays.deepToString(new Batches(23, 5, 7).of(3))).isEqualTo(third); // no epoch before it
        assertThat(Arrays.deepToString(new Batches(23, 5, 8).of(3))).isNotEqualTo(third);
        var seen = new HashSet<String>();
        for (int epoch = 1; epoch <= 50; epoch++) {
            seen.add(Arrays.deepToString(batches.of(epoch)));
        }
        assertThat(seen).hasSize(50);
    }

    /** How often a window comes first of all in a shuffle is close to how often it should. */
    @Test
    void noWindowIsPreferred() {
        var batches = new Batches(10, 1, 3);
        var first = new int[10];
        for (int epoch = 0; epoch < 10_000; epoch++) {
            first[batches.of(epoch)[0][0]]++;
        }
        for (int count : first) {
            assertThat(count).isBetween(850, 1150); // 1000 with a standard deviation of 30
        }
    }

    /** State and losses after some epochs. */
    private static List<Double> transcript(int batch, int threads, int... stops) {
        var heard = new ArrayList<Double>();
        var start = NETWORK.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
        var state = new double[0];
        for (int stop : stops) {
            try (var workers = new Workers(threads)) {
                var problem = new RolloutProblem(SPRINGS.training(), SPRINGS.mechanics(), NETWORK, workers);
                var epochs = new AdamEpochs(problem, new Batches(23, batch, 7), 1e-3, start);
                if (state.length > 0) {
                    epochs.restore(state);
                }
                epochs.within(0.0, stop).run((epoch, loss, theta) -> heard.add(loss));
                state = epochs.state();
            }
        }
        Arrays.stream(state).forEach(heard::add);
        return heard;
    }

    @Test
    void threadsAndInterruptionsChangeNoBit() {
        for (int batch : new int[] {1, 5, 23}) {
            var whole = transcript(batch, 1, 12);
            assertThat(transcript(batch, 2, 12)).isEqualTo(whole);
            assertThat(transcript(batch, 8, 12)).isEqualTo(whole);
            assertThat(transcript(batch, 2, 1, 5, 11, 12)).isEqualTo(whole);
        }
    }

    @Test
    void oneBatchIsTheWholeAndSmallOnesGetFurther() {
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(SPRINGS.training(), SPRINGS.mechanics(), NETWORK, workers);
            var start = NETWORK.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
            var losses = new ArrayList<Double>();
            var whole = new AdamEpochs(problem, new Batches(23, 23, 7), 1e-3, start);
            whole.within(0.0, 20).run((epoch, loss, theta) -> losses.add(loss));
            assertThat(losses.get(0)).isEqualTo(problem.sumOfSquares(start) / problem.terms());
            var small = new AdamEpochs(problem, new Batches(23, 4, 7), 1e-3, start);
            small.within(0.0, 20).run(GO_ON);
            // six steps for one
            assertThat(problem.sumOfSquares(small.theta())).isLessThan(0.5 * problem.sumOfSquares(whole.theta()));
        }
    }

    @Test
    void theTargetEndsBeforeTheStep() {
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(SPRINGS.training(), SPRINGS.mechanics(), NETWORK, workers);
            var start = NETWORK.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
            var epochs = new AdamEpochs(problem, new Batches(23, 23, 7), 1e-3, start);
            assertThat(epochs.within(1e9, 20).run(GO_ON)).isEqualTo(Stop.TARGET);
            assertThat(epochs.theta()).containsExactly(start);
            var again = new AdamEpochs(problem, new Batches(23, 23, 7), 1e-3, start);
            again.restore(epochs.state());
            assertThat(again.within(1e9, 20).run((epoch, loss, theta) -> {
                        throw new AssertionError("one epoch more");
                    }))
                    .isEqualTo(Stop.TARGET);
        }
    }

    @Test
    void aRateThatIsTooLargeIsNamed() {
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(SPRINGS.training(), SPRINGS.mechanics(), NETWORK, workers);
            var start = NETWORK.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
            var epochs = new AdamEpochs(problem, new Batches(23, 5, 7), 1e300, start);
            assertThatThrownBy(() -> epochs.within(0.0, 20).run(GO_ON))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageMatching("(Rollout diverged at step|the loss is).*");
        }
    }
}
