package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.optimisation.Workers;

/** Loss (Eq. 6) and gradient against an independent program. */
class GoldenTest {
    // seen: 4e-16 on the springs, 2e-14 on gravity, whose windows are sensitive
    @ParameterizedTest
    @CsvSource({"linear, 1e-14", "nonlinear, 1e-14", "gravity, 5e-13"})
    void lossAndGradientEqualTheIndependentProgram(String system, double tolerance) {
        try (var workers = new Workers(2)) {
            var problem =
                    new RolloutProblem(Golden.windows(system), Golden.mechanics(system), Golden.network(), workers);
            var theta = Golden.parameters("");
            double expected = Golden.array(system + "_loss")[0];
            var golden = Golden.parameters(system + "_d");

            var gradient = new double[theta.length];
            double loss = problem.gradient(theta, gradient) / problem.terms();
            var normal = problem.linearise(theta).head();
            var tangent = new double[theta.length];
            for (int p = 0; p < theta.length; p++) {
                gradient[p] /= problem.terms();
                tangent[p] = 2.0 * normal.gradient(p) / problem.terms();
            }
            assertThat(Math.abs(loss / expected - 1)).isLessThan(tolerance);
            assertThat(Gradients.relative(gradient, golden)).isLessThan(tolerance);
            assertThat(Gradients.relative(tangent, golden)).isLessThan(tolerance);
        }
    }
}
