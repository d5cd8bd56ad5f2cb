package org.mclnn.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.io.ModelFile;
import org.mclnn.potential.Names;
import org.mclnn.potential.PairPotential;

/**
 * Where trajectories come from: files, or one of the paper's systems simulated here.
 *
 * @param names of the files, or of the system
 * @param system the system, if it is one
 */
record Source(List<String> names, List<Trajectory> runs, String sha256, Optional<ReferenceSystem> system) {
    Source {
        names = List.copyOf(names);
        runs = List.copyOf(runs);
    }

    /** Stored frames of a generated run (facts of the paper, A.6). */
    static final int FRAMES = 10_000;

    static final double DT = 0.01;
    static final int STRIDE = 10;

    /** The system of a name that is not a file's. */
    static Optional<ReferenceSystem> system(String name) {
        return Files.exists(Path.of(name)) || !ReferenceSystem.names().contains(name)
                ? Optional.empty()
                : Optional.of(ReferenceSystem.named(name));
    }

    /** All names. */
    String name() {
        return String.join(" ", names);
    }

    /** {@code a.xyz}, or {@code a.xyz and 2 more}. */
    static String title(List<String> names) {
        int more = names.size() - 1;
        var first = new File(names.get(0)).getName(); // of a name that no file can have here, too
        return first + (more == 0 ? "" : " and " + more + " more");
    }

    /** Each run by itself. */
    List<Source> each() {
        var sums = sha256.split(" ");
        return IntStream.range(0, runs.size())
                .mapToObj(r -> new Source(List.of(names.get(r)), List.of(runs.get(r)), sums[r], system))
                .toList();
    }

    /** The first run. */
    Trajectory run() {
        return runs.get(0);
    }

    /** The files of these names, as runs of one system, or the paper's system; velocities of a file are passed over where they are not wanted. */
    static Source of(
            List<String> names, ReadingOptions reading, OptionalDouble dt, OptionalInt stride, boolean velocities)
            throws InputException, IOException {
        checkAlone(names);
        var known = system(names.get(0));
        if (known.isPresent()) {
            reading.refuse(names.get(0));
            var system = known.get();
            var simulator = Simulator.of(dt.orElse(DT), stride.orElse(STRIDE));
            var run = simulator.run(system.system(system.particles()), system.start(), FRAMES - 1);
            return new Source(names, List.of(run), sha256(run), known);
        }
        var runs = new ArrayList<Trajectory>();
        var sums = new ArrayList<String>();
        for (var name : names) {
            var file = file(name);
            runs.add(reading.read(file, dt, stride, velocities));
            SameUnits.ofRuns(
                    file,
                    runs.get(runs.size() - 1).units(),
                    names.get(0),
                    runs.get(0).units());
            sums.add(ModelFile.sha256(file));
        }
        return new Source(names, runs, String.join(" ", sums), Optional.empty());
    }

    /** Runs of one system come from files; a system has one run. */
    static void checkAlone(List<String> names) {
        for (var name : names) {
            if (names.size() > 1 && system(name).isPresent()) {
                throw new UsageException(
                        name + " is one of the paper's systems, simulated here, and stands alone: it cannot"
                                + " be given beside others. Give it by itself, or files only");
            }
        }
    }

    private static Path file(String name) throws InputException {
        if (name.isBlank()) {
            throw new UsageException("the name of the trajectory is empty");
        }
        var file = Path.of(name);
        if (!Files.exists(file)) {
            var meant = Names.closest(name, ReferenceSystem.names());
            if (meant.isPresent()) {
                throw InputException.noInput(
                        file, "there is no such file or system", "Did you mean '" + meant.get() + "'?");
            }
        }
        return file;
    }

    /** The start alone of a system: what perturbed sampling is made from. */
    static Source start(List<String> names) {
        checkAlone(names);
        var name = names.get(0);
        var system = ReferenceSystem.names().contains(name) ? ReferenceSystem.named(name) : refuse();
        var start = Trajectory.of(system.particles());
        start.frame(0, system.start().positions(), system.start().velocities());
        var run = start.build();
        return new Source(List.of(name), List.of(run), sha256(run), Optional.of(system));
    }

    private static ReferenceSystem refuse() {
        throw new UsageException(
                "--sampling perturbed simulates jittered starts, which needs a law: it works for linear, nonlinear and"
                        + " gravity, not for a file");
    }

    /** Where a model comes from that is trained on this, by this program, with these options. */
    Manifest manifest(long seed, Map<String, String> configuration) {
        return new Manifest(
                seed,
                configuration,
                name(),
                sha256,
                Main.version(),
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    Optional<PairPotential> truth() {
        return system.map(ReferenceSystem::law);
    }

    private static String sha256(Trajectory run) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int k = 0; k < run.frames(); k++) {
                var q = run.positions(k);
                var bytes = ByteBuffer.allocate(8 * q.length);
                for (double x : q) {
                    bytes.putDouble(x);
                }
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
