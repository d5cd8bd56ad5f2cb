package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.potential.Forms;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Journal;
import org.mclnn.training.OtherTrainingException;
import org.mclnn.training.StoppedException;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrainingState;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn train}: from a trajectory to a law. */
@Command(
        name = "train",
        header = "Learn the law V(r) from a trajectory.%n",
        description = {
            "Reads extended XYZ, long CSV or a LAMMPS dump, trains V(r) so that positions rolled out by velocity Verlet meet the"
                    + " observed ones, and writes the run directory: model.json, law.csv, law.png, metrics.jsonl.",
            "Ctrl-C finishes the step and saves; the same command goes on from there, to the same result to the last bit. Until the end"
                    + " all of it is in RUN.unfinished.",
            "Instead of a file, linear, nonlinear or gravity names one of the paper's systems, simulated on the spot."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn train tracks.xyz -o run1                     the paper's network",
            "  mclnn train tracks.csv --form harmonic -o run3     a formula: k and r0",
            "  mclnn train linear --optimizer adam -o paper       as the paper trained",
            "  mclnn train lj.dump --dt 0.002 --cutoff 2.2 --form spline -o run2"
        })
final class Train implements Callable<Integer> {
    /** How windows arise. */
    enum Sampling {
        WINDOWS,
        PERTURBED
    }

    private static final double JITTER = 0.05; // of perturbed starts, in the units of the system

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "FILE", description = "The trajectory, or linear, nonlinear, gravity.")
    private String source = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "RUN",
            description = "Directory to write; an older run there moves to RUN.1.")
    private Path output = Path.of("");

    @Option(
            names = "--form",
            paramLabel = "FORM",
            description = "network (default), spline, harmonic, quartic, power, powers:0..5 (F = c0 + c1 r + ... +"
                    + " c5 r^5; any whole powers, as -4..0), logarithm, lennard-jones[:12-6], morse, yukawa, buckingham,"
                    + " hertz.")
    private String form = "network";

    @Option(
            names = "--layers",
            paramLabel = "N,N",
            converter = Converters.Layers.class,
            description = "Widths of the network's hidden layers (default 10,10).")
    private Converters.Layers.@Nullable Widths layers;

    @Option(
            names = "--windows",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Training windows (default 100; fewer where each holds many pairs).")
    private @Nullable Long windows;

    @Option(
            names = "--frames",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Frames per window, the first included (default 20).")
    private Long frames = (long) TrainingOptions.FRAMES;

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step; also the time of one step where the file only counts them.")
    private @Nullable Double dt;

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Integrator steps per frame (default: the file's, else 10).")
    private @Nullable Long stride;

    @Option(
            names = "--cutoff",
            paramLabel = "R",
            converter = Converters.Positive.class,
            description = "Pairs at or beyond R do not interact; needed in a periodic box, at most half of it.")
    private @Nullable Double cutoff;

    @Option(
            names = "--positions-only",
            description =
                    "Do not read velocities: find each window's start together with the law, as without velocities.")
    private boolean positionsOnly;

    @Option(
            names = "--sigma",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Standard deviation of the noise on each coordinate (default: from the residuals);"
                    + " implies --positions-only.")
    private @Nullable Double sigma;

    @Option(
            names = "--smoothness",
            paramLabel = "W",
            converter = Converters.Positive.class,
            description = "Weight of the law's smoothness, 1 as much as the data (default: by the evidence).")
    private @Nullable Double smoothness;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description = "lm: Levenberg-Marquardt (default); lbfgs: L-BFGS (default above 4,000 parameters);"
                    + " adam: the paper's, 100,000 epochs.")
    private @Nullable Optimizer optimizer;

    @Option(
            names = "--batch",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Windows per step of adam, shuffled by the seed in each epoch (default: all).")
    private @Nullable Long batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            converter = Converters.Positive.class,
            description = "Learning rate of adam (default 0.001).")
    private @Nullable Double rate;

    @Option(names = "--target-loss", paramLabel = "L", description = "Stop at this training loss (position squared).")
    private @Nullable Double targetLoss;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "At most so many iterations or epochs.")
    private @Nullable Long iterations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Converters.Whole.class,
            description = "Of windows and weights (default 100).")
    private Long seed = TrainingOptions.SEED;

    @Option(
            names = "--sampling",
            paramLabel = "KIND",
            description =
                    "windows: cut from the run (default); perturbed: jittered starts, for the paper's systems only.")
    private Sampling sampling = Sampling.WINDOWS;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Threads (default: all processors); the result is the same with any number.")
    private @Nullable Long threads;

    @Option(
            names = "--restart",
            description = "Begin again where an earlier training of this name was stopped; what it saved is removed.")
    private boolean restart;

    @Option(
            names = "--save-every",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Seconds between two checkpoints, at least (default 5).")
    private Double saveEvery = 5.0;

    @Override
    public Integer call() throws InputException, IOException {
        long begin = System.nanoTime();
        var console = common.console();
        var options = options();
        try (var run = new RunDirectory(output)) {
            if (restart) {
                run.forget();
            }
            var earlier = run.earlier(console);
            var read = sampling == Sampling.PERTURBED
                    ? Source.start(source)
                    : Source.of(source, optional(dt), whole(stride));
            var data = dataset(read);
            announce(console, data, options);
            var manifest = read.manifest(seed, configuration(data, options));
            var begun = run.begun(earlier, manifest, console);
            var result = train(run, options, data, manifest, begun);
            if (result.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            var trained = new TrainedRun(output, read, data, result.get(), manifest);
            var older = run.save(trained.model(), result.get().losses(), read.truth(), trained.title());
            double seconds = (System.nanoTime() - begin) * 1e-9;
            older.ifPresent(path -> console.note("the older run %s is now %s", output, path));
            trained.show(console, seconds);
            console.result(trained.json(seconds));
        }
        return ExitCode.OK;
    }

    /** Trains to the end, or until a signal; absent where it was stopped. */
    private Optional<TrainingResult> train(
            RunDirectory run, TrainingOptions options, TrajectoryDataset data, Manifest manifest, TrainingState begun)
            throws InputException, IOException {
        var console = common.console();
        try (var progress = new TrainingProgress(console);
                var signals = new StopSignals(
                        () -> progress.note("stopping after this step; once more ends the program at once"))) {
            var keeper = new Checkpointer(run::save, manifest, saveEvery, signals::asked, System::nanoTime);
            return Optional.of(Trainer.of(options, progress).train(data, new Journal(begun, keeper)));
        } catch (StoppedException e) {
            console.error(
                    ExitCode.INTERRUPTED,
                    e.getMessage() + "; all of it is saved. To go on: " + common.commandLine("--restart"));
            return Optional.empty();
        } catch (OtherTrainingException e) {
            throw InputException.of(output, String.valueOf(e.getMessage()), "Begin again with --restart");
        } catch (DivergedException e) {
            run.forget(); // it would diverge again
            throw e;
        }
    }

    private TrainingOptions options() {
        FormChoice choice = switch (form) {
            case "network" -> new FormChoice.Network(layers == null ? TrainingOptions.LAYERS : layers.widths());
            case "spline" -> new FormChoice.Spline();
            default -> new FormChoice.Closed(UsageException.in("--form", () -> Forms.closed(form)));
        };
        if (layers != null && !(choice instanceof FormChoice.Network)) {
            throw new UsageException("--layers is for --form network, not for " + form);
        }
        if (choice instanceof FormChoice.Spline && optimizer != null && optimizer != Optimizer.LM) {
            throw new UsageException("--form spline is trained by Levenberg-Marquardt: use --optimizer lm");
        }
        if (choice instanceof FormChoice.Network network) {
            checkSize(UsageException.in("--layers", network::size));
        }
        var by = optimizer == null ? TrainingOptions.optimizerFor(choice) : optimizer;
        for (var option : new String[] {batch == null ? "" : "--batch", rate == null ? "" : "--rate"}) {
            if (!option.isEmpty() && by != Optimizer.ADAM) {
                throw new UsageException(option + " is for --optimizer adam: " + nameOf(by)
                        + " looks at all windows in every step and finds the length of the step itself");
            }
        }
        return UsageException.in(
                "--target-loss",
                () -> new TrainingOptions(
                        choice,
                        by,
                        optional(targetLoss),
                        whole(iterations),
                        optional(sigma),
                        optional(smoothness),
                        seed,
                        whole(threads).orElse(Runtime.getRuntime().availableProcessors()),
                        whole(batch),
                        optional(rate)));
    }

    private void checkSize(int parameters) {
        if (parameters > TrainingOptions.MOST_PARAMETERS) {
            throw new UsageException("--layers: " + parameters + " parameters are too many, at most "
                    + TrainingOptions.MOST_PARAMETERS + " can be trained: use narrower layers");
        }
        if (optimizer == Optimizer.LM && parameters > TrainingOptions.MOST_PARAMETERS_OF_LM) {
            throw new UsageException("--layers: " + parameters
                    + " parameters are too many for second-order training, which holds at most "
                    + TrainingOptions.MOST_PARAMETERS_OF_LM
                    + ": use narrower layers, or --optimizer lbfgs or adam");
        }
    }

    private static String nameOf(Optimizer optimizer) {
        return optimizer.name().toLowerCase(Locale.ROOT);
    }

    private TrajectoryDataset dataset(Source read) throws InputException {
        if (sampling == Sampling.PERTURBED) {
            var system = read.system().orElseThrow();
            if (cutoff != null) {
                throw new UsageException("--cutoff is for files: the paper's systems have none");
            }
            return UsageException.in(
                    "--frames",
                    () -> TrajectoryDataset.perturbed(
                            system.system(system.particles()),
                            system.start(),
                            JITTER,
                            whole(windows).orElse(TrainingOptions.WINDOWS),
                            whole(frames).orElseThrow(),
                            Simulator.of(
                                    dt == null ? Source.DT : dt, whole(stride).orElse(Source.STRIDE)),
                            seed));
        }
        var how = UsageException.in(
                "--frames",
                () -> new TrajectoryDataset.Sampling(
                        whole(windows),
                        whole(frames).orElseThrow(),
                        optional(dt),
                        whole(stride),
                        cutoff == null ? 0.0 : cutoff,
                        positionsOnly || sigma != null,
                        seed));
        try {
            return TrajectoryDataset.windows(read.run(), how);
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(source, e);
        }
    }

    private void announce(Console console, TrajectoryDataset data, TrainingOptions options) {
        var mechanics = data.mechanics();
        console.note(
                "%s: %s, %d windows x %d frames, dt %s, %d steps per frame, %d threads, seed %d",
                output,
                form.equals("network") ? "network " + layersAsText() : form,
                data.training().count(),
                data.training().frames(),
                mechanics.dt(),
                mechanics.stride(),
                options.threads(),
                seed);
        data.notes().forEach(note -> console.note("note: %s", note));
        if (optimizer == null && options.optimizer() == Optimizer.LBFGS) {
            console.note(
                    "note: more than %d parameters are too many for Levenberg-Marquardt: trained by L-BFGS"
                            + " (--optimizer lbfgs)",
                    TrainingOptions.MOST_PARAMETERS_OF_LM);
        }
    }

    /** Every option as it was resolved. */
    private Map<String, String> configuration(TrajectoryDataset data, TrainingOptions options) {
        var mechanics = data.mechanics();
        var configuration = new TreeMap<String, String>();
        configuration.put("form", form);
        configuration.put("windows", Integer.toString(data.training().count()));
        configuration.put("frames", Long.toString(frames));
        configuration.put("dt", Double.toString(mechanics.dt()));
        configuration.put("stride", Integer.toString(mechanics.stride()));
        configuration.put("cutoff", Double.toString(mechanics.cutoff()));
        configuration.put("optimizer", nameOf(options.optimizer()));
        configuration.put("sampling", sampling.name().toLowerCase(Locale.ROOT));
        if (form.equals("network")) {
            configuration.put("layers", layersAsText());
        }
        if (positionsOnly) {
            configuration.put("positionsOnly", "true");
        }
        if (sigma != null) {
            configuration.put("sigma", Double.toString(sigma));
        }
        if (smoothness != null) {
            configuration.put("smoothness", Double.toString(smoothness));
        }
        if (targetLoss != null) {
            configuration.put("targetLoss", Double.toString(targetLoss));
        }
        if (iterations != null) {
            configuration.put("iterations", Long.toString(iterations));
        }
        if (batch != null) {
            configuration.put("batch", Long.toString(batch));
        }
        if (rate != null) {
            configuration.put("rate", Double.toString(rate));
        }
        return configuration;
    }

    private String layersAsText() {
        var widths = layers == null ? TrainingOptions.LAYERS : layers.widths();
        return widths.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A count that must fit in an int. */
    static OptionalInt whole(@Nullable Long value) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value > Integer.MAX_VALUE) {
            throw new UsageException(value + " is more than this program can count");
        }
        return OptionalInt.of(value.intValue());
    }
}
