package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mclnn.app.report.Trained;
import org.mclnn.io.Manifest;
import org.mclnn.io.Model;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ShellWords;
import org.mclnn.training.Shortened;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/** A finished training in words for the screen and as one JSON object. */
record TrainedRun(Path output, Source source, Trained trained) {
    static TrainedRun of(
            Path output,
            Source source,
            String family,
            TrainingOptions options,
            TrajectoryDataset data,
            TrainingResult result,
            Manifest manifest,
            OptionalDouble noise) {
        var model = model(data, result, manifest);
        return new TrainedRun(
                output,
                source,
                new Trained(Source.title(source.names()), family, options, model, result, data, source.truth(), noise));
    }

    private static Model model(TrajectoryDataset data, TrainingResult result, Manifest manifest) {
        var mechanics = data.mechanics();
        return new Model(
                result.potential(),
                mechanics.cutoff(),
                mechanics.box(),
                Arrays.stream(mechanics.masses()).boxed().toList(),
                mechanics.dt(),
                mechanics.stride(),
                result.trainLoss(),
                result.validLoss(),
                manifest);
    }

    /** What came out. */
    void show(Console console, double seconds) {
        var result = trained.result();
        LawScreen.show(console, result.potential(), trained.truth());
        LawScreen.coverage(console, result.potential());
        LawScreen.summary(console, result, seconds);
        result.shortened().ifPresent(shortened -> console.note("note: %s", shortened.note()));
        trained.warnings().forEach(warning -> console.warn("%s", warning));
    }

    /** Where it is, and what to do with it. */
    void advise(Console console) {
        console.say("written: %s (%s, report.html, law.csv, figures and more)", output, RunFiles.MODEL);
        var run = ShellWords.quoted(output);
        var first = ShellWords.quoted(source.names().get(0));
        if (source.system().isPresent()) {
            console.note("next: mclnn evaluate %s --against %s", run, first);
            console.note("      mclnn generate %s -o start.xyz", first);
            console.note("      mclnn simulate %s --init start.xyz --steps 10000 -o sim.xyz", run);
        } else {
            console.note("next: mclnn evaluate %s --against HELDOUT", run);
            console.note("      mclnn simulate %s --init %s --steps 10000 -o sim.xyz", run, first);
        }
    }

    JsonOut json(double seconds) {
        var result = trained.result();
        var data = trained.data();
        var law = result.potential().law();
        var out = new JsonOut()
                .put("run", output.toString())
                .put("form", law.form().name())
                .put("parameters", (long) law.form().size())
                .put("trainLoss", result.trainLoss())
                .put("validLoss", result.validLoss())
                .put("iterations", (long) result.iterations())
                .put("stop", result.stop())
                .put("seconds", seconds)
                .put("sigma", result.sigma())
                .put("baselineForceError", result.baselineForceError())
                .put("baselineLoss", result.baselineLoss())
                .put("windows", (long) data.training().count())
                .put("frames", (long) data.training().frames())
                .put("shortenedWindows", (long)
                        result.shortened().map(Shortened::windows).orElse(0))
                .put("dt", data.mechanics().dt())
                .put("stride", (long) data.mechanics().stride())
                .put("bands", LawScreen.bands(result.potential().coverage(), Optional.empty()))
                .put("notes", trained.notes())
                .put("fingerprint", ModelFile.fingerprint(law));
        result.smoothness()
                .ifPresent(smooth -> out.put(
                        "smoothness",
                        new JsonOut()
                                .put("coordinate", smooth.coordinate().symbol())
                                .put("order", (long) smooth.order())
                                .put("weight", smooth.share())
                                .put("effectiveParameters", smooth.effective())));
        return out;
    }
}
