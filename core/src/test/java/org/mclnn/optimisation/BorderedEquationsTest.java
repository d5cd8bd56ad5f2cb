package org.mclnn.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elimination window by window against the whole system solved at once. */
class BorderedEquationsTest {
    @ParameterizedTest
    @CsvSource({"3, 2, 1, 1e-3", "5, 4, 7, 1e-6", "4, 6, 20, 1", "6, 0, 3, 1e-3", "0, 3, 4, 1e-3"})
    void stepAndFallEqualThoseOfTheWholeSystem(int common, int local, int windows, double mu) {
        int all = common + local * windows;
        var random = new SplittableRandom(all);
        var whole = new NormalEquations(all);
        try (var workers = new Workers(2)) {
            var bordered = new BorderedEquations(common, local, windows, workers);
            for (int w = 0; w < windows; w++) {
                int rows = 3 * (common + local);
                var wide = new double[rows][all];
                var narrow = new double[rows][common + local];
                for (int k = 0; k < rows; k++) {
                    for (int p = 0; p < common + local; p++) {
                        double value = random.nextDouble(-1, 1);
                        narrow[k][p] = value;
                        wide[k][p < common ? p : p + w * local] = value;
                    }
                }
                var residuals = random.doubles(rows, -1, 1).toArray();
                whole.add(wide, residuals, rows);
                var one = new NormalEquations(common + local);
                one.add(narrow, residuals, rows);
                bordered.window(w, one);
                bordered.head().add(one);
            }
            var sizes = new double[all];
            Arrays.fill(sizes, 1.0);
            var expected = new double[all];
            var step = new double[all];
            double fall = whole.step(mu, sizes, expected);
            assertThat(Math.abs(bordered.step(mu, sizes, step) / fall - 1)).isLessThan(1e-12); // seen 4e-15
            double worst = 0.0;
            for (int p = 0; p < all; p++) {
                worst = Math.max(worst, Math.abs(step[p] - expected[p]));
            }
            assertThat(worst).isLessThan(1e-11); // seen 5e-14
            assertThat(Math.abs(bordered.sumOfSquares() - whole.sumOfSquares())).isLessThan(1e-11); // seen 9e-14
            assertThat(bordered.gradientVanishes()).isFalse();
        }
    }
}
