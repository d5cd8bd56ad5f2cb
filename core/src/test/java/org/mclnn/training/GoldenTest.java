package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loss (Eq. 6) and gradient against an independent program. */
class GoldenTest {
    @ParameterizedTest
    @CsvSource({"linear, 1e-10", "nonlinear, 1e-10", "gravity, 1e-6"})
    void lossAndGradientEqualTheIndependentProgram(String system, double tolerance) {
        try (var workers = new Workers(2)) {
            var problem =
                    new RolloutProblem(Golden.windows(system), Golden.mechanics(system), Golden.network(), workers);
            var theta = Golden.parameters("");
            double expected = Golden.array(system + "_loss")[0];
            var golden = Golden.parameters(system + "_d");

            var gradient = new double[theta.length];
            double loss = problem.gradient(theta, gradient) / problem.terms();
            var normal = new NormalEquations(theta.length);
            problem.linearise(theta, normal);
            var tangent = new double[theta.length];
            for (int p = 0; p < theta.length; p++) {
                gradient[p] /= problem.terms();
                tangent[p] = 2.0 * normal.gradient(p) / problem.terms();
            }
            System.out.println(
                    system + " " + loss + " " + Math.abs(loss / expected - 1) + " adj " + relative(gradient, golden)
                            + " tan " + relative(tangent, golden) + " at " + relative(tangent, gradient));
            assertThat(Math.abs(loss / expected - 1)).isLessThan(tolerance);
            assertThat(relative(gradient, golden)).isLessThan(tolerance);
            assertThat(relative(tangent, golden)).isLessThan(tolerance);
        }
    }

    private static double relative(double[] a, double[] b) {
        double difference = 0;
        double norm = 0;
        for (int p = 0; p < a.length; p++) {
            difference += (a[p] - b[p]) * (a[p] - b[p]);
            norm += b[p] * b[p];
        }
        return Math.sqrt(difference / norm);
    }
}
