package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms by name, there and back. */
class FormsTest {
    static List<FormPotential> allLaws() {
        return Laws.all();
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void theNameOfAFormReadsBackAsTheSameForm(FormPotential law) {
        var again = Forms.parse(law.form().name());
        assertThat(again.name()).isEqualTo(law.form().name());
        assertThat(again.size()).isEqualTo(law.form().size());
        assertThat(again.parameterNames())
                .isEqualTo(law.form().parameterNames())
                .hasSize(again.size());
        for (double r : new double[] {0.65, 1.0, 1.7, 2.6}) {
            assertThat(again.at(law.theta()).energy(r)).isEqualTo(law.energy(r));
        }
    }

    @Test
    void lennardJonesAloneIsTwelveSix() {
        assertThat(Forms.closed("lennard-jones")).isEqualTo(new LennardJones(12, 6));
        assertThat(Forms.closed("lennard-jones:9-6")).isEqualTo(new LennardJones(9, 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "harmonik | Unknown form 'harmonik'. Did you mean 'harmonic'?",
                "moorse | Unknown form 'moorse'. Did you mean 'morse'?",
                "yukava | Unknown form 'yukava'. Did you mean 'yukawa'?",
                "herz | Unknown form 'herz'. Did you mean 'hertz'?",
                "hertz:2 | form 'hertz' takes nothing after a colon",
                "powers | write powers with its first and last whole power, as powers:0..5 or powers:-4..0, was 'powers'",
                "powers:x | write powers with its first and last whole power, as powers:0..5 or powers:-4..0, was 'powers:x'",
                "powers:0-5 | was 'powers:0-5'",
                "powers:0..2.5 | was 'powers:0..2.5'",
                "powers:5..0 | ascending order, as powers:0..5, was powers:5..0",
                "powers:0..12 | powers:0..12 has 13 terms, more than can be told apart: use at most 12",
                "powers:-17..0 | powers takes powers from -16 to 16, was -17..0",
                "powers:9..17 | powers takes powers from -16 to 16, was 9..17",
                "pwers:0..5 | Unknown form 'pwers'. Did you mean 'powers'?",
                "lenard-jones:9-6 | Unknown form 'lenard-jones'. Did you mean 'lennard-jones'?",
                "zzzzzzzzzz | Unknown form 'zzzzzzzzzz'. Known: network, spline,",
                "network | a network needs its hidden widths",
                "spline | a spline needs its coordinate and knots",
                "spline:r:1,2:end0 | a spline needs its coordinate and knots",
                "spline:r:end1:1,2 | a spline needs its coordinate and knots",
                "network:10:10 | a network needs its hidden widths",
                "lennard-jones:12 | two exponents, as lennard-jones:12-6",
                "lennard-jones:a-b | whole numbers separated by '-', was 'a-b'",
                "network:10,x | whole numbers separated by ',', was '10,x'",
                "network:0 | the width of hidden layer 1 must be at least 1, was 0",
                "network: | whole numbers",
                "morse:3 | form 'morse' takes nothing after a colon",
                "spline:r^2:1,2 | unknown spline coordinate 'r^2'",
                "spline:r:1,two | 'two' in form 'spline:r:1,two' is not a number",
                "harmonic@near | 'near' in form 'harmonic@near' is not a number",
                "harmonic@-1 | cutoff must be positive, was -1.0",
            })
    void anythingElseIsRefusedAndSaysWhatItMightHaveMeant(String name, String message) {
        assertThatThrownBy(() -> Forms.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNameIsOnlySuggestedWhenItIsClose() {
        assertThat(Names.closest("gravty", List.of("linear", "gravity"))).contains("gravity");
        assertThat(Names.closest("xylophone", List.of("linear", "gravity"))).isEmpty();
    }
}
