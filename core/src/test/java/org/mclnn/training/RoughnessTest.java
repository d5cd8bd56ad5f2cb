package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PowerLaw;
import org.mclnn.potential.Quartic;
import org.mclnn.potential.SplineForm.Coordinate;

/** What counts as smooth. */
class RoughnessTest {
    /** V' = 2 k (r - r0)^3: third derivative 12 k, over a width of 0.8; its fourth derivative vanishes. */
    @Test
    void aCubicSlopeHasAConstantThirdDerivativeAndNoFourth() {
        var form = new Quartic();
        double[] theta = {1.0, 1.0};
        double third = new Roughness(form, Coordinate.DISTANCE, 0.8, 1.6, 3).sumOfSquares(theta);
        double expected = 12 * 0.8 * 0.8 * 0.8;
        assertThat(Math.abs(third / (expected * expected) - 1)).isLessThan(1e-6); // seen 2e-9: differences of 1e-16
        double fourth = new Roughness(form, Coordinate.DISTANCE, 0.8, 1.6, 4).sumOfSquares(theta);
        assertThat(fourth / third).isLessThan(1e-8); // seen 4e-14
    }

    /** Gravity's V' = u^2 in u = 1/r. */
    @Test
    void gravityIsAParabolaInTheInverseDistance() {
        var form = new PowerLaw();
        double[] theta = {-1.0, -1.0};
        double second = new Roughness(form, Coordinate.INVERSE, 0.5, 4, 2).sumOfSquares(theta);
        double third = new Roughness(form, Coordinate.INVERSE, 0.5, 4, 3).sumOfSquares(theta);
        double expected = 2 * 1.75 * 1.75;
        assertThat(Math.abs(second / (expected * expected) - 1)).isLessThan(1e-8); // seen 2e-12
        assertThat(third / second).isLessThan(1e-12); // seen 2e-18
    }

    @ParameterizedTest
    @EnumSource(Coordinate.class)
    void theEquationsAreThoseOfTheSum(Coordinate coordinate) {
        var form = PairNetwork.of(3, 4);
        var theta = form.spreadStart(0.8, 2.0, 0.5, new SplittableRandom(3));
        var roughness = new Roughness(form, coordinate, 0.8, 2.0, 3);
        var normal = new NormalEquations(form.size());
        roughness.add(theta, 2.5, normal);
        assertThat(Math.abs(normal.sumOfSquares() / (2.5 * roughness.sumOfSquares(theta)) - 1))
                .isLessThan(1e-10); // seen 8e-12: third differences of 120 points
        double worst = 0.0;
        double largest = 0.0;
        for (int p = 0; p < theta.length; p++) {
            double h = 1e-5;
            var plus = theta.clone();
            var minus = theta.clone();
            plus[p] += h;
            minus[p] -= h;
            double slope = (roughness.sumOfSquares(plus) - roughness.sumOfSquares(minus)) / (2 * h);
            worst = Math.max(worst, Math.abs(2.5 * slope - 2 * normal.gradient(p)));
            largest = Math.max(largest, Math.abs(slope));
        }
        assertThat(worst / largest).isLessThan(1e-6); // seen 4e-9
    }
}
