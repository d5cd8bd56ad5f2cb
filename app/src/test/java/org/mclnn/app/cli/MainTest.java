package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.io.InputException;
import org.mclnn.potential.Harmonic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class MainTest {
    private final Screen screen = new Screen();

    /** A verb that talks, then does what the test says. */
    @Command(name = "probe")
    static final class Probe implements Callable<Integer> {
        @Mixin
        private final Common common = new Common();

        @Option(names = "--stride")
        private int stride = 1;

        private final Callable<Integer> body;

        Probe(Callable<Integer> body) {
            this.body = body;
        }

        @Override
        public Integer call() throws Exception {
            var console = common.console();
            console.say("k is %.3f", 1.5);
            console.note("stride %d", stride);
            int code = body.call();
            console.result(new JsonOut().put("loss", Double.NaN).put("stride", stride));
            return code;
        }
    }

    private int run(Callable<Integer> body, String... args) {
        var terminal = screen.terminal(false, false);
        return Main.run(terminal, Main.commandLine(terminal, Map.of("probe", new Probe(body))), args);
    }

    private int failing(Exception e) {
        return run(
                () -> {
                    throw e;
                },
                "probe");
    }

    @Test
    void resultsGoToStdoutAndNotesToStderr() {
        assertThat(run(() -> 1, "probe")).isEqualTo(1);
        assertThat(screen.out()).isEqualTo("k is 1.500\n");
        assertThat(screen.err()).isEqualTo("stride 1\n");
    }

    @Test
    void quietLeavesTheNotesOut() {
        run(() -> 0, "probe", "-q");
        assertThat(screen.out()).isEqualTo("k is 1.500\n");
        assertThat(screen.err()).isEmpty();
    }

    @Test
    void withJsonStdoutCarriesOneObject() {
        assertThat(run(() -> 0, "probe", "--json", "--stride", "7")).isZero();
        assertThat(screen.out()).isEqualTo("{\"loss\":null,\"stride\":7}\n");
        assertThat(screen.err()).isEqualTo("k is 1.500\nstride 7\n");
    }

    @Test
    void withJsonAnErrorIsAnObjectToo() {
        int code = run(
                () -> {
                    throw new UsageException("too short");
                },
                "probe",
                "--json");
        assertThat(code).isEqualTo(64);
        assertThat(screen.out()).isEqualTo("{\"error\":\"too short\\nTry 'mclnn probe --help'.\",\"exitCode\":64}\n");
    }

    @Test
    void eachKindOfFailureHasItsExitCode() {
        var file = Path.of("tracks.csv");
        assertThat(failing(new UsageException("x"))).isEqualTo(64);
        assertThat(failing(InputException.at(file, 3, "x", "y"))).isEqualTo(65);
        assertThat(failing(InputException.noInput(file, "x", "y"))).isEqualTo(66);
        assertThat(failing(new NoSuchFileException("tracks.csv"))).isEqualTo(66);
        assertThat(failing(new DivergedException("x"))).isEqualTo(3);
        assertThat(failing(new CannotCreateException(file, "it is a folder"))).isEqualTo(73);
        assertThat(failing(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo(74);
        assertThat(failing(new InterruptedException())).isEqualTo(75);
        assertThat(failing(new IllegalStateException("x"))).isEqualTo(70);
        assertThat(screen.err()).doesNotContain("\tat ");
    }

    @Test
    void anArgumentCheckOfOursIsAboutTheDataAndOneOfTheJdkIsABug() {
        assertThat(run(
                        () -> {
                            Harmonic.of(-1, 1);
                            return 0;
                        },
                        "probe"))
                .isEqualTo(65);
        assertThat(screen.err()).contains("k must be positive, was -1.0");
        assertThat(run(() -> Integer.parseInt("x"), "probe")).isEqualTo(70);
        assertThat(screen.err()).contains("internal error: NumberFormatException", "--debug");
    }

    @Test
    void debugShowsTheTrace() {
        run(
                () -> {
                    throw new IllegalStateException("x");
                },
                "probe",
                "--debug");
        assertThat(screen.err()).contains("\tat org.mclnn.app.cli.MainTest");
    }

    @Test
    void aFullHeapIsAnErrorInOneLine() {
        assertThat(run(
                        () -> {
                            throw new OutOfMemoryError("Java heap space");
                        },
                        "probe"))
                .isEqualTo(70);
        assertThat(screen.err()).contains("out of memory", "-Xmx").doesNotContain("\tat ");
    }

    @Test
    void anOptionOfACoreConstructorIsNamed() {
        int code = run(
                () -> UsageException.in("--k", () -> {
                    Harmonic.of(-1, 1);
                    return 0;
                }),
                "probe");
        assertThat(code).isEqualTo(64);
        assertThat(screen.err()).contains("--k: k must be positive, was -1.0");
    }

    @Test
    void typingErrorsGetAGuess() {
        assertThat(run(() -> 0, "porbe")).isEqualTo(64);
        assertThat(screen.err()).contains("Unknown verb 'porbe'. Did you mean 'probe'?", "Try 'mclnn --help'.");
        assertThat(run(() -> 0, "probe", "--strid=3")).isEqualTo(64);
        assertThat(screen.err())
                .contains("Unknown option '--strid'. Did you mean '--stride'?", "Try 'mclnn probe --help'.");
        assertThat(Session.run("train", "--outptu", "run1").err())
                .contains("Unknown option '--outptu'. Did you mean '--output'?");
        assertThat(run(() -> 0, "probe", "--stride", "x")).isEqualTo(64);
        assertThat(screen.err()).contains("'x' is not an int");
        assertThat(run(() -> 0, "probe", "--color", "sometimes")).isEqualTo(64);
    }

    @Test
    void helpAndVersionSucceed() {
        assertThat(run(() -> 0, "--help")).isZero();
        assertThat(screen.out()).contains("Examples:", "mclnn demo", "probe");
        assertThat(run(() -> 0, "probe", "--help")).isZero();
        assertThat(screen.out()).contains("--stride", "--json", "--quiet", "--color");
        assertThat(run(() -> 0, "--version")).isZero();
        assertThat(screen.out()).containsPattern("(?m)^mclnn \\S+ \\(Java \\d+, .*\\)$");
        assertThat(run(() -> 0)).isZero();
        assertThat(screen.err()).isEmpty();
    }
}
