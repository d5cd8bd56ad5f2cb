package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.potential.Normal;
import tools.jackson.databind.JsonNode;

/** Twelve small files, each with one thing about it, and what is said of them; what train does with the same files. */
class CheckTest {
    private static final int FRAMES = 400;

    @TempDir
    static Path folder;

    /** Changes the positions of a frame. */
    private interface Change {
        void apply(int frame, double time, double[] q);
    }

    private static Trajectory springs() {
        var springs = ReferenceSystem.LINEAR;
        return Simulator.of(0.01, 10).run(springs.system(3), springs.start(), FRAMES - 1);
    }

    /** Positions alone in the plane, changed, as CSV. A particle at NaN has no row. */
    private static void write(String name, Change change) throws IOException {
        var run = springs();
        var text = new StringBuilder("t,particle,x,y\n");
        for (int k = 0; k < FRAMES; k++) {
            var q = run.positions(k);
            change.apply(k, run.time(k), q);
            rows(text, Double.toString(run.time(k)), q);
        }
        Files.writeString(folder.resolve(name), text);
    }

    private static void rows(StringBuilder text, String time, double[] q) {
        for (int i = 0; i < q.length / 3; i++) {
            if (!Double.isNaN(q[3 * i])) {
                text.append(time).append(',').append("abc".charAt(i));
                text.append(',')
                        .append(q[3 * i])
                        .append(',')
                        .append(q[3 * i + 1])
                        .append('\n');
            }
        }
    }

    @BeforeAll
    static void files() throws IOException {
        var random = new SplittableRandom(7);
        var run = springs();
        TrajectoryFiles.write(folder.resolve("clean.xyz"), run);
        var noisy = Trajectory.of(3).masses(1, 1, 1);
        for (int k = 0; k < FRAMES; k++) {
            var q = run.positions(k);
            for (int c = 0; c < 9; c++) {
                q[c] += c % 3 == 2 ? 0.0 : 0.01 * Normal.next(random);
            }
            noisy.frame(run.time(k), q, run.velocities(k));
        }
        TrajectoryFiles.write(folder.resolve("noisy.xyz"), noisy.build());
        write("gappy.csv", (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                if (frame > 0 && (random.nextDouble() < 0.1 || (i == 2 && frame > 150))) {
                    Arrays.fill(q, 3 * i, 3 * i + 3, Double.NaN);
                }
            }
        });
        uneven(random);
        diffusive(random);
        write("drifting.csv", (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                q[3 * i] += 0.3 * time;
            }
        });
        write("pulled.csv", (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                q[3 * i + 1] -= 0.5 * 0.05 * time * time;
            }
        });
        write("wrapped.csv", (frame, time, q) -> {
            for (int c = 0; c < 9; c += 3) {
                q[c] += 0.5 * time;
                q[c] -= 4.0 * Math.floor(q[c] / 4.0);
            }
        });
        write("swapped.csv", (frame, time, q) -> {
            for (int axis = 0; axis < 2 && frame >= 200; axis++) {
                double swap = q[axis];
                q[axis] = q[3 + axis];
                q[3 + axis] = swap;
            }
        });
        var repeats = new StringBuilder("t,particle,x,y\n");
        for (int k = 0; k < FRAMES; k++) {
            rows(repeats, Double.toString(run.time(k)), run.positions(k % 25 == 24 ? k - 1 : k));
        }
        Files.writeString(folder.resolve("repeats.csv"), repeats);
        var pixels = new StringBuilder("frame,particle,x,y\n");
        for (int k = 0; k < FRAMES; k++) {
            var q = run.positions(k);
            for (int c = 0; c < 9; c++) {
                q[c] = Math.rint(200 + 100 * q[c]);
            }
            rows(pixels, Integer.toString(k), q);
        }
        Files.writeString(folder.resolve("pixels.csv"), pixels);
        write("single.csv", (frame, time, q) -> Arrays.fill(q, 3, 9, Double.NaN));
    }

    private static void uneven(SplittableRandom random) throws IOException {
        var springs = ReferenceSystem.LINEAR;
        var fine = Simulator.of(0.01, 1).run(springs.system(3), springs.start(), 10L * FRAMES);
        var text = new StringBuilder("t,particle,x,y\n");
        for (int k = 0; k < fine.frames(); k += 6 + random.nextInt(8)) {
            rows(text, Double.toString(fine.time(k)), fine.positions(k));
        }
        Files.writeString(folder.resolve("irregular.csv"), text);
    }

    private static void diffusive(SplittableRandom random) throws IOException {
        var q = new double[9];
        write("diffusive.csv", (frame, time, at) -> {
            for (int c = 0; c < 9; c++) {
                q[c] += c % 3 == 2 ? 0.0 : (frame == 0 ? 5.0 : 0.1) * Normal.next(random);
                at[c] = q[c];
            }
        });
    }

    private static Session check(Object... words) {
        var all = new Object[words.length + 1];
        all[0] = "check";
        System.arraycopy(words, 0, all, 1, words.length);
        return Session.run(all);
    }

    private static JsonNode topic(JsonNode file, String topic) {
        for (var check : file.path("checks")) {
            if (check.path("topic").asString().equals(topic)) {
                return check;
            }
        }
        throw new AssertionError("no " + topic + " in " + file);
    }

    /** The verdict on the file, the topic that has it, and what is said there; every other topic is ok. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clean.xyz     | ok   | motion   | ballistic: MSD ~ t^2.00
            noisy.xyz     | !    | noise    | --positions-only
            gappy.csv     | !    | gaps     | particle c seen in less than half of the frames
            irregular.csv | !    | times    | intervals between frames differ by up to
            diffusive.csv | stop | motion   | diffusive: MSD ~ t^
            drifting.csv  | ok   | momentum | all drift by (0.3, 0) per time, which does no harm
            pulled.csv    | !    | momentum | the centre of mass accelerates evenly, by (0, -0.05)
            wrapped.csv   | stop | tracks   | times by about 4 along x: they are put back into a periodic box
            swapped.csv   | stop | tracks   | particles a and b have been exchanged from frame 200 on
            repeats.csv   | !    | repeats  | 16 frames repeat the one before, the first is frame 24
            """)
    void eachFileGetsItsVerdict(String name, String verdict, String topic, String says) {
        var session = check(folder.resolve(name), "--json");
        var file = session.json().path("files").path(0);
        assertThat(file.path("verdict").asString()).as(session.err()).isEqualTo(verdict);
        var told = topic(file, topic);
        assertThat(told.path("verdict").asString()).isEqualTo(verdict);
        assertThat(told.path("says").asString() + told.path("remedy").asString())
                .contains(says);
        assertThat(told.path("numbers").isObject()).isTrue();
        for (var check : file.path("checks")) {
            if (!check.path("topic").asString().equals(topic)) {
                assertThat(check.path("verdict").asString()).as("%s", check).isEqualTo("ok");
            }
        }
        assertThat(session.code()).isEqualTo(verdict.equals("stop") ? ExitCode.BAD_DATA : ExitCode.OK);
        assertThat(session.json().path("next").isNull()).isEqualTo(verdict.equals("stop"));
    }

    @Test
    void pixelsWithoutTimesAreToldWhatTheyLack() {
        var refused = check(folder.resolve("pixels.csv"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("counts frames but gives no times", "--dt");
        var looked = check(folder.resolve("pixels.csv"), "--dt", 0.1, "--stride", 1);
        assertThat(looked.code()).isEqualTo(ExitCode.OK);
        assertThat(looked.out())
                .contains("are whole numbers, pixels perhaps")
                .contains("pixels.csv --dt 0.1 --stride 1 -o run1");
    }

    @Test
    void oneParticleIsRefused() {
        var refused = check(folder.resolve("single.csv"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("1 particle", "at least");
    }

    @ParameterizedTest
    @ValueSource(strings = {"diffusive.csv", "wrapped.csv", "swapped.csv"})
    void trainRefusesWhatCannotWorkUnlessForced(String name) throws IOException {
        var before = Session.names(folder);
        var run = folder.resolve("forced " + name);
        var refused = Session.run("train", folder.resolve(name), "--form", "harmonic", "-o", run);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains(name + ": ", "mclnn check shows more; --force learns nonetheless");
        assertThat(refused.out()).isEmpty();
        assertThat(Session.names(folder)).isEqualTo(before);
        var forced = Session.run(
                "train", folder.resolve(name), "--form", "harmonic", "--iterations", 2, "--force", "-o", run);
        assertThat(forced.err()).contains("warning: ").doesNotContain("--force learns nonetheless");
    }

    @Test
    void trainWarnsOfWhatCheckDoubts() {
        var noisy =
                Session.ok("train", folder.resolve("noisy.xyz"), "--form", "harmonic", "-o", folder.resolve("noisy"));
        assertThat(noisy.err()).contains("warning: noise: 0.0", "--positions-only");
        var clean =
                Session.ok("train", folder.resolve("clean.xyz"), "--form", "harmonic", "-o", folder.resolve("clean"));
        assertThat(clean.err()).doesNotContain("warning");
        var system =
                Session.ok("train", "linear", "--form", "harmonic", "--windows", 5, "-o", folder.resolve("system"));
        assertThat(system.err()).doesNotContain("warning");
    }

    @Test
    void theNextCommandHasWhatTheFileNeedsAndWorks() {
        var noisy = check(folder.resolve("noisy.xyz"));
        assertThat(noisy.out().lines().toList().get((int) noisy.out().lines().count() - 1))
                .startsWith("next: mclnn train ")
                .endsWith("noisy.xyz --positions-only -o run1");
        var dump = Path.of("..", "examples", "lj108.dump");
        var boxed = check(dump, "--dt", 0.002);
        assertThat(boxed.code()).isZero();
        assertThat(boxed.out()).contains("[!]    distances", "next: mclnn train " + dump + " --dt 0.002 --cutoff 2.51");
        var wrong = check(dump, "--dt", 1.0, "--cutoff", 2.2);
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(wrong.out()).contains("positions change 0.002 times as fast as velocities say");
    }

    @Test
    void severalFilesAreRunsOfOneSystem() {
        var both = check(folder.resolve("gappy.csv"), folder.resolve("pulled.csv"));
        assertThat(both.code()).isZero();
        assertThat(both.out().lines().filter(line -> line.contains("next: "))).hasSize(1);
        var json = check(folder.resolve("clean.xyz"), folder.resolve("clean.xyz"), "--json");
        assertThat(json.json().path("files").size()).isEqualTo(2);
        assertThat(check(folder.resolve("clean.xyz"), folder.resolve("swapped.csv"))
                        .code())
                .isEqualTo(ExitCode.BAD_DATA);
    }

    /** What train refuses or leaves out of several files, check does in the same words. */
    @Test
    void severalFilesAreTakenAsTrainTakesThem() throws IOException {
        var clean = folder.resolve("clean.xyz");
        var other = folder.resolve("pulled.csv"); // without masses
        var trained = Session.run("train", clean, other, "-o", folder.resolve("never"));
        var checked = check(clean, other);
        assertThat(checked.code()).isEqualTo(trained.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(checked.err()).isEqualTo(trained.err()).contains("not of one system: the first has the masses");
        assertThat(checked.out()).isEmpty();
        var brief = folder.resolve("brief.xyz");
        TrajectoryFiles.write(brief, springs().slice(0, 10));
        var left = check(clean, brief);
        assertThat(left.code()).isZero();
        assertThat(left.err()).contains("note: 1 of 2 runs are left out: shorter than a window of 20 frames");
        assertThat(left.out()).contains("next: mclnn train " + clean + " -o run1");
        assertThat(check(brief, brief).out()).contains("use at most --frames 10");
        var planned = Session.run("train", clean, brief, "--dry-run", "-o", folder.resolve("never"));
        assertThat(planned.code()).isZero();
        assertThat(planned.err()).contains("1 of 2 runs are left out: shorter than a window of 20 frames");
    }

    /** A law that meets the positions worse than their noise is not passed in silence, even if it is better than least squares. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void residualsAboveTheNoiseAreSaid(boolean wrong) throws IOException {
        var random = new SplittableRandom(1);
        write("noise.csv", (frame, time, q) -> {
            for (int c = 0; c < 9; c++) {
                q[c] += 1e-3 * Normal.next(random) + (wrong && frame == 77 && c == 3 ? 5.0 : 0.0);
            }
        });
        var out = folder.resolve("noise" + wrong);
        var session = Session.ok("train", folder.resolve("noise.csv"), "--form", "harmonic", "-o", out);
        var said = "per coordinate, and the noise is 0.00"; // 1e-3 to two digits, within 5 %
        if (wrong) {
            assertThat(session.err()).contains(said);
            assertThat(Files.readString(out.resolve("MODEL_CARD.md"))).contains(said);
        } else {
            assertThat(session.err()).doesNotContain("and the noise is");
        }
    }

    @Test
    void trainLooksAtEachOfSeveralRuns() {
        var words = new Object[] {
            "train", folder.resolve("drifting.csv"), folder.resolve("swapped.csv"), "-o", folder.resolve("two")
        };
        var refused = Session.run(words);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("swapped.csv: particles a and b have been exchanged");
        var warned = Session.ok(
                "train",
                folder.resolve("drifting.csv"),
                folder.resolve("pulled.csv"),
                "--form",
                "harmonic",
                "-o",
                folder.resolve("two"));
        assertThat(warned.err()).contains("pulled.csv: momentum: the centre of mass accelerates evenly");
    }

    @Test
    void systemsOfThePaperAreLookedAtToo() {
        var gravity = check("gravity");
        assertThat(gravity.code()).isZero();
        assertThat(gravity.out())
                .contains("2 bands", "next: mclnn train gravity -o run1")
                .doesNotContain("[!]");
    }

    @Test
    void sixtyColumnsAreEnoughAndColoursAreForTerminals() {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var narrow = new Terminal(stream, stream, true, true, 60, false, false, false);
        Main.run(narrow, "check", "linear");
        var plain = new Terminal(stream, stream, true, true, 60, true, false, true);
        Main.run(plain, "check", folder.resolve("pulled.csv").toString());
        Main.run(plain, "check", folder.resolve("swapped.csv").toString());
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("\033[32m[ok]\033[0m   motion", "  [!]    momentum");
        for (var line : text.replaceAll("\033\\[[0-9;]*m", "").lines().toList()) {
            if (!line.contains(folder.toString())) {
                assertThat(line.length()).as(line).isLessThanOrEqualTo(60);
            }
        }
    }

    @Test
    void everyLocaleGetsTheSameNumbers() {
        var expected = check(folder.resolve("pulled.csv"), "--json").out();
        for (var tag : new String[] {"tr-TR", "ar-EG", "de-DE"}) {
            var before = Locale.getDefault();
            Locale.setDefault(Locale.forLanguageTag(tag));
            try {
                assertThat(check(folder.resolve("pulled.csv"), "--json").out()).isEqualTo(expected);
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(check(folder.resolve("none.csv")).code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(check().code()).isEqualTo(ExitCode.USAGE);
        assertThat(check("linear", "--frames", 2).code()).isEqualTo(ExitCode.USAGE);
    }
}
