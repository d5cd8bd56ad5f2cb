package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.mclnn.io.Manifest;
import org.mclnn.io.Model;
import org.mclnn.io.ModelFile;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/** What a training run leaves: the model with its manifest, words for the screen, one JSON object. */
record TrainedRun(
        Path output,
        Source source,
        TrajectoryDataset data,
        TrainingResult result,
        long seed,
        Map<String, String> configuration) {
    TrainedRun {
        configuration = Map.copyOf(configuration);
    }

    String title() {
        return "V(r) learned from " + Path.of(source.name()).getFileName();
    }

    Model model() {
        var mechanics = data.mechanics();
        var manifest = new Manifest(
                seed,
                configuration,
                source.name(),
                source.sha256(),
                Main.version(),
                System.getProperty("java.vm.name") + " " + Runtime.version());
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

    void show(Console console, double seconds) {
        LawScreen.show(console, result.potential(), source.truth());
        LawScreen.coverage(console, data.coverage());
        LawScreen.summary(console, result, seconds);
        console.say("written: %s (model.json, law.csv, law.png, metrics.jsonl)", output);
        boolean file = source.system().isEmpty();
        console.note("next: mclnn evaluate %s --against %s", output, file ? "HELDOUT" : source.name());
        console.note(
                "      mclnn simulate %s --init %s --steps 10000 -o sim.xyz", output, file ? source.name() : "FILE");
    }

    JsonOut json(double seconds) {
        var law = result.potential().law();
        return new JsonOut()
                .put("run", output.toString())
                .put("form", law.form().name())
                .put("parameters", (long) law.form().size())
                .put("trainLoss", result.trainLoss())
                .put("validLoss", result.validLoss())
                .put("iterations", (long) result.iterations())
                .put("stop", result.stop())
                .put("seconds", seconds)
                .put("baselineForceError", result.baselineForceError())
                .put("baselineLoss", result.baselineLoss())
                .put("windows", (long) data.training().count())
                .put("frames", (long) data.training().frames())
                .put("dt", data.mechanics().dt())
                .put("stride", (long) data.mechanics().stride())
                .put("bands", LawScreen.bands(data.coverage(), Optional.empty()))
                .put("notes", data.notes())
                .put("fingerprint", ModelFile.fingerprint(law));
    }
}
