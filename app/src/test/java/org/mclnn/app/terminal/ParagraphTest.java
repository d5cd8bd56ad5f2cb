package org.mclnn.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void linesAreAsLongAsTheyMayBe() {
        assertThat(Paragraph.lines("a law of two", 5)).containsExactly("a law", "of", "two");
        assertThat(Paragraph.lines("a law of two", 8)).containsExactly("a law of", "two");
        assertThat(Paragraph.lines("thermodynamics of one", 6)).containsExactly("thermodynamics", "of one");
        assertThat(Paragraph.lines("", 6)).containsExactly("");
    }
}
