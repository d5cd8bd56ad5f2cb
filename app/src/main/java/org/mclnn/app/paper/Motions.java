package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.MotionComparison;
import org.mclnn.evaluation.Observables;

/** Figures 2 and 3: 10,000 steps from starts that training has not seen, by the truth and by every model. */
final class Motions {
    private static final double DEPARTED = 0.1; // of the standard deviation of the true L

    private Motions() {}

    static String name(ReferenceSystem system) {
        return "motion-" + system.key();
    }

    static Piece piece(ReferenceSystem system, Settings settings) {
        var needs = new ArrayList<>(Laws.networks(system, settings));
        needs.add(Laws.splines(system));
        needs.addAll(Baselines.names(system, settings));
        int starts = settings.quick() ? 5 : 20;
        return new Piece(
                name(system),
                "10,000 steps of " + Task.title(system) + " from " + starts + " unseen starts",
                starts + " starts, seeds " + settings.cheap(),
                needs,
                settings.quick() ? 3 : 15,
                desk -> new Motions.Work(desk, system, settings, starts).findings());
    }

    static Table with(Table table, String name, List<Observables> curve) {
        return table.with(name + " L", column(curve, Observables::lagrangian))
                .with(name + " H", column(curve, Observables::hamiltonian))
                .with(name + " p", column(curve, o -> o.momentum().norm()))
                .with(name + " J", column(curve, o -> o.angularMomentum().z()));
    }

    static double[] column(List<Observables> curve, ToDoubleFunction<Observables> value) {
        return curve.stream().mapToDouble(value).toArray();
    }

    /** Standard deviation of L along a motion. */
    static double deviation(List<Observables> curve) {
        double mean =
                curve.stream().mapToDouble(Observables::lagrangian).average().orElse(0);
        return Math.sqrt(curve.stream()
                .mapToDouble(o -> (o.lagrangian() - mean) * (o.lagrangian() - mean))
                .average()
                .orElse(0));
    }

    private static final class Work {
        private final Task task;
        private final List<State> starts;
        private final List<Model> networks = new ArrayList<>(); // one for each seed
        private final Map<String, Model> others = new LinkedHashMap<>();
        private final Findings.Builder findings = Findings.builder();
        private final Map<String, MotionComparison> first = new LinkedHashMap<>(); // start and seed, of each model
        private Table positionErrors = Table.empty();

        Work(Desk desk, ReferenceSystem system, Settings settings, int starts) {
            task = Task.of(system);
            this.starts = task.unseen(starts);
            settings.cheap().forEach(seed -> networks.add(Model.of(Laws.network(desk, system, seed))));
            others.put(Baselines.BASELINE, Model.of(Baselines.best(desk, system, settings)));
            others.put(Laws.SPLINE, Model.of(Laws.spline(desk, system, Laws.SPLINE)));
            others.put(Laws.LEAST_SQUARES, Model.of(Laws.spline(desk, system, Laws.LEAST_SQUARES)));
        }

        Findings findings() {
            var truths = starts.stream().map(this::truth).toList();
            compared(Laws.MCLNN, networks, truths);
            others.forEach((name, model) -> compared(name, List.of(model), truths));
            findings.table("position error", positionErrors);
            curves();
            mirrored();
            outside(truths);
            return findings.build();
        }

        private Trajectory truth(State start) {
            return Task.SIMULATOR.run(task.system(), start, Task.FRAMES);
        }

        private MotionComparison compare(Model model, Trajectory truth) {
            return model.against(truth, task.system(), Task.SIMULATOR);
        }

        /** The spread of each error over starts and seeds, and of the position error at each time. */
        private void compared(String name, List<Model> models, List<Trajectory> truths) {
            var all = new ArrayList<MotionComparison>();
            for (var truth : truths) {
                for (var model : models) {
                    all.add(compare(model, truth));
                }
            }
            first.put(name, all.get(0));
            spread(name + " MAE of L", all, MotionComparison::lagrangianMae);
            spread(name + " MAE of H", all, MotionComparison::hamiltonianMae);
            spread(name + " MAE of p", all, MotionComparison::momentumMae);
            spread(name + " MAE of J", all, MotionComparison::angularMomentumMae);
            spread(name + " drift of H", all, MotionComparison::hamiltonianDrift);
            spread(name + " drift of p", all, MotionComparison::momentumDrift);
            spread(name + " drift of J", all, MotionComparison::angularMomentumDrift);
            spread(name + " position error", all, MotionComparison::positionMae);
            spread(name + " steps until L departs", all, this::departure);
            positionErrors(name, all);
        }

        private void spread(String name, List<MotionComparison> all, ToDoubleFunction<MotionComparison> measure) {
            var spread = Spread.of(all.stream().mapToDouble(measure).toArray());
            findings.number(name, spread.median())
                    .number(name + " low", spread.low())
                    .number(name + " high", spread.high())
                    .number(name + " most", spread.most());
        }

        /** Steps until L is first off by a tenth of its standard deviation; infinite where it never is. */
        private double departure(MotionComparison motion) {
            double much = DEPARTED * deviation(motion.truth());
            for (int k = 0; k < motion.truth().size(); k++) {
                if (Math.abs(motion.truth().get(k).lagrangian()
                                - motion.model().get(k).lagrangian())
                        > much) {
                    return (double) k * Task.SIMULATOR.stride();
                }
            }
            return Double.POSITIVE_INFINITY;
        }

        private void positionErrors(String name, List<MotionComparison> all) {
            int frames = Task.FRAMES + 1;
            var time = new double[frames];
            var low = new double[frames];
            var median = new double[frames];
            var high = new double[frames];
            for (int k = 0; k < frames; k++) {
                int frame = k;
                time[k] = all.get(0).truth().get(k).time()
                        - all.get(0).truth().get(0).time();
                var spread = Spread.of(all.stream()
                        .mapToDouble(motion -> motion.positionErrors().get(frame))
                        .toArray());
                low[k] = spread.low();
                median[k] = spread.median();
                high[k] = spread.high();
            }
            if (!positionErrors.has("time")) {
                positionErrors = positionErrors.with("time", time);
            }
            positionErrors =
                    positionErrors.with(name, median).with(name + " low", low).with(name + " high", high);
        }

        /** L, H, |p| and the z component of the angular momentum along the first start, by all models and the first seed. */
        private void curves() {
            var truth = Objects.requireNonNull(first.get(Laws.MCLNN)).truth();
            double begin = truth.get(0).time();
            var table = with(Table.empty().with("time", column(truth, o -> o.time() - begin)), "truth", truth);
            findings.number("standard deviation of L", deviation(truth));
            for (var entry : first.entrySet()) {
                table = with(table, entry.getKey(), entry.getValue().model());
                single(entry.getKey(), "", entry.getValue());
            }
            findings.table("curves", table);
        }

        private void single(String name, String where, MotionComparison motion) {
            findings.number(name + where + " MAE of L, first start", motion.lagrangianMae())
                    .number(name + where + " MAE of H, first start", motion.hamiltonianMae())
                    .number(name + where + " MAE of p, first start", motion.momentumMae())
                    .number(name + where + " MAE of J, first start", motion.angularMomentumMae());
        }

        /** The harder start: the paper's with its positions mirrored. */
        private void mirrored() {
            var truth = truth(task.reference().start().mirrored());
            spread(
                    "MCLNN mirrored MAE of L",
                    networks.stream().map(m -> compare(m, truth)).toList(),
                    MotionComparison::lagrangianMae);
            for (var entry : others.entrySet()) {
                single(entry.getKey(), " mirrored", compare(entry.getValue(), truth));
            }
            findings.number("outside, mirrored", share(truth));
        }

        private void outside(List<Trajectory> truths) {
            findings.number(
                    "outside",
                    Spread.of(truths.stream().mapToDouble(this::share).toArray())
                            .median());
        }

        /** Share of the pair distances outside the coverage. */
        private double share(Trajectory truth) {
            return Evaluation.outside(truth, task.system(), task.data().coverage());
        }
    }
}
