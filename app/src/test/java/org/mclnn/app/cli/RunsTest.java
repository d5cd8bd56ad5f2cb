package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs listed and compared; words completed. */
class RunsTest {
    @TempDir
    static Path folder;

    private static Path springs;
    private static Path formula;
    private static Path spline;
    private static Path gravity;

    @BeforeAll
    static void learn() throws IOException {
        springs = folder.resolve("springs.xyz");
        formula = folder.resolve("formula");
        spline = folder.resolve("spline");
        gravity = folder.resolve("gravity");
        Session.ok("generate", "linear", "--frames", 400, "-o", springs, "-q");
        Session.ok("train", springs, "--form", "harmonic", "-o", formula, "-q");
        Session.ok("train", springs, "--form", "spline", "--windows", 20, "--seed", 5, "-o", spline, "-q");
        Session.ok("train", "gravity", "--form", "powers:-4..0", "--windows", 10, "-o", gravity, "-q");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/model.json"), "{");
        Files.createDirectories(folder.resolve("other things"));
        Files.createDirectories(folder.resolve("stopped.unfinished"));
        Files.writeString(folder.resolve("stopped.unfinished/checkpoint"), "x");
    }

    @Test
    void runsAreListedWithWhatTellsThemApart() {
        var listed = Session.ok("runs", folder);
        var lines = listed.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).matches("run +form +loss +valid .*");
        assertThat(lines.get(1)).contains("formula").contains("harmonic");
        assertThat(lines.get(3)).contains("spline");
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(listed.err())
                .contains("not finished: " + folder.resolve("stopped.unfinished"), "broken/model.json:1");
        var json = Session.ok("runs", folder, "--json").json();
        assertThat(json.path("runs").size()).isEqualTo(3);
        assertThat(json.path("unfinished").size()).isEqualTo(1);
        assertThat(json.path("unreadable").size()).isEqualTo(1);
        var first = json.path("runs").path(0);
        assertThat(first.path("run").asString()).isEqualTo(formula.toString());
        assertThat(first.path("data").asString()).isEqualTo(springs.toString());
        assertThat(first.path("started").asString()).startsWith("20");
        assertThat(first.path("bands").size()).isEqualTo(1);
        assertThat(first.path("fingerprint").asString()).hasSize(64);
        assertThat(json.path("runs").path(1).path("bands").size()).isEqualTo(2);
    }

    @Test
    void aRunByItselfAnEmptyFolderAndNoFolderAreToldApart() {
        assertThat(Session.ok("runs", formula).out().lines()).hasSize(2);
        assertThat(Session.ok("runs", folder.resolve("other things")).out()).contains("there are no runs in");
        var none = Session.run("runs", folder.resolve("none"));
        assertThat(none.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(none.err()).contains("there is no such folder");
        assertThat(Session.run("runs", springs).err()).contains("this is no folder");
    }

    @Test
    void anOlderRunWithoutAManifestIsListedToo() throws IOException {
        var old = Files.createDirectories(folder.resolve("old/run"));
        Files.copy(formula.resolve("model.json"), old.resolve("model.json"));
        var json = Session.ok("runs", folder.resolve("old"), "--json").json();
        assertThat(json.path("runs").path(0).path("started").asString()).startsWith("20");
    }

    @Test
    void lawsOfTheSameDataAreTheSame() {
        var compared = Session.ok("compare", formula, spline);
        assertThat(compared.out())
                .containsPattern("form +harmonic +spline")
                .containsPattern("seed +100 +5")
                .contains("distances that all have seen: ", "V(r)")
                .doesNotContain("data SHA-256");
        var json = Session.ok("compare", formula, spline, "--json").json();
        var law = json.path("laws").path(0);
        assertThat(law.path("against").asString()).isEqualTo(formula.toString());
        assertThat(law.path("forceRelativeRms").asDouble()).isLessThan(1e-9); // seen 2e-16
        assertThat(law.path("potentialRelativeRms").asDouble()).isLessThan(1e-9);
        assertThat(json.path("runs").size()).isEqualTo(2);
    }

    @Test
    void lawsOfOtherDataAreNot() {
        var json = Session.ok("compare", formula, spline, gravity, "--json").json();
        assertThat(json.path("laws").size()).isEqualTo(2);
        assertThat(json.path("laws").path(1).path("forceRelativeRms").asDouble())
                .isGreaterThan(0.5);
        var itself = Session.ok("compare", formula, formula);
        assertThat(itself.out()).contains("all settings are the same");
        assertThat(itself.err()).doesNotContain("compared as numbers");
    }

    @Test
    void lawsInOtherUnitsAreNotMeasuresOfEachOther() {
        var scaled = folder.resolve("units/scaled");
        Session.ok(
                "train",
                springs,
                "--form",
                "harmonic",
                "--length-unit",
                "um",
                "--time-unit",
                "s",
                "--mass-unit",
                "kg",
                "-o",
                scaled,
                "-q");
        var said = Session.ok("compare", scaled, formula);
        assertThat(said.err()).contains("length um, time s", "length reduced, time reduced", "compared as numbers");
        assertThat(said.out()).contains("V(r), kg um^2/s^2");
    }

    @Test
    void theFigureIsDrawnInTheKindOfItsName() throws IOException {
        for (var name : List.of("laws.svg", "laws.pdf", "laws.png")) {
            Session.ok("compare", gravity, spline, formula, "-o", folder.resolve(name));
        }
        assertThat(Files.readString(folder.resolve("laws.svg"))).startsWith("<svg");
        assertThat(Files.readAllBytes(folder.resolve("laws.pdf"))).startsWith('%', 'P', 'D', 'F');
        assertThat(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("laws.png"))))
                        .getWidth())
                .isEqualTo(1120);
        var again = Session.ok("compare", formula, spline, "-o", folder.resolve("laws.svg"));
        assertThat(again.err()).contains("is now " + folder.resolve("laws.svg.1"));
        var refused = Session.run("compare", formula, spline, "-o", folder.resolve("laws.jpg"));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("none of the endings .svg, .pdf, .png");
    }

    @Test
    void oneRunAloneAndOneThatIsNotThereAreRefused() {
        assertThat(Session.run("compare", formula).code()).isEqualTo(ExitCode.USAGE);
        var none = Session.run("compare", formula, folder.resolve("none"));
        assertThat(none.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(none.err()).contains("there is no such run");
    }

    @Test
    void aShellCompletesVerbsOptionsAndChoices() throws Exception {
        for (var shell : List.of("bash", "zsh")) {
            assertThat(Session.ok("completion", shell).out()).contains("_complete_mclnn", "bashcompinit");
        }
        var bash = Path.of("/bin/bash");
        if (!Files.isExecutable(bash)) { // as on Windows
            return;
        }
        var script = Files.writeString(
                folder.resolve("completion.sh"),
                Session.ok("completion", "bash").out());
        assertThat(complete(script, "mclnn", "tra")).containsExactly("train");
        assertThat(complete(script, "mclnn", "train", "--sam")).containsExactly("--sampling");
        assertThat(complete(script, "mclnn", "train", "--optimizer", "")).containsExactly("lm", "lbfgs", "adam");
        assertThat(complete(script, "mclnn", "completion", "")).contains("bash", "zsh", "toml");
    }

    /** What bash would offer for the last word. */
    private static List<String> complete(Path script, String... words) throws Exception {
        var quoted = new ArrayList<String>();
        for (var word : words) {
            quoted.add("'" + word + "'");
        }
        var command = "source '" + script + "'; COMP_WORDS=(" + String.join(" ", quoted) + "); COMP_CWORD="
                + (words.length - 1)
                + "; COMPREPLY=(); _complete_mclnn 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\"";
        var process = new ProcessBuilder("/bin/bash", "-c", command).start();
        var offered = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return offered.lines().toList();
    }
}
