package org.mclnn.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.app.chart.Laws;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PowerLaw;

class TerminalChartTest {
    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void itStaysInsideItsWidth(int columns) {
        for (var law : new LearnedPotential[] {Laws.spring(), Laws.gravity(), Laws.lennardJones()}) {
            var chart = TerminalChart.energy(law, Optional.of(PowerLaw.of(-1, -1)))
                    .title("a law")
                    .size(columns, 14)
                    .draw();
            assertThat(chart.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
            assertThat(chart).contains("learned", "truth", "seen");
        }
    }

    @Test
    void asciiMeansAscii() {
        var chart = TerminalChart.energy(Laws.gravity(), Optional.of(PowerLaw.of(-1, -1)))
                .unicode(false)
                .draw();
        assertThat(chart).matches("\\p{ASCII}*").contains("//");
    }

    @Test
    void withoutColourThereAreNoEscapes() {
        var chart = TerminalChart.force(Laws.spring(), Optional.empty());
        assertThat(chart.color(false).draw()).doesNotContain("\033");
        assertThat(chart.color(true).draw()).contains("\033[");
    }

    @Test
    void theWellOfLennardJonesIsSeenAndTheSteepCoreIsCutOff() {
        var chart = TerminalChart.energy(Laws.lennardJones(), Optional.of(LennardJones.of(1, 1)))
                .draw();
        assertThat(chart).contains("-1.0 ┤", " 0.0 ┤", "▲ cut off here: it rises to");
    }

    @Test
    void nothingIsCutOffASpring() {
        var chart = TerminalChart.energy(Laws.spring(), Optional.empty()).draw();
        assertThat(chart).doesNotContain("cut off").doesNotContain("not determined");
    }

    @Test
    void theGapBetweenBandsIsHatchedAndHoldsNoCurve() {
        var lines = TerminalChart.energy(Laws.gravity(), Optional.empty())
                .size(80, 14)
                .draw()
                .lines()
                .toList();
        assertThat(lines.get(0)).contains("╱╱ not determined");
        for (var line : lines.subList(1, 15)) { // r from 3 to 7
            assertThat(line.substring(24, Math.min(line.length(), 46)))
                    .contains("╱")
                    .matches("[╱┈ ]*");
        }
    }

    @Test
    void furtherCurvesHaveMarkersOfTheirOwn() {
        var x = new double[100];
        for (int k = 0; k < x.length; k++) {
            x[k] = k;
        }
        var band = new int[100];
        var chart = TerminalChart.of("V", x, x, band)
                .name("a")
                .other("b", x, x, band)
                .other("c", x, x, band)
                .other("d", x, x, band)
                .draw();
        assertThat(chart.lines().findFirst().orElseThrow()).contains("a   o b   x c   + d");
        assertThat(chart.substring(chart.indexOf('\n'))).contains("o", "x", "+");
    }

    @Test
    void aConstantCanBeDrawn() {
        var chart = TerminalChart.of("V", new double[] {1, 2}, new double[] {0, 0}, new int[] {0, 0});
        assertThat(chart.draw()).contains("0.0");
    }
}
