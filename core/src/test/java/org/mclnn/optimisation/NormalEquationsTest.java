package org.mclnn.optimisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** J^T J by blocks against J^T J by its definition. */
class NormalEquationsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 17, 63})
    void theyEqualTheDenseProduct(int count) {
        int size = 6;
        var random = new SplittableRandom(count);
        var rows = new double[count + 2][]; // two rows more than are counted
        for (int k = 0; k < rows.length; k++) {
            rows[k] =
                    k % 5 == 2 ? new double[size] : random.doubles(size, -1, 1).toArray();
        }
        var e = random.doubles(count + 2, -1, 1).toArray();
        var normal = new NormalEquations(size);
        normal.add(rows, e, count);
        double worst = 0.0;
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            sum += e[k] * e[k];
        }
        for (int i = 0; i < size; i++) {
            double gradient = 0.0;
            for (int k = 0; k < count; k++) {
                gradient += rows[k][i] * e[k];
            }
            worst = Math.max(worst, Math.abs(normal.gradient(i) - gradient));
            for (int j = i; j < size; j++) {
                double product = 0.0;
                for (int k = 0; k < count; k++) {
                    product += rows[k][i] * rows[k][j];
                }
                worst = Math.max(worst, Math.abs(normal.at(i, j) - product));
            }
        }
        assertThat(worst).isLessThan(1e-13); // worst seen 7e-15
        assertThat(normal.sumOfSquares()).isEqualTo(sum);

        var twice = new NormalEquations(size);
        twice.add(normal);
        twice.add(normal);
        assertThat(twice.at(1, 4)).isEqualTo(2 * normal.at(1, 4));
        assertThat(twice.gradient(5)).isEqualTo(2 * normal.gradient(5));
        assertThat(twice.sumOfSquares()).isEqualTo(2 * sum);
        twice.clear();
        assertThat(twice.at(1, 4) + twice.gradient(5) + twice.sumOfSquares()).isZero();
    }
}
