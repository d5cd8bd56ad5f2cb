package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.kernel.Kernels;

/** Bad input: one clear message, the documented exit code, no trace, and nothing left behind. */
class BadInputTest {
    private static final String HEADER = "t,particle,x,y\n";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("empty folder"));
        write("good.csv", rows(30, 2));
        write("empty.csv", "");
        write("twice.csv", HEADER + "0,a,0,0\n0,b,1,0\n0,a,1,1\n");
        write("vanishes.csv", HEADER + "0,a,0,0\n0,b,1,0\n1,a,0,0\n2,a,0,0\n2,b,1,0\n");
        write("backwards.csv", HEADER + "0,a,0,0\n0,b,1,0\n1,a,0,0\n1,b,2,0\n0,a,0,0\n");
        write("nan.csv", HEADER + "0,a,0,0\n0,b,nan,0\n");
        write("ragged.csv", HEADER + "0,a,0\n");
        write("one.csv", rows(30, 1));
        write("two frames.csv", rows(2, 2));
        write("mass.csv", "t,particle,x,y,mass\n0,a,0,0,1\n0,b,1,0,0\n");
        write("column.csv", "t,particel,x,y\n0,a,0,0\n");
        write("uneven.csv", rows(30, 2).replace("\n7,", "\n7.5,"));
        write("together.csv", rows(30, 2).replace("9,1,0.9\n", "9,0,0.9\n"));
        write("still.csv", rows(30, 2).replaceAll("(?m)^(\\d+),(\\d),.*$", "$1,$2,$2"));
        write("rigid.csv", rows(30, 2).replaceAll("(?m)^(\\d+),(\\d),.*$", "$1,$2,$1$2"));
        write("unseen.csv", rows(30, 2).replaceAll("(?m)^[1-9]\\d*,1,.*\n", ""));
        write("velocity.csv", "t,particle,x,vx\n0,a,0,nan\n0,b,1,nan\n");
        write("one frame.csv", rows(1, 2));
        write("box.xyz", box(30));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Particles 0, 1 ... in one dimension, moving apart. */
    private static String rows(int frames, int particles) {
        var text = new StringBuilder("t,particle,x\n");
        for (int k = 0; k < frames; k++) {
            for (int i = 0; i < particles; i++) {
                text.append(k)
                        .append(',')
                        .append(i)
                        .append(',')
                        .append(i == 0 ? k * 0.1 : 2 + 0.2 * k + 0.01 * k * k)
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String box(int frames) {
        var text = new StringBuilder();
        for (int k = 0; k < frames; k++) {
            text.append("2\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3 Time=")
                    .append(k)
                    .append(" pbc=\"T T T\"\nX ")
                    .append(0.01 * k)
                    .append(" 0 0\nX 1 0 0\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            missing.csv                      | 66 | there is no such file
            gud.csv                          | 66 | Did you mean 'good.csv'?
            empty folder                     | 66 | this is a directory
            empty.csv                        | 65 | the file is empty
            twice.csv                        | 65 | twice.csv:4: particle 'a' is twice in this frame
            vanishes.csv --frames 3          | 65 | 5 coordinates to compare, fewer than 4 unknowns
            backwards.csv                    | 65 | backwards.csv:6: particle 'a' is twice in this frame
            nan.csv                          | 65 | nan.csv:3:3:
            ragged.csv                       | 65 | ragged.csv:2:
            one.csv                          | 65 | at least two
            two frames.csv                   | 65 | has 2 frames: a law needs at least 3
            mass.csv                         | 65 | mass.csv:3:5: the mass is 0
            column.csv                       | 65 | --map particle=particel
            still.csv                        | 65 | no particle moves in the training windows
            rigid.csv                        | 65 | every pair distance seen is 1.0: a law needs distances that vary. Give a part
            unseen.csv --frames 5            | 65 | 1 particle is seen in at least 3 of 30 frames
            unseen.csv --frames 5 --shortest-track 1 | 65 | in no window every particle is seen twice: particle 1 is seen 1 times
            velocity.csv                     | 65 | velocity.csv:2:4: vx is 'nan', which is not finite
            one frame.csv                    | 65 | the run has 1 frame: a law needs at least 3
            box.xyz                          | 65 | needs a cut-off
            box.xyz --cutoff 2.5             | 65 | beyond half the shortest period of the box, 2.0
            good.csv --frames 31             | 65 | use at most --frames 30
            good.csv --frames 5 --windows 5  | 65 | has 4 windows of 5 frames for training, not 5. Leave --windows out
            good.csv --windows 1e12          | 64 | '--windows': '1e12' is more than 2147483647
            good.csv --windows 1 --frames 4 --form powers:0..5 | 65 | hold 8 coordinates to compare, fewer than 4 unknowns of their starts and 6 parameters of powers:0..5
            good.csv --cutoff 0.01           | 65 | no pair distance was seen within the cut-off 0.01: use a larger one
            good.csv --sigma 0               | 64 | '--sigma': '0' is not a positive number
            good.csv --sigma nan             | 64 | '--sigma': 'nan' is not a positive number
            good.csv --sigma x               | 64 | '--sigma': 'x' is not a positive number
            good.csv --optimizer adam --sigma 1 | 64 | --sigma: adam weighs all residuals alike
            good.csv --smoothness -1         | 64 | '--smoothness': '-1' is not a positive number
            good.csv --form harmonic --smoothness 1 | 64 | harmonic is as smooth as its formula
            good.csv --optimizer adam --smoothness 1 | 64 | --smoothness: adam trains without it
            linear --sampling perturbed --sigma 1 | 64 | --sigma is for windows cut from a run
            linear --sampling perturbed --positions-only | 64 | --positions-only is for windows cut from a run
            linear --sampling perturbed --cutoff 1 | 64 | --cutoff is for windows cut from a run
            good.csv --threads 0             | 64 | '0' is not a positive whole number
            good.csv --iterations 0          | 64 | '0' is not a positive whole number
            good.csv --form yukwa            | 64 | Did you mean 'yukawa'?
            good.csv --form network:10,10    | 64 | --form network --layers 10,10
            good.csv --layers 0              | 64 | '0' are not layer widths
            good.csv --layers 10,,10         | 64 | '10,,10' are not layer widths
            good.csv --seed 1 more           | 66 | more: there is no such file
            good.csv --dt 0.3                | 65 | not --dt 0.3
            good.csv --dt 0                  | 64 | '0' is not a positive number
            good.csv --dt -1                 | 64 | '-1' is not a positive number
            good.csv --windows 0             | 64 | '0' is not a positive whole number
            good.csv --frames 1              | 64 | must be at least 3, was 1
            good.csv --form harmonik         | 64 | Did you mean 'harmonic'?
            good.csv --form morse --layers 3 | 64 | --layers is for --form network
            good.csv --layers 4,x            | 64 | '4,x' are not layer widths
            good.csv --frmaes 5              | 64 | Did you mean '--frames'?
            good.csv --sampling perturbed    | 64 | not for a file
            good.csv --optimizer sgd         | 64 | --optimizer: Unknown choice 'sgd'. Known: lm, lbfgs, adam.
            good.csv --sampling perturbd     | 64 | Did you mean 'perturbed'?
            good.csv --seed 1.5              | 64 | '1.5' is not a whole number
            good.csv --layers 9999,9999      | 64 | at most 400000 can be trained: use narrower layers
            good.csv --layers 99,99 --optimizer lm | 64 | use narrower layers, or --optimizer lbfgs or adam
            good.csv --batch 5               | 64 | --batch: it is for --optimizer adam: lm looks at all windows
            good.csv --layers 99,99 --rate 1 | 64 | --rate: it is for --optimizer adam: lbfgs looks at all windows
            good.csv --optimizer adam --batch 0 | 64 | '0' is not a positive whole number
            good.csv --optimizer adam --rate -1 | 64 | '-1' is not a positive number
            good.csv --form spline --optimizer lbfgs | 64 | use --optimizer lm
            good.csv --frames 5 --stride 2e9 | 65 | steps; at most 1000000 can be kept
            good.csv --target-loss -1        | 64 | '-1' is not a number of 0 or more
            good.csv --target-loss nan       | 64 | 'nan' is not a number of 0 or more
            good.csv --form lennard-jones:6-12 | 64 | n > m
            good.csv --form powers             | 64 | as powers:0..5 or powers:-4..0
            good.csv --form powers:x           | 64 | as powers:0..5 or powers:-4..0, was 'powers:x'
            good.csv --form powers:5..0        | 64 | ascending order, as powers:0..5
            good.csv --form powers:0..12       | 64 | has 13 terms
            good.csv --form powers:-99..0      | 64 | powers from -16 to 16
            good.csv --form spline --optimizer adam | 64 | use --optimizer lm
            """)
    void trainingRefuses(String words, int code, String message) throws IOException {
        var before = Session.names(folder);
        var refused = Session.run(train(words));
        assertThat(refused.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.out()).isEmpty();
        assertThat(Session.names(folder)).isEqualTo(before);
    }

    private Object[] train(String words) {
        int option = words.indexOf(" --");
        var file = option < 0 ? words : words.substring(0, option);
        var source = file.contains(".") || file.contains(" ") ? folder.resolve(file) : file;
        var all = new ArrayList<Object>(List.of("train", source, "-o", folder.resolve("new/run")));
        if (option >= 0) {
            all.addAll(List.of(words.substring(option + 1).split(" ")));
        }
        return all.toArray();
    }

    @Test
    void particlesAtOnePlaceAreRefusedWithTheirFrame() throws IOException {
        write("together.csv", rows(30, 2).replaceAll("(?m)^9,1,.*$", "9,1,0.9"));
        var refused = Session.run(train("together.csv"));
        assertThat(refused.err()).contains("in frame 9 (time 9.0) particles 0 and 1 are 0.0 apart");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    /** In the first frame, where a motion or a count of pairs begins, as in any other. */
    @Test
    void particlesAtOnePlaceAtFirstAreToldTheSameWayByEveryVerb() throws IOException {
        var run = folder.resolve("run");
        Session.ok("train", "linear", "--form", "harmonic", "-o", run, "-q");
        var together = folder.resolve("together.csv");
        var text = new StringBuilder("t,particle,x,y\n");
        for (int k = 0; k < 40; k++) {
            text.append(k + ",a," + 0.1 * k + ",0\n" + k + ",b,0," + 0.1 * k + "\n");
        }
        write("together.csv", text.toString());
        var apart =
                "in frame 0 (time 0.0) particles a and b are 0.0 apart: a force between them has no direction. Remove"
                        + " the frame, or one of the particles";
        var out = folder.resolve("out.csv");
        for (var words : List.of(
                List.of("train", together, "-o", out),
                List.of("train", together, "--force", "--json", "-o", out),
                List.of("evaluate", run, "--against", together),
                List.of("simulate", run, "--init", together, "--steps", 5, "-o", out))) {
            var refused = Session.run(words.toArray());
            assertThat(refused.code()).as("%s", words).isEqualTo(ExitCode.BAD_DATA);
            assertThat(refused.err()).as("%s", words).contains("mclnn: " + together + ": " + apart);
        }
        var checked = Session.run("check", together, "--json");
        assertThat(checked.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(checked.out()).contains(together.toString(), apart);
        write("clean.csv", rows(40, 2));
        var several = Session.run("train", folder.resolve("clean.csv"), together, "-o", out);
        assertThat(several.err()).contains("run 2: in frame 0");
    }

    @Test
    void aMisspeltSystemIsGuessed() {
        var refused = Session.run("train", "lineer", "-o", folder.resolve("r"));
        assertThat(refused.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(refused.err()).contains("Did you mean 'linear'?");
    }

    @Test
    void aFailureInJsonIsOneObjectToo() {
        var json = Session.run("train", folder.resolve("missing.csv"), "-o", folder.resolve("r"), "--json")
                .json();
        assertThat(json.path("exitCode").asInt()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(json.path("error").asString()).contains("there is no such file");
    }

    @Test
    void aPlaceThatHoldsOtherThingsIsNotTouched() throws IOException {
        for (var place : List.of(folder, folder.resolve("good.csv"))) {
            var before = Session.names(folder);
            var refused = Session.run("train", "linear", "-o", place);
            assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_CREATE);
            assertThat(refused.err()).contains("cannot create " + place);
            assertThat(Session.names(folder)).isEqualTo(before);
        }
    }

    @Test
    void aPlaceThatCannotBeMadeIsNamedWithTheRemedy() throws IOException {
        var before = Session.names(folder);
        var refused = Session.run("train", "linear", "-o", folder.resolve("good.csv/deep/run"));
        assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(refused.err()).contains("good.csv is a file, not a folder: give another place to -o");
        assertThat(Session.names(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            generate quartik -o x.xyz                       | 64 | Unknown system 'quartik'
            generate linear -o x.pdf                        | 64 | written as .xyz, .extxyz, .csv, .h5, .h5md or .npz
            generate linear -o none/x.xyz                   | 73 | there is no folder
            generate gravity --particles 3 -o x.xyz         | 64 | even number
            generate linear --frames 1e-3 -o x.xyz          | 64 | not a positive whole number
            simulate none --init x.xyz --steps 5 -o y.xyz   | 66 | there is no such run
            evaluate none --against linear                  | 66 | there is no such run
            trian x                                         | 64 | Did you mean 'train'?
            help trian                                      | 64 | Did you mean 'train'?
            generate linear --seed x -o y.xyz               | 64 | 'x' is not a whole number
            generate linear --particles 1e12 -o y.xyz       | 64 | '1e12' is more than 2147483647
            simulate                                        | 64 | Missing required
            """)
    void theOtherVerbsRefuse(String words, int code, String message) {
        var args = Arrays.stream(words.split(" "))
                .map(w -> w.matches(".*\\.(xyz|pdf)|none") ? folder.resolve(w).toString() : w)
                .toArray();
        var refused = Session.run(args);
        assertThat(refused.err()).contains(message).doesNotContain("\tat ");
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void aRunawaySimulationStopsWithStepPairAndDistance() {
        var run = folder.resolve("run");
        var out = folder.resolve("far.xyz");
        Session.ok("train", "linear", "--form", "harmonic", "-o", run, "-q");
        Session.ok("generate", "linear", "--frames", 2, "-o", folder.resolve("start.xyz"));
        var stopped = Session.run(
                "simulate",
                run,
                "--init",
                folder.resolve("start.xyz"),
                "--dt",
                50,
                "--steps",
                1000,
                "--stride",
                1,
                "-o",
                out);
        assertThat(stopped.code()).isEqualTo(ExitCode.DIVERGED);
        assertThat(stopped.err()).containsPattern("diverged at step \\d+ .*particles \\d and \\d are [0-9.E]+ apart");
        assertThat(out).doesNotExist();
    }

    @Test
    void frameNumbersAndTruthsAreChecked() {
        var run = folder.resolve("run");
        var start = folder.resolve("start.xyz");
        Session.ok("train", "linear", "--form", "harmonic", "-o", run, "-q");
        Session.ok("generate", "linear", "--frames", 20, "-o", start);
        var frame = Session.run("simulate", run, "--init", start + "@20", "--steps", 5, "-o", folder.resolve("a.xyz"));
        assertThat(frame.err()).contains("has frames 0 to 19, not 20");
        var law = Session.run("evaluate", run, "--against", start, "--truth", "harmonic(1)");
        assertThat(law.err()).contains("has the parameters k, r0, was given 1");
        assertThat(law.code()).isEqualTo(ExitCode.USAGE);
        var steps = Session.run("evaluate", run, "--against", start, "--steps", 1000);
        assertThat(steps.err()).contains("the file holds 190 steps");
    }

    @Test
    void whatIsNotOursIsNeverTouched() throws IOException {
        Files.createDirectory(folder.resolve("s.xyz.tmp"));
        write("s.xyz.tmp/precious", "keep");
        write("q.foo.tmp", "keep");
        Session.ok("generate", "linear", "--frames", 5, "-o", folder.resolve("s.xyz"));
        assertThat(Session.run("generate", "linear", "-o", folder.resolve("q.foo"))
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("s.xyz.tmp/precious")).hasContent("keep");
        assertThat(folder.resolve("q.foo.tmp")).hasContent("keep");
        assertThat(Session.names(folder)).noneMatch(name -> name.contains(".part-"));
    }

    @Test
    void aSimulationDoesNotStartFromParticlesAtOnePlace() throws IOException {
        var run = folder.resolve("run");
        Session.ok("train", "linear", "--form", "harmonic", "-o", run, "-q");
        write("together.csv", "t,particle,x,vx\n0,a,0,0\n0,b,0,1\n");
        var refused = Session.run(
                "simulate", run, "--init", folder.resolve("together.csv"), "--steps", 5, "-o", folder.resolve("o.csv"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("in frame 0 (time 0.0) particles a and b are 0.0 apart");
    }

    @Test
    void massesAreNeverGuessed() throws IOException {
        write("masses.csv", unequal(40, true));
        write("no masses.csv", unequal(40, false));
        write("more.csv", rows(40, 3));
        var run = folder.resolve("run");
        Session.ok("train", folder.resolve("masses.csv"), "--form", "harmonic", "-o", run, "-q");
        var known = Session.ok("evaluate", run, "--against", folder.resolve("masses.csv"), "--json")
                .json();
        var taken = Session.ok("evaluate", run, "--against", folder.resolve("no masses.csv"), "--json");
        assertThat(taken.err()).contains("those of the training are taken, in order: [1.0, 3.0]");
        assertThat(taken.json().path("positionMae")).isEqualTo(known.path("positionMae"));
        var refused = Session.run("evaluate", run, "--against", folder.resolve("more.csv"));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("give the file a mass column");
    }

    /** Two particles of masses 1 and 3 that part and slow down. */
    private static String unequal(int frames, boolean masses) {
        var text = new StringBuilder(masses ? "t,particle,x,mass\n" : "t,particle,x\n");
        for (int k = 0; k < frames; k++) {
            double s = 0.3 * StrictMath.sin(0.1 * k);
            text.append(k).append(",a,").append(-s).append(masses ? ",1\n" : "\n");
            text.append(k).append(",b,").append(1 + s / 3).append(masses ? ",3\n" : "\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"vektor,Did you mean 'vector'?", "gpu,'Known: scalar, vector.'"})
    void anUnknownKernelIsRefused(String name, String advice) {
        var before = System.getProperty(Kernels.PROPERTY);
        try {
            System.setProperty(Kernels.PROPERTY, name);
            var session = Session.run("train", folder.resolve("good.csv"), "-o", folder.resolve("run"));
            assertThat(session.code()).isEqualTo(ExitCode.USAGE);
            assertThat(session.err()).contains("-Dmclnn.kernel: Unknown kernel '" + name + "'.", advice);
            assertThat(folder.resolve("run")).doesNotExist();
        } finally {
            if (before == null) {
                System.clearProperty(Kernels.PROPERTY);
            } else {
                System.setProperty(Kernels.PROPERTY, before);
            }
        }
    }
}
