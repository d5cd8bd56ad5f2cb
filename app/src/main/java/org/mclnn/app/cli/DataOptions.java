package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.InputException;
import org.mclnn.training.FormChoice;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrajectoryDataset;
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

    @Parameters(paramLabel = "FILE", description = "The trajectory, or linear, nonlinear, gravity.")
    private String source = "";

    @Option(
            names = "--windows",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Training windows (default 100; fewer where each holds many pairs, or the run has fewer).")
    private OptionalInt windows = OptionalInt.empty();

    @Option(
            names = "--frames",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Frames per window, the first included (default 20).")
    private OptionalInt frames = OptionalInt.empty();

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step; also the time of one step where the file only counts them.")
    private OptionalDouble dt = OptionalDouble.empty();

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Integrator steps per frame (default: the file's, else 10).")
    private OptionalInt stride = OptionalInt.empty();

    @Option(
            names = "--cutoff",
            paramLabel = "R",
            converter = Converters.Positive.class,
            description =
                    "Pairs at or beyond R do not interact; needed in a periodic box, at most half of its smallest height.")
    private OptionalDouble cutoff = OptionalDouble.empty();

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
            refuse("--positions-only", positionsOnly);
            refuse("--sigma", sigma.isPresent());
            refuse("--cutoff", cutoff.isPresent());
            return Source.start(source);
        }
        return Source.of(source, dt, stride, !positionsOnly && sigma.isEmpty());
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
        var how = UsageException.in(
                "--frames",
                () -> new TrajectoryDataset.Sampling(
                        windows, frames(), dt, stride, cutoff.orElse(0.0), positionsOnly || sigma.isPresent(), seed));
        try {
            var data = TrajectoryDataset.windows(read.run(), how);
            int found = data.training().count();
            if (windows.orElse(0) > found) {
                throw InputException.of(
                        Path.of(source),
                        "the run has " + found + " windows of " + frames() + " frames for training, not "
                                + windows.getAsInt(),
                        "Leave --windows out to take all, or use fewer --frames");
            }
            data.checkDetermines(form);
            return data;
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(source, e);
        }
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
                        frames(),
                        Simulator.of(dt.orElse(Source.DT), stride.orElse(Source.STRIDE)),
                        seed));
    }

    private int frames() {
        return frames.orElse(TrainingOptions.FRAMES);
    }

    long seed() {
        return seed;
    }

    /** What follows from an option without being asked for. */
    Optional<String> remark() {
        return sigma.isPresent() && !positionsOnly
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
        if (positionsOnly) {
            configuration.put("positionsOnly", "true");
        }
        sigma.ifPresent(s -> configuration.put("sigma", Double.toString(s)));
    }
}
