package org.mclnn.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlyphsTest {
    @ParameterizedTest
    @CsvSource({
        "run1, 4",
        "r²/µm, 5",
        "粒子, 4",
        "한글 ひら, 9",
        "e\u0301, 1",
        "🙂, 2",
        "⣀⡤, 2",
        "▁█│, 3",
        "ｱ, 1",
        "Ａ, 2",
        "㐀䶿ꀀ, 6"
    })
    void columnsAreThoseOfATerminal(String text, int columns) {
        assertThat(Glyphs.columns(text)).isEqualTo(columns);
    }

    @Test
    void textIsCutBetweenCharacters() {
        assertThat(Glyphs.first("a粒子b", 2)).isEqualTo("a");
        assertThat(Glyphs.first("a粒子b", 3)).isEqualTo("a粒");
        assertThat(Glyphs.first("e\u0301x", 1)).isEqualTo("e\u0301");
        assertThat(Glyphs.first("🙂🙂", 3)).isEqualTo("🙂");
        assertThat(Glyphs.first("ab", 9)).isEqualTo("ab");
    }

    @Test
    void tablesOfWideNamesStandInLine() {
        var table = new TextTable().text("run", 0, 3).number("n", 0);
        table.row(List.of("粒子の法", "1")).row(List.of("a", "22"));
        assertThat(table.draw(80, true).lines().toList()).containsExactly("run        n", "粒子の法   1", "a         22");
        assertThat(table.draw(9, true).lines().toList()).containsExactly("run     n", "粒子…   1", "a      22");
        assertThat(table.draw(8, true).lines().toList()).containsExactly("run    n", "粒…    1", "a     22");
    }
}
