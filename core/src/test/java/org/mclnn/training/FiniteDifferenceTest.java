package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Trajectory;

/** Velocities from positions. */
class FiniteDifferenceTest {
    /** 1 + t - 2 t^2 + t^3 / 2 - t^4 / 3 + t^5 / 7 - t^6 / 11 up to the given degree. */
    private static double polynomial(int degree, double t) {
        double[] c = {1, 1, -2, 0.5, -1 / 3.0, 1 / 7.0, -1 / 11.0};
        double sum = 0.0;
        for (int k = degree; k >= 0; k--) {
            sum = c[k] + t * sum;
        }
        return sum;
    }

    private static double slope(int degree, double t) {
        double[] c = {1, 1, -2, 0.5, -1 / 3.0, 1 / 7.0, -1 / 11.0};
        double sum = 0.0;
        for (int k = degree; k >= 1; k--) {
            sum = k * c[k] + t * sum;
        }
        return sum;
    }

    private static double worstError(int frames, int degree) {
        var run = Trajectory.of(1);
        for (int k = 0; k < frames; k++) {
            double t = 0.125 * k;
            run.frame(t, new double[] {polynomial(degree, t), -2 * polynomial(degree, t), 0});
        }
        var moving = FiniteDifference.withVelocities(run.build());
        double worst = 0.0;
        for (int k = 0; k < frames; k++) {
            double expected = slope(degree, 0.125 * k);
            worst = Math.max(worst, Math.abs(moving.velocities(k)[0] - expected));
            worst = Math.max(worst, Math.abs(moving.velocities(k)[1] + 2 * expected));
            assertThat(moving.velocities(k)[2]).isZero();
        }
        return worst;
    }

    @Test
    void polynomialsOfDegreeSixAreExactEvenAtTheEnds() {
        assertThat(worstError(12, 6)).isLessThan(5e-13); // seen 9e-15
        assertThat(worstError(7, 6)).isLessThan(5e-13); // seen 2.8e-14
    }

    @Test
    void fewerFramesGiveAsManyDegreesAsTheyCan() {
        assertThat(worstError(3, 2)).isLessThan(1e-13); // seen 0
        assertThat(worstError(5, 4)).isLessThan(1e-13); // seen 8e-15
    }

    @Test
    void theCentredWeightsAreTheTextbooks() {
        double[] expected = {-1 / 60.0, 9 / 60.0, -45 / 60.0, 0, 45 / 60.0, -9 / 60.0, 1 / 60.0};
        var weights = FiniteDifference.weights(3, 7);
        double worst = 0.0;
        for (int k = 0; k < 7; k++) {
            worst = Math.max(worst, Math.abs(weights[k] - expected[k]));
        }
        assertThat(worst).isLessThan(1e-15); // seen 7e-17
    }

    @Test
    void velocitiesOfARealRunAreAccurateToTheSixthOrder() {
        var run = Problems.run(ReferenceSystem.LINEAR, 100);
        var estimated = FiniteDifference.withVelocities(Problems.positionsOnly(run));
        double worst = 0.0;
        for (int k = 3; k < run.frames() - 3; k++) {
            for (int c = 0; c < 9; c++) {
                worst = Math.max(worst, Math.abs(estimated.velocities(k)[c] - run.velocities(k)[c]));
            }
        }
        assertThat(worst).isLessThan(1e-3); // seen 2e-5
        assertThat(estimated.stepsPerFrame()).isEqualTo(10);
        assertThat(estimated.masses()).containsExactly(run.masses());
    }
}
