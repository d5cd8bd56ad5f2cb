package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.page.Section;
import org.mclnn.app.page.Table;
import org.mclnn.app.study.Study;

/** The sections that hold MCLNN against the baseline: forces, data, symmetries. */
final class ComparisonSections {
    private final Material material;
    private final Settings settings;
    private final Study study;

    ComparisonSections(Material material) {
        this.material = material;
        settings = material.settings();
        study = material.study();
    }

    void baseline(Section section) {
        var systems = material.done(
                section, system -> Baselines.names(system, settings).get(0));
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "A baseline that is trained worse than it could be proves nothing. It is given the coordinates that vary, "
                        + Numbers.whole(Baselines.samples(settings))
                        + " true accelerations, and several ways to be trained.");
        material.figure(
                section,
                "fig6",
                "The paper's Figure 6: forces of the best baseline against the true ones, on frames it was trained on (above) and on"
                        + " others of the same run (below).");
        var table = Table.of("baselines", "The baseline trained in several ways")
                .text("System, baseline")
                .number("parameters")
                .number("iterations")
                .number("mean squared error", "acceleration^{2}")
                .number("*R*^{2}, training")
                .number("*R*^{2}, other frames")
                .number("*R*^{2}, mirrored start");
        for (var system : systems) {
            for (var variant : Baselines.variants(settings)) {
                for (long seed : settings.dear()) {
                    var f = study.findings(Baselines.name(system, variant, seed));
                    table = table.row(
                            Task.title(system) + ", " + variant.text() + ", seed " + seed,
                            Numbers.whole(f.number("parameters")),
                            Numbers.whole(f.number("iterations")),
                            Numbers.power(f.number("training loss")),
                            Numbers.nines(f.number("training R2")),
                            Numbers.nines(f.number("test R2")),
                            Numbers.three(f.number("mirrored R2")));
                }
            }
        }
        section.table(table.note("*R*^{2} is negative where the mean of the forces would do better."));
    }

    void learning(Section section) {
        var systems = material.done(
                section, system -> Learning.pieces(system, settings).get(0).name());
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "All models are judged alike: by the RMS error of the accelerations over 2,000 unseen frames, relative to their RMS."
                        + " MCLNN sees trajectories of 20 frames, or one shorter; the baseline as many states with their true"
                        + " accelerations, drawn from the whole run.");
        material.figure(
                section,
                "learning",
                "Error on unseen frames against how much was trained on; median and range over seeds. Adam is stopped after"
                        + " 2,000 epochs here, the paper's training has 100,000 (`--paper-optimizer`). Errors above 100 are not"
                        + " shown.");
        var table = Table.of("needed", "Frames from which MCLNN is as good as the best baseline from all its samples")
                .text("System")
                .number("baseline's error")
                .number("frames for MCLNN")
                .number("samples of the baseline")
                .number("ratio");
        for (var system : Reproduction.done(
                settings, study, system -> Baselines.names(system, settings).get(0))) {
            double enough = Learning.enough(study, system, settings);
            table = table.row(
                    Task.title(system),
                    Numbers.power(study.findings(Baselines.best(study::findings, system, settings))
                            .number("test force error")),
                    Numbers.whole(enough),
                    Numbers.whole(Baselines.samples(settings)),
                    Numbers.three(Baselines.samples(settings) / enough));
        }
        section.table(table);
    }

    void symmetry(Section section) {
        var systems = material.done(section, Symmetries::name);
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "Theorem 1 as measured, at the first unseen start: the largest of 32 random transformations of each kind, relative to"
                        + " the energies of the state. A boost must leave *V* as it is and add *P*·*u* + *M* *u*^{2}/2 to *T*; what is beyond"
                        + " that is printed. Below, Noether's momenta from the Lagrangian against the sums of *mv* and *mq* × *v* (A.4,"
                        + " A.5), and the sums of all forces and torques over the sums of their sizes.");
        var first = study.findings(Symmetries.name(systems.get(0)));
        var table = Table.of("theorem1", "Changes under the symmetries of a closed system, relative")
                .text("System, model, symmetry")
                .number("*V*")
                .number("*T*")
                .number("*L*")
                .number("*H*");
        var noether = Table.of("noether", "Noether's momenta, and what changes them")
                .text("System, model")
                .number("momentum from *L*")
                .number("sum of forces")
                .number("angular momentum from *L*")
                .number("sum of torques");
        for (var system : systems) {
            var f = study.findings(Symmetries.name(system));
            for (var model : List.of(Laws.MCLNN, Baselines.BASELINE)) {
                for (var name : Symmetries.names(first)) {
                    table = table.row(
                            Task.title(system) + ", " + model + ", " + name,
                            Numbers.power(f.number(model + " V, " + name)),
                            Numbers.power(f.number(model + " T, " + name)),
                            Numbers.power(f.number(model + " L, " + name)),
                            Numbers.power(f.number(model + " H, " + name)));
                }
                noether = noether.row(
                        Task.title(system) + ", " + model,
                        Numbers.power(f.number(model + " momentum from L")),
                        Numbers.power(f.number(model + " sum of forces")),
                        Numbers.power(f.number(model + " angular momentum from L")),
                        Numbers.power(f.number(model + " sum of torques")));
            }
        }
        section.table(table).table(noether);
    }
}
