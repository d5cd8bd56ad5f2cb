package org.mclnn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.io.InputException;
import org.mclnn.io.ModelFile;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.kernel.Kernels;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.TabulatedPotential;
import org.mclnn.training.GradientEpochs;

/**
 * What {@link Served} says to each command; SYSTEM is {@code linear} or {@code gravity}.
 *
 * <pre>
 * about                          version of Java, kernel, threads
 * check SYSTEM                   loss and norm of the gradient at the golden parameters
 * epoch SYSTEM N                 seconds for N epochs of Adam
 * law SYSTEM FILE                takes the law of a model file for the rollouts
 * rollout SYSTEM network FRAMES  seconds for frames of ten steps from the paper's start, and where they end
 * rollout SYSTEM table FRAMES    the same with the law compiled to a table
 * read trajectory FILE           seconds to read a file, and the sum of its last frame's numbers
 * </pre>
 */
final class Answers implements AutoCloseable {
    private static final int STRIDE = 10;
    private static final Simulator SIMULATOR = Simulator.of(0.01, STRIDE);
    private static final double ROOM = 1.5; // as `mclnn simulate --table`

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final Map<String, GradientEpochs> epochs = new HashMap<>();
    private final Map<String, PairPotential> laws = new HashMap<>(); // by "linear network", "linear table", ...

    /** One line of JSON. */
    String to(String command) throws InputException, IOException {
        var words = command.split(" ", 3);
        var system = words.length > 1 ? words[1] : "";
        var rest = words.length > 2 ? words[2] : "";
        return switch (words[0]) {
            case "about" -> about();
            case "check" -> check(system);
            case "epoch" -> epoch(system, Integer.parseInt(rest));
            case "law" -> law(system, Path.of(rest));
            case "rollout" -> rollout(system, rest);
            case "read" -> read(Path.of(rest));
            default -> throw new IllegalArgumentException("unknown command '" + command + "'");
        };
    }

    private String about() {
        return String.format(
                Locale.ROOT,
                "{\"version\": \"%s\", \"kernel\": \"%s\", \"threads\": %d}",
                Runtime.version(),
                Kernels.active().name(),
                threads);
    }

    private GradientEpochs epochs(String system) {
        return epochs.computeIfAbsent(system, name -> new GradientEpochs(name, threads));
    }

    private String check(String system) {
        var start = epochs(system).start();
        return "{\"loss\": " + start.loss() + ", \"gradient\": " + start.gradientNorm() + "}";
    }

    private String epoch(String system, int count) {
        var loop = epochs(system);
        long began = System.nanoTime();
        double loss = loop.run(count);
        return "{\"seconds\": " + seconds(began) + ", \"loss\": " + loss + "}";
    }

    /** Memory and files of what was read are given back before the next one, as Python does it by itself. */
    private static String read(Path file) throws InputException, IOException {
        var answer = timed(file);
        System.gc();
        return answer;
    }

    private static String timed(Path file) throws InputException, IOException {
        long began = System.nanoTime();
        var run = TrajectoryFiles.read(file, ReadOptions.timePerStep(0.01));
        double seconds = seconds(began);
        double sum = 0.0;
        for (double x : run.positions(run.frames() - 1)) {
            sum += x;
        }
        for (double v : run.velocities(run.frames() - 1)) {
            sum += v;
        }
        return "{\"seconds\": " + seconds + ", \"frames\": " + run.frames() + ", \"sum\": " + sum + "}";
    }

    private static double seconds(long began) {
        return 1e-9 * (System.nanoTime() - began);
    }

    private String law(String system, Path file) throws InputException, IOException {
        var law = ModelFile.read(file).potential();
        var seen = law.coverage();
        var table = TabulatedPotential.of(law, seen.from(), ROOM * seen.to());
        laws.put(system + " network", law);
        laws.put(system + " table", table);
        return "{\"knots\": " + table.knots() + ", \"forceError\": " + table.forceError() + "}";
    }

    private String rollout(String name, String rest) {
        var words = rest.split(" ");
        int frames = Integer.parseInt(words[1]);
        var system = ReferenceSystem.named(name);
        var law = Objects.requireNonNull(laws.get(name + " " + words[0]), "no law: first say 'law SYSTEM FILE'");
        var moved = system.system(system.particles()).with(law);
        long began = System.nanoTime();
        var run = SIMULATOR.run(moved, system.start(), frames);
        double seconds = seconds(began);
        var end = Arrays.stream(run.positions(frames)).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return "{\"seconds\": " + seconds + ", \"steps\": " + (long) frames * STRIDE + ", \"end\": [" + end + "]}";
    }

    @Override
    public void close() {
        epochs.values().forEach(GradientEpochs::close);
    }
}
