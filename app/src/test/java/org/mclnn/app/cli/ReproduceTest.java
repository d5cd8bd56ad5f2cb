package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper's experiments from the command line; all of them are run by {@code .ci/run}. */
class ReproduceTest {
    @TempDir
    static Path folder;

    private static Path paper;
    private static Session first;

    @BeforeAll
    static void reproduce() {
        paper = folder.resolve("the paper");
        first = run(paper, 2);
    }

    private static Session run(Path to, int threads) {
        return Session.ok(
                "reproduce",
                "--quick",
                "--only",
                "fig5,equation3",
                "--system",
                "linear",
                "--threads",
                threads,
                "-o",
                to,
                "--json");
    }

    private static Map<String, String> texts(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.collect(Collectors.toMap(
                    file -> String.valueOf(file.getFileName()), ReproduceTest::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void figuresTablesAndOnePageAreWritten() throws IOException {
        assertThat(Session.names(paper)).containsExactly("figures", "pieces", "report.html", "tables");
        assertThat(Session.names(paper.resolve("figures"))).containsExactly("fig5.pdf", "fig5.png", "fig5.svg");
        assertThat(Session.names(paper.resolve("tables")))
                .contains("claims.json", "curve-linear-curve.csv", "euler-lagrange.json", "law-linear-100.json");
        assertThat(text(paper.resolve("report.html")))
                .contains(
                        "The eight claims",
                        "CANNOT BE DECIDED",
                        "id=\"figure-fig5\"",
                        "double pendulum",
                        "The undivided LNN")
                .contains("mclnn reproduce --quick --only fig5,equation3");
        // claim 4 needs all three systems
        assertThat(first.json().path("claims").path(3).asString())
                .isEqualTo("claim 4  CANNOT BE DECIDED  V(r) can be read");
    }

    @Test
    void theSameNumbersComeAgainOnAnyNumberOfThreads() throws IOException {
        var again = folder.resolve("again");
        run(again, 1);
        assertThat(texts(again.resolve("tables"))).isEqualTo(texts(paper.resolve("tables")));
    }

    @Test
    void whatIsDoneIsNotDoneAgain() throws IOException {
        var piece = paper.resolve("pieces/law-linear-100.json");
        var before = Files.getLastModifiedTime(piece);
        var tables = texts(paper.resolve("tables"));
        var session = run(paper, 2);
        assertThat(session.json().path("pieces").asInt())
                .isEqualTo(first.json().path("pieces").asInt());
        assertThat(Files.getLastModifiedTime(piece)).isEqualTo(before);
        assertThat(texts(paper.resolve("tables"))).isEqualTo(tables);
    }

    @Test
    void equation3AgreesWithWhatIsKnown() throws IOException {
        var known = texts(paper.resolve("tables")).get("euler-lagrange.json");
        var numbers =
                tools.jackson.databind.json.JsonMapper.shared().readTree(known).path("numbers");
        // seen 5e-12, 4e-16, 3e-10: the first and the last are errors of the Runge-Kutta steps
        assertThat(numbers.path("pendulum after one period").asDouble()).isBetween(0.0, 1e-9);
        assertThat(numbers.path("double pendulum accelerations").asDouble()).isLessThan(1e-13);
        assertThat(numbers.path("charge after ten turns").asDouble()).isBetween(0.0, 1e-8);
        assertThat(numbers.path("MCLNN on linear").asDouble()).isLessThan(1e-14); // seen 3e-16
    }

    @ParameterizedTest
    @CsvSource({
        "--only, fig9, Did you mean 'fig",
        "--system, quartic, Known: linear",
        "--seeds, 0, not a positive whole number",
        "--threads, x, not a positive whole number",
    })
    void aWrongOptionIsNamed(String option, String value, String said) {
        var session = Session.run("reproduce", option, value, "-o", folder.resolve("none"));
        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains(option, said);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void anOutputThatIsNotAboutTheSystemsIsRefused() {
        var session = Session.run("reproduce", "--only", "fig2", "--system", "gravity", "-o", folder.resolve("none"));
        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("--only", "nothing is about the systems");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "mine");
        var session = Session.run("reproduce", "-o", file);
        assertThat(session.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(session.err()).contains("this is a file");
        assertThat(text(file)).isEqualTo("mine");
    }

    @Test
    void widthsAreSwept() throws IOException {
        var to = folder.resolve("widths");
        var session = Session.ok("sweep", "--layers", "2,2", "4,4", "-o", to, "--json");
        var rows = session.json().path("rows");
        assertThat(rows).hasSize(2);
        for (var row : rows) {
            assertThat(row.path("trainLoss").asDouble()).isLessThan(1e-9); // seen 7e-12 and 3e-14
        }
        assertThat(rows.path(0).path("parameters").asInt()).isEqualTo(13);
        assertThat(text(to.resolve("sweep.csv")))
                .startsWith("layers,parameters,seed,")
                .contains("\"4,4\",33,100,");
        assertThat(session.err()).contains("2,2", "iterations");
    }

    @Test
    void widthsThatCannotBeTrainedAreRefused() {
        var session = Session.run("sweep", "--layers", "100,100", "-o", folder.resolve("none"));
        assertThat(session.code()).isEqualTo(ExitCode.USAGE);
        assertThat(session.err()).contains("100,100", "parameters", "lbfgs");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
