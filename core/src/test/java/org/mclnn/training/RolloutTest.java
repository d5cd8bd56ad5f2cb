package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;

/** The walk back: what is stored and what is walked again, groups of windows and blocks of pairs. */
class RolloutTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(50); // more than one group

    /** The gradient, and after it the sum of squares. */
    private static double[] gradient(TrajectoryDataset data, PotentialForm form, double[] theta, int spacing) {
        var dTheta = new double[form.size()];
        var which = IntStream.range(0, data.training().count()).toArray();
        var rollout = new Rollout(data.training(), data.mechanics(), form.size(), spacing);
        double sum = rollout.pullback(law(form, theta), theta, which, 0, which.length, dTheta);
        var both = Arrays.copyOf(dTheta, dTheta.length + 1);
        both[dTheta.length] = sum;
        return both;
    }

    private static FormKernel law(PotentialForm form, double[] theta) {
        var law = form.kernel();
        law.parameters(theta);
        return law;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 10, 24, 189, 190, 500}) // of 190 steps, 10 to a frame
    void stepsTakenAgainGiveTheBitsOfStepsStored(int spacing) {
        var network = PairNetwork.of(4, 3);
        var theta = network.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
        var stored = gradient(SPRINGS, network, theta, 1);
        var again = gradient(SPRINGS, network, theta, spacing);
        assertThat(again).containsExactly(stored);
    }

    @Test
    void aLongPathIsNotStoredStepByStep() {
        // 32 particles: 96 numbers a step, 43,690 steps in 2^22 numbers
        assertThat(spacing(43_690)).isEqualTo(1);
        assertThat(spacing(43_691)).isEqualTo(363); // root of 3 * 43,691 is 362.04
    }

    private static int spacing(int steps) {
        var masses = new double[32];
        Arrays.fill(masses, 1.0);
        var positions = new double[1][2][96];
        Arrays.fill(positions[0][1], 1.0);
        var windows = new Windows(positions, new double[1][96]);
        return Rollout.spacing(windows, new Mechanics(masses, Box.open(), 0.0, 0.01, steps));
    }

    /** A batch of windows in any order is the sum over its windows; a rollout serves batches of any size one after the other. */
    @Test
    void aBatchIsTheSumOfItsWindows() {
        var form = new Harmonic();
        var theta = new double[] {1.2, 0.9};
        var law = law(form, theta);
        var rollout = new Rollout(SPRINGS.training(), SPRINGS.mechanics(), form.size());
        var batch = IntStream.range(0, 45).map(k -> (7 * k + 3) % 50).toArray();
        var together = new double[2];
        double sum = rollout.pullback(law, theta, batch, 0, batch.length, together);
        var apart = new double[2];
        double parts = 0.0;
        for (int k = 0; k < batch.length; k++) {
            parts += rollout.pullback(law, theta, batch, k, k + 1, apart);
        }
        assertThat(rollout.sumOfSquares(law, theta, batch, 0, batch.length)).isEqualTo(sum);
        assertThat(Math.abs(parts / sum - 1)).isLessThan(1e-13); // seen 2e-16
        assertThat(Gradients.relative(apart, together)).isLessThan(1e-13); // seen 4e-15
    }

    @Test
    void theGradientOverManyGroupsAndBlocksIsRight() {
        var network = PairNetwork.of(4);
        var theta = network.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
        var springs = Problems.springs(400); // 50 windows of 3 pairs in each chunk
        Gradients.assertAllAgree(springs.training(), springs.mechanics(), network, theta, 1e-3);
        var cluster = Problems.cluster(); // 190 pairs in one window
        Gradients.assertAllAgree(
                cluster.training(), cluster.mechanics(), new LennardJones(12, 6), new double[] {1.05, 0.98}, 1e-5);
    }
}
