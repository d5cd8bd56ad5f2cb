package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.potential.Harmonic;
import org.mclnn.training.TrainingOptions.Optimizer;

/** A training that is stopped anywhere and gone on with ends with the same bits as one that is not. */
class JournalTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(20);
    private static final TrajectoryDataset BARE =
            TrajectoryDataset.windows(Problems.positionsOnly(Problems.run(ReferenceSystem.LINEAR, 400)), 8, 20, 100);

    /** Stops a training after a number of questions; counts them all. */
    private static final class Stopper implements Journal.Keeper {
        private final int last;
        private int asked;
        private TrainingState kept = TrainingState.NOTHING;

        Stopper(int last) {
            this.last = last;
        }

        @Override
        public Wish wish() {
            return ++asked == last ? Wish.SAVE_AND_STOP : Wish.GO_ON;
        }

        @Override
        public void save(TrainingState state) {
            kept = state;
        }
    }

    private static TrainingOptions options(String kind, int threads) {
        FormChoice form = switch (kind) {
            case "spline", "chaos" -> new FormChoice.Spline();
            case "harmonic" -> new FormChoice.Closed(new Harmonic());
            default -> new FormChoice.Network(List.of(4, 4));
        };
        var options = switch (kind) {
            case "adam" -> TrainingOptions.of(form, Optimizer.ADAM).withIterations(60);
            case "batches" ->
                TrainingOptions.of(form, Optimizer.ADAM).withIterations(30).withBatch(3);
            case "lbfgs" -> TrainingOptions.of(form, Optimizer.LBFGS).withIterations(40);
            default -> TrainingOptions.of(form, Optimizer.LM).withIterations(12);
        };
        return options.withSeed(3).withThreads(threads);
    }

    private static List<String> transcript(TrainingResult result) {
        var said = new ArrayList<String>();
        for (double x : result.potential().law().theta()) {
            said.add(Double.toHexString(x));
        }
        result.losses().forEach(loss -> said.add(Double.toHexString(loss)));
        said.add(Double.toHexString(result.trainLoss()));
        said.add(Double.toHexString(result.validLoss().orElseThrow()));
        said.add(Double.toHexString(result.baselineLoss()));
        said.add(Double.toHexString(result.baselineForceError()));
        said.add(result.potential().law().form().name() + " " + result.stop() + " " + result.iterations()
                + result.shortened());
        return said;
    }

    private static TrajectoryDataset data(String kind) {
        return switch (kind) {
            case "positions" -> BARE;
            case "chaos" -> ChaosTest.springs();
            default -> SPRINGS;
        };
    }

    private static TrainingResult train(String kind, int threads, TrainingState begun, Journal.Keeper keeper) {
        return Trainer.of(options(kind, threads), TrainingListener.NONE).train(data(kind), new Journal(begun, keeper));
    }

    /** Trains until stopped; the state that was kept, or {@code begun} where the training came to its end. */
    private static TrainingState stopped(String kind, TrainingState begun, Stopper stopper) {
        try {
            train(kind, 2, begun, stopper);
            return begun;
        } catch (StoppedException e) {
            assertThat(e).hasMessage("stopped " + stopper.kept.where());
            return stopper.kept;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "spline", "harmonic", "adam", "batches", "lbfgs", "positions", "chaos"})
    void stoppedAnywhereAndGoneOnWithItEndsWithTheSameBits(String kind) {
        var whole = new Stopper(0);
        var expected = transcript(train(kind, 2, TrainingState.NOTHING, whole));
        assertThat(whole.asked).isGreaterThan(20);
        var random = new SplittableRandom(17);
        for (int k = 0; k < 20; k++) {
            var stopper = new Stopper(1 + random.nextInt(whole.asked));
            var kept = stopped(kind, TrainingState.NOTHING, stopper);
            var rest = new Stopper(0);
            assertThat(transcript(train(kind, 1 + k % 3, kept, rest)))
                    .as("stopped at %d of %d", stopper.last, whole.asked)
                    .isEqualTo(expected);
            // what was done is not done again
            assertThat(rest.asked).isEqualTo(whole.asked - stopper.last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "spline", "adam"})
    void stoppedAgainAndAgainItEndsWithTheSameBits(String kind) {
        var expected = transcript(train(kind, 2, TrainingState.NOTHING, new Stopper(0)));
        var state = TrainingState.NOTHING;
        var random = new SplittableRandom(18);
        for (int k = 0; k < 8; k++) {
            state = stopped(kind, state, new Stopper(1 + random.nextInt(4)));
        }
        assertThat(transcript(train(kind, 2, state, new Stopper(0)))).isEqualTo(expected);
    }

    @Test
    void savingOnTheWayChangesNothing() {
        var expected = transcript(train("network", 2, TrainingState.NOTHING, new Stopper(0)));
        var states = new ArrayList<TrainingState>();
        var result = train("network", 2, TrainingState.NOTHING, new Journal.Keeper() {
            @Override
            public Wish wish() {
                return Wish.SAVE;
            }

            @Override
            public void save(TrainingState state) {
                states.add(state);
            }
        });
        assertThat(transcript(result)).isEqualTo(expected);
        assertThat(states.get(0).where()).isEqualTo("before the first step");
        assertThat(states.get(states.size() - 1).where())
                .isEqualTo("after step " + result.losses().size() + " of network");
        var pieces = states.get(states.size() - 1).pieces();
        assertThat(pieces).allMatch(TrainingState.Piece::finished);
    }

    @Test
    void theListenerHearsTheLossesThatComeAfterTheStop() {
        var kept = stopped(
                "adam", TrainingState.NOTHING, new Stopper(34)); // three are for the baseline, one for the horizons
        var heard = new ArrayList<Integer>();
        Trainer.of(options("adam", 2), (phase, iteration, expected, loss) -> heard.add(iteration))
                .train(SPRINGS, new Journal(kept, new Stopper(0)));
        assertThat(kept.where()).isEqualTo("after step 30 of network");
        assertThat(heard.get(0)).isEqualTo(31);
        assertThat(heard).hasSize(30);
    }

    @Test
    void theStateOfAnotherTrainingIsRefused() {
        var adam = stopped("adam", TrainingState.NOTHING, new Stopper(5));
        assertThatThrownBy(() -> train("network", 1, adam, new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageStartingWith("what was saved is of another training: it does not go on with 'evidence'");
        var piece = adam.pieces().get(4);
        assertThatThrownBy(() -> train("adam", 1, with(adam, piece, new double[] {1, -1, 3}), new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageContaining("the state of an optimiser has 3 numbers, not ");
        var network = stopped("network", TrainingState.NOTHING, new Stopper(7));
        var knots = network.pieces().get(network.pieces().size() - 1);
        assertThat(knots.name()).isEqualTo("knots");
        var numbers = knots.numbers();
        numbers[1] = 7;
        assertThatThrownBy(() -> train("network", 1, with(network, knots, numbers), new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageContaining("7.0 is no reason to stop");
        var baseline = new TrainingState.Piece("knots of the baseline", true, new double[0], new double[] {12});
        assertThatThrownBy(() -> train("adam", 1, new TrainingState(List.of(baseline)), new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageContaining("there are no knots 12");
        assertThatThrownBy(() -> train("adam", 1, with(adam, 3, "horizons", 3, 4), new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageContaining("it has 2 windows, not 24");
        assertThatThrownBy(() -> train("network", 1, with(network, 4, "horizon", 33), new Stopper(0)))
                .isInstanceOf(OtherTrainingException.class)
                .hasMessageContaining("windows are not halved 33 times");
    }

    /** Up to a piece that is finished, which has other numbers. */
    private static TrainingState with(TrainingState state, int last, String name, double... numbers) {
        var pieces = new ArrayList<>(state.pieces().subList(0, last + 1));
        assertThat(pieces.get(last).name()).isEqualTo(name);
        pieces.set(last, new TrainingState.Piece(name, true, new double[0], numbers));
        return new TrainingState(pieces);
    }

    /** The optimiser's piece with other numbers. */
    private static TrainingState with(TrainingState state, TrainingState.Piece piece, double... numbers) {
        var pieces = new ArrayList<>(state.pieces());
        pieces.set(pieces.size() - 1, new TrainingState.Piece(piece.name(), false, piece.values(), numbers));
        return new TrainingState(pieces);
    }
}
