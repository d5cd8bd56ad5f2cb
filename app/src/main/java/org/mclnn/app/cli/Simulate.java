package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mclnn.app.report.LawWords;
import org.mclnn.dynamics.Bodies;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.Header;
import org.mclnn.io.InputException;
import org.mclnn.io.Model;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.TabulatedPotential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mclnn simulate}: motion under a learned law. */
@Command(
        name = "simulate",
        header = "Simulate particles under a learned law.%n",
        description =
                "Starts from a frame of a trajectory file, with as many particles as that has, and stores positions and velocities."
                        + " H is that of the law that moves them, the table's where there is one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn simulate run1 --init tracks.xyz --steps 1e6 -o sim.xyz",
            "  mclnn simulate run1 --init tracks.xyz@250 --steps 10000 -o sim.csv"
        })
final class Simulate implements Callable<Integer> {
    private static final long STORED = 10_000;
    private static final int MANY = 100; // particles from which a table pays, whatever the law
    private static final double ROOM = 1.5; // in open space the table ends at so many times the largest distance

    @Mixin
    private Common common = new Common();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

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
            converter = Converters.LongCount.class,
            description = "Integrator steps, such as 1e6.")
    private OptionalLong steps = OptionalLong.empty();

    @Mixin
    private OutputFile output = new OutputFile();

    @Option(
            names = "--dt",
            paramLabel = "T",
            converter = Converters.Positive.class,
            description = "Integrator step (default: that of the training).")
    private OptionalDouble dt = OptionalDouble.empty();

    @Option(
            names = "--stride",
            paramLabel = "N",
            converter = Converters.Count.class,
            description =
                    "Steps per stored frame (default: that of the training, more where over 10,000 frames would arise).")
    private OptionalInt stride = OptionalInt.empty();

    @Option(
            names = "--table",
            negatable = true,
            description =
                    "Compile the law to a table first, which is faster; its error is printed (default: from 100 particles on).")
    private @Nullable Boolean table;

    @Override
    public Integer call() throws InputException, IOException {
        var console = common.console();
        var model = RunDirectory.load(run);
        double step = dt.orElse(model.dt());
        long wanted = steps.orElseThrow();
        var loaded = start(console, model);
        var tabulated = tabulated(console, model, loaded);
        var start = tabulated.map(loaded::under).orElse(loaded);
        int every = stride.orElse(
                (int) Math.min(Math.min(wanted, Integer.MAX_VALUE), Math.max(model.stride(), wanted / STORED)));
        long frames = wanted / every;
        if (frames * every != wanted) {
            console.note("note: %d steps are %d frames of %d steps; the rest is left out", wanted, frames, every);
        }
        var system = start.system;
        var watch = new Watch(system, model.potential().coverage());
        try (var writer = output.writer(start.header(every));
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
            output.commit(writer, console);
        }
        report(console, system, watch, frames, every, step, tabulated);
        return ExitCode.OK;
    }

    /** What the motion starts from, and the names that its particles keep. */
    private record Start(ParticleSystem system, State state, Trajectory origin) {
        /** The same start under another law. */
        Start under(PairPotential law) {
            return new Start(system.with(law), state, origin);
        }

        Header header(int stride) {
            return new Header(
                    origin.labels(),
                    origin.species(),
                    Arrays.stream(origin.masses()).boxed().toList(),
                    origin.box(),
                    origin.dimensions(),
                    stride,
                    origin.units());
        }
    }

    /**
     * The law as a table, where it is wanted: over the distances seen and those at the start, in open space with room for pairs that part.
     */
    private Optional<TabulatedPotential> tabulated(Console console, Model model, Start start) {
        if (!(table == null ? start.system.particles() >= MANY : table)) {
            return Optional.empty();
        }
        var pairs = start.system.pairs();
        pairs.update(start.state.positions());
        var seen = model.potential().coverage();
        double near = seen.from();
        double far = seen.to();
        for (int k = 0; k < pairs.count(); k++) {
            near = Math.min(near, pairs.distance(k));
            far = Math.max(far, pairs.distance(k));
        }
        double cutoff = start.system.cutoff();
        TabulatedPotential compiled;
        try {
            compiled = TabulatedPotential.of(model.potential(), near, cutoff > 0.0 ? cutoff : ROOM * far);
        } catch (IllegalArgumentException e) {
            if (table != null) {
                throw new UsageException("--table: " + e.getMessage());
            }
            console.warn("%s; the law itself is taken", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        console.note(
                "table: r = %.4g .. %.4g, %d knots; measured error of F %.1e of its RMS, of V %.1e of its range; outside, the"
                        + " law itself",
                compiled.near(), compiled.far(), compiled.knots(), compiled.forceError(), compiled.energyError());
        if (Math.max(compiled.forceError(), compiled.energyError()) > TabulatedPotential.TOLERANCE) {
            console.warn(
                    "the law is too rough for a table of the usual error, %.0e; --no-table takes the law itself",
                    TabulatedPotential.TOLERANCE);
        }
        return Optional.of(compiled);
    }

    private Start start(Console console, Model model) throws InputException, IOException {
        var file = Path.of(init);
        int frame = 0;
        int at = init.lastIndexOf('@');
        if (!Files.exists(file) && at > 0 && init.substring(at + 1).matches("-?[0-9]{1,9}")) {
            file = Path.of(init.substring(0, at));
            frame = Integer.parseInt(init.substring(at + 1));
        }
        reading.orElse(model.manifest().configuration());
        var read = reading.read(file, OptionalDouble.of(model.dt()), OptionalInt.of(model.stride()), true);
        SameUnits.asLaw(file, read.units(), model.potential().units());
        read.notes().forEach(note -> console.note("note: %s", note));
        int index = frame < 0 ? read.frames() + frame : frame;
        if (index < 0 || index >= read.frames()) {
            throw new UsageException("--init: " + file + " has frames 0 to " + (read.frames() - 1) + ", not " + frame);
        }
        try {
            var bodies = new Bodies(Masses.of(console, model, read), read.box(), model.cutoff());
            var system = ParticleSystem.of(bodies, model.potential());
            var state = Starts.of(console, model, read, index, bodies);
            system.pairs().update(state.positions());
            return new Start(
                    system, state, read.in(read.units().orElse(model.potential().units())));
        } catch (DivergedException e) {
            throw InputException.of(
                    file,
                    "in frame " + index + " " + e.getMessage(),
                    "A simulation cannot start there: give another frame");
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(file.toString(), e);
        }
    }

    private void report(
            Console console,
            ParticleSystem system,
            Watch watch,
            long frames,
            int every,
            double step,
            Optional<TabulatedPotential> tabulated) {
        console.say(
                "%s: %d steps of %s, %d particles, %d frames stored (one every %d)",
                output, frames * every, step, system.particles(), frames + 1, every);
        console.say(
                "  H      %.9g, largest change %.1e (relative %.1e)",
                watch.energy(), watch.energyDrift(), watch.energyDrift() / Math.abs(watch.energy()));
        console.say(
                "  momentum, largest change %.1e; angular momentum %s",
                watch.momentumDrift(),
                system.box().isPeriodic()
                        ? "is not conserved in a periodic box"
                        : String.format(Locale.ROOT, "%.1e", watch.angularDrift()));
        if (watch.shareOutside() > 0) {
            console.warn(
                    "%s of the pair distances are outside those seen in training (%s): the law is a guess there",
                    LawWords.percent(watch.shareOutside()), watch.whereOutside());
        }
        console.result(new JsonOut()
                .put("file", output.toString())
                .put("steps", frames * every)
                .put("dt", step)
                .put("stride", (long) every)
                .put("frames", frames + 1)
                .put("hamiltonian", watch.energy())
                .put("hamiltonianDrift", watch.energyDrift())
                .put("momentumDrift", watch.momentumDrift())
                .put("angularMomentumDrift", watch.angularDrift())
                .put("pairsOutsideCoverage", watch.shareOutside())
                .put(
                        "table",
                        tabulated.map(t -> new JsonOut()
                                .put("near", t.near())
                                .put("far", t.far())
                                .put("knots", (long) t.knots())
                                .put("forceError", t.forceError())
                                .put("energyError", t.energyError()))));
    }
}
