package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.Header;
import org.mclnn.io.InputException;
import org.mclnn.io.Model;
import org.mclnn.potential.Coverage;
import org.mclnn.training.TrajectoryDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn simulate}: motion under a learned law. */
@Command(
        name = "simulate",
        header = "Simulate particles under a learned law.%n",
        description =
                "Starts from a frame of a trajectory file, with as many particles as that has, and stores positions and velocities.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn simulate run1 --init tracks.xyz --steps 1e6 -o sim.xyz",
            "  mclnn simulate run1 --init tracks.xyz@250 --steps 10000 -o sim.csv      from frame 250 (from 0)"
        })
final class Simulate implements Callable<Integer> {
    private static final long STORED = 10_000;
    private static final double RUNAWAY = 100.0; // change of H over the energies at the start

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "RUN", description = "Directory of a training run.")
    private Path run = Path.of("");

    @Option(
            names = "--init",
            required = true,
            paramLabel = "FILE[@FRAME]",
            description = "Where to start; frame 0 unless said, -1 is the last.")
    private String init = "";

    @Option(
            names = "--steps",
            required = true,
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Integrator steps, such as 1e6.")
    private Long steps = 0L;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Trajectory to write: .xyz (extended XYZ) or .csv.")
    private Path output = Path.of("");

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step (default: that of the training).")
    private @Nullable Double dt;

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description =
                    "Steps per stored frame (default: that of the training, more where over 10,000 frames would arise).")
    private @Nullable Long stride;

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var model = RunDirectory.load(run);
        double step = dt == null ? model.dt() : dt;
        var start = start(console, model);
        int every = Train.whole(stride)
                .orElse(Math.toIntExact(Math.min(steps, Math.max(model.stride(), (steps + STORED - 1) / STORED))));
        long frames = steps / every;
        if (frames * every != steps) {
            console.note("note: %d steps are %d frames of %d steps; the rest is left out", steps, frames, every);
        }
        var system = start.system;
        var watch = new Watch(system, model.potential().coverage());
        try (var writer = Outputs.writer(output, Header.of(system, 3, every));
                var progress = console.progress("simulating", "steps", frames * every)) {
            Simulator.of(step, every).stream(
                    system,
                    start.state,
                    frames,
                    (time, q, v) -> {
                        watch.look(time, q, v);
                        writer.frame(time, q, v);
                    },
                    done -> progress.update(done, ""));
            Outputs.commit(writer, output, console);
        }
        report(console, watch, frames, every, step);
        return ExitCode.OK;
    }

    private record Start(ParticleSystem system, State state) {}

    private Start start(Console console, Model model) throws InputException, IOException {
        var file = Path.of(init);
        int frame = 0;
        int at = init.lastIndexOf('@');
        if (!Files.exists(file) && at > 0 && init.substring(at + 1).matches("-?[0-9]{1,9}")) {
            file = Path.of(init.substring(0, at));
            frame = Integer.parseInt(init.substring(at + 1));
        }
        var read = Source.read(file, OptionalDouble.of(dt == null ? model.dt() : dt), OptionalInt.of(model.stride()));
        int index = frame < 0 ? read.frames() + frame : frame;
        if (index < 0 || index >= read.frames()) {
            throw new UsageException("--init: " + file + " has frames 0 to " + (read.frames() - 1) + ", not " + frame);
        }
        try {
            return new Start(system(console, model, read), state(console, read, index));
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(file.toString(), e);
        }
    }

    private static ParticleSystem system(Console console, Model model, Trajectory read) {
        var masses = read.masses();
        if (masses.length == 0) {
            masses = new double[read.particles()];
            boolean alike = model.masses().stream().distinct().count() == 1;
            Arrays.fill(masses, alike ? model.masses().get(0) : 1.0);
            console.note("note: the file has no masses; each is %s", masses[0]);
        }
        return ParticleSystem.of(masses, model.potential()).in(read.box(), model.cutoff());
    }

    private static State state(Console console, Trajectory read, int frame) {
        if (read.hasVelocities()) {
            return read.state(frame);
        }
        if (read.frames() < 3) {
            throw new IllegalArgumentException("the file has no velocities, and too few frames to estimate them from");
        }
        console.note("note: the file has no velocities; they are estimated from neighbouring frames");
        return new State(read.time(frame), read.positions(frame), TrajectoryDataset.estimatedVelocities(read, frame));
    }

    private void report(Console console, Watch watch, long frames, int every, double step) {
        console.say(
                "%s: %d steps of %s, %d particles, %d frames stored (every %d steps)",
                output, frames * every, step, watch.system.particles(), frames + 1, every);
        console.say(
                "  H      %.9g, largest change %.1e (relative %.1e)",
                watch.firstEnergy, watch.energyDrift, watch.energyDrift / Math.abs(watch.firstEnergy));
        console.say("  momentum, largest change %.1e; angular momentum %.1e", watch.momentumDrift, watch.angularDrift);
        if (watch.outside > 0) {
            console.warn(
                    "%.2f %% of the pair distances (%.4g .. %.4g) are outside those seen in training: the law is a guess there",
                    100.0 * watch.outside / watch.pairs, watch.nearest, watch.farthest);
        }
        console.result(new JsonOut()
                .put("file", output.toString())
                .put("steps", frames * every)
                .put("dt", step)
                .put("stride", (long) every)
                .put("frames", frames + 1)
                .put("hamiltonian", watch.firstEnergy)
                .put("hamiltonianDrift", watch.energyDrift)
                .put("momentumDrift", watch.momentumDrift)
                .put("angularMomentumDrift", watch.angularDrift)
                .put("pairsOutsideCoverage", watch.pairs == 0 ? 0.0 : watch.outside / (double) watch.pairs));
    }

    /** What is conserved, and where the law is asked beyond what it knows; looked at in every stored frame. */
    private static final class Watch {
        private final ParticleSystem system;
        private final Coverage coverage;
        private final Pairs found;
        private double firstEnergy = Double.NaN;
        private double scale; // of the energies at the start
        private double[] firstMomentum = {};
        private double[] firstAngular = {};
        private double energyDrift;
        private double momentumDrift;
        private double angularDrift;
        private double nearest = Double.POSITIVE_INFINITY;
        private double farthest;
        private long pairs;
        private long outside;

        Watch(ParticleSystem system, Coverage coverage) {
            this.system = system;
            this.coverage = coverage;
            found = system.pairs();
        }

        void look(double time, double[] q, double[] v) {
            var state = new State(time, q, v);
            double energy = system.hamiltonian(state);
            var p = system.momentum(state);
            var l = system.angularMomentum(state);
            if (firstMomentum.length == 0) {
                firstEnergy = energy;
                scale = Math.abs(energy) + system.kineticEnergy(state) + Math.abs(energy - system.kineticEnergy(state));
                firstMomentum = p;
                firstAngular = l;
            }
            energyDrift = Math.max(energyDrift, Math.abs(energy - firstEnergy));
            momentumDrift = Math.max(momentumDrift, largest(p, firstMomentum));
            angularDrift = Math.max(angularDrift, largest(l, firstAngular));
            found.update(q);
            checkEnergy(energy);
            for (int k = 0; k < found.count(); k++) {
                double r = found.distance(k);
                pairs++;
                if (coverage.bandOf(r) < 0) {
                    outside++;
                    nearest = Math.min(nearest, r);
                    farthest = Math.max(farthest, r);
                }
            }
        }

        /** A step too long for a close encounter shows in the energy first. */
        private void checkEnergy(double energy) {
            if (Math.abs(energy - firstEnergy) <= RUNAWAY * scale) {
                return;
            }
            int closest = 0;
            for (int k = 1; k < found.count(); k++) {
                closest = found.distance(k) < found.distance(closest) ? k : closest;
            }
            throw new DivergedException(String.format(
                    Locale.ROOT,
                    "the energy went from %.6g to %.6g; %s. Try a shorter --dt, or look whether the"
                            + " particles come closer than any pair did in training",
                    firstEnergy,
                    energy,
                    found.count() == 0 ? "no pair is within the cut-off" : found.describe(closest)));
        }

        private static double largest(double[] a, double[] b) {
            double largest = 0.0;
            for (int k = 0; k < a.length; k++) {
                largest = Math.max(largest, Math.abs(a[k] - b[k]));
            }
            return largest;
        }
    }
}
