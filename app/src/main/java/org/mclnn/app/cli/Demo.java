package org.mclnn.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mclnn.app.report.LawWords;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.io.ModelFile;
import org.mclnn.potential.Harmonic;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mclnn demo}: a spring learned in seconds, without any input. */
@Command(
        name = "demo",
        header = "Learn a spring from a simulated trajectory in seconds, and show what was learned.%n",
        description =
                "The paper's linear springs: three balls, 10,000 frames; the network of 10,10 units sees positions only from"
                        + " 100 windows of 20 frames and the velocity at each window's start.",
        footerHeading = "%nExample:%n",
        footer = "  mclnn demo")
final class Demo implements Callable<Integer> {
    private static final long STEPS = 10_000;

    @Mixin
    private Common common = new Common();

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        var console = common.console();
        var springs = ReferenceSystem.LINEAR;
        var simulator = Simulator.of(Source.DT, Source.STRIDE);
        console.note(
                "three balls joined by springs V = 1/2 k (r - r0)^2, k = 1, r0 = 1: simulating, then learning V from the tracks");
        var system = springs.system(springs.particles());
        var run = simulator.run(system, springs.start(), Source.FRAMES - 1);
        var data =
                TrajectoryDataset.windows(run, TrainingOptions.WINDOWS, TrainingOptions.FRAMES, TrainingOptions.SEED);
        TrainingResult result;
        try (var progress = new TrainingProgress(console)) {
            result = Trainer.of(TrainingOptions.standard(), progress).train(data);
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        var formula = Trainer.of(
                        TrainingOptions.of(new FormChoice.Closed(new Harmonic()), Optimizer.LM), TrainingListener.NONE)
                .train(data);
        var unseen = run.state(run.frames() - run.frames() / 5);
        var check = Evaluation.compare(system, result.potential(), unseen, simulator, STEPS / Source.STRIDE);
        var law = LawComparison.of(result.potential(), springs.law());

        LawScreen.show(console, result.potential(), Optional.of(springs.law()));
        LawScreen.coverage(console, result.potential());
        LawScreen.summary(console, result, seconds);
        LawScreen.comparison(console, law);
        console.say(
                "simulated %d steps from a start it never saw: position off by %.1e, L by %.1e, momentum by %.0e on average",
                STEPS,
                check.motion().positionMae(),
                check.motion().lagrangianMae(),
                check.motion().momentumMae());
        LawWords.parameters(formula.potential())
                .ifPresent(text -> console.say("the same data as a formula: %s (true: k = 1, r0 = 1)", text));
        console.note("");
        console.note("next, the same with files:   mclnn generate linear -o spring.xyz");
        console.note("                             mclnn train spring.xyz -o run1");
        console.note("                             mclnn evaluate run1 --against linear");
        console.note("your own tracks:             mclnn check TRACKS");
        console.result(new JsonOut()
                .put("trainLoss", result.trainLoss())
                .put("validLoss", result.validLoss())
                .put("iterations", (long) result.iterations())
                .put("seconds", seconds)
                .put("forceRelativeRms", law.forceRelativeRms())
                .put("potentialRelativeRms", law.potentialRelativeRms())
                .put("positionMae", check.motion().positionMae())
                .put("lagrangianMae", check.motion().lagrangianMae())
                .put("momentumMae", check.motion().momentumMae())
                .put("bands", LawScreen.bands(data.coverage(), Optional.of(law)))
                .put(
                        "formula",
                        List.of(
                                formula.potential().law().theta()[0],
                                formula.potential().law().theta()[1]))
                .put("fingerprint", ModelFile.fingerprint(result.potential().law())));
        return ExitCode.OK;
    }
}
