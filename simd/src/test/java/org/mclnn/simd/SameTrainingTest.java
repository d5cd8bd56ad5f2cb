package org.mclnn.simd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.kernel.Kernels;
import org.mclnn.potential.Forms;
import org.mclnn.potential.Normal;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingListener;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/** A whole training on either kernel and on any number of threads: the same losses and the same parameters, to the last bit. */
class SameTrainingTest {
    private static final double NOISE = 1e-3;
    private static final Trajectory RUN = run();
    private static final TrajectoryDataset KNOWN = windows(RUN, false);
    private static final TrajectoryDataset NOISY = windows(noisy(RUN), true);

    private static Trajectory run() {
        var springs = ReferenceSystem.LINEAR;
        return Simulator.of(0.01, 10).run(springs.system(springs.particles()), springs.start(), 120);
    }

    /** Positions alone, each coordinate of the plane moved by a normal number. */
    private static Trajectory noisy(Trajectory run) {
        var random = new SplittableRandom(7);
        var seen = Trajectory.of(run.particles());
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            for (int c = 0; c < q.length; c++) {
                q[c] += c % 3 < 2 ? NOISE * Normal.next(random) : 0.0;
            }
            seen.frame(run.time(k), q);
        }
        return seen.build();
    }

    private static TrajectoryDataset windows(Trajectory run, boolean positionsOnly) {
        return TrajectoryDataset.windows(
                run,
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(7), 9, OptionalDouble.empty(), OptionalInt.empty(), 0.0, positionsOnly, 100));
    }

    private static TrainingResult train(String kind, int threads) {
        FormChoice form = switch (kind) {
            case "spline", "noisy spline" -> new FormChoice.Spline();
            case "powers" -> new FormChoice.Closed(Forms.closed("powers:0..3"));
            default -> new FormChoice.Network(List.of(4, 4));
        };
        var options = switch (kind) {
            case "lbfgs" -> TrainingOptions.of(form, Optimizer.LBFGS).withIterations(20);
            case "batches" ->
                TrainingOptions.of(form, Optimizer.ADAM).withIterations(20).withBatch(3);
            default -> TrainingOptions.of(form, Optimizer.LM).withIterations(6);
        };
        var data = kind.startsWith("noisy") ? NOISY : KNOWN;
        return Trainer.of(options.withThreads(threads), TrainingListener.NONE).train(data);
    }

    /** SHA-256 over the bits of the losses of every iteration, the parameters, and all else that a training says. */
    private static String fingerprint(String kind, String kernel, int threads) throws Exception {
        var before = System.getProperty(Kernels.PROPERTY);
        System.setProperty(Kernels.PROPERTY, kernel);
        try {
            var result = train(kind, threads);
            var digest = MessageDigest.getInstance("SHA-256");
            var law = result.potential().law();
            digest.update(
                    (law.form().name() + result.stop() + result.iterations() + result.smoothness()).getBytes(UTF_8));
            result.losses().forEach(loss -> add(digest, loss));
            for (double x : law.theta()) {
                add(digest, x);
            }
            for (double x : new double[] {
                result.trainLoss(),
                result.validLoss().orElseThrow(),
                result.baselineLoss(),
                result.baselineForceError(),
                result.sigma().orElse(0.0)
            }) {
                add(digest, x);
            }
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            if (before == null) {
                System.clearProperty(Kernels.PROPERTY);
            } else {
                System.setProperty(Kernels.PROPERTY, before);
            }
        }
    }

    private static void add(MessageDigest digest, double x) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(x).array());
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "spline", "powers", "noisy network", "noisy spline", "lbfgs", "batches"})
    void onAnyKernelAndAnyNumberOfThreads(String kind) throws Exception {
        var found = new TreeMap<String, String>();
        for (var kernel : Kernels.NAMES) {
            for (int threads : new int[] {1, 2, 3, 4, 8}) {
                found.put(kernel + " x " + threads, fingerprint(kind, kernel, threads));
            }
        }
        assertThat(found).hasSize(10);
        assertThat(found.values()).as("%s", found).containsOnly(found.get("scalar x 1"));
    }
}
