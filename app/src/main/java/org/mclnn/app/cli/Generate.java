package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.Header;
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
            "  mclnn generate nonlinear --particles 6 --seed 7 -o six.xyz"
        })
final class Generate implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "SYSTEM", description = "linear, nonlinear (quartic springs) or gravity.")
    private String system = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Trajectory to write: .xyz (extended XYZ) or .csv.")
    private Path output = Path.of("");

    @Option(
            names = "--particles",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Number of particles (default: the paper's 3, gravity 4).")
    private @Nullable Long particles;

    @Option(
            names = "--frames",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Stored frames, the start included (default 10000).")
    private Long frames = (long) Source.FRAMES;

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step (default 0.01).")
    private Double dt = Source.DT;

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Steps per stored frame (default 10).")
    private Long stride = (long) Source.STRIDE;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the start, where it is not the paper's (default 100).")
    private Long seed = TrainingOptions.SEED;

    @Override
    public Integer call() throws IOException {
        var console = common.console();
        var chosen = UsageException.in("SYSTEM", () -> ReferenceSystem.named(system));
        int n = Train.whole(particles).orElse(chosen.particles());
        var start = UsageException.in("--particles", () -> chosen.start(n, seed));
        var simulator = Simulator.of(dt, Train.whole(stride).orElseThrow());
        var bodies = chosen.system(n);
        try (var writer = Outputs.writer(output, Header.of(bodies, 3, simulator.stride()));
                var progress = console.progress("simulating", "steps", (frames - 1) * stride)) {
            simulator.stream(bodies, start, frames - 1, writer, step -> progress.update(step, ""));
            Outputs.commit(writer, output, console);
        }
        double end = (frames - 1) * stride * dt;
        console.say(
                "%s: %s, %d particles, %d %s, time 0 to %.6g (steps of %s, one stored every %d)",
                output, system, n, frames, frames == 1 ? "frame" : "frames", end, dt, stride);
        if (frames > 1) {
            console.note("next: mclnn train %s -o run1", output);
        }
        console.result(new JsonOut()
                .put("file", output.toString())
                .put("system", system)
                .put("particles", (long) n)
                .put("frames", frames)
                .put("dt", dt)
                .put("stride", stride)
                .put("time", end));
        return ExitCode.OK;
    }
}
