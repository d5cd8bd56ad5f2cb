package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.evaluation.Symmetry;

/** Theorem 1 as measured at the first unseen start, for MCLNN and for the baseline. */
final class Symmetries {
    private static final long SEED = 1;

    private Symmetries() {}

    static String name(ReferenceSystem system) {
        return "symmetry-" + system.key();
    }

    static Piece piece(ReferenceSystem system, Settings settings) {
        long seed = settings.cheap().get(0);
        var needs = new ArrayList<>(Baselines.names(system, settings));
        needs.add(Laws.network(system, seed));
        return new Piece(name(system), "symmetries of " + Task.title(system), "seed " + seed, needs, 0.3, desk -> {
            var task = Task.of(system);
            var start = task.unseen(1).get(0);
            var findings = Findings.builder();
            add(Laws.MCLNN, Symmetry.of(task.system().with(Laws.network(desk, system, seed)), start, SEED), findings);
            var baseline = Baselines.best(desk, system, settings);
            var model = new Symmetry.Model(
                    baseline.potentialEnergy(),
                    baseline.field(),
                    Arrays.stream(task.system().masses()).boxed().toList(),
                    true);
            add(Baselines.BASELINE, Symmetry.of(model, start, SEED), findings);
            return findings.build();
        });
    }

    private static void add(String name, Symmetry symmetry, Findings.Builder findings) {
        for (var change : symmetry.changes()) {
            findings.number(name + " V, " + change.name(), change.potential())
                    .number(name + " T, " + change.name(), change.kinetic())
                    .number(name + " L, " + change.name(), change.lagrangian())
                    .number(name + " H, " + change.name(), change.hamiltonian());
        }
        findings.number(name + " momentum from L", symmetry.translation().momentumError())
                .number(name + " sum of forces", symmetry.translation().share())
                .number(name + " angular momentum from L", symmetry.rotation().momentumError())
                .number(name + " sum of torques", symmetry.rotation().share());
    }

    /** What is looked at, in the order of the table. */
    static List<String> names(Findings findings) {
        return findings.numbers().keySet().stream()
                .filter(name -> name.startsWith(Laws.MCLNN + " V, "))
                .map(name -> name.substring((Laws.MCLNN + " V, ").length()))
                .toList();
    }
}
