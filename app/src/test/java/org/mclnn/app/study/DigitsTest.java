package org.mclnn.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Numbers as they are written. */
class DigitsTest {
    @Test
    void twelveDigitsAreWrittenOnEveryJavaAlike() {
        assertThat(Digits.text(0.1)).isEqualTo("0.1");
        assertThat(Digits.text(-0.0)).isEqualTo("0");
        assertThat(Digits.text(1.0 / 3.0)).isEqualTo("0.333333333333");
        assertThat(Digits.text(0x1p-44)).isEqualTo("5.68434188608E-14"); // Java 17 and 19 print it otherwise
        assertThat(Digits.text(123456789012345.0)).isEqualTo("1.23456789012E+14");
        assertThat(Digits.text(500)).isEqualTo("500");
        assertThat(Digits.text(Double.NaN)).isEqualTo("nan");
        assertThat(Digits.text(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void whatIsReadBackIsWhatWasRounded() {
        var random = new SplittableRandom(3);
        for (int k = 0; k < 10_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            double rounded = Digits.rounded(value);
            assertThat(Double.valueOf(Digits.parse(Digits.text(value)))).isEqualTo(Double.valueOf(rounded));
            assertThat(Double.valueOf(Digits.rounded(rounded))).isEqualTo(Double.valueOf(rounded));
        }
    }
}
