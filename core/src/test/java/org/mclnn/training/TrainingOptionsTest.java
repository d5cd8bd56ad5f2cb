package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mclnn.training.TrainingOptions.Optimizer;

/** The defaults are the paper's where the paper has one. */
class TrainingOptionsTest {
    private static final FormChoice NETWORK = new FormChoice.Network(List.of(10, 10));

    @Test
    void defaultsAreThePapers() {
        var adam = TrainingOptions.of(NETWORK, Optimizer.ADAM);
        assertThat(adam.iterations()).isEqualTo(100_000);
        assertThat(adam.target(true, 123.0)).isEqualTo(1e-8);
        assertThat(adam.seed()).isEqualTo(100);
        assertThat(TrainingOptions.standard().form()).isEqualTo(NETWORK);
        assertThat(TrainingOptions.standard().optimizer()).isEqualTo(Optimizer.LM);
        assertThat(TrainingOptions.WINDOWS).isEqualTo(100);
        assertThat(TrainingOptions.FRAMES).isEqualTo(20);
    }

    @Test
    void levenbergMarquardtStopsANetworkRelativeToHowFarThingsMove() {
        var options = TrainingOptions.standard();
        assertThat(options.iterations()).isEqualTo(300);
        assertThat(options.target(true, 4.0)).isEqualTo(4e-11);
        assertThat(options.target(false, 4.0)).isZero();
    }

    @Test
    void whatIsAskedForIsTaken() {
        var options = TrainingOptions.of(NETWORK, Optimizer.LM)
                .withTargetLoss(1e-5)
                .withIterations(7)
                .withSeed(3)
                .withThreads(2);
        assertThat(options.target(true, 4.0)).isEqualTo(1e-5);
        assertThat(options.iterations()).isEqualTo(7);
        assertThat(options.withSeed(9).seed()).isEqualTo(9);
        assertThat(options.withThreads(5).threads()).isEqualTo(5);
        assertThat(options.withThreads(5).withSeed(3)).isEqualTo(options.withThreads(5));
    }

    @Test
    void impossibleOptionsAreRefusedByName() {
        assertThatThrownBy(() -> TrainingOptions.standard().withThreads(0))
                .hasMessage("the number of threads must be at least 1, was 0");
        assertThatThrownBy(() -> TrainingOptions.of(NETWORK, Optimizer.LM)
                        .withTargetLoss(-1)
                        .withSeed(1)
                        .withThreads(1))
                .hasMessage("the target loss must not be negative, was -1.0");
        assertThatThrownBy(() -> TrainingOptions.of(NETWORK, Optimizer.LM)
                        .withTargetLoss(Double.NaN)
                        .withSeed(1)
                        .withThreads(1))
                .hasMessage("the target loss must not be negative, was NaN");
        assertThatThrownBy(() -> TrainingOptions.of(NETWORK, Optimizer.LM)
                        .withIterations(0)
                        .withSeed(1)
                        .withThreads(1))
                .hasMessage("the number of iterations must be at least 1, was 0");
    }

    @Test
    void wideNetworksAreForLbfgs() {
        // [n, n] has 2 n + n (n + 1) + n + 1 parameters
        assertThat(TrainingOptions.optimizerFor(new FormChoice.Network(List.of(61, 61))))
                .isEqualTo(Optimizer.LM); // 3966
        assertThat(TrainingOptions.optimizerFor(new FormChoice.Network(List.of(62, 62))))
                .isEqualTo(Optimizer.LBFGS); // 4093
        assertThat(TrainingOptions.optimizerFor(new FormChoice.Spline())).isEqualTo(Optimizer.LM);
        var lbfgs = TrainingOptions.of(NETWORK, Optimizer.LBFGS);
        assertThat(lbfgs.iterations()).isEqualTo(2000);
        assertThat(lbfgs.target(true, 4.0)).isEqualTo(4e-11);
    }

    @Test
    void batchesAndRatesAreAdams() {
        var adam = TrainingOptions.of(NETWORK, Optimizer.ADAM).withBatch(5).withRate(0.01);
        assertThat(adam.batch()).hasValue(5);
        assertThat(adam.withSeed(3).rate()).hasValue(0.01);
        assertThatThrownBy(() -> adam.withBatch(0))
                .hasMessage("the number of windows in a batch must be at least 1, was 0");
        assertThatThrownBy(() -> adam.withRate(Double.NaN)).hasMessage("the rate must be positive, was NaN");
        for (var other : List.of(Optimizer.LM, Optimizer.LBFGS)) {
            assertThatThrownBy(() -> TrainingOptions.of(NETWORK, other).withBatch(5))
                    .hasMessageStartingWith("batches and rates are for Adam");
            assertThatThrownBy(() -> TrainingOptions.of(NETWORK, other).withRate(0.1))
                    .hasMessageStartingWith("batches and rates are for Adam");
        }
    }
}
