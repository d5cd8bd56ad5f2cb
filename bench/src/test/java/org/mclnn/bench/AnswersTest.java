package org.mclnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What bench/run is told is JSON, and is about the work that it says. */
class AnswersTest {
    private static JsonNode ask(Answers answers, String command) throws Exception {
        var answer = answers.to(command);
        assertThat(answer).doesNotContain("\n");
        return new ObjectMapper().readTree(answer);
    }

    // from an independent program in JAX; seen: 4e-16 and 2e-14 away
    @ParameterizedTest
    @CsvSource({"linear, 0.6585483884950013, 2.4680104075984497", "gravity, 42.10712894148252, 6.126162825259492"})
    void lossAndGradientAreTheGoldenOnes(String system, double loss, double gradient) throws Exception {
        try (var answers = new Answers()) {
            var start = ask(answers, "check " + system);
            assertThat(Math.abs(start.get("loss").asDouble() / loss - 1)).isLessThan(5e-13);
            assertThat(Math.abs(start.get("gradient").asDouble() / gradient - 1))
                    .isLessThan(5e-13);
        }
    }

    @Test
    void epochsGoOnFromTheGoldenParameters() throws Exception {
        try (var answers = new Answers()) {
            double golden = ask(answers, "check linear").get("loss").asDouble();
            assertThat(ask(answers, "epoch linear 1").get("loss").asDouble()).isEqualTo(golden);
            double third = ask(answers, "epoch linear 2").get("loss").asDouble();
            assertThat(third).isLessThan(golden);
            assertThat(ask(answers, "check linear").get("loss").asDouble()).isEqualTo(golden);
        }
    }

    @Test
    void whatCannotBeAnsweredIsAnError() {
        try (var answers = new Answers()) {
            assertThatThrownBy(() -> answers.to("epochs linear 1")).hasMessageContaining("epochs linear 1");
            assertThatThrownBy(() -> answers.to("rollout linear network 1")).hasMessageContaining("no law");
        }
    }
}
