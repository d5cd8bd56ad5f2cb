package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final List<String> OPTIONS = List.of("--map", "--mass", "--fps", "--frames", "--length-unit", "");

    @ParameterizedTest
    @CsvSource({"--fsp, --fps", "--fp, --fps", "-map, --map", "--mas, --mass", "--lenght-unt, --length-unit"})
    void aTypingErrorIsSeenThrough(String typed, String meant) {
        assertThat(Names.closest(typed, OPTIONS)).contains(meant);
    }

    @Test
    void whatSharesNothingIsNotSuggested() {
        assertThat(Names.closest("-", List.of("c"))).isEmpty();
        assertThat(Names.closest("x", List.of("", "yz", "y"))).isEmpty();
        assertThat(Names.closest("ab", List.of("cd"))).isEmpty();
        assertThat(Names.closest("y", List.of("", "xy"))).contains("xy");
    }

    @Test
    void anUnknownNameComesWithAllThatAreKnown() {
        assertThat(Names.unknown("form", "harmonci", List.of("spline", "harmonic")))
                .isEqualTo("Unknown form 'harmonci'. Did you mean 'harmonic'? Known: spline, harmonic.");
    }
}
