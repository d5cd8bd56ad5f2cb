package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mclnn.optimisation.Adam;
import org.mclnn.optimisation.Workers;

/** Adam by hand, and beside an independent program. */
class AdamTest {
    @Test
    void theFirstStepsAreThoseOfThePaper() {
        var adam = new Adam(0.1, 2);
        var theta = new double[] {1.0, -2.0};
        adam.step(theta, new double[] {4.0, -0.5});
        // corrected moments are g and g^2: a step of rate g / (|g| + 1e-8)
        assertThat(Math.abs(theta[0] - (1.0 - 0.1 * 4.0 / (4.0 + 1e-8)))).isLessThan(1e-14); // seen 0
        assertThat(Math.abs(theta[1] - (-2.0 + 0.1 * 0.5 / (0.5 + 1e-8)))).isLessThan(1e-14); // seen 0
        adam.step(theta, new double[] {1.0, 0.0});
        // m = 0.9 0.4 + 0.1 = 0.46 over 1 - 0.81; s = 0.999 0.016 + 0.001 = 0.016984 over 1 - 0.998001
        double first = 0.1 * (0.46 / 0.19) / (Math.sqrt(0.016984 / 0.001999) + 1e-8);
        assertThat(Math.abs(theta[0] - (1.0 - 0.1 * 4.0 / (4.0 + 1e-8) - first)))
                .isLessThan(1e-14); // seen 7e-16
        // m = -0.9 0.05 = -0.045; s = 0.999 0.00025 = 0.00024975
        double second = -0.1 * (0.045 / 0.19) / (Math.sqrt(0.00024975 / 0.001999) + 1e-8);
        assertThat(Math.abs(theta[1] - (-2.0 + 0.1 * 0.5 / (0.5 + 1e-8) - second)))
                .isLessThan(1e-14); // seen 7e-16
    }

    /**
     * Losses before each of the first five epochs and after 200, from golden weights on the golden windows of the linear springs: jax 0.10.2
     * and optax 0.2.8 in float64, {@code value_and_grad} of Eq. 6 and {@code optax.adam(1e-3)}.
     */
    @Test
    void lossesEqualThoseOfTheIndependentProgramOver200Epochs() {
        double[] expected = {
            0.6585483884950013, 0.6432323154732048, 0.6277838942159221, 0.6122128114311037, 0.5965300309596787
        };
        double expectedLast = 0.024073239060796964;
        try (var workers = new Workers(2)) {
            var problem =
                    new RolloutProblem(Golden.windows("linear"), Golden.mechanics("linear"), Golden.network(), workers);
            var theta = Golden.parameters("");
            var adam = new Adam(1e-3, theta.length);
            var gradient = new double[theta.length];
            for (int epoch = 0; epoch < 200; epoch++) {
                double loss = problem.gradient(theta, gradient) / problem.terms();
                if (epoch < expected.length) {
                    assertThat(Math.abs(loss / expected[epoch] - 1)).isLessThan(3e-14); // worst seen 1.4e-15
                }
                for (int p = 0; p < gradient.length; p++) {
                    gradient[p] /= problem.terms();
                }
                adam.step(theta, gradient);
            }
            double last = problem.sumOfSquares(theta) / problem.terms();
            assertThat(Math.abs(last / expectedLast - 1)).isLessThan(1e-13); // seen 7e-16
        }
    }
}
