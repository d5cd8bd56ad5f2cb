package org.mclnn.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps from as many equations as there are residuals against steps from as many as there are unknowns. */
class DualEquationsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "7, 30", "24, 25", "30, 7"})
    void theStepIsThatOfTheNormalEquations(int count, int size) {
        var random = new SplittableRandom(count);
        var rows = random.doubles((long) count * size, -1, 1).toArray();
        for (int k = 0; k < count; k++) {
            rows[k * size] *= 1e-6; // an unknown that is hardly felt
        }
        var e = random.doubles(count, -1, 1).toArray();
        var sizes = random.doubles(size, 0.1, 10).toArray();
        var normal = new NormalEquations(size);
        for (int k = 0; k < count; k++) {
            normal.add(Arrays.copyOfRange(rows, k * size, (k + 1) * size), e[k]);
        }
        var dual = new DualEquations(rows, e.clone());
        assertThat(dual.sumOfSquares()).isEqualTo(normal.sumOfSquares());
        assertThat(dual.gradientVanishes()).isFalse();
        for (double mu : new double[] {1e-3, 1.0, 1e3}) {
            var expected = new double[size];
            var step = new double[size];
            double fall = normal.step(mu, sizes, expected);
            // worst seen 2e-13
            assertThat(dual.step(mu, sizes, step)).isCloseTo(fall, byRelative(1e-11));
            for (int p = 0; p < size; p++) {
                assertThat(step[p]).isCloseTo(expected[p], byRelative(1e-9)); // worst seen 3e-12
            }
        }
    }

    private static Percentage byRelative(double tolerance) {
        return Percentage.withPercentage(100 * tolerance);
    }

    @Test
    void residualsThatNoUnknownSeesHaveNoGradient() {
        var dual = new DualEquations(new double[] {1, 2, 3, -1, -2, -3}, new double[] {1, 1});
        assertThat(dual.gradientVanishes()).isTrue();
    }

    /** e = exp(x + y) - 1, seen from x = y = 0.2: where the straight step s ends, Taylor's next term is -s^2/2. */
    @Test
    void aBentStepFollowsTheCurvature() {
        double here = StrictMath.exp(0.4);
        var dual = new DualEquations(new double[] {here, here}, new double[] {here - 1});
        var straight = new double[2];
        dual.step(1e-12, new double[] {1, 1}, straight);
        assertThat(straight[0] + straight[1]).isCloseTo((1 - here) / here, byRelative(1e-9));
        double h = 1e-4;
        var bent = straight.clone();
        dual.bend(new double[] {StrictMath.exp(0.4 + h * (straight[0] + straight[1])) - 1}, h, bent);
        double s = straight[0] + straight[1];
        assertThat(bent[0] + bent[1]).isCloseTo(s - s * s / 2, byRelative(2e-5)); // about 2e-6, of h
        assertThat(bent[0]).isEqualTo(bent[1]);
    }

    @Test
    void aStepThatWouldBendTooMuchStaysStraight() {
        var dual = new DualEquations(new double[] {1, 1}, new double[] {1});
        var step = new double[2];
        dual.step(1e-12, new double[] {1, 1}, step);
        var before = step.clone();
        dual.bend(new double[] {100}, 0.1, step);
        assertThat(step).isEqualTo(before);
        dual.bend(new double[] {Double.NaN}, 0.1, step);
        assertThat(step).isEqualTo(before);
    }
}
