package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.baseline.AccelerationSamples;
import org.mclnn.baseline.Baseline;
import org.mclnn.baseline.BaselineTrainer;
import org.mclnn.baseline.BaselineTrainer.Optimizer;
import org.mclnn.dynamics.ReferenceSystem;

/**
 * The baseline LNN (4.1.2): V(q) by a network of all coordinates, trained on 10,000 accelerations. The widths of the paper's table by
 * Levenberg-Marquardt and by Adam, those of the original LNN by Adam, and widths between by Levenberg-Marquardt; the one that does best on
 * frames it has not seen is what MCLNN is held against, a choice in its favour.
 */
final class Baselines {
    static final String BASELINE = "baseline";

    private static final int SAMPLES = Task.STATES;
    private static final int QUICK_SAMPLES = 2_000;
    private static final int TEST = 2_000;
    private static final int SHOWN = 1_500; // points of a parity plot
    private static final long SEED = 7; // of the samples

    private Baselines() {}

    /**
     * One way to train it.
     *
     * @param iterations at most
     * @param seconds what it takes
     */
    record Variant(List<Integer> hidden, Optimizer optimizer, int iterations, double seconds) {
        String text() {
            var name = switch (optimizer) {
                case LM -> "Levenberg-Marquardt";
                case LBFGS -> "L-BFGS";
                case ADAM -> "Adam";
            };
            return "[" + Sweep.text(hidden) + "] by " + name;
        }

        private String key() {
            return Sweep.text(hidden).replace(',', 'x') + "-" + optimizer.name().toLowerCase(Locale.ROOT);
        }
    }

    static List<Variant> variants(Settings settings) {
        return settings.quick()
                ? List.of(new Variant(List.of(10, 10), Optimizer.LM, 60, 3))
                : List.of(
                        new Variant(List.of(10, 10), Optimizer.LM, 200, 12),
                        new Variant(List.of(16, 16), Optimizer.LM, 150, 30),
                        new Variant(List.of(10, 10), Optimizer.ADAM, 2_000, 10),
                        new Variant(List.of(128, 128), Optimizer.ADAM, 200, 30));
    }

    static String name(ReferenceSystem system, Variant variant, long seed) {
        return "baseline-" + system.key() + "-" + variant.key() + "-" + seed;
    }

    /** How many samples it is trained on. */
    static int samples(Settings settings) {
        return settings.quick() ? QUICK_SAMPLES : SAMPLES;
    }

    /** Names of all that is trained on a system. */
    static List<String> names(ReferenceSystem system, Settings settings) {
        var names = new ArrayList<String>();
        for (var variant : variants(settings)) {
            settings.dear().forEach(seed -> names.add(name(system, variant, seed)));
        }
        return names;
    }

    /** Samples to train on, from the part of the run that MCLNN's windows come from: 10,000 states of it, some drawn. */
    static AccelerationSamples training(ReferenceSystem system, int samples) {
        var task = Task.of(system);
        var states = task.states();
        return AccelerationSamples.of(task.system(), states, 0, states.frames(), samples, SEED);
    }

    /** Samples that neither model has seen. */
    static AccelerationSamples test(ReferenceSystem system) {
        var task = Task.of(system);
        return AccelerationSamples.of(task.system(), task.run(), Task.UNSEEN, Task.RUN, TEST, SEED);
    }

    /** Frames of a run from the mirrored start. */
    private static AccelerationSamples mirrored(ReferenceSystem system) {
        var task = Task.of(system);
        var run = Task.SIMULATOR.run(task.system(), system.start().mirrored(), TEST - 1);
        return AccelerationSamples.of(task.system(), run, 0, TEST, TEST, SEED);
    }

    static Piece piece(ReferenceSystem system, Variant variant, Settings settings, long seed) {
        int count = samples(settings);
        return new Piece(
                name(system, variant, seed),
                "baseline " + variant.text() + " on " + Task.title(system) + ", seed " + seed,
                variant + " seed " + seed + " samples " + count,
                List.of(),
                variant.seconds(),
                desk -> {
                    var samples = training(system, count);
                    var baseline = BaselineTrainer.train(
                            samples,
                            new BaselineTrainer.Options(
                                    variant.hidden(), variant.optimizer(), variant.iterations(), seed, desk.threads()),
                            desk.listener(),
                            desk.journal());
                    var findings = Findings.builder()
                            .number("parameters", baseline.theta().length)
                            .number("iterations", baseline.losses().size())
                            .number("training loss", baseline.loss())
                            .table("losses", Table.empty().with("loss", baseline.losses()))
                            .exact("theta", baseline.theta());
                    parity(baseline, samples, "training", findings);
                    parity(baseline, test(system), "test", findings);
                    parity(baseline, mirrored(system), "mirrored", findings);
                    return findings.build();
                });
    }

    /** R^2 and the relative error over all samples, and some of them to be drawn. */
    private static void parity(Baseline baseline, AccelerationSamples samples, String name, Findings.Builder findings) {
        var predictions = baseline.predictions(samples);
        var truth = predictions.trueForces();
        var predicted = predictions.predictedForces();
        int step = Math.max(1, truth.length / SHOWN);
        findings.number(name + " R2", predictions.rSquared())
                .number(name + " force error", predictions.relativeRms())
                .table(
                        name + " parity",
                        Table.empty().with("truth", every(step, truth)).with("predicted", every(step, predicted)));
    }

    private static double[] every(int step, double[] values) {
        var some = new double[(values.length + step - 1) / step];
        for (int k = 0; k < some.length; k++) {
            some[k] = values[k * step];
        }
        return some;
    }

    /** The piece whose baseline does best on unseen frames. */
    static String best(Desk.Earlier earlier, ReferenceSystem system, Settings settings) {
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (var name : names(system, settings)) {
            double error = earlier.of(name).number("test force error");
            if (best.isEmpty() || error < least) {
                best = name;
                least = error;
            }
        }
        return best;
    }

    /** That baseline. */
    static Baseline best(Desk desk, ReferenceSystem system, Settings settings) {
        var name = best(desk.earlier(), system, settings);
        for (var variant : variants(settings)) {
            for (long seed : settings.dear()) {
                if (name(system, variant, seed).equals(name)) {
                    return Baseline.of(
                            training(system, 2),
                            variant.hidden(),
                            desk.findings(name).exact("theta"));
                }
            }
        }
        throw new IllegalArgumentException("there is no baseline " + name);
    }
}
