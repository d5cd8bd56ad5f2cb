package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mclnn.io.Manifest;
import org.mclnn.io.Model;
import org.mclnn.io.ModelFile;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Shortened;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/** What a training run leaves: the model with its manifest, words for the screen, one JSON object. */
record TrainedRun(
        Path output, Source source, FormChoice form, TrajectoryDataset data, TrainingResult result, Manifest manifest) {
    // loss over mean squared displacement
    private static final double FITS = 1e-8;
    private static final double DESCRIBED = 1e-4;

    private static final double SUSPICIOUS = 10.0; // validation loss over training loss

    String title() {
        return "V(r) learned from " + Path.of(source.name()).getFileName();
    }

    Model model() {
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

    void show(Console console, double seconds) {
        LawScreen.show(console, result.potential(), source.truth());
        LawScreen.coverage(console, result.potential().coverage());
        LawScreen.summary(console, result, seconds);
        result.shortened().ifPresent(shortened -> console.note("note: %s", shortened.note()));
        console.say("written: %s (model.json, law.csv, law.png, metrics.jsonl)", output);
        warn(console);
        if (source.system().isPresent()) {
            console.note("next: mclnn evaluate %s --against %s", output, source.name());
            console.note("      mclnn generate %s -o start.xyz", source.name());
            console.note("      mclnn simulate %s --init start.xyz --steps 10000 -o sim.xyz", output);
        } else {
            console.note("next: mclnn evaluate %s --against HELDOUT", output);
            console.note("      mclnn simulate %s --init %s --steps 10000 -o sim.xyz", output, source.name());
        }
    }

    private void warn(Console console) {
        double moved = data.meanSquaredDisplacement();
        boolean misfit = result.trainLoss() > result.baselineLoss() && result.trainLoss() > FITS * moved;
        if (misfit && !(form instanceof FormChoice.Spline)) {
            console.warn(
                    "this form does not fit: its loss is above that of the least-squares baseline. Try --form spline");
        } else if (misfit || (data.training().startsKnown() && result.trainLoss() > DESCRIBED * moved)) {
            console.warn(
                    "the motion is described to %.2g %% of the displacements only. Noise, masses that differ, a cut-off that is too short,"
                            + " or forces that are not between pairs?",
                    100.0 * Math.sqrt(result.trainLoss() / moved));
        }
        double valid = result.validLoss().orElse(0.0);
        if (valid > SUSPICIOUS * result.trainLoss() && valid > 1e-12 * data.meanSquaredDisplacement()) {
            console.warn(
                    "the validation loss is %.0f times the training loss: the law does less well on the part of the run that it did"
                            + " not see, perhaps at distances that training did not see",
                    valid / result.trainLoss());
        }
    }

    private List<String> notes() {
        return Stream.concat(data.notes().stream(), result.shortened().stream().map(Shortened::note))
                .toList();
    }

    JsonOut json(double seconds) {
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
                .put("notes", notes())
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
