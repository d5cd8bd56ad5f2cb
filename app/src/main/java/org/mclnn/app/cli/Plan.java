package org.mclnn.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.app.report.LawWords;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingSize;
import org.mclnn.training.TrajectoryDataset;
import org.mclnn.training.Windows;

/** What a training would do, how large it is and where it would go. */
record Plan(Path output, Source source, TrajectoryDataset data, TrainingSize size, TrainingOptions options) {
    private static final double MEGA = 1 << 20;

    static Plan of(Path output, Source source, TrajectoryDataset data, TrainingOptions options) {
        return new Plan(output, source, data, TrainingSize.of(data, options), options);
    }

    void show(Console console) {
        int held = data.validation().map(Windows::count).orElse(0);
        console.say("nothing is done (--dry-run); this training would take");
        console.say(
                "  data        %s: %d particles, %d frames%s, %d-dimensional, %s",
                source.name(),
                source.run().particles(),
                frames(),
                source.runs().size() > 1 ? " in " + source.runs().size() + " runs" : "",
                source.run().dimensions(),
                missing() == 0 ? "none missing" : missing() + " positions missing");
        console.say(
                "  windows     %d for training, %d for validation, of %d frames; starts %s",
                data.training().count(),
                held,
                data.training().frames(),
                size.unknowns() == 0 ? "as observed" : "to be found, " + size.unknowns() + " unknowns");
        console.say("  distances   %s", LawWords.bands(data.coverage()));
        console.say(
                "  law         %s, by %s",
                size.parameters().isPresent()
                        ? size.parameters().getAsInt() + " parameters"
                        : "as many parameters as the data ask for",
                options.optimizer().name().toLowerCase(Locale.ROOT));
        console.say("  rollouts    %,d integrator steps for each look at all windows", size.steps());
        console.say(
                "  memory      about %s, and %s for the data; this Java may take %s",
                megabytes(size.bytes()),
                megabytes(dataBytes()),
                megabytes(Runtime.getRuntime().maxMemory()));
        console.say(
                "  to          %s%s",
                output, Files.exists(output) ? "; what is there would move to " + output + ".1 or so" : "");
        console.result(json(held));
    }

    private long frames() {
        return source.runs().stream().mapToLong(Trajectory::frames).sum();
    }

    private long missing() {
        return source.runs().stream().mapToLong(Trajectory::missing).sum();
    }

    private long dataBytes() {
        return source.runs().stream()
                .mapToLong(run -> (run.hasVelocities() ? 2L : 1L) * Double.BYTES * 3 * run.particles() * run.frames())
                .sum();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 10 * MEGA ? "%.1f MB" : "%.0f MB", bytes / MEGA);
    }

    private JsonOut json(int held) {
        return new JsonOut()
                .put("dryRun", true)
                .put("run", output.toString())
                .put("exists", Files.exists(output))
                .put("particles", (long) source.run().particles())
                .put("runs", (long) source.runs().size())
                .put("frames", frames())
                .put("windows", (long) data.training().count())
                .put("validationWindows", (long) held)
                .put("windowFrames", (long) data.training().frames())
                .put("parameters", size.parameters())
                .put("startUnknowns", size.unknowns())
                .put("steps", size.steps())
                .put("bytes", size.bytes() + dataBytes())
                .put("bands", LawScreen.bands(data.coverage(), Optional.empty()))
                .put("notes", data.notes());
    }
}
