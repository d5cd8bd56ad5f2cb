package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.page.Section;
import org.mclnn.app.page.Table;
import org.mclnn.app.study.Study;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;

/** The sections on learned laws: V(r), and the widths of networks. */
final class LawSections {
    private final Material material;
    private final Settings settings;
    private final Study study;

    LawSections(Material material) {
        this.material = material;
        settings = material.settings();
        study = material.study();
    }

    void law(Section section) {
        var systems = material.done(section, Curves::name);
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "The network is a curve over one distance, and can be read. Shaded: distances that occur in the training windows."
                        + " Under gravity no pair is ever between the two bands: there *V* is one free constant that no data of this run"
                        + " determine, and what is drawn is the network's own.");
        material.figure(
                section,
                "fig5",
                "The paper's Figure 5: *V*(*r*), aligned band by band, and *F*(*r*) = −d*V*/d*r* (median over seeds), with the error of"
                        + " *F* beside those of a spline trained through the same rollout and of least squares.");
        var table = Table.of(
                        "laws",
                        "Errors of the laws inside the distances seen in training, of MCLNN the median over "
                                + material.seeds())
                .text("System, law")
                .number("training loss", Material.LENGTH_SQUARED)
                .number("validation loss", Material.LENGTH_SQUARED)
                .number("*F*, relative RMS")
                .number("*V*, RMS over range, worst band");
        for (var system : systems) {
            table = table.row(
                    Task.title(system) + ", MCLNN",
                    Numbers.power(median(system, "MCLNN training loss")),
                    Numbers.power(median(system, "MCLNN validation loss")),
                    Numbers.power(median(system, "MCLNN force error")),
                    Numbers.power(median(system, "MCLNN potential error")));
            var splines = study.findings(Laws.splines(system));
            table = table.row(
                    Task.title(system) + ", spline",
                    Numbers.power(splines.number("spline training loss")),
                    Numbers.power(splines.number("spline validation loss")),
                    Numbers.power(splines.number("spline force error")),
                    Numbers.power(splines.number("spline potential error")));
            table = table.row(
                    Task.title(system) + ", least squares",
                    Numbers.power(splines.number("least squares training loss")),
                    "",
                    Numbers.power(splines.number("least squares force error")),
                    Numbers.power(splines.number("least squares potential error")));
            var positions = study.find(Laws.positions(system));
            if (positions.isPresent()) {
                table = table.row(
                        Task.title(system) + ", MCLNN from positions alone",
                        Numbers.power(positions.get().number("MCLNN training loss")),
                        Numbers.power(positions.get().number("MCLNN validation loss")),
                        Numbers.power(positions.get().number("MCLNN force error")),
                        Numbers.power(positions.get().number("MCLNN potential error")));
            }
            for (var row : Sweep.rows(
                    study,
                    system,
                    List.of(TrainingOptions.LAYERS),
                    Optimizer.ADAM,
                    settings.dear().size())) {
                table = table.row(
                        Task.title(system) + ", MCLNN by Adam, " + Numbers.whole((double) row.iterations())
                                + " epochs, seed " + row.seed(),
                        Numbers.power(row.training()),
                        Numbers.power(row.validation()),
                        Numbers.power(row.forceError()),
                        "");
            }
            table = table.file("tables/" + Curves.name(system) + "-curve.csv");
        }
        section.table(table.note(
                "From positions alone: the velocity at the start of each window is found together with the law."));
    }

    private double median(ReferenceSystem system, String name) {
        return Spread.of(settings.cheap().stream()
                        .mapToDouble(seed ->
                                study.findings(Laws.network(system, seed)).number(name))
                        .toArray())
                .median();
    }

    void widths(Section section) {
        var trained = Sweep.table1(study, settings);
        if (trained.isEmpty()) {
            section.text(Material.LEFT_OUT);
            return;
        }
        section.text(
                "The paper's Table 1, on the linear springs. The paper's training stopped at a loss of 10^{−8}; ours goes on until"
                        + " the loss is 10^{−11} of the mean squared displacement, or nothing is gained.");
        material.figure(section, "table1", "Losses against the width of both hidden layers.");
        var rows = Table.of(
                        "table1",
                        "Training and validation loss (Eq. 6) for each width, median over seeds and worst seed, and what the paper prints")
                .text("Hidden layers")
                .number("parameters")
                .number("seeds")
                .number("training", Material.LENGTH_SQUARED)
                .number("worst", Material.LENGTH_SQUARED)
                .number("validation", Material.LENGTH_SQUARED)
                .number("paper: training", Material.LENGTH_SQUARED)
                .number("validation", Material.LENGTH_SQUARED)
                .file("tables/table1.csv");
        for (var printed : Sweep.PRINTED) {
            var of = trained.stream()
                    .filter(row -> row.hidden().equals(printed.hidden()))
                    .toList();
            var training =
                    Spread.of(of.stream().mapToDouble(Sweep.Row::training).toArray());
            var validation =
                    Spread.of(of.stream().mapToDouble(Sweep.Row::validation).toArray());
            rows = rows.row(
                    "[" + Sweep.text(printed.hidden()) + "]",
                    Numbers.whole((double) of.get(0).parameters()),
                    String.valueOf(of.size()),
                    Numbers.power(training.median()),
                    Numbers.power(training.most()),
                    Numbers.power(validation.median()),
                    Numbers.power(printed.training()),
                    Numbers.power(printed.validation()));
        }
        section.table(rows);
    }
}
