package org.mclnn.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers as sentences have them. */
class LawWordsTest {
    @Test
    void sharesAndRatiosAreReadable() {
        assertThat(LawWords.percent(1.0)).isEqualTo("100 %");
        assertThat(LawWords.percent(0.996)).isEqualTo("100 %");
        assertThat(LawWords.percent(1.234)).isEqualTo("123 %");
        assertThat(LawWords.percent(0.0523)).isEqualTo("5.2 %");
        assertThat(LawWords.percent(0.00012)).isEqualTo("0.012 %");
        assertThat(LawWords.times(12.4)).isEqualTo("12");
        assertThat(LawWords.times(999_999)).isEqualTo("999999");
        assertThat(LawWords.times(7.391e25)).isEqualTo("7.4e+25");
    }
}
