package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The figure of a comparison: where it can be, that an older one is safe, and when there is none. */
class CompareVerbTest {
    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static Path near;
    private static Path far;

    @BeforeAll
    static void learnAtDistancesThatHaveNothingInCommon() {
        var springs = data.resolve("springs.xyz");
        near = data.resolve("near");
        far = data.resolve("far");
        Session.ok("generate", "linear", "--frames", 100, "-o", springs, "-q");
        Session.ok("train", springs, "--form", "harmonic", "--windows", 5, "-o", near, "-q");
        Session.ok("train", springs, "--um-per-px", 100, "--form", "harmonic", "--windows", 5, "-o", far, "-q");
    }

    @Test
    void aFolderThatIsNotThereIsNamedBeforeAnythingIsDone() {
        var refused = Session.run("compare", near, near, "-o", folder.resolve("nowhere/laws.svg"));
        assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(refused.err())
                .contains("there is no folder " + folder.resolve("nowhere") + ". Make it first")
                .doesNotContain(".part-");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void theOlderFigureMovesAwayForANewOne() throws IOException {
        var figure = Files.writeString(folder.resolve("laws.svg"), "older");
        var drawn = Session.ok("compare", near, near, "-o", figure, "--json");
        assertThat(drawn.json().path("figure").asString()).isEqualTo(figure.toString());
        assertThat(drawn.err()).contains("the older " + figure + " is now " + figure + ".1", "written: " + figure);
        assertThat(figure).content().startsWith("<svg");
        assertThat(folder.resolve("laws.svg.1")).hasContent("older");
        assertThat(Session.names(folder)).containsExactly("laws.svg", "laws.svg.1");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theOlderFigureStaysWhereTheNewOneCannotBeWritten() throws Exception {
        var figure = Files.writeString(folder.resolve("laws.svg"), "older");
        var process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 1; exec \"$@\"", // no file above 512 bytes
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "compare",
                        near.toString(),
                        near.toString(),
                        "-o",
                        figure.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(err).isEqualTo(ExitCode.IO);
        assertThat(err).contains(figure + " could not be written: ", "Make room or write elsewhere");
        assertThat(figure).hasContent("older");
        assertThat(Session.names(folder)).containsExactly("laws.svg");
    }

    @Test
    void nothingIsDrawnAndSaidToBeWhereNoDistanceIsCommon() throws IOException {
        var figure = folder.resolve("laws.svg");
        var compared = Session.ok("compare", near, far, "-o", figure, "--json");
        assertThat(compared.err())
                .contains("there is no distance that all runs have seen: their laws cannot be compared, and " + figure
                        + " is not drawn");
        assertThat(compared.json().path("figure").isNull()).isTrue();
        assertThat(Session.names(folder)).isEmpty();
        assertThat(Session.ok("compare", near, far).err()).doesNotContain("drawn");
    }
}
