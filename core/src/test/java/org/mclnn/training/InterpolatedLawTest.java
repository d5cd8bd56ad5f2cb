package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;

/** Rollouts under an interpolated law against rollouts under the law itself. */
class InterpolatedLawTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(20);
    private static final PairNetwork NETWORK = PairNetwork.of(10, 10);

    /** A form that is evaluated at each distance. */
    private record Direct(PotentialForm form) implements PotentialForm {
        @Override
        public String name() {
            return form.name();
        }

        @Override
        public int size() {
            return form.size();
        }

        @Override
        public List<String> parameterNames() {
            return form.parameterNames();
        }

        @Override
        public double[] sizes(double[] theta) {
            return form.sizes(theta);
        }

        @Override
        public FormKernel kernel() {
            return form.kernel();
        }
    }

    /** The gradient, and after it the sum of squares. */
    private static double[] gradient(TrajectoryDataset data, PotentialForm form, double[]... thetas) {
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(data.training(), data.mechanics(), form, workers);
            var both = new double[form.size() + 1];
            for (var theta : thetas) {
                var gradient = new double[form.size()];
                double sum = problem.gradient(theta, gradient);
                assertThat(problem.sumOfSquares(theta)).isEqualTo(sum);
                System.arraycopy(gradient, 0, both, 0, gradient.length);
                both[gradient.length] = sum;
            }
            return both;
        }
    }

    private static void assertSame(TrajectoryDataset data, PotentialForm form, double[] theta, boolean alike) {
        var interpolated = gradient(data, form, theta);
        var direct = gradient(data, new Direct(form), theta);
        assertThat(Gradients.relative(interpolated, direct)).isLessThan(1e-14); // seen 2.2e-15
        assertThat(interpolated).satisfies(found -> {
            if (alike) {
                assertThat(found).containsExactly(direct);
            } else {
                assertThat(found).isNotEqualTo(direct); // interpolated indeed
            }
        });
    }

    private static double[] start(double near, double far) {
        return NETWORK.spreadStart(near, far, 1.0, new SplittableRandom(4));
    }

    @Test
    void lossAndGradientAreTheLawsOwn() {
        assertSame(SPRINGS, NETWORK, start(0.5, 2.0), false);
    }

    @Test
    void aCutoffEndsTheRange() {
        var data = TrajectoryDataset.windows(
                Problems.gas(400),
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(10), 20, OptionalDouble.empty(), OptionalInt.empty(), 2.0, false, 3));
        assertSame(data, NETWORK.withCutoff(2.0), start(0.9, 2.0), false);
    }

    /** A law that throws particles out of the range that was observed. */
    @Test
    void distancesOutOfRangeHaveGridsOfTheirOwn() {
        var theta = start(0.5, 2.0);
        for (int p = NETWORK.firstLinear(); p < theta.length; p++) {
            theta[p] *= 30.0;
        }
        assertSame(SPRINGS, NETWORK, theta, false);
    }

    /** Two windows of 190 steps and three pairs are 1,140 evaluations: no grid that resolves a steep network is worth it. */
    @Test
    void aLawThatWouldNeedTooManyPointsIsEvaluatedAsItIs() {
        var theta = start(1.2, 1.25);
        assertSame(Problems.springs(2), NETWORK, theta, true);
    }

    @Test
    void noBitDependsOnWhatWasAskedBefore() {
        var theta = start(0.5, 2.0);
        var steep = start(0.9, 1.0);
        assertThat(gradient(SPRINGS, NETWORK, steep, theta)).containsExactly(gradient(SPRINGS, NETWORK, theta));
        assertThat(gradient(SPRINGS, NETWORK, theta, steep)).containsExactly(gradient(SPRINGS, NETWORK, steep));
    }
}
