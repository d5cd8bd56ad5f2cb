package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out for a distance does not depend on the batch it comes in: the same bits, whatever the size. */
class BatchTest {
    // around the vector lengths, up and down again, so that scratch memory is larger than the batch
    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 63, 207, 17, 1, 0};
    private static final double UNTOUCHED = -77.0;

    static List<FormPotential> allLaws() {
        return Laws.all();
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void aBatchGivesTheSameBitsAsOneDistanceAtATime(FormPotential law) {
        var kernel = law.kernel();
        int size = law.form().size();
        var random = new SplittableRandom(11);
        for (int n : SIZES) {
            var r = random.doubles(n, 0.6, 2.8).toArray();
            var energy = untouched(n + 2);
            var slope = untouched(n + 2);
            var slopeOfRows = untouched(n + 2);
            var curvature = untouched(n + 2);
            var rows = untouched((n + 1) * size);
            kernel.energies(r, n, energy);
            kernel.slopes(r, n, slope);
            kernel.rows(r, n, slopeOfRows, curvature, rows, size);
            for (int k = 0; k < n; k++) {
                assertThat(energy[k]).isEqualTo(law.energy(r[k]));
                assertThat(slope[k]).isEqualTo(-law.force(r[k])).isEqualTo(slopeOfRows[k]);
                var oneCurvature = new double[1];
                var oneRow = new double[size];
                law.kernel().rows(new double[] {r[k]}, 1, new double[1], oneCurvature, oneRow, size);
                assertThat(curvature[k]).isEqualTo(oneCurvature[0]);
                assertThat(Arrays.copyOfRange(rows, k * size, (k + 1) * size)).containsExactly(oneRow);
            }
            for (var out : List.of(energy, slope, slopeOfRows, curvature)) {
                assertThat(Arrays.copyOfRange(out, n, n + 2)).containsOnly(UNTOUCHED);
            }
            assertThat(Arrays.copyOfRange(rows, n * size, (n + 1) * size)).containsOnly(UNTOUCHED);
        }
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void aKernelForgetsItsEarlierParameters(FormPotential law) {
        var kernel = law.form().kernel();
        var other = law.theta();
        for (int p = 0; p < other.length; p++) {
            other[p] += 0.25;
        }
        var r = new double[] {0.7, 1.1, 1.9};
        var first = new double[3];
        var second = new double[3];
        kernel.parameters(other);
        kernel.energies(r, 3, first);
        kernel.parameters(law.theta());
        kernel.energies(r, 3, first);
        law.kernel().energies(r, 3, second);
        assertThat(first).containsExactly(second);
    }

    private static double[] untouched(int n) {
        var array = new double[n];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }
}
