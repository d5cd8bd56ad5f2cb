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

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theCubicsOfASpline(int lanes) {
        var vector = VectorKernels.withLanes(lanes);
        var random = new SplittableRandom(lanes);
        int intervals = 9;
        var coefficients = random.doubles(16L * intervals, -2.0, 2.0).toArray();
        for (int n : SIZES) {
            var at = random.ints(n, 0, intervals).map(m -> 16 * m).toArray();
            var x = random.doubles(n, -0.5, 1.5).toArray();
            var expected = new double[][] {untouched(4 * n + 4), untouched(4 * n + 4)};
            var found = copy(expected);
            new ScalarKernel().fourCubics(coefficients, at, x, n, expected[0], expected[1]);
            vector.fourCubics(coefficients, at, x, n, found[0], found[1]);
            assertThat(found).isDeepEqualTo(expected);
            assertThat(found[0]).endsWith(UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theTangentOfAPair(int lanes) {
        var vector = VectorKernels.withLanes(lanes);
        var random = new SplittableRandom(lanes);
        for (int axes : new int[] {2, 3}) {
            for (int columns : new int[] {8, 16, 56, 144}) {
                var rows = random.doubles(2L * columns, -1.0, 1.0).toArray();
                var dQ = matrix(random, 3 * axes, columns);
                var expected = matrix(random, 3 * axes, columns);
                var found = copy(expected);
                double z = axes == 2 ? Double.NaN : -0.3; // not looked at in the plane
                for (int k = 0; k < 2; k++) {
                    int row = k * columns;
                    int j = axes + k * axes;
                    new ScalarKernel().pairTangent(axes, 0.7, 1.1, z, -0.4, 0.9, -1.3, rows, row, dQ, expected, 0, j);
                    vector.pairTangent(axes, 0.7, 1.1, z, -0.4, 0.9, -1.3, rows, row, dQ, found, 0, j);
                }
                assertThat(found).isDeepEqualTo(expected);
                new ScalarKernel().kickDrift(0.1, 0.2, 0.3, expected[0], expected[1], dQ[0]);
                vector.kickDrift(0.1, 0.2, 0.3, found[0], found[1], dQ[0]);
                assertThat(found).isDeepEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void theUpdateOfTheNormalEquations(int lanes) {
        var vector = VectorKernels.withLanes(lanes);
        var random = new SplittableRandom(lanes);
        for (int size : new int[] {8, 16, 64, 144}) {
            for (int count : new int[] {0, 1, 3, 4, 5, 24}) {
                var rows = matrix(random, count, size);
                var expected = matrix(random, size, size);
                var found = copy(expected);
                new ScalarKernel().rankUpdate(rows, count, expected);
                vector.rankUpdate(rows, count, found);
                for (int j = 0; j < size; j++) {
                    assertThat(Arrays.copyOfRange(found[j], j, size))
                            .containsExactly(Arrays.copyOfRange(expected[j], j, size));
                }
            }
        }
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns) {
        var matrix = new double[rows][];
        Arrays.setAll(matrix, k -> random.doubles(columns, -1.0, 1.0).toArray());
        return matrix;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    @Test
    void otherNumbersOfLanesAreRefused() {
        assertThatThrownBy(() -> VectorKernels.withLanes(3))
                .isInstanceOf(ExceptionInInitializerError.class)
                .cause()
                .hasMessage("-Dmclnn.lanes must be 2, 4 or 8, was 3");
    }
}
