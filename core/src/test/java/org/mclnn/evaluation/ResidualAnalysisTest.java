package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Forms;
import org.mclnn.potential.Normal;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Residuals;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrajectoryDataset;

/** Whether residuals are told from noise, where they are noise and where they are not. */
class ResidualAnalysisTest {
    private static final double SIGMA = 3e-3;

    /** The paper's springs as a camera sees them: positions with noise, a share of them missing. */
    private static Trajectory tracks(int frames, double missing, long seed) {
        var springs = ReferenceSystem.LINEAR;
        var run = Simulator.of(0.01, 10).run(springs.system(3), springs.start(), frames - 1);
        var random = new SplittableRandom(seed);
        var noisy = Trajectory.of(3).dimensions(2).stepsPerFrame(10);
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            for (int c = 0; c < q.length; c++) {
                q[c] += c % 3 < 2 ? SIGMA * Normal.next(random) : 0.0;
            }
            for (int i = 0; i < 3; i++) {
                if (random.nextDouble() < missing) {
                    Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
                }
            }
            noisy.frame(run.time(k), q);
        }
        return noisy.build();
    }

    private static Residuals residuals(Trajectory run, String form, int frames) {
        var sampling = new TrajectoryDataset.Sampling(
                OptionalInt.empty(), frames, OptionalDouble.empty(), OptionalInt.empty(), 0.0, true, 1);
        var data = TrajectoryDataset.windows(run, sampling);
        var options = TrainingOptions.of(new FormChoice.Closed(Forms.closed(form)), Optimizer.LM)
                .withThreads(2);
        return Residuals.of(
                data.mechanics(), Trainer.of(options, TrainingListener.NONE).train(data), 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 1", "0, 20, 2", "0.2, 20, 3", "0, 7, 4"})
    void underTheRightLawNoiseIsWhite(double missing, int frames, long seed) {
        var analysis = ResidualAnalysis.of(residuals(tracks(2500, missing, seed), "harmonic", frames));
        assertThat(analysis.isWhite()).isTrue(); // statistic 2.3 to 12.4, critical 11.4 and 23.2
        assertThat(analysis.sigma() / SIGMA).isCloseTo(1.0, within(0.1)); // seen 0.010
        long outside = 0;
        for (int k = 0; k < analysis.autocorrelation().size(); k++) {
            outside += Math.abs(analysis.autocorrelation().get(k))
                            > analysis.bound().get(k)
                    ? 1
                    : 0;
        }
        assertThat(outside).isLessThanOrEqualTo(2); // of ten, 95 % lie inside; seen 1
        for (double one : analysis.byParticle()) {
            assertThat(one / SIGMA).isCloseTo(1.0, within(0.3)); // seen 0.037
        }
        for (int f = 0; f < frames; f++) {
            double ratio =
                    analysis.byFrame().get(f) / analysis.expectedByFrame().get(f);
            assertThat(ratio).isCloseTo(1.0, within(0.5)); // seen 0.073
        }
    }

    @Test
    void whatFittedStartsAbsorbIsMoreThanNoiseWouldShow() {
        var residuals = residuals(tracks(2500, 0, 1), "harmonic", 20);
        var analysis = ResidualAnalysis.of(residuals);
        double pairs = 1.959964
                * 1.959964
                / (analysis.bound().get(0) * analysis.bound().get(0));
        assertThat(residuals.absorbed(1) / pairs)
                .isGreaterThan(4 * analysis.bound().get(0)); // seen 0.097 and 0.018
        // two unknowns for each coordinate of each window
        assertThat(residuals.absorbed(0)).isCloseTo(residuals.windows() * 12.0, within(1e-9)); // seen 2e-13
        assertThat(residuals.absorbedBy(0) + residuals.absorbedBy(1) + residuals.absorbedBy(2))
                .isCloseTo(residuals.absorbed(0), within(1e-9));
    }

    @Test
    void underAWrongLawTheyGoOnFromFrameToFrame() {
        var analysis = ResidualAnalysis.of(residuals(tracks(2500, 0, 1), "logarithm", 20));
        assertThat(analysis.isWhite()).isFalse();
        assertThat(analysis.statistic()).isGreaterThan(100 * analysis.critical()); // seen 1094
        assertThat(analysis.sigma()).isGreaterThan(3 * SIGMA); // seen 11.7
    }

    @Test
    void whereStartsAreKnownNothingIsAbsorbed() {
        var springs = ReferenceSystem.LINEAR;
        var run = Simulator.of(0.01, 10).run(springs.system(3), springs.start(), 1000);
        var data = TrajectoryDataset.windows(run, 20, 10, 3);
        var options = TrainingOptions.of(new FormChoice.Closed(Forms.closed("logarithm")), Optimizer.LM);
        var result = Trainer.of(options, TrainingListener.NONE).train(data);
        var residuals = Residuals.of(data.mechanics(), result, 1);
        assertThat(residuals.absorbed(0)).isZero();
        assertThat(residuals.at(0, 0, 0)).isNaN();
        double sum = 0.0;
        for (int w = 0; w < residuals.windows(); w++) {
            for (int f = 1; f < residuals.frames(); f++) {
                for (int c = 0; c < 9; c++) {
                    double e = residuals.at(w, f, c);
                    sum += Double.isNaN(e) ? 0.0 : e * e;
                }
            }
        }
        // Eq. 6 is their mean over windows, predicted frames and particles; seen 1e-16
        assertThat(sum / (20 * 9 * 3) / result.trainLoss()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void threadsChangeNothing() {
        var run = tracks(800, 0.1, 9);
        var sampling = new TrajectoryDataset.Sampling(
                OptionalInt.empty(), 20, OptionalDouble.empty(), OptionalInt.empty(), 0.0, true, 1);
        var data = TrajectoryDataset.windows(run, sampling);
        var options = TrainingOptions.of(new FormChoice.Closed(Forms.closed("harmonic")), Optimizer.LM);
        var result = Trainer.of(options, TrainingListener.NONE).train(data);
        assertThat(ResidualAnalysis.of(Residuals.of(data.mechanics(), result, 1)))
                .isEqualTo(ResidualAnalysis.of(Residuals.of(data.mechanics(), result, 3)));
    }
}
