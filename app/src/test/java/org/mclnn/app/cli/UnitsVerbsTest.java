package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers in one unit are never taken for numbers in another. */
class UnitsVerbsTest {
    @TempDir
    Path folder;

    private Path plain;
    private Path metric;
    private Path other;
    private Path run;

    @BeforeEach
    void theSameMotionInDifferentUnits() throws IOException {
        plain = folder.resolve("plain.csv");
        Session.ok("generate", "linear", "--frames", 200, "-o", plain);
        metric = inUnits("metric.csv", "um", "s");
        other = inUnits("other.csv", "nm", "s");
        run = folder.resolve("run");
        Session.ok("train", metric, "--form", "harmonic", "-o", run, "-q");
    }

    private Path inUnits(String name, String length, String time) throws IOException {
        var text = Files.readString(plain)
                .replace(" steps_per_frame", " length_unit=" + length + " time_unit=" + time + " steps_per_frame");
        assertThat(text).contains("length_unit=" + length);
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void runsOfOneSystemHaveTheSameUnits() {
        var said = Session.run("train", metric, other, "--form", "harmonic", "-o", folder.resolve("two"));
        assertThat(said.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(said.err())
                .contains(
                        "other.csv: its units (length nm, time s) are not those of " + metric + " (length um, time s)")
                .contains("Convert one of them");
        assertThat(Session.run("train", plain, metric, "--dry-run", "-o", folder.resolve("two"))
                        .code())
                .isEqualTo(ExitCode.BAD_DATA);
        Session.ok(
                "train",
                plain,
                metric,
                "--length-unit",
                "um",
                "--time-unit",
                "s",
                "--dry-run",
                "-o",
                folder.resolve("two"));
    }

    @Test
    void aLawIsNotJudgedByNumbersInOtherUnits() {
        var said = Session.run("evaluate", run, "--against", other);
        assertThat(said.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(said.err())
                .contains("other.csv: its units (length nm, time s) are not those of the law (length um, time s)");
        Session.ok("evaluate", run, "--against", plain);
        Session.ok("evaluate", run, "--against", other, "--length-unit", "um");
    }

    @Test
    void aSimulationStartsInTheUnitsOfItsLaw() throws IOException {
        var out = folder.resolve("sim.csv");
        assertThat(Session.run("simulate", run, "--init", other, "--steps", 10, "-o", out)
                        .code())
                .isEqualTo(ExitCode.BAD_DATA);
        assertThat(out).doesNotExist();
        Session.ok("simulate", run, "--init", plain, "--steps", 10, "-o", out);
        assertThat(Files.readString(out)).contains("length_unit=um time_unit=s");
    }

    @Test
    void otherNamesThanTheFilesAreSaid() {
        var said = Session.ok("check", metric, "--length-unit", "nm");
        assertThat(said.out().replaceAll("\\s+", " "))
                .contains("note: the file says length um, time s; length nm, time s is what was asked for");
        assertThat(Session.ok("check", metric, "--length-unit", "um").out()).doesNotContain("asked for");
        assertThat(Session.ok("check", plain, "--length-unit", "nm").out()).doesNotContain("asked for");
    }
}
