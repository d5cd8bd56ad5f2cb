package org.mclnn.app.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    /** Each run as its style's letters, a colon and its text. */
    private static String shown(String text) {
        var out = new StringBuilder();
        for (var run : Marks.of(text).runs()) {
            out.append('[')
                    .append(run.emphasis() ? "e" : "")
                    .append(run.strong() ? "s" : "")
                    .append(run.code() ? "c" : "");
            out.append(run.level() > 0 ? "^" : run.level() < 0 ? "_" : "")
                    .append(':')
                    .append(run.text());
            out.append(run.link().isEmpty() ? "" : "->" + run.link()).append(']');
        }
        return out.toString();
    }

    @Test
    void marksMakeRuns() {
        assertThat(shown("*V*(*r*)")).isEqualTo("[e:V][:(][e:r][:)]");
        assertThat(shown("**all *five* hold**")).isEqualTo("[s:all ][es:five][s: hold]");
        assertThat(shown("`a*b*`")).isEqualTo("[c:a*b*]");
        assertThat(shown("*q*_{ij}")).isEqualTo("[e:q][_:ij]");
        assertThat(shown("10^{−8} s")).isEqualTo("[:10][^:−8][: s]");
        assertThat(shown("see [the *law*](#law)")).isEqualTo("[:see ][:the ->#law][e:law->#law]");
        assertThat(shown("[](#law)")).isEqualTo("[:->#law]");
    }

    @Test
    void unicodesRaisedDigitsAreRaised() {
        assertThat(shown("*R*² = 10⁻¹²")).isEqualTo("[e:R][^:2][: = 10][^:−12]");
        assertThat(shown("r₀")).isEqualTo("[:r][_:0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 * 3 * 2", "a_b x^2", "*open", "`open", "^{open", "[open](", "[a] (b)", "2*3"})
    void aMarkThatIsNotClosedIsAnOrdinaryCharacter(String text) {
        assertThat(shown(text)).isEqualTo("[:" + text + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a*", "**a**", "`a`", "a^{2}", "a_{2}", "[a](#b)", "back\\slash", "\\*", "C:\\a\\b*c*"})
    void escapedTextStandsAsItIs(String text) {
        assertThat(Marks.of(Marks.escape(text)).plain()).isEqualTo(text);
        assertThat(Marks.of(Marks.escape(text)).runs()).hasSize(1);
    }
}
