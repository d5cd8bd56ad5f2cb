package org.mclnn.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What pieces of work leave behind. */
class FindingsTest {
    private static final Findings FINDINGS = Findings.builder()
            .number("error", 1.0 / 3.0)
            .number("lost after", Double.POSITIVE_INFINITY)
            .word("form", "network:10,10")
            .table("curve", Table.empty().with("r", 1, 2).with("V", 0.5, Double.NaN))
            .exact("theta", new double[] {1.0 / 3.0, -0.0, Double.MIN_VALUE})
            .build();

    @Test
    void whatIsReadIsWhatWasKept() {
        var read = FindingsJson.read(FindingsJson.kept(FINDINGS, "abc"), "abc");
        assertThat(read.numbers()).isEqualTo(FINDINGS.numbers());
        assertThat(read.words()).isEqualTo(FINDINGS.words());
        assertThat(read.exact("theta")).containsExactly(1.0 / 3.0, -0.0, Double.MIN_VALUE);
        assertThat(read.table("curve").csv()).isEqualTo("r,V\n1,0.5\n2,nan\n");
        assertThat(FindingsJson.text(read)).isEqualTo(FindingsJson.text(FINDINGS));
    }

    @Test
    void otherInputsAndDamageAreNotTaken() {
        var kept = FindingsJson.kept(FINDINGS, "abc");
        assertThatThrownBy(() -> FindingsJson.read(kept, "abd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other inputs");
        for (int k = 0; k < kept.length() - 2; k++) {
            var cut = kept.substring(0, k);
            assertThatThrownBy(() -> FindingsJson.read(cut, "abc")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWrongNameIsToldWithTheClosestOne() {
        assertThatThrownBy(() -> FINDINGS.number("eror"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Did you mean 'error'?");
        assertThatThrownBy(() -> FINDINGS.table("curve").column("v")).hasMessageContaining("Known: r, V");
    }

    @Test
    void columnsHaveOneLengthAndTheirOwnNames() {
        var table = Table.empty().with("r", 1, 2);
        assertThatThrownBy(() -> table.with("V", 1)).hasMessageContaining("has 1 rows, the others 2");
        assertThatThrownBy(() -> table.with("r", 1, 2)).hasMessageContaining("two columns 'r'");
    }
}
