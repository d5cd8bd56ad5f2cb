package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which data a run is said to be learned from. */
class RunsVerbTest {
    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static Path learned;

    @BeforeAll
    static void learnFromTwoFiles() {
        var springs = data.resolve("springs.xyz");
        var more = data.resolve("more.xyz");
        learned = data.resolve("both");
        Session.ok("generate", "linear", "--frames", 100, "-o", springs, "-q");
        Session.ok("generate", "linear", "--frames", 90, "-o", more, "-q");
        Session.ok("train", springs, more, "--form", "harmonic", "--windows", 5, "-o", learned, "-q");
    }

    /** The same run, as if of other files. */
    private Path of(String files, String sums) throws IOException {
        var run = Files.createDirectory(folder.resolve("other"));
        var model = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(learned.resolve("model.json")));
        ((ObjectNode) model.path("manifest")).put("dataFile", files).put("dataSha256", sums);
        Files.write(run.resolve("model.json"), JsonMapper.shared().writeValueAsBytes(model));
        return run;
    }

    @Test
    void severalFilesAreTheFirstAndHowManyMore() {
        assertThat(Session.ok("runs", learned).out())
                .contains("springs.xyz and 1 more")
                .doesNotContain(" more.xyz");
    }

    @Test
    void whereNamesWithBlanksCannotBeToldApartTheyAreCounted() throws IOException {
        assertThat(Session.ok("runs", of("d/a b.xyz d/c.xyz", "1 2")).out()).contains("  2 files  ");
    }

    @Test
    void oneFileMayHaveBlanksInItsName() throws IOException {
        assertThat(Session.ok("runs", of("some where/a b.xyz", "1")).out()).contains("  a b.xyz  ");
    }

    @Test
    void aNameThatNoFileCanHaveHereIsShownWithoutHarm() throws IOException {
        of("d/a\0b\u001b[2J.xyz", "1");
        var listed = Session.ok("runs", folder);
        assertThat(listed.out()).contains("  a?b?[2J.xyz  ");
        var json = Session.ok("runs", folder, "--json").json();
        assertThat(json.path("runs").path(0).path("data").asString()).isEqualTo("d/a\0b\u001b[2J.xyz");
    }
}
