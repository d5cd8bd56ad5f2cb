package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Study;
import org.mclnn.app.study.Table;
import org.mclnn.baseline.BaselineTrainer;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;

/**
 * Claim 8: the error on unseen frames against how many frames were trained on, in 1, 2, 5 ... 100 trajectories of 20 frames or in one
 * shorter trajectory. The same measure for all: RMS of a - a* over the RMS of a*, over all coordinates of 2,000 frames. The baseline is
 * given as many accelerations as the trajectories have frames.
 */
final class Learning {
    private static final List<Integer> FRAMES = List.of(5, 10, 20, 40, 100, 200, 400, 1_000, 2_000);
    private static final List<Integer> FEW = List.of(5, 20, 200, 2_000);

    /** Ways to learn. */
    enum Method {
        LM("MCLNN"),
        ADAM("MCLNN by Adam"),
        BASELINE("baseline");

        private final String title;

        Method(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final int EPOCHS = 2_000; // of Adam; the paper's training has 100,000
    private static final int BASELINE_ITERATIONS = 100;

    private Learning() {}

    static String name(ReferenceSystem system, Method method, int frames, long seed) {
        return "learning-" + system.key() + "-" + method.name().toLowerCase(Locale.ROOT) + "-" + frames + "-" + seed;
    }

    static List<Integer> counts(Settings settings) {
        return settings.quick() ? FEW : FRAMES;
    }

    /** Adam takes minutes: on the first system alone, unless seeds are asked for. */
    static List<Method> methods(ReferenceSystem system, Settings settings) {
        boolean adam = !settings.quick()
                && (settings.seeds().isPresent() || settings.systems().get(0) == system);
        return adam ? List.of(Method.values()) : List.of(Method.LM, Method.BASELINE);
    }

    static List<Long> seeds(Method method, Settings settings) {
        return method == Method.LM
                ? settings.cheap().subList(0, Math.min(3, settings.cheap().size()))
                : settings.dear();
    }

    static List<Piece> pieces(ReferenceSystem system, Settings settings) {
        var pieces = new ArrayList<Piece>();
        for (var method : methods(system, settings)) {
            for (int frames : counts(settings)) {
                for (long seed : seeds(method, settings)) {
                    pieces.add(piece(system, method, frames, seed));
                }
            }
        }
        return pieces;
    }

    private static Piece piece(ReferenceSystem system, Method method, int frames, long seed) {
        int iterations = method == Method.ADAM ? EPOCHS : BASELINE_ITERATIONS;
        return new Piece(
                name(system, method, frames, seed),
                method.title() + " from " + frames + " frames of " + Task.title(system) + ", seed " + seed,
                "iterations " + iterations,
                List.of(),
                method == Method.ADAM ? 0.006 * frames : method == Method.LM ? 1 : 0.3 + 0.0025 * frames,
                desk -> Findings.builder()
                        .number("error", error(system, method, iterations, frames, seed, desk))
                        .build());
    }

    private static double error(
            ReferenceSystem system, Method method, int iterations, int frames, long seed, Desk desk) {
        if (method == Method.BASELINE) {
            var options = new BaselineTrainer.Options(
                    TrainingOptions.LAYERS, BaselineTrainer.Optimizer.LM, iterations, seed, desk.threads());
            return BaselineTrainer.train(Baselines.training(system, frames), options, desk.listener(), desk.journal())
                    .predictions(Baselines.test(system))
                    .relativeRms();
        }
        var options = method == Method.LM
                ? TrainingOptions.standard()
                : TrainingOptions.of(TrainingOptions.standard().form(), Optimizer.ADAM)
                        .withIterations(iterations);
        var data = Task.of(system).data(frames, false);
        try {
            return error(system, Laws.train(data, options.withSeed(seed), desk).potential());
        } catch (DivergedException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** RMS of a - a* over the RMS of a* on the frames of the baseline's test. */
    static double error(ReferenceSystem system, LearnedPotential law) {
        var task = Task.of(system);
        var forces = task.system().forces();
        var truth = system.law().kernel();
        var learned = law.kernel();
        var a = new double[3 * system.particles()];
        var b = new double[a.length];
        double sum = 0.0;
        double norm = 0.0;
        for (int frame = Task.UNSEEN; frame < Task.RUN; frame++) {
            var q = task.run().positions(frame);
            forces.accelerations(truth, q, a);
            forces.accelerations(learned, q, b);
            for (int c = 0; c < a.length; c++) {
                sum += (b[c] - a[c]) * (b[c] - a[c]);
                norm += a[c] * a[c];
            }
        }
        return Math.sqrt(sum / norm);
    }

    /** A row for each number of frames: median, least and greatest error over the seeds, for each method that was run. */
    static Table table(Study study, ReferenceSystem system, Settings settings) {
        var counts = counts(settings);
        var table = Table.empty()
                .with("frames", counts.stream().map(Integer::doubleValue).toList());
        for (var method : methods(system, settings)) {
            var low = new ArrayList<Double>();
            var median = new ArrayList<Double>();
            var high = new ArrayList<Double>();
            for (int frames : counts) {
                var errors = seeds(method, settings).stream()
                        .mapToDouble(seed -> study.findings(name(system, method, frames, seed))
                                .number("error"))
                        .sorted()
                        .toArray();
                low.add(errors[0]);
                median.add(Spread.of(errors).median());
                high.add(errors[errors.length - 1]);
            }
            table = table.with(method.title(), median)
                    .with(method.title() + " low", low)
                    .with(method.title() + " high", high);
        }
        return table;
    }

    /** The fewest frames from which MCLNN is as good on unseen frames as the best baseline from all its samples; infinite if none are. */
    static double enough(Study study, ReferenceSystem system, Settings settings) {
        double baseline = study.findings(Baselines.best(study::findings, system, settings))
                .number("test force error");
        var table = table(study, system, settings);
        var errors = table.column(Method.LM.title());
        for (int k = 0; k < errors.length; k++) {
            if (errors[k] <= baseline) {
                return table.column("frames")[k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
