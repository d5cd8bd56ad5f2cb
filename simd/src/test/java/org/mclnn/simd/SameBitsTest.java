package org.mclnn.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Layers;
import org.mclnn.kernel.ScalarKernel;

/** Every operation on vectors of 2, 4 and 8 lanes against the plain one, to the last bit, at sizes around the vectors and the panels. */
class SameBitsTest {
    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 64, 65, 128, 207, 3, 0};
    private static final int[][] NETWORKS = {{1}, {2}, {5}, {10, 10}, {3, 2, 7}, {16, 9}, {1, 1}};
    private static final double UNTOUCHED = -77.0;

    private static double[] untouched(int n) {
        var array = new double[n];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void aNetwork(int lanes) {
        var kernel = VectorKernels.withLanes(lanes);
        assertThat(kernel.name()).isEqualTo("vector");
        for (int[] hidden : NETWORKS) {
            var widths = new int[hidden.length + 2];
            Arrays.fill(widths, 1);
            System.arraycopy(hidden, 0, widths, 1, hidden.length);
            network(kernel, widths);
        }
    }

    private static void network(Kernel kernel, int[] widths) {
        var random = new SplittableRandom(widths[1]);
        var vector = kernel.network(widths);
        var scalar = new ScalarKernel().network(widths);
        int size = new Layers(widths).size();
        for (int n : SIZES) {
            var theta = random.doubles(size, -2.0, 2.0).toArray();
            vector.parameters(theta);
            scalar.parameters(theta);
            var r = random.doubles(n + 1, 0.3, 4.0).toArray();
            var c = random.doubles(n + 1, -1.0, 1.0).toArray();
            var expected = untouched(n + 1);
            var found = untouched(n + 1);
            scalar.energies(r, n, expected);
            vector.energies(r, n, found);
            assertThat(found).containsExactly(expected);
            scalar.slopes(r, n, expected);
            vector.slopes(r, n, found);
            assertThat(found).containsExactly(expected);

            var expectedCurvature = untouched(n + 1);
            var foundCurvature = untouched(n + 1);
            var expectedGradient = random.doubles(size, -1.0, 1.0).toArray();
            var foundGradient = expectedGradient.clone();
            Arrays.fill(found, UNTOUCHED);
            scalar.pullback(r, n, c, expected, expectedCurvature, expectedGradient);
            vector.pullback(r, n, c, found, foundCurvature, foundGradient);
            assertThat(found).containsExactly(expected);
            assertThat(foundCurvature).containsExactly(expectedCurvature);
            assertThat(foundGradient).containsExactly(expectedGradient);

            int stride = size + n % 3;
            var expectedRows = untouched((n + 1) * stride);
            var foundRows = untouched((n + 1) * stride);
            Arrays.fill(found, UNTOUCHED);
            Arrays.fill(foundCurvature, UNTOUCHED);
            scalar.rows(r, n, expected, expectedCurvature, expectedRows, stride);
            vector.rows(r, n, found, foundCurvature, foundRows, stride);
            assertThat(found).containsExactly(expected);
            assertThat(foundCurvature).containsExactly(expectedCurvature);
            assertThat(foundRows).containsExactly(expectedRows);
        }
    }

    @Test
    void otherNumbersOfLanesAreRefused() {
        assertThatThrownBy(() -> VectorKernels.withLanes(3))
                .isInstanceOf(ExceptionInInitializerError.class)
                .cause()
                .hasMessage("-Dmclnn.lanes must be 2, 4 or 8, was 3");
    }
}
