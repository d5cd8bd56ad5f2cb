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
}
