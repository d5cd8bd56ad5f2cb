package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The estimate of the iterations to come. */
class ForecastTest {
    private static final List<Double> HALVING = List.of(1.0, 0.5, 0.25, 0.125);

    @Test
    void aLossThatHalvesReachesItsTargetWhenTheHalvesAreCounted() {
        assertThat(Forecast.iterations(HALVING, 1.0 / 256, 300)).isEqualTo(4 + 5);
        assertThat(Forecast.iterations(HALVING, 1.0 / 256, 7)).isEqualTo(7);
    }

    @Test
    void withNothingToGoByItSaysSomethingModest() {
        assertThat(Forecast.iterations(List.of(), 1e-9, 300)).isEqualTo(8);
        assertThat(Forecast.iterations(HALVING, 0.0, 300)).isEqualTo(5);
        assertThat(Forecast.iterations(List.of(1.0, 2.0), 1e-9, 300)).isEqualTo(3);
        assertThat(Forecast.iterations(List.of(1.0, 0.0), 1e-9, 300)).isEqualTo(3);
        assertThat(Forecast.iterations(List.of(0.0, 0.0), 1e-9, 300)).isEqualTo(3);
    }
}
