package org.mclnn.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersArePrintedWithTheDigitsThatCount() {
        assertThat(Numbers.power(1.234e-5)).isEqualTo("1.2 × 10^{−5}");
        assertThat(Numbers.power(-2)).isEqualTo("−2.0");
        assertThat(Numbers.power(0)).isEqualTo("0");
        assertThat(Numbers.three(0.123456)).isEqualTo("0.123");
        assertThat(Numbers.three(1e-9)).isEqualTo("1.0 × 10^{−9}");
        assertThat(Numbers.nines(0.99999512)).isEqualTo("0.999995");
        assertThat(Numbers.nines(0.5)).isEqualTo("0.500");
        assertThat(Numbers.nines(-3.25)).isEqualTo("−3.250");
        assertThat(Numbers.whole(Double.POSITIVE_INFINITY)).isEqualTo("never");
        assertThat(Numbers.whole(10_000)).isEqualTo("10,000");
        assertThat(Numbers.percent(0.0003)).isEqualTo("0.03\u00a0%");
    }
}
