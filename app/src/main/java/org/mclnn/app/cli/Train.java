package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.mclnn.app.config.ConfigText;
import org.mclnn.app.config.NotKept;
import org.mclnn.app.study.Checkpointer;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.training.Journal;
import org.mclnn.training.StoppedException;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrainingState;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mclnn train}: from a trajectory to a law. */
@Command(
        name = "train",
        header = "Learn the law V(r) from a trajectory.%n",
        description = {
            "Reads tables (CSV, TSV, trackpy, TrackMate), extended XYZ, LAMMPS dumps, H5MD and NPZ, trains V(r) so that positions rolled"
                    + " out by velocity Verlet meet the observed ones, and writes the run directory: model.json, report.html,"
                    + " config.toml, law.csv, figures and more.",
            "Ctrl-C finishes the step and saves; the same command goes on from there, to the same result to the last bit. Until the end"
                    + " all of it is in RUN.unfinished.",
            "Instead of a file, linear, nonlinear or gravity names one of the paper's systems, simulated on the spot."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn train tracks.xyz -o run1                     the paper's network",
            "  mclnn train tracks.csv --form harmonic -o run3     a formula: k and r0",
            "  mclnn train linear --optimizer adam -o paper       as the paper trained",
            "  mclnn train lj.dump --dt 0.002 --cutoff 2.2 --form spline -o run2",
            "  mclnn train --config run1/config.toml --set seed=7 -o run4"
        })
final class Train implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Mixin
    private DataOptions from = new DataOptions();

    @Mixin
    private FitOptions fit = new FitOptions();

    @Mixin
    private Precheck precheck = new Precheck();

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "RUN",
            description = "Directory to write; an older run there moves to RUN.1.")
    private Path output = Path.of("");

    @Option(
            names = "--figures",
            split = ",",
            paramLabel = "KIND",
            description = "Files of the figures beside report.html: svg (default), png, pdf; law.png is always there.")
    private Set<FigureFormat> figures = EnumSet.of(FigureFormat.SVG);

    @Option(
            names = "--restart",
            description = "Begin again where an earlier training of this name was stopped; what it saved is removed.")
    @NotKept
    private boolean restart;

    @Option(
            names = "--save-every",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Seconds between two checkpoints, at least (default 5).")
    private OptionalDouble saveEvery = OptionalDouble.of(5.0);

    @Override
    public Integer call() throws InputException, IOException {
        var times = new RunManifest();
        var console = common.console();
        var options = fit.options(from);
        if (config.dryRun()) {
            return plan(console, options);
        }
        try (var run = new RunDirectory(output)) {
            if (restart) {
                run.forget();
            }
            RunFiles.prepare();
            var earlier = run.earlier(console);
            var read = from.read();
            var data = from.windows(read, options.form());
            var noise = precheck.look(console, read, from.sampling(), data);
            announce(console, data, options);
            var configuration = configuration(data, options);
            var manifest = read.manifest(from.seed(), configuration);
            times.isRead();
            var begun = run.begun(earlier, manifest, console);
            var result = train(run, options, data, manifest, begun);
            if (result.isEmpty()) {
                return ExitCode.INTERRUPTED;
            }
            times.isTrained();
            var trained = TrainedRun.of(output, read, fit.name(options), options, data, result.get(), manifest, noise);
            save(run, trained, configuration, times);
        }
        return ExitCode.OK;
    }

    private void save(RunDirectory run, TrainedRun trained, Map<String, String> configuration, RunManifest times)
            throws IOException {
        var console = common.console();
        var command = common.commandLine("--restart");
        var text = ConfigText.of(common.parsed(), configuration);
        try (var files = new RunFiles(trained.trained(), figures, text, command)) {
            trained.show(console, times.seconds());
            var older = run.save(folder -> files.write(folder, times.text(trained.trained(), command), console.said()));
            older.ifPresent(path -> console.note("the older run %s is now %s", output, path));
            trained.advise(console);
            console.result(trained.json(times.seconds()));
        }
    }

    /** What would be done. */
    private int plan(Console console, TrainingOptions options) throws InputException, IOException {
        var read = from.read();
        var data = from.windows(read, options.form());
        precheck.look(console, read, from.sampling(), data);
        announce(console, data, options);
        Plan.of(output, read, data, options).show(console);
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
            var keeper =
                    new Checkpointer(run::save, manifest, saveEvery.orElseThrow(), signals::asked, System::nanoTime);
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
            throw e.advising(fit.remedy(options));
        }
    }

    private void announce(Console console, TrajectoryDataset data, TrainingOptions options) {
        var mechanics = data.mechanics();
        console.note(
                "%s: %s, %d windows x %d frames, dt %s, %d steps per frame, %d threads, seed %d",
                output,
                fit.name(options),
                data.training().count(),
                data.training().frames(),
                mechanics.dt(),
                mechanics.stride(),
                options.threads(),
                from.seed());
        data.notes().forEach(note -> console.note("note: %s", note));
        from.remark().ifPresent(remark -> console.note("note: %s", remark));
        fit.remark(options).ifPresent(remark -> console.note("note: %s", remark));
    }

    /** Every option as it was resolved. */
    private Map<String, String> configuration(TrajectoryDataset data, TrainingOptions options) {
        var configuration = new TreeMap<String, String>();
        from.describe(data, configuration);
        fit.describe(options, configuration);
        return configuration;
    }
}
