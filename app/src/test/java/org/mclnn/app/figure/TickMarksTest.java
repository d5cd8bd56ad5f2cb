package org.mclnn.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickMarksTest {
    @Test
    void decadesHavePowersOfTenAndMarksFromTwoToNine() {
        var marks = TickMarks.decades(1e-4, 1e-2, 10);
        assertThat(marks.major()).containsExactly(1e-4, 1e-3, 1e-2);
        assertThat(marks.labels()).containsExactly("10^{−4}", "10^{−3}", "10^{−2}");
        assertThat(marks.minor()).hasSize(16).contains(2e-4, 5e-3).allMatch(v -> v > 1e-4 && v < 1e-2);
    }

    @Test
    void manyDecadesAreThinnedAndTheOthersBecomeShortMarks() {
        var marks = TickMarks.decades(1e-30, 1, 5);
        assertThat(marks.labels()).hasSizeBetween(2, 5).contains("10^{0}");
        assertThat(marks.minor()).contains(1e-29, 1e-1);
    }

    @Test
    void lessThanADecadeStillHasTwoNumbers() {
        assertThat(TickMarks.decades(2e-5, 7e-5, 8).labels()).contains("2×10^{−5}", "5×10^{−5}");
        assertThat(TickMarks.decades(2, 7, 8).labels()).contains("2", "5");
        assertThat(TickMarks.decades(0.02, 0.07, 8).labels()).contains("0.02", "0.05");
        assertThat(TickMarks.decades(1.01, 1.06, 8).labels()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void numbersHaveOneSignOneFormAndNoMinusZero() {
        assertThat(TickMarks.linear(-1, 1, 4).labels()).containsExactly("−1.0", "−0.5", "0.0", "0.5", "1.0");
        assertThat(TickMarks.linear(-1, 1, 4).minor()).contains(-0.9, 0.1).doesNotContain(0.5);
    }

    @Test
    void whatIsCountedHasMarksAtWholeNumbers() {
        assertThat(TickMarks.linear(-0.5, 2.5, 6).labels()).contains("0.5");
        assertThat(TickMarks.counts(-0.5, 2.5, 6).labels()).containsExactly("0", "1", "2");
        assertThat(TickMarks.counts(-0.5, 2.5, 6).minor()).isEmpty();
        assertThat(TickMarks.counts(-0.5, 0.5, 6).labels()).containsExactly("0");
        assertThat(TickMarks.counts(-0.5, 19.5, 4).labels()).containsExactly("0", "5", "10", "15");
        assertThat(TickMarks.counts(-0.5, 19.5, 4).minor()).contains(1.0, 19.0).doesNotContain(5.0);
    }

    @Test
    void whatIsCommonToVastAndTinyNumbersIsWrittenOnce() {
        var tiny = TickMarks.linear(0, 3e-9, 3);
        assertThat(tiny.labels()).containsExactly("0", "1", "2", "3");
        assertThat(tiny.factor()).isEqualTo("×10^{−9}");
        assertThat(TickMarks.linear(0, 3e8, 3).factor()).isEqualTo("×10^{8}");
        assertThat(TickMarks.linear(0, 3000, 3).factor()).isEmpty();
    }
}
