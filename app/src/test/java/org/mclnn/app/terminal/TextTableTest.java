package org.mclnn.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static TextTable table() {
        return new TextTable()
                .text("run", 0, 6)
                .text("form", 1, 7)
                .number("loss", 0)
                .text("data", 2, 8)
                .row(List.of("run1", "network 10,10", "2.1e-14", "a long name of a file.csv"))
                .row(List.of("run number two", "spline", "1e-30", "b.csv"));
    }

    @Test
    void columnsStandBelowEachOther() {
        assertThat(table().draw(100, true)).isEqualTo("""
                run             form              loss  data
                run1            network 10,10  2.1e-14  a long name of a file.csv
                run number two  spline           1e-30  b.csv""");
    }

    @Test
    void longWordsAreCutFirstAndThenColumnsGo() {
        assertThat(table().draw(54, true)).isEqualTo("""
                run             form              loss  data
                run1            network 10,10  2.1e-14  a long name o…
                run number two  spline           1e-30  b.csv""");
        assertThat(table().draw(31, true)).isEqualTo("""
                run         form           loss
                run1        network 1…  2.1e-14
                run numbe…  spline        1e-30""");
        assertThat(table().draw(16, false)).isEqualTo("""
                run         loss
                run1     2.1e-14
                run nu~    1e-30""");
    }

    @Test
    void noLineIsWiderThanAskedFor() {
        for (int width = 16; width < 90; width++) {
            int most = width;
            assertThat(table().draw(width, true).lines()).allMatch(line -> line.length() <= most);
        }
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> table().row(List.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 4 columns, a row was x");
    }

    @Test
    void whatWouldCommandATerminalIsShownAsQuestionMarks() {
        var odd = new TextTable().text("run", 0, 6).row(List.of("a\0b\nc\u001b[2Jd\u009be \u00e9"));
        assertThat(odd.draw(80, true)).isEqualTo("run\na?b?c?[2Jd?e \u00e9");
    }
}
