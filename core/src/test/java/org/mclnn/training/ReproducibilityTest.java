package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.Forms;
import org.mclnn.training.TrainingOptions.Optimizer;

/** Same data, same seed: the same bits, whatever the number of threads, the repetition or the language of the machine. */
class ReproducibilityTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(20);

    /** Everything that a training says, to the last bit: parameters, losses, and each word to the listener. */
    private static List<String> transcript(Optimizer optimizer, FormChoice form, int threads) {
        var heard = new ArrayList<String>();
        var options = TrainingOptions.of(form, optimizer)
                .withIterations(optimizer == Optimizer.ADAM ? 20 : 12)
                .withSeed(3)
                .withThreads(threads);
        var result = Trainer.of(
                        options,
                        (phase, iteration, most, loss) ->
                                heard.add(phase + " " + iteration + "/" + most + " " + Double.toHexString(loss)))
                .train(SPRINGS);
        for (double x : result.potential().law().theta()) {
            heard.add(Double.toHexString(x));
        }
        heard.add(Double.toHexString(result.trainLoss()));
        heard.add(Double.toHexString(result.validLoss().orElseThrow()));
        heard.add(Double.toHexString(result.baselineLoss()));
        heard.add(Double.toHexString(result.baselineForceError()));
        heard.add(Double.toHexString(result.potential().gauge(0)));
        heard.add(result.potential().law().form().name() + " " + result.stop() + " " + result.iterations());
        return heard;
    }

    private static final FormChoice NETWORK = new FormChoice.Network(List.of(4, 4));
    private static final List<String> BY_ONE_THREAD = transcript(Optimizer.LM, NETWORK, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void theNumberOfThreadsChangesNoBit(int threads) {
        assertThat(transcript(Optimizer.LM, NETWORK, threads)).isEqualTo(BY_ONE_THREAD);
    }

    @Test
    void theNumberOfThreadsChangesNoBitOfASplineNorOfAGradientMethod() {
        var spline = transcript(Optimizer.LM, new FormChoice.Spline(), 1);
        var adam = transcript(Optimizer.ADAM, NETWORK, 1);
        var lbfgs = transcript(Optimizer.LBFGS, NETWORK, 1);
        for (int threads : new int[] {2, 8}) {
            assertThat(transcript(Optimizer.LM, new FormChoice.Spline(), threads))
                    .isEqualTo(spline);
            assertThat(transcript(Optimizer.ADAM, NETWORK, threads)).isEqualTo(adam);
            assertThat(transcript(Optimizer.LBFGS, NETWORK, threads)).isEqualTo(lbfgs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG", "de-DE"})
    void theLanguageOfTheMachineChangesNothing(String tag) {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(transcript(Optimizer.LM, NETWORK, 2)).isEqualTo(BY_ONE_THREAD);
            assertThat(ReferenceSystem.names()).containsExactly("linear", "nonlinear", "gravity");
            assertThat(ReferenceSystem.named("linear")).isEqualTo(ReferenceSystem.LINEAR);
            for (var name : List.of("network:10,10@2.5", "lennard-jones:12-6", "spline:1/r:end0:0.5,1.0,2.0")) {
                assertThat(Forms.parse(name).name()).isEqualTo(name);
            }
            assertThat(Forms.families()).contains("harmonic", "lennard-jones");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource(ReferenceSystem.class)
    void windowsOfASeedNeverChange(ReferenceSystem which) {
        var run = Problems.run(which, 200);
        var first = TrajectoryDataset.windows(run, 10, 20, 100);
        var second = TrajectoryDataset.windows(run, 10, 20, 100);
        for (int w = 0; w < 10; w++) {
            assertThat(first.training().at(w, 19))
                    .containsExactly(second.training().at(w, 19));
        }
    }
}
