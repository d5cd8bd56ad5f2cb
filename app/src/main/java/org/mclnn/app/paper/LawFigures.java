package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mclnn.app.figure.Axis;
import org.mclnn.app.figure.Corner;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.Panel;
import org.mclnn.app.figure.Role;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Study;
import org.mclnn.app.study.Table;
import org.mclnn.dynamics.ReferenceSystem;

/** Figures 5 and 6, Table 1 as a picture, and learning curves: laws and their errors. */
final class LawFigures {
    private LawFigures() {}

    /** Figure 5: V(r), below it F(r), and the error of F, with the distances seen. */
    static Figure curves(List<ReferenceSystem> systems, Study study) {
        var panels = new ArrayList<Panel>();
        for (var quantity : List.of("V", "F")) {
            for (var system : systems) {
                var findings = study.findings(Curves.name(system));
                var curve = findings.table("curve");
                var r = curve.column("r");
                var panel = shaded(
                        Panel.of(
                                Panels.letter(panels.size()) + " " + Task.title(system),
                                Axis.linear("distance *r*"),
                                Axis.linear("*" + quantity + "*(*r*)").focus()),
                        findings.table("bands"));
                panels.add(panel.line(Role.TRUTH, r, curve.column("truth " + quantity))
                        .line(Role.MCLNN, r, broken(findings, curve.column("MCLNN " + quantity), quantity)));
            }
        }
        for (var system : systems) {
            var findings = study.findings(Curves.name(system));
            var curve = findings.table("curve");
            var r = curve.column("r");
            var panel = shaded(
                    Panel.of(
                            Panels.letter(panels.size()) + " " + Task.title(system),
                            Axis.linear("distance *r*"),
                            Axis.log("error of *F*(*r*)").from(1e-17)),
                    findings.table("bands"));
            panels.add(panel.line(Role.LEAST_SQUARES, r, Panels.error(curve, Laws.LEAST_SQUARES, "F"))
                    .line(Role.MCLNN, r, Panels.error(curve, Laws.MCLNN, "F"))
                    .line(Role.SPLINE, r, Panels.error(curve, Laws.SPLINE, "F")));
        }
        return Figure.of(
                        "fig5",
                        "V(r) and F(r) by MCLNN and the truth, aligned in each band of distances seen in training, and the"
                                + " errors of F beside those of a spline and of least squares",
                        systems.size(),
                        panels)
                .width(Panels.WIDE)
                .heights(170);
    }

    /** The pen is lifted where V goes over from the constant of one band to that of the next. */
    private static double[] broken(Findings findings, double[] values, String quantity) {
        var bands = findings.table("bands");
        if (quantity.equals("F") || bands.rows() == 1) {
            return values;
        }
        var r = findings.table("curve").column("r");
        for (int b = 1; b < bands.rows(); b++) {
            double middle = 0.5 * (bands.column("to")[b - 1] + bands.column("from")[b]);
            for (int k = 1; k < r.length; k++) {
                if (r[k - 1] < middle && r[k] >= middle) {
                    values[k] = Double.NaN;
                }
            }
        }
        return values;
    }

    private static Panel shaded(Panel panel, Table bands) {
        var from = bands.column("from");
        var to = bands.column("to");
        var shaded = panel;
        for (int b = 0; b < from.length; b++) {
            shaded = shaded.seen(from[b], to[b]);
            if (b > 0) {
                shaded = shaded.undetermined(to[b - 1], from[b]);
            }
        }
        return shaded;
    }

    /** Figure 6: the baseline's forces against the true ones, on frames of training and on others. */
    static Figure parity(List<ReferenceSystem> systems, Settings settings, Study study) {
        var panels = new ArrayList<Panel>();
        for (var set : List.of("training", "test")) {
            for (var system : systems) {
                var findings = study.findings(Baselines.best(study::findings, system, settings));
                var parity = findings.table(set + " parity");
                panels.add(Panel.of(
                                Panels.letter(panels.size()) + " " + Task.title(system) + ", " + set,
                                Axis.linear("true force"),
                                Axis.linear("baseline's force"))
                        .identity()
                        .scatter(
                                set.equals("training") ? Role.TRAIN : Role.VALID,
                                set.equals("training") ? "frames of training" : "other frames",
                                parity.column("truth"),
                                parity.column("predicted"))
                        .note(Corner.TOP_LEFT, "*R*^{2} = " + Numbers.nines(findings.number(set + " R2"))));
            }
        }
        return Figure.of(
                        "fig6",
                        "Forces of the baseline against true forces on the frames it was trained on and on others",
                        systems.size(),
                        panels)
                .width(Panels.WIDE)
                .heights(200);
    }

    /** Table 1 as a picture. */
    static Figure widths(List<Sweep.Row> rows) {
        var training = losses("(a) training loss", rows, Sweep.Row::training, Sweep.Printed::training);
        var validation = losses("(b) validation loss", rows, Sweep.Row::validation, Sweep.Printed::validation);
        return Figure.of(
                        "table1",
                        "Training and validation loss of networks of two hidden layers against their width",
                        2,
                        List.of(training, validation))
                .heights(230);
    }

    private static Panel losses(
            String title,
            List<Sweep.Row> rows,
            ToDoubleFunction<Sweep.Row> trained,
            ToDoubleFunction<Sweep.Printed> printed) {
        int n = Sweep.PRINTED.size();
        var width = new double[n];
        var low = new double[n];
        var median = new double[n];
        var high = new double[n];
        for (int k = 0; k < n; k++) {
            var hidden = Sweep.PRINTED.get(k).hidden();
            var losses = rows.stream()
                    .filter(row -> row.hidden().equals(hidden))
                    .mapToDouble(trained)
                    .sorted()
                    .toArray();
            width[k] = hidden.get(0);
            low[k] = losses[0];
            median[k] = Spread.of(losses).median();
            high[k] = losses[losses.length - 1];
        }
        var as = Sweep.PRINTED.stream().mapToDouble(printed).toArray();
        return Panel.of(title, Axis.log("width of both hidden layers"), Axis.log("loss (Eq. 6)"))
                .measured(Role.MCLNN, "MCLNN, median and range of seeds", width, median, low, high)
                .measured(Role.TRUTH, "printed in the paper", width, as, as, as);
    }

    /** Error on unseen frames against the number of trajectories. */
    static Figure learning(List<ReferenceSystem> systems, Settings settings, Study study) {
        var panels = new ArrayList<Panel>();
        for (var system : systems) {
            var table = Learning.table(study, system, settings);
            var x = table.column("frames");
            var panel = Panel.of(
                    Panels.letter(panels.size()) + " " + Task.title(system),
                    Axis.log("frames trained on"),
                    Axis.log("relative error of accelerations").to(100));
            for (var method : Learning.methods(system, settings)) {
                var role = switch (method) {
                    case LM -> Role.MCLNN;
                    case ADAM -> Role.ADAM;
                    case BASELINE -> Role.BASELINE;
                };
                panel = panel.measured(
                        role,
                        method.title(),
                        x,
                        table.column(method.title()),
                        table.column(method.title() + " low"),
                        table.column(method.title() + " high"));
            }
            panels.add(panel);
        }
        return Figure.of(
                        "learning",
                        "Relative error of accelerations on unseen frames against the number of frames trained on",
                        systems.size(),
                        panels)
                .width(Panels.WIDE)
                .heights(210);
    }
}
