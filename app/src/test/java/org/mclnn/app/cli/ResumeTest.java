package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are stopped and killed in processes of their own, and gone on with. */
class ResumeTest {
    private static final int MANY = 10_000; // nobody waits for their end
    private static final int FEW = 600; // a second or two

    @TempDir
    Path folder;

    private Path run;
    private Path unfinished;
    private final List<Program> started = new ArrayList<>();

    @BeforeEach
    void names() {
        run = folder.resolve("a run");
        unfinished = folder.resolve("a run.unfinished");
    }

    @AfterEach
    void nothingGoesOn() throws InterruptedException {
        for (var program : started) {
            program.kill().code();
        }
    }

    /** By Adam, saved after the first epoch and then as often as a fiftieth of the time allows. */
    private Object[] training(int epochs, Object... more) {
        var words = new ArrayList<Object>(
                List.of("train", "linear", "--optimizer", "adam", "--windows", 5, "--iterations", epochs));
        words.addAll(List.of("--save-every", "1e-6", "-o", run));
        words.addAll(Arrays.asList(more));
        return words.toArray();
    }

    private Program start(Object... words) throws IOException {
        var program = Program.start(folder.resolve("err" + started.size()), words);
        started.add(program);
        return program;
    }

    private Program stopped(int epochs) throws Exception {
        var program =
                start(training(epochs)).until(unfinished.resolve("checkpoint")).stop();
        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.INTERRUPTED);
        return program;
    }

    @Test
    void aStoppedAndAKilledTrainingEndWithTheBytesOfOneThatWasNot() throws Exception {
        var whole = folder.resolve("whole");
        Session.ok("train", "linear", "--optimizer", "adam", "--windows", 5, "--iterations", FEW, "-o", whole, "-q");
        var stopped = stopped(FEW);
        assertThat(stopped.err())
                .containsPattern("stopping after this step; once more ends the program at once\n"
                        + "mclnn: stopped (before the first step|after step \\d+ of network); all of it is saved\\.")
                .endsWith("To go on: mclnn train linear --optimizer adam --windows 5 --iterations " + FEW
                        + " --save-every 1e-6 -o '" + run + "'\n");
        assertThat(run).doesNotExist();
        assertThat(Session.names(unfinished)).containsExactly("checkpoint", "checkpoint.prev", "lock");
        var latest = Files.getLastModifiedTime(unfinished.resolve("checkpoint"));

        var killed = start(training(FEW));
        while (Files.getLastModifiedTime(unfinished.resolve("checkpoint")).equals(latest)) {
            killed.until(unfinished.resolve("checkpoint"));
        }
        killed.kill().code();

        var resumed = Session.ok(training(FEW));
        assertThat(resumed.err())
                .containsPattern("resuming .* (before the first step|after step \\d+ of network),"
                        + " saved \\d{4}-\\d\\d-\\d\\d ");
        for (var file : new String[] {"model.json", "metrics.jsonl", "law.csv"}) {
            assertThat(run.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aSecondProcessIsRefusedWithTheNumberOfTheFirst() throws Exception {
        var first = start(training(MANY)).until(unfinished.resolve("checkpoint"));
        var second = start(training(MANY));
        assertThat(second.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(second.err()).contains("process " + first.pid() + " is at work on it", "another name to -o");
        var here = Session.run(training(MANY, "--restart"));
        assertThat(here.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(here.err()).contains("process " + first.pid() + " is at work on it");
        first.stop();
        assertThat(first.code()).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void anotherTrainingIsNotMixedWithTheOneThatWasBegun() throws Exception {
        stopped(MANY);
        var checkpoint = Files.readAllBytes(unfinished.resolve("checkpoint"));
        var options = Session.run(training(100, "--seed", 7));
        assertThat(options.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(options.err())
                .contains(
                        "begun otherwise: iterations was 10000 and is now 100; seed was 100 and is now 7.",
                        "--restart");
        var file = folder.resolve("springs.xyz");
        Session.ok("generate", "linear", "--frames", 2000, "-o", file);
        var words = training(MANY);
        words[1] = file;
        var data = Session.run(words);
        assertThat(data.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(data.err()).containsPattern("the data was linear \\(SHA-256 .* and is now .*springs.xyz");
        assertThat(Files.readAllBytes(unfinished.resolve("checkpoint"))).isEqualTo(checkpoint);

        var unknown = Session.run("evaluate", run, "--against", "linear");
        assertThat(unknown.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(unknown.err()).contains("this run is not finished");

        var anew = Session.ok(training(20, "--restart"));
        assertThat(anew.err()).doesNotContain("resuming");
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSize(20);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void damagedCheckpointsAreNamedAndTheOneBeforeIsTaken() throws Exception {
        stopped(FEW);
        var latest = unfinished.resolve("checkpoint");
        var bytes = Files.readAllBytes(latest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(latest, bytes);
        Files.write(unfinished.resolve("checkpoint.prev"), Arrays.copyOf(bytes, 100));
        var refused = Session.run(training(FEW));
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("checkpoint.prev: it ends in its table", "is damaged", "--restart");

        bytes[bytes.length / 2] ^= 4;
        Files.write(unfinished.resolve("checkpoint.prev"), bytes);
        var taken = Session.ok(training(FEW));
        assertThat(taken.err()).contains("warning: ", "is damaged", "the checkpoint before it is taken", "resuming");
    }

    @Test
    void aFolderOfTheNameThatIsNotOursIsNotTouched() throws IOException {
        Files.createDirectory(unfinished);
        Files.writeString(unfinished.resolve("precious"), "keep");
        var refused = Session.run(training(10));
        assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_CREATE);
        assertThat(refused.err()).contains("is there and is no unfinished run");
        assertThat(unfinished.resolve("precious")).hasContent("keep");
    }

    @Test
    void whatAKilledProcessLeftBeforeItsFirstCheckpointIsNoObstacle() throws IOException {
        Files.createDirectory(unfinished);
        Files.writeString(unfinished.resolve("lock"), "99999999");
        Files.createDirectory(unfinished.resolve("run"));
        Files.writeString(unfinished.resolve("run/model.json"), "{");
        Session.ok(training(10));
        assertThat(unfinished).doesNotExist();
        assertThat(run.resolve("model.json")).exists();
        assertThat(run.resolve("figures/law.png")).exists();
    }
}
