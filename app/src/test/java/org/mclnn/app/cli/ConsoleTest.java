package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.mclnn.app.cli.Common.When;

class ConsoleTest {
    private final Screen screen = new Screen();

    private static Terminal terminal(Map<String, String> environment, Map<String, String> properties) {
        return Terminal.of(
                System.out,
                System.err,
                name -> environment.getOrDefault(name, ""),
                name -> properties.getOrDefault(name, ""));
    }

    @Test
    void theLauncherTellsAboutTheTerminal() {
        var terminal = terminal(Map.of(), Map.of("mclnn.tty", "err", "mclnn.columns", "132"));
        assertThat(terminal.outIsTerminal()).isFalse();
        assertThat(terminal.errIsTerminal()).isTrue();
        assertThat(terminal.columns()).isEqualTo(132);
        assertThat(terminal(Map.of("COLUMNS", "60"), Map.of("mclnn.columns", "132"))
                        .columns())
                .isEqualTo(60);
        assertThat(terminal(Map.of("COLUMNS", "wide"), Map.of("mclnn.tty", "none"))
                        .columns())
                .isEqualTo(80);
    }

    @Test
    void aLocaleThatIsSetIsBelieved() {
        assertThat(terminal(Map.of("LANG", "de_DE.UTF-8"), Map.of()).unicode()).isTrue();
        assertThat(terminal(Map.of(), Map.of("mclnn.locale", "unset")).unicode())
                .isTrue();
        assertThat(terminal(Map.of("LC_ALL", "C", "LANG", "de_DE.utf8"), Map.of())
                        .unicode())
                .isFalse();
        assertThat(terminal(Map.of("LC_ALL", "C.UTF-8"), Map.of("mclnn.locale", "POSIX"))
                        .unicode())
                .isFalse();
        assertThat(terminal(Map.of("TERM", "linux"), Map.of()).unicode()).isFalse();
    }

    @Test
    void coloursAreForTerminalsUnlessAskedFor() {
        var terminal = screen.terminal(true, false);
        assertThat(new Console(terminal, false, false, When.AUTO).color()).isTrue();
        assertThat(new Console(terminal, false, false, When.NEVER).color()).isFalse();
        assertThat(new Console(screen.terminal(true, true), false, false, When.AUTO).color())
                .isFalse();
        assertThat(new Console(screen.terminal(false, false), false, false, When.AUTO).color())
                .isFalse();
        assertThat(new Console(screen.terminal(false, true), false, false, When.ALWAYS).color())
                .isTrue();
    }

    @Test
    void thereIsOneJsonObjectAndNoMore() {
        var console = new Console(screen.terminal(false, false), true, false, When.AUTO);
        console.result(new JsonOut());
        assertThatThrownBy(() -> console.result(new JsonOut())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsAbsentOrNotANumberIsNull() {
        var json = new JsonOut()
                .put("a", 2.4e-8)
                .put("b", Double.POSITIVE_INFINITY)
                .put("c", OptionalDouble.empty())
                .put("d", Optional.of("x\"y"))
                .put("e", new double[] {1, Double.NaN})
                .put("f", new JsonOut().put("g", true).put("h", 3L))
                .put("i", List.of(new JsonOut(), 1.5))
                .put("j", Map.of("k", Optional.empty()));
        assertThat(json.toText())
                .isEqualTo("{\"a\":2.4E-8,\"b\":null,\"c\":null,\"d\":\"x\\\"y\",\"e\":[1.0,null],"
                        + "\"f\":{\"g\":true,\"h\":3},\"i\":[{},1.5],\"j\":{\"k\":null}}");
    }
}
