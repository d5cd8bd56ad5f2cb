package org.mclnn.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.PairNetwork;
import org.openlca.npy.Npy;
import org.openlca.npy.NpyDoubleArray;

/** Golden windows, losses and gradients, computed by an independent program in JAX (golden.npz: float64, CPU). */
final class Golden {
    private static final Map<String, double[]> ARRAYS = read();

    private Golden() {}

    private static Map<String, double[]> read() {
        var arrays = new HashMap<String, double[]>();
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden.npz"));
                var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = Files.createTempFile("golden", ".npy");
                Files.write(file, zip.readAllBytes());
                try (var channel = Channels.newChannel(Files.newInputStream(file))) {
                    NpyDoubleArray array = Npy.read(channel).asDoubleArray();
                    arrays.put(entry.getName().replace(".npy", ""), array.data());
                } finally {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrays;
    }

    static double[] array(String name) {
        return Objects.requireNonNull(ARRAYS.get(name), name);
    }

    static int particles(String system) {
        return system.equals("gravity") ? 4 : 3;
    }

    /** The 100 windows of 20 frames. */
    static Windows windows(String system) {
        int width = 3 * particles(system);
        var q = array(system + "_positions");
        var v = array(system + "_velocities");
        var positions = new double[100][20][width];
        var velocities = new double[100][width];
        for (int w = 0; w < 100; w++) {
            for (int f = 0; f < 20; f++) {
                System.arraycopy(q, (w * 20 + f) * width, positions[w][f], 0, width);
            }
            System.arraycopy(v, w * 20 * width, velocities[w], 0, width);
        }
        return new Windows(positions, velocities);
    }

    static Mechanics mechanics(String system) {
        var masses = new double[particles(system)];
        Arrays.fill(masses, 1.0);
        return new Mechanics(masses, Box.open(), 0.0, 0.01, 10);
    }

    static PairNetwork network() {
        return PairNetwork.of(10, 10);
    }

    /** W0 b0 W1 b1 W2 b2, or with a prefix such as {@code linear_d} their gradient. */
    static double[] parameters(String prefix) {
        var theta = new double[network().size()];
        int at = 0;
        for (int l = 0; l < 3; l++) {
            for (var name : new String[] {"W", "b"}) {
                var part = array(prefix + name + l);
                System.arraycopy(part, 0, theta, at, part.length);
                at += part.length;
            }
        }
        return theta;
    }
}
