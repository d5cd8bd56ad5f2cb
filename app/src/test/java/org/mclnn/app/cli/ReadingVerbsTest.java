package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files read as the user says: columns, frames per second, scale, units, masses, species, short tracks, several runs. */
class ReadingVerbsTest {
    @TempDir
    Path folder;

    private Path tracks;

    @BeforeEach
    void aFileOfAMicroscope() {
        tracks = folder.resolve("seen.trackpy.csv");
        Session.ok("generate", "linear", "--frames", 300, "--noise", 0.001, "--drop", 0.02, "-o", tracks);
    }

    @Test
    void fromPixelsAndFramesToALawInUnits() throws IOException {
        var run = folder.resolve("run");
        var said =
                Session.ok("train", tracks, "--fps", 10, "--um-per-px", 0.5, "--form", "harmonic", "-o", run, "--json");
        assertThat(said.err()).contains("V(r)/m, um^2/s^2", "r, um", "V/m is known there");
        var model = Files.readString(run.resolve("model.json"));
        assertThat(model).contains("\"length\" : \"um\"", "\"perMass\" : true");
        var law = Session.ok("runs", folder, "--json").json();
        assertThat(law.toString()).contains("harmonic");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains(
                        "length um, time s, without masses; V/m in um^2/s^2", " um in size", "time since the start (s)")
                .doesNotContain("(length)");
        assertThat(Files.readString(run.resolve("MODEL_CARD.md")))
                .contains(
                        "| band | from, um | to, um |",
                        "V/m in um^2/s^2",
                        " um per coordinate",
                        " s positions are off by");
        // r0 = 1 px of 0.5 um; noise of 1e-3 px; seen: 0.49995
        var parameters = said.err().replaceAll("(?s).*r0 = ([0-9.]+).*", "$1");
        assertThat(Double.parseDouble(parameters)).isEqualTo(0.5, within(1e-3));
    }

    @Test
    void aModelReadsOtherFilesAsItsDataWereRead() {
        var run = folder.resolve("run");
        var whole = folder.resolve("whole.trackpy.csv");
        Session.ok("generate", "linear", "--frames", 300, "--noise", 1e-9, "-o", whole);
        Session.ok("train", whole, "--fps", 10, "--um-per-px", 0.5, "--form", "harmonic", "-o", run, "-q");
        var said = Session.ok("evaluate", run, "--against", whole, "--steps", 100, "--json")
                .json();
        assertThat(said.toString()).contains("position");
    }

    @Test
    void massesMakeVOfVPerMass() {
        var run = folder.resolve("run");
        var said = Session.ok(
                "train",
                tracks,
                "--fps",
                10,
                "--mass",
                2.5,
                "--mass-unit",
                "pg",
                "--length-unit",
                "nm",
                "--form",
                "harmonic",
                "-o",
                run);
        assertThat(said.out()).contains("V(r), pg nm^2/s^2");
    }

    @Test
    void aLawIsJudgedAndMovedOnFromTracksWithGaps() {
        var run = folder.resolve("run");
        Session.ok("train", tracks, "--fps", 10, "--um-per-px", 1, "--form", "harmonic", "-o", run, "-q");
        var judged = Session.ok("evaluate", run, "--against", tracks, "--truth", "harmonic(1,1)", "--json");
        assertThat(judged.err())
                .contains("no velocities: the start is found together with the 19 frames that follow")
                .contains("how far it moved");
        var json = judged.json();
        // noise of 1e-3 and a start known to as much, over five periods: measured 2.2e-3; from differences of
        // neighbouring
        // frames: 0.2
        assertThat(json.path("positionMae").asDouble()).isBetween(7e-4, 5e-3);
        assertThat(json.path("displacementMae").asDouble()).isBetween(0.3, 1.0);
        assertThat(json.path("forceRelativeRms").asDouble()).isLessThan(5e-3);
        assertThat(json.path("frames").asInt()).isEqualTo(300);
        var moved = folder.resolve("moved.xyz"); // with times, in um: no longer pixels of frames that are counted
        Session.ok("simulate", run, "--init", tracks + "@30", "--steps", 500, "-o", moved);
        var from = Session.ok("evaluate", run, "--against", moved, "--truth", "harmonic(1,1)", "--json");
        assertThat(from.json().path("positionMae").asDouble()).isLessThan(1e-9); // the same law, with velocities
        var last = Session.run("simulate", run, "--init", tracks + "@-1", "--steps", 5, "-o", folder.resolve("b.xyz"));
        assertThat(last.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(last.err()).contains("give a frame that has them, as in FILE@3, or one that 2 others follow");
    }

    @Test
    void severalFilesAreRunsOfOneSystem() throws IOException {
        var other = folder.resolve("other.trackpy.csv");
        Session.ok("generate", "linear", "--frames", 200, "--noise", 0.001, "--seed", 7, "-o", other);
        var run = folder.resolve("run");
        var said = Session.ok("train", tracks, other, "--fps", 10, "--form", "harmonic", "-o", run);
        assertThat(said.err()).contains("the runs have", "simulate " + run + " --init " + tracks + " --steps");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("seen.trackpy.csv and 1 more")
                .doesNotContain("no part of the run was kept");
        var plan = Session.ok("train", tracks, other, "--fps", 10, "-o", folder.resolve("b"), "--dry-run", "--json");
        assertThat(plan.json().path("frames").asInt()).isEqualTo(500);
        assertThat(plan.json().path("runs").asInt()).isEqualTo(2);
        var checked = Session.ok("check", tracks, other, "--fps", 10);
        assertThat(checked.out()).contains("next: mclnn train " + tracks + " " + other + " --fps 10.0 -o run1");
    }

    @Test
    void shortTracksAreLeftOutAndSaid() throws IOException {
        Files.writeString(
                tracks, Files.readString(tracks) + "9000,5.0,5.0,17,77\n9001,5.1,5.0,18,77\n9002,5.2,5.0,19,78\n");
        var said = Session.ok("train", tracks, "--fps", 10, "--form", "harmonic", "-o", folder.resolve("run"));
        assertThat(said.err()).contains("2 short tracks are left out: seen in fewer than 30 of 300 frames");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train tracks                               | 65 | --fps",
                "train tracks --fps 10 --map y=yy           | 65 | no column 'yy' for y. Did you mean 'y'?",
                "train tracks --fps 10 --map why=y          | 64 | unknown meaning of a column 'why'",
                "train tracks --fps 10 --mass 0             | 64 | --mass",
                "train tracks --fps 10 --mass A=2           | 64 | none for species 'X'",
                "train tracks --fps 10 --species A          | 64 | unknown species 'A'",
                "train linear --fps 10                      | 64 | --fps is for files",
                "train tracks tracks nothing.csv --fps 10   | 66 | no such file"
            })
    void whatCannotBeMeantIsRefused(String command, int code, String message) {
        var words = (command.replace("tracks", tracks.toString()) + " -o " + folder.resolve("r")).split(" +");
        var session = Session.run((Object[]) words);
        assertThat(session.code()).as(session.err()).isEqualTo(code);
        assertThat(session.err().toLowerCase(Locale.ROOT)).contains(message.toLowerCase(Locale.ROOT));
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"xyz", "csv", "npz", "h5"})
    void convertKeepsEveryDigit(String format) throws IOException {
        var run = folder.resolve("run.xyz");
        Session.ok("generate", "gravity", "--frames", 20, "-o", run);
        var there = folder.resolve("there." + format);
        var back = folder.resolve("back.xyz");
        Session.ok("convert", run, "-o", there);
        Session.ok("convert", there, "-o", back);
        assertThat(Files.readString(back)).isEqualTo(Files.readString(run));
    }
}
