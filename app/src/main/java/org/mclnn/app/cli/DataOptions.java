package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mclnn.io.InputException;
import org.mclnn.training.FormChoice;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which trajectory a law is learned from, and how windows are cut from it: {@code @Mixin private DataOptions data;} */
final class DataOptions {
    /** How windows arise. */
    enum Sampling {
        WINDOWS,
        PERTURBED
    }

    private static final double JITTER = 0.05; // of perturbed starts, in the units of the system

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The trajectory, or several, runs of one system; or linear, nonlinear, gravity.")
    private List<String> sources = new ArrayList<>();

    @Mixin
    private TrackOptions tracks = new TrackOptions();

    @Option(
            names = "--windows",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Training windows (default 100; fewer where each holds many pairs, or the run has fewer).")
    private OptionalInt windows = OptionalInt.empty();

    @Option(
            names = "--sigma",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Standard deviation of the noise on each coordinate (default: from the residuals);"
                    + " implies --positions-only.")
    private OptionalDouble sigma = OptionalDouble.empty();

    @Option(
            names = "--sampling",
            paramLabel = "KIND",
            description =
                    "windows: cut from the run (default); perturbed: jittered starts, for the paper's systems only.")
    private Sampling sampling = Sampling.WINDOWS;

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Converters.Whole.class,
            description = "Of windows and weights (default 100).")
    private Long seed = TrainingOptions.SEED;

    /** Reads the file, or simulates the system. */
    Source read() throws InputException, IOException {
        if (sampling == Sampling.PERTURBED) {
            refuse("--positions-only", tracks.positionsOnly());
            refuse("--sigma", sigma.isPresent());
            refuse("--cutoff", tracks.cutoff() > 0.0);
            return Source.start(sources);
        }
        return tracks.read(sources, sigma.isPresent());
    }

    private static void refuse(String option, boolean given) {
        if (given) {
            throw new UsageException(
                    option + " is for windows cut from a run: those of --sampling perturbed are simulated from"
                            + " starts that are known, without a cut-off");
        }
    }

    /** Cuts the windows; a family whose parameters they cannot determine is refused. */
    TrajectoryDataset windows(Source read, FormChoice form) throws InputException {
        if (sampling == Sampling.PERTURBED) {
            return perturbed(read);
        }
        var how = sampling();
        try {
            var data = TrajectoryDataset.windows(read.runs(), how);
            int found = data.training().count();
            if (windows.orElse(0) > found) {
                throw InputException.of(
                        Path.of(read.name()),
                        "the run has " + found + " windows of " + tracks.frames() + " frames for training, not "
                                + windows.getAsInt(),
                        "Leave --windows out to take all, or use fewer --frames");
            }
            data.checkDetermines(form);
            return data;
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(read.name(), e);
        }
    }

    /** How windows are cut from a run. */
    TrajectoryDataset.Sampling sampling() {
        return tracks.sampling(windows, sigma.isPresent(), seed);
    }

    private TrajectoryDataset perturbed(Source read) {
        var system = read.system().orElseThrow();
        return UsageException.in(
                "--frames",
                () -> TrajectoryDataset.perturbed(
                        system.system(system.particles()),
                        system.start(),
                        JITTER,
                        windows.orElse(TrainingOptions.WINDOWS),
                        tracks.frames(),
                        tracks.simulator(),
                        seed));
    }

    long seed() {
        return seed;
    }

    /** What follows from an option without being asked for. */
    Optional<String> remark() {
        return sigma.isPresent() && !tracks.positionsOnly()
                ? Optional.of(
                        "with --sigma positions alone are used: how noisy velocities in the file are is not known")
                : Optional.empty();
    }

    /** Of the noise, where it is known. */
    OptionalDouble sigma() {
        return sigma;
    }

    /** Every option as it was resolved. */
    void describe(TrajectoryDataset data, Map<String, String> configuration) {
        var mechanics = data.mechanics();
        configuration.put("windows", Integer.toString(data.training().count()));
        configuration.put("frames", Integer.toString(data.training().frames()));
        configuration.put("dt", Double.toString(mechanics.dt()));
        configuration.put("stride", Integer.toString(mechanics.stride()));
        configuration.put("cutoff", Double.toString(mechanics.cutoff()));
        configuration.put("sampling", sampling.name().toLowerCase(Locale.ROOT));
        tracks.describe(configuration);
        sigma.ifPresent(s -> configuration.put("sigma", Double.toString(s)));
    }
}
