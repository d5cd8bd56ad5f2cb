package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which distances were seen: bands, density, grid. */
class CoverageTest {
    private static final double[] TWO_BANDS = {1.0, 1.04, 1.08, 9.0, 1.12, 9.1, 1.16, 1.2, 1.0 + 0.24};

    private static Coverage of(double... distances) {
        return Coverage.of(distances, distances.length);
    }

    @Test
    void bandsPartWhereNothingWasSeenOverATwentiethOfTheRange() {
        assertThat(of(0, 10, 4, 8, 1, 2, 3, 5, 6, 7, 9).bands()).hasSize(11); // every gap is a tenth
        var even = new double[22];
        Arrays.setAll(even, k -> 1 + k / 21.0); // every gap is 1/21
        assertThat(of(even).bands()).hasSize(1);
        even[3] = even[2]; // one gap of 2/21
        assertThat(of(even).bands()).hasSize(2);
    }

    @Test
    void bandsHoldTheirOwnEndsAndCounts() {
        var coverage = of(TWO_BANDS);
        assertThat(coverage.bands()).containsExactly(new Coverage.Band(1.0, 1.24, 7), new Coverage.Band(9.0, 9.1, 2));
        assertThat(coverage.from()).isEqualTo(1.0);
        assertThat(coverage.to()).isEqualTo(9.1);
        assertThat(coverage.mainBand()).isZero();
        assertThat(coverage.bandOf(1.1)).isZero();
        assertThat(coverage.bandOf(9.1)).isEqualTo(1);
        assertThat(coverage.bandOf(5.0)).isEqualTo(-1);
        assertThat(coverage.bandOf(0.9)).isEqualTo(-1);
    }

    @Test
    void onlyTheFirstNDistancesCount() {
        assertThat(Coverage.of(new double[] {1, 2, 50}, 2).to()).isEqualTo(2.0);
    }

    @Test
    void theDensityIntegratesToOneAndVanishesOutsideTheBands() {
        var random = new SplittableRandom(4);
        var coverage = Coverage.of(random.doubles(5000, 1.0, 3.0).toArray(), 5000);
        double sum = 0.0;
        int n = 4000; // ten points a bin
        double width = (coverage.to() - coverage.from()) / n;
        for (int k = 0; k < n; k++) {
            sum += coverage.density(coverage.from() + (k + 0.5) * width) * width;
        }
        assertThat(Math.abs(sum - 1.0)).isLessThan(1e-13); // seen 3e-15
        assertThat(coverage.density(0.5)).isZero();
        assertThat(of(TWO_BANDS).density(5.0)).isZero();
        assertThat(coverage.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(5000);
    }

    @Test
    void theGridHoldsBothEndsOfEveryBandAndNothingBetweenBands() {
        var coverage = of(TWO_BANDS);
        var grid = coverage.grid(300);
        assertThat(grid).hasSize(300).contains(1.0, 1.24, 9.0, 9.1).isSorted();
        assertThat(Arrays.stream(grid).allMatch(r -> coverage.bandOf(r) >= 0)).isTrue();
        // spread evenly: 0.24 of a width of 0.34 lies in the first band
        assertThat(Arrays.stream(grid).filter(r -> r < 5).count() / 300.0).isCloseTo(0.24 / 0.34, within(0.01));
    }

    @Test
    void theLastBandReachesTheCutoffWhereNoGapLiesBetween() {
        var even = new double[41];
        Arrays.setAll(even, k -> 1 + k / 40.0); // up to 2, a gap is 0.05
        var near = Coverage.of(even, 41, 2.04);
        assertThat(near.bands()).containsExactly(new Coverage.Band(1.0, 2.04, 41));
        assertThat(near.bandOf(2.04)).isZero();
        assertThat(near.grid(10)).contains(1.0, 2.04);
        assertThat(Coverage.of(even, 41, 2.06).to()).isEqualTo(2.0);
        assertThat(Coverage.of(even, 41, 0.0).to()).isEqualTo(2.0);
    }

    @Test
    void nothingSeenAndNothingVaryingAreRefused() {
        assertThatThrownBy(() -> of())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no pair distance was seen: there is nothing to learn a law from");
        assertThatThrownBy(() -> of(1.5, 1.5, 1.5))
                .hasMessage(
                        "every pair distance seen is 1.5: a law needs distances that vary. Give a part of the run in which they do");
        assertThatThrownBy(() -> of(1.5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Coverage evenly(double from, double to, int n) {
        return Coverage.of(
                IntStream.range(0, n)
                        .mapToDouble(k -> from + (to - from) * k / (n - 1))
                        .toArray(),
                n);
    }

    @Test
    void whatBothHaveSeenIsCommon() {
        var common = evenly(1, 3, 40_001).common(evenly(2, 4, 20_001)).orElseThrow();
        assertThat(common.bands()).hasSize(1);
        assertThat(common.from()).isEqualTo(2.0);
        assertThat(common.to()).isEqualTo(3.0);
        assertThat(common.density(2.5)).isCloseTo(1.0, within(0.01)); // all of it lies on a length of 1; seen 0.0025
        assertThat(evenly(1, 2, 100).common(evenly(3, 4, 100))).isEmpty();
        var itself = evenly(1, 3, 1000);
        assertThat(itself.common(itself).orElseThrow().bands().get(0).from()).isEqualTo(1.0);
    }

    @Test
    void bandsOfBothStayApart() {
        var two = Coverage.of(new double[] {1, 1.1, 1.2, 1.3, 3, 3.1, 3.2, 3.3}, 8);
        var common = two.common(evenly(1.15, 3.2, 400)).orElseThrow();
        assertThat(common.bands()).hasSize(2);
        assertThat(common.bands().get(0).from()).isEqualTo(1.15);
        assertThat(common.bands().get(0).to()).isEqualTo(1.3);
        assertThat(common.bands().get(1).to()).isEqualTo(3.2);
        assertThat(common.density(2.0)).isZero();
    }
}
