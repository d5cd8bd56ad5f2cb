package org.mclnn.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Quartiles. */
class SpreadTest {
    @Test
    void quartilesLieBetweenTheSortedNumbers() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(1.75, 2.5, 3.25, 4));
        assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7, 7));
        assertThat(Spread.of(1, 2, Double.POSITIVE_INFINITY).median()).isEqualTo(2);
        assertThat(Spread.of(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
                        .most())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
    }
}
