package org.mclnn.app.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.Header;
import org.mclnn.io.ShellWords;
import org.mclnn.potential.Normal;
import org.mclnn.training.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn generate}: trajectories of the paper's systems. */
@Command(
        name = "generate",
        header = "Simulate one of the paper's systems and store its trajectory.%n",
        description =
                "Unit masses, k = r0 = G = 1, the paper's start for its number of particles, a seeded one for any other.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn generate linear -o spring.xyz                   10,000 frames 0.1 apart",
            "  mclnn generate gravity --frames 2000 -o stars.csv     2 binaries",
            "  mclnn generate nonlinear --particles 6 --seed 7 -o six.xyz",
            "  mclnn generate linear --noise 0.001 --drop 0.05 -o seen.csv   as a microscope sees it"
        })
final class Generate implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "SYSTEM", description = "linear, nonlinear (quartic springs) or gravity.")
    private String system = "";

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--particles",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Number of particles (default: the paper's 3, gravity 4).")
    private OptionalInt particles = OptionalInt.empty();

    @Option(
            names = "--frames",
            paramLabel = "N",
            converter = Converters.LongCount.class,
            description = "Stored frames, the start included (default 10000).")
    private OptionalLong frames = OptionalLong.empty();

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step (default 0.01).")
    private OptionalDouble dt = OptionalDouble.empty();

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Steps per stored frame (default 10).")
    private OptionalInt stride = OptionalInt.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Converters.Whole.class,
            description = "Of the start, where it is not the paper's, and of --noise and --drop (default 100).")
    private Long seed = TrainingOptions.SEED;

    @Option(
            names = "--noise",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Add normal noise of this standard deviation to each coordinate; no velocities are stored.")
    private OptionalDouble noise = OptionalDouble.empty();

    @Option(
            names = "--drop",
            paramLabel = "P",
            converter = Converters.Share.class,
            description = "Leave out this share of all positions, from 0 to 1, at random; no velocities are stored.")
    private OptionalDouble drop = OptionalDouble.empty();

    @Override
    public Integer call() throws IOException {
        var console = common.console();
        var chosen = UsageException.in("SYSTEM", () -> ReferenceSystem.named(system));
        int n = particles.orElse(chosen.particles());
        var start = UsageException.in("--particles", () -> chosen.start(n, seed));
        var simulator = Simulator.of(dt.orElse(Source.DT), stride.orElse(Source.STRIDE));
        var bodies = chosen.system(n);
        long stored = frames.orElse(Source.FRAMES);
        int dimensions = noise.isPresent() || drop.isPresent() ? 2 : 3; // noise along z would not be planar any more
        try (var writer = output.writer(Header.of(bodies, dimensions, simulator.stride()));
                var progress = console.progress("simulating", "steps", (stored - 1) * simulator.stride())) {
            simulator.stream(bodies, start, stored - 1, observed(writer), step -> progress.update(step, ""));
            output.commit(writer, console);
        }
        double end = (stored - 1) * simulator.stride() * simulator.dt();
        console.say(
                "%s: %s, %d particles, %d %s, time 0 to %.6g (steps of %s, one stored every %d)",
                output, system, n, stored, stored == 1 ? "frame" : "frames", end, simulator.dt(), simulator.stride());
        if (stored > 1) {
            console.note("next: mclnn train %s -o run1", ShellWords.quoted(output));
        }
        console.result(new JsonOut()
                .put("file", output.toString())
                .put("system", system)
                .put("particles", (long) n)
                .put("frames", stored)
                .put("dt", simulator.dt())
                .put("stride", (long) simulator.stride())
                .put("time", end));
        return ExitCode.OK;
    }

    /** What a microscope would see of a frame: noisy positions, some of them missing. */
    private Simulator.FrameSink observed(Simulator.FrameSink sink) {
        if (noise.isEmpty() && drop.isEmpty()) {
            return sink;
        }
        var random = new SplittableRandom(seed);
        return (time, q, v) -> {
            var seen = q.clone();
            for (int i = 0; 3 * i < seen.length; i++) {
                seen[3 * i] += noise.orElse(0.0) * Normal.next(random);
                seen[3 * i + 1] += noise.orElse(0.0) * Normal.next(random);
                if (random.nextDouble() < drop.orElse(0.0)) {
                    Arrays.fill(seen, 3 * i, 3 * i + 3, Double.NaN);
                }
            }
            sink.frame(time, seen, new double[0]);
        };
    }
}
