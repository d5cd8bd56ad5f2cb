package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.State;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.Lyapunov;
import org.mclnn.evaluation.MotionComparison;

/**
 * Figures 4 and 7: twice as many particles as in training, from a start whose pairs keep to distances that training saw, and from a
 * harder one.
 */
final class Sizes {
    static final String INSIDE = "inside";
    static final String HARDER = "harder";

    private static final long SEED = 1; // of both starts
    private static final int LYAPUNOV_FRAMES = 2_000;

    private Sizes() {}

    static String name(ReferenceSystem system) {
        return "sizes-" + system.key();
    }

    static int particles(ReferenceSystem system) {
        return 2 * system.particles();
    }

    static Piece piece(ReferenceSystem system, Settings settings) {
        return new Piece(
                name(system),
                particles(system) + " particles of " + Task.title(system),
                "seeds " + settings.cheap(),
                Laws.networks(system, settings),
                2,
                desk -> {
                    var findings = Findings.builder();
                    add(INSIDE, system.startInside(SEED), system, settings, desk, findings);
                    add(HARDER, system.start(particles(system), SEED), system, settings, desk, findings);
                    return findings.build();
                });
    }

    private static void add(
            String which,
            State start,
            ReferenceSystem reference,
            Settings settings,
            Desk desk,
            Findings.Builder findings) {
        var system = reference.system(particles(reference));
        var truth = Task.SIMULATOR.run(system, start, Task.FRAMES);
        var all = new ArrayList<MotionComparison>();
        for (long seed : settings.cheap()) {
            all.add(Model.of(Laws.network(desk, reference, seed)).against(truth, system, Task.SIMULATOR));
        }
        var error = Spread.of(
                all.stream().mapToDouble(MotionComparison::lagrangianMae).toArray());
        var chaos = Lyapunov.of(system, start, Task.SIMULATOR, LYAPUNOV_FRAMES);
        findings.number(which + " MAE of L", error.median())
                .number(which + " MAE of L low", error.low())
                .number(which + " MAE of L high", error.high())
                .number(which + " MAE of H", median(all, MotionComparison::hamiltonianMae))
                .number(which + " MAE of p", median(all, MotionComparison::momentumMae))
                .number(which + " MAE of J", median(all, MotionComparison::angularMomentumMae))
                .number(
                        which + " outside",
                        Evaluation.outside(
                                truth, system, Task.of(reference).data().coverage()))
                .number(
                        which + " standard deviation of L",
                        Motions.deviation(all.get(0).truth()))
                .number(which + " Lyapunov time", chaos.time().orElse(Double.POSITIVE_INFINITY))
                .table(which, curves(all.get(0)));
    }

    private static double median(List<MotionComparison> all, ToDoubleFunction<MotionComparison> measure) {
        return Spread.of(all.stream().mapToDouble(measure).toArray()).median();
    }

    private static Table curves(MotionComparison motion) {
        double first = motion.truth().get(0).time();
        var time = Motions.column(motion.truth(), o -> o.time() - first);
        return Motions.with(
                Motions.with(Table.empty().with("time", time), "truth", motion.truth()), Laws.MCLNN, motion.model());
    }
}
