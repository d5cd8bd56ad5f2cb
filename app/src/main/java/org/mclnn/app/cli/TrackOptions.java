package org.mclnn.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.InputException;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a file of tracks may not tell by itself, and what windows are made of it: {@code @Mixin private TrackOptions tracks;} */
final class TrackOptions {
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
            description = "Integrator steps per frame (default: as --dt divides it, else the file's, else 10).")
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

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    /** Reads files that are runs of one system, or simulates the system. */
    Source read(List<String> sources, boolean noisy) throws InputException, IOException {
        return Source.of(sources, reading, dt, stride, !positionsOnly && !noisy);
    }

    /** How the tracks are read. */
    void describe(Map<String, String> configuration) {
        reading.describe(configuration);
        if (positionsOnly) {
            configuration.put("positionsOnly", "true");
        }
    }

    /** @param noisy whether windows should find their starts even if that was not asked for */
    TrajectoryDataset.Sampling sampling(OptionalInt windows, boolean noisy, long seed) {
        return UsageException.in(
                "--frames",
                () -> new TrajectoryDataset.Sampling(
                        windows, frames(), dt, stride, cutoff(), positionsOnly || noisy, seed));
    }

    /** Of the paper's systems. */
    Simulator simulator() {
        return Simulator.of(dt.orElse(Source.DT), stride.orElse(Source.STRIDE));
    }

    int frames() {
        return frames.orElse(TrainingOptions.FRAMES);
    }

    /** 0: all pairs interact. */
    double cutoff() {
        return cutoff.orElse(0.0);
    }

    boolean positionsOnly() {
        return positionsOnly;
    }

    /** What was given, as words of a command line. */
    List<String> words() {
        var words = new ArrayList<>(reading.words());
        dt.ifPresent(x -> words.addAll(List.of("--dt", Double.toString(x))));
        stride.ifPresent(n -> words.addAll(List.of("--stride", Integer.toString(n))));
        cutoff.ifPresent(x -> words.addAll(List.of("--cutoff", Double.toString(x))));
        frames.ifPresent(n -> words.addAll(List.of("--frames", Integer.toString(n))));
        if (positionsOnly) {
            words.add("--positions-only");
        }
        return words;
    }
}
