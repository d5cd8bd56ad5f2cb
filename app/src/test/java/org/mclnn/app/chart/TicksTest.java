package org.mclnn.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticksAreRoundAndInside() {
        assertThat(Ticks.of(-1.17, 1.4, 5).values()).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
        assertThat(Ticks.of(0.6, 12, 6).values()).containsExactly(2.0, 4.0, 6.0, 8.0, 10.0, 12.0);
    }

    @Test
    void labelsHaveTheDigitsOfTheStep() {
        var ticks = Ticks.of(-0.1, 0.21, 3);
        assertThat(ticks.values().stream().map(ticks::label)).containsExactly("-0.1", "0.0", "0.1", "0.2");
        var small = Ticks.of(0, 3e-9, 3);
        assertThat(small.values().stream().map(small::label)).containsExactly("0", "1.0e-09", "2.0e-09", "3.0e-09");
    }

    @Test
    void aSteepEndDoesNotDecideTheRange() {
        var well = DoubleStream.iterate(0.9, r -> r < 2.2, r -> r + 0.01)
                .map(r -> 4 * (Math.pow(r, -12) - Math.pow(r, -6)))
                .toArray();
        var range = ValueRange.of(well);
        assertThat(range.low()).isBetween(-1.3, -1.0);
        assertThat(range.high()).isBetween(0.5, 2.0); // the core reaches 6.6
    }

    @Test
    void gentleValuesAreShownWhole() {
        var range = ValueRange.of(new double[] {0, 1, 2, 3, 4, Double.NaN});
        assertThat(range.low()).isNegative();
        assertThat(range.high()).isGreaterThan(4);
    }
}
