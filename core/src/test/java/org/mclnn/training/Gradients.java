package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.mclnn.optimisation.Workers;
import org.mclnn.potential.PotentialForm;

/** The gradient of the loss three ways: adjoint, tangent, differences. The same check judges the product and mutilated forms. */
final class Gradients {
    private Gradients() {}

    /** Norm of the difference over norm of the second. */
    static double relative(double[] a, double[] b) {
        double difference = 0;
        double norm = 0;
        for (int p = 0; p < a.length; p++) {
            difference += (a[p] - b[p]) * (a[p] - b[p]);
            norm += b[p] * b[p];
        }
        return Math.sqrt(difference / norm);
    }

    /** P10: the adjoint against the tangent, and both against six-point differences of the loss. */
    static void assertAllAgree(Windows windows, Mechanics mechanics, PotentialForm form, double[] theta, double h) {
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(windows, mechanics, form, workers);
            var adjoint = new double[theta.length];
            double sum = problem.gradient(theta, adjoint);
            var normal = problem.linearise(theta).head();
            var tangent = new double[theta.length];
            var differences = new double[theta.length];
            for (int p = 0; p < theta.length; p++) {
                tangent[p] = 2.0 * normal.gradient(p);
                differences[p] = derivative(problem, theta, p, h * Math.max(1.0, Math.abs(theta[p])));
            }
            assertThat(Math.abs(normal.sumOfSquares() / sum - 1)).isLessThan(1e-14); // worst seen 3e-16
            assertThat(problem.sumOfSquares(theta)).isEqualTo(sum);
            assertThat(relative(tangent, adjoint)).isLessThan(1e-13); // worst seen 1.8e-15
            assertThat(relative(adjoint, differences)).isLessThan(1e-7); // worst seen 3e-9: V'' steps at a cut-off
        }
    }

    private static double derivative(RolloutProblem problem, double[] theta, int p, double h) {
        double[] weights = {45, -9, 1};
        double sum = 0.0;
        for (int k = 1; k <= 3; k++) {
            sum += weights[k - 1] * (moved(problem, theta, p, k * h) - moved(problem, theta, p, -k * h));
        }
        return sum / (60 * h);
    }

    private static double moved(RolloutProblem problem, double[] theta, int p, double by) {
        var changed = theta.clone();
        changed[p] += by;
        return problem.sumOfSquares(changed);
    }
}
