package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.InputException;
import org.mclnn.io.Manifest;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.potential.Names;
import org.mclnn.potential.PairPotential;

/**
 * Where a trajectory comes from: a file, or one of the paper's systems simulated here.
 *
 * @param system the system, if it is one
 */
record Source(String name, Trajectory run, String sha256, Optional<ReferenceSystem> system) {
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

    /** The file of this name if there is one, else the system; velocities of a file are passed over where they are not wanted. */
    static Source of(String name, OptionalDouble dt, OptionalInt stride, boolean velocities)
            throws InputException, IOException {
        if (name.isBlank()) {
            throw new UsageException("the name of the trajectory is empty");
        }
        var file = Path.of(name);
        var known = system(name);
        if (known.isPresent()) {
            var system = known.get();
            var simulator = Simulator.of(dt.orElse(DT), stride.orElse(STRIDE));
            var run = simulator.run(system.system(system.particles()), system.start(), FRAMES - 1);
            return new Source(name, run, sha256(run), known);
        }
        if (!Files.exists(file)) {
            var meant = Names.closest(name, ReferenceSystem.names());
            if (meant.isPresent()) {
                throw InputException.noInput(
                        file, "there is no such file or system", "Did you mean '" + meant.get() + "'?");
            }
        }
        return new Source(name, read(file, dt, stride, velocities), ModelFile.sha256(file), Optional.empty());
    }

    /** The start alone of a system: what perturbed sampling is made from. */
    static Source start(String name) {
        var system = ReferenceSystem.names().contains(name) ? ReferenceSystem.named(name) : refuse();
        var start = Trajectory.of(system.particles());
        start.frame(0, system.start().positions(), system.start().velocities());
        var run = start.build();
        return new Source(name, run, sha256(run), Optional.of(system));
    }

    private static ReferenceSystem refuse() {
        throw new UsageException(
                "--sampling perturbed simulates jittered starts, which needs a law: it works for linear, nonlinear and"
                        + " gravity, not for a file");
    }

    /** A file, whose times are counts of steps of length dt where it has no others. */
    static Trajectory read(Path file, OptionalDouble dt, OptionalInt stride, boolean velocities)
            throws InputException, IOException {
        return TrajectoryFiles.read(file, new ReadOptions(dt, stride.orElse(1), velocities));
    }

    /** Where a model comes from that is trained on this, by this program, with these options. */
    Manifest manifest(long seed, Map<String, String> configuration) {
        return new Manifest(
                seed,
                configuration,
                name,
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
