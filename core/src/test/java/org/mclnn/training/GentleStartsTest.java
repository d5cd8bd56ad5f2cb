package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.potential.PairNetwork;

/** A network that is to go as far as it can (theory, T66). */
class GentleStartsTest {
    private static TrajectoryDataset paper(ReferenceSystem which) {
        return TrajectoryDataset.windows(Problems.run(which, 10_000), 100, 20, TrainingOptions.SEED);
    }

    private static TrainingResult train(TrajectoryDataset data, int threads) {
        var options = TrainingOptions.standard().withTargetLoss(0.0).withThreads(threads);
        return Trainer.of(options, TrainingListener.NONE).train(data);
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, 1e-26, 1e-12", // seen 6e-29 and 5e-15
        "NONLINEAR, 1e-21, 1e-9", // seen 5e-24 and 1.4e-11
        "GRAVITY, 1e-10, 1e-3" // seen 2e-12 and 1e-5: no polynomial of so few terms, begun as always
    })
    void smoothLawsAreFoundToManyDigits(ReferenceSystem which, double loss, double force) {
        var result = train(paper(which), 2);
        assertThat(result.trainLoss()).isLessThan(loss);
        assertThat(LawComparison.of(result.potential(), which.law()).forceRelativeRms())
                .isLessThan(force);
    }

    @Test
    void aChaoticMotionIsFollowedWhereTheForceIsRightToTenDigits() {
        var which = ReferenceSystem.NONLINEAR;
        var potential = train(paper(which), 2).potential();
        var motion = Evaluation.compare(
                        which.system(3), potential, which.start().mirrored(), Simulator.of(0.01, 10), 1_000)
                .motion();
        assertThat(motion.lagrangianMae()).isLessThan(1e-5); // seen 5e-8; 7e-3 from the usual start
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        var data = TrajectoryDataset.windows(Problems.run(ReferenceSystem.NONLINEAR, 400), 10, 10, 1);
        assertThat(train(data, 3).potential().law().theta())
                .containsExactly(train(data, 1).potential().law().theta());
    }

    @Test
    void unitsOfAGentleStartHardlyBend() {
        var network = PairNetwork.of(6, 6);
        var theta = network.gentleStart(0.5, 1.5, 0.1, new SplittableRandom(4));
        for (int j = 0; j < 6; j++) {
            double change = theta[j] * 0.5; // of the unit's argument over half the distances
            assertThat(Math.abs(change)).isBetween(0.0, 0.5); // five standard deviations
        }
        for (int p = network.firstLinear(); p < theta.length; p++) {
            assertThat(theta[p]).isZero();
        }
    }
}
