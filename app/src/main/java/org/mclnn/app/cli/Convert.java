package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mclnn.io.Header;
import org.mclnn.io.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn convert}: a trajectory from one format to another. */
@Command(
        name = "convert",
        header = "Read a trajectory and write it in another format.%n",
        description = "Every digit stays. What other programs wrap into a box is written unwrapped.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn convert dump.lammpstrj --dt 0.002 -o run.h5      for MDAnalysis",
            "  mclnn convert tracks.csv --fps 30 --um-per-px 0.12 -o tracks.npz"
        })
final class Convert implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FILE", description = "The trajectory.")
    private Path file = Path.of("");

    @Mixin
    private OutputFile output = new OutputFile();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Time of one step, where the file only counts them.")
    private OptionalDouble dt = OptionalDouble.empty();

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var run = reading.read(file, dt, OptionalInt.empty(), true);
        run.notes().forEach(note -> console.note("note: %s", note));
        try (var writer = output.writer(Header.of(run));
                var progress = console.progress("writing", "frames", run.frames())) {
            for (int k = 0; k < run.frames(); k++) {
                writer.frame(run, k);
                progress.update(k + 1L, "");
            }
            output.commit(writer, console);
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(file.toString(), e);
        }
        console.say(
                "%s: %d particles, %d frames, time %.6g to %.6g",
                output, run.particles(), run.frames(), run.time(0), run.time(run.frames() - 1));
        console.result(new JsonOut()
                .put("file", output.toString())
                .put("read", run.origin())
                .put("particles", (long) run.particles())
                .put("frames", (long) run.frames())
                .put("notes", run.notes()));
        return ExitCode.OK;
    }
}
