package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.Bodies;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.HeldOutMotion;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.io.InputException;
import org.mclnn.io.Model;
import org.mclnn.potential.Forms;
import org.mclnn.potential.PairPotential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn evaluate}: how good a learned law is. */
@Command(
        name = "evaluate",
        header = "Judge a learned law against a trajectory, or against one of the paper's systems.%n",
        description = {
            "Runs the learned law from the start of the true trajectory and compares L, H, momentum, angular momentum and positions frame by"
                    + " frame; where the true law is known, F and V over the distances seen, V aligned band by band.",
            "Where a file has no velocities, or gaps, the start is found together with its first frames, and positions alone are compared.",
            "Against a system, the start is a frame of the paper's run that no default training saw (frame 8000), or with --start mirrored"
                    + " the paper's start with every position reversed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn evaluate run1 --against linear --steps 10000",
            "  mclnn evaluate run1 --against heldout.xyz",
            "  mclnn evaluate run2 --against lj.dump --truth lennard-jones:12-6(1,1)"
        })
final class Evaluate implements Callable<Integer> {
    private static final Pattern LAW = Pattern.compile("([a-z:0-9.-]+)\\(([^()]*)\\)");
    private static final int UNSEEN_FRAME = 8_000;
    private static final long STEPS = 10_000;
    private static final long MOST_FRAMES = 1_000_000;

    /** Starts of a system. */
    enum Start {
        UNSEEN,
        MIRRORED
    }

    @Mixin
    private Common common = new Common();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Parameters(paramLabel = "RUN", description = "Directory of a training run.")
    private Path run = Path.of("");

    @Option(
            names = "--against",
            required = true,
            paramLabel = "FILE|SYSTEM",
            description = "A trajectory file, or linear, nonlinear, gravity.")
    private String against = "";

    @Option(
            names = "--steps",
            paramLabel = "N",
            converter = Converters.LongCount.class,
            description = "Integrator steps (default 10000; a file: all of it).")
    private OptionalLong steps = OptionalLong.empty();

    @Option(
            names = "--truth",
            paramLabel = "LAW",
            description =
                    "The law behind a file, where it is known: harmonic(k,r0), lennard-jones:12-6(epsilon,sigma), power(a,p) ..."
                            + " It ends at the run's cut-off as the learned one does.")
    private @Nullable String truth;

    @Option(names = "--start", paramLabel = "KIND", description = "Start of a system: unseen (default) or mirrored.")
    private @Nullable Start start;

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var model = RunDirectory.load(run);
        var system = Source.system(against);
        if (system.isPresent()) {
            var where = against + (start == Start.MIRRORED ? " (mirrored start)" : " (unseen start)");
            screen(console, model, where).show(againstSystem(console, model, system.get()));
        } else {
            againstFile(console, model);
        }
        return ExitCode.OK;
    }

    private EvaluationScreen screen(Console console, Model model, String where) {
        return new EvaluationScreen(console, model, run, against, where);
    }

    private Evaluation againstSystem(Console console, Model model, ReferenceSystem system) {
        if (truth != null) {
            throw new UsageException("--truth is for a file: the law of " + against + " is known");
        }
        var simulator = Simulator.of(model.dt(), model.stride());
        var bodies = system.system(system.particles());
        var from = system.start();
        if (start == Start.MIRRORED) {
            from = from.mirrored();
        } else {
            long stepsThere = (long) UNSEEN_FRAME * Source.STRIDE;
            var there = Simulator.of(Source.DT, Math.toIntExact(stepsThere)).run(bodies, from, 1);
            from = there.state(1);
        }
        return Evaluation.compare(bodies, model.potential(), from, simulator, frames(console, model.stride(), STEPS));
    }

    private long frames(Console console, int stride, long otherwise) {
        long wanted = steps.orElse(otherwise);
        long frames = Math.max(1, wanted / stride);
        if (frames > MOST_FRAMES) {
            throw new UsageException(
                    "--steps: " + wanted + " steps are " + frames + " frames; at most " + MOST_FRAMES + " are kept");
        }
        if (frames * stride != wanted) {
            console.note("note: %d steps are run, a whole number of frames of %d steps", frames * stride, stride);
        }
        return frames;
    }

    private void againstFile(Console console, Model model) throws InputException, IOException {
        if (start != null) {
            throw new UsageException("--start is for a system: against a file the run starts at its first frame");
        }
        var file = Path.of(against);
        reading.orElse(model.manifest().configuration());
        var source = Source.of(
                List.of(against), reading, OptionalDouble.of(model.dt()), OptionalInt.of(model.stride()), true);
        var read = source.run();
        SameUnits.asLaw(file, read.units(), model.potential().units());
        read.notes().forEach(note -> console.note("note: %s", note));
        try {
            double interval = read.frameInterval()
                    .orElseThrow(() -> new IllegalArgumentException("the frames are not equally spaced in time"));
            var bodies = new Bodies(Masses.of(console, model, read), read.box(), model.cutoff());
            var mechanics = Starts.mechanics(model, bodies, interval);
            int stride = mechanics.stride();
            long frames = frames(console, stride, (read.frames() - 1L) * stride);
            if (frames > read.frames() - 1L) {
                throw new UsageException("--steps: the file holds " + (read.frames() - 1L) * stride + " steps");
            }
            var observed = read.slice(0, (int) frames + 1);
            var simulator = Simulator.of(mechanics.dt(), stride);
            var system = ParticleSystem.of(bodies, model.potential());
            if (observed.hasVelocities() && observed.isComplete()) {
                screen(console, model, against)
                        .show(Evaluation.against(observed, system, model.potential(), simulator, trueLaw(model)));
            } else {
                var from = Starts.of(console, model, observed, 0, bodies);
                var motion = HeldOutMotion.of(
                        observed, system, from, simulator, model.potential().coverage(), 1);
                var law = trueLaw(model).map(t -> LawComparison.of(model.potential(), t));
                screen(console, model, against).show(motion, law);
            }
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(file.toString(), e);
        }
    }

    private Optional<PairPotential> trueLaw(Model model) {
        if (truth == null) {
            return Optional.empty();
        }
        var parts = LAW.matcher(truth.replace(" ", ""));
        if (!parts.matches()) {
            throw new UsageException("--truth: '" + truth + "' is no law; write it as harmonic(1,1)");
        }
        var form = UsageException.in("--truth", () -> Forms.closed(parts.group(1)));
        var theta = Arrays.stream(parts.group(2).split(","))
                .mapToDouble(text -> {
                    try {
                        double value = Double.parseDouble(text);
                        if (Double.isFinite(value)) {
                            return value;
                        }
                    } catch (NumberFormatException e) {
                        // said below
                    }
                    throw new UsageException("--truth: '" + text + "' is not a finite number");
                })
                .toArray();
        if (theta.length != form.size()) {
            throw new UsageException("--truth: " + form.name() + " has the parameters "
                    + String.join(", ", form.parameterNames()) + ", was given " + theta.length);
        }
        return Optional.of((model.cutoff() > 0 ? form.withCutoff(model.cutoff()) : form).at(theta));
    }
}
