package org.mclnn.app.paper;

import java.util.ArrayList;
import java.util.List;
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

/** Figures 2, 3, 4, 7 and the growth of position errors: quantities along simulated motions. */
final class MotionFigures {
    private static final String TIME = "time *t*";
    private static final List<String> QUANTITIES = List.of("L", "H", "p", "J");

    private MotionFigures() {}

    private static String symbol(String quantity) {
        return switch (quantity) {
            case "p" -> "|*p*|";
            case "J" -> "*J*_{z}";
            default -> "*" + quantity + "*";
        };
    }

    /** Figures 2 and 3: L, H, momentum and angular momentum by truth, MCLNN and baseline above their errors. */
    static Figure conservation(String name, ReferenceSystem system, Findings findings) {
        var curves = findings.table("curves");
        var t = curves.column("time");
        var panels = new ArrayList<Panel>();
        for (int k = 0; k < QUANTITIES.size(); k++) {
            var quantity = QUANTITIES.get(k);
            var panel = Panel.of(Panels.letter(k) + ".1", Axis.linear(TIME), Axis.linear(symbol(quantity)));
            panels.add(panel.line(Role.TRUTH, t, curves.column("truth " + quantity))
                    .line(Role.BASELINE, t, curves.column(Baselines.BASELINE + " " + quantity))
                    .line(Role.MCLNN, t, curves.column(Laws.MCLNN + " " + quantity)));
        }
        for (int k = 0; k < QUANTITIES.size(); k++) {
            var quantity = QUANTITIES.get(k);
            var panel = Panel.of(Panels.letter(k) + ".2", Axis.linear(TIME), Axis.log("error of " + symbol(quantity)));
            panels.add(panel.line(Role.BASELINE, t, Panels.error(curves, Baselines.BASELINE, quantity))
                    .line(Role.MCLNN, t, Panels.error(curves, Laws.MCLNN, quantity)));
        }
        return Figure.of(
                        name,
                        "Lagrangian, Hamiltonian, momentum and angular momentum of " + Task.title(system)
                                + " over 10,000 steps by the truth, MCLNN and the baseline, and their errors",
                        4,
                        panels)
                .width(Panels.WIDE)
                .heights(150);
    }

    /** Figure 4: L of twice as many particles, from the start inside the coverage and from the harder one. */
    static Figure sizes(List<ReferenceSystem> systems, Study study) {
        var panels = new ArrayList<Panel>();
        for (var which : List.of(Sizes.INSIDE, Sizes.HARDER)) {
            for (var system : systems) {
                var findings = study.findings(Sizes.name(system));
                var curves = findings.table(which);
                var t = curves.column("time");
                panels.add(Panel.of(
                                Panels.letter(panels.size()) + " " + things(system) + ": "
                                        + Numbers.percent(findings.number(which + " outside")) + " of pairs outside",
                                Axis.linear(TIME),
                                Axis.linear("*L*"))
                        .line(Role.TRUTH, t, curves.column("truth L"))
                        .line(Role.MCLNN, t, curves.column("MCLNN L")));
            }
        }
        return Figure.of(
                        "fig4",
                        "Lagrangian of twice as many particles as in training, by the truth and by MCLNN",
                        systems.size(),
                        panels)
                .width(Panels.WIDE)
                .heights(170);
    }

    /** {@code 6 balls, linear springs}. */
    private static String things(ReferenceSystem system) {
        return Sizes.particles(system)
                + switch (system) {
                    case LINEAR -> " balls, linear springs";
                    case NONLINEAR -> " balls, non-linear springs";
                    case GRAVITY -> " bodies, gravity";
                };
    }

    /** Figure 7: all four quantities of twice as many particles, from the start inside the coverage. */
    static Figure sizesConserved(List<ReferenceSystem> systems, Study study) {
        var panels = new ArrayList<Panel>();
        for (var system : systems) {
            var curves = study.findings(Sizes.name(system)).table(Sizes.INSIDE);
            var t = curves.column("time");
            for (int k = 0; k < QUANTITIES.size(); k++) {
                var quantity = QUANTITIES.get(k);
                var title =
                        Panels.letter(systems.indexOf(system)) + "." + (k + 1) + (k == 0 ? " " + things(system) : "");
                panels.add(Panel.of(title, Axis.linear(TIME), Axis.linear(symbol(quantity)))
                        .line(Role.TRUTH, t, curves.column("truth " + quantity))
                        .line(Role.MCLNN, t, curves.column("MCLNN " + quantity)));
            }
        }
        return Figure.of(
                        "fig7",
                        "Lagrangian, Hamiltonian, momentum and angular momentum of twice as many particles as in training",
                        4,
                        panels)
                .width(Panels.WIDE)
                .heights(130);
    }

    /** Position error against time, median and quartiles over starts and seeds. */
    static Figure position(List<ReferenceSystem> systems, Study study) {
        var panels = new ArrayList<Panel>();
        for (var system : systems) {
            var errors = study.findings(Motions.name(system)).table("position error");
            var panel = Panel.of(
                    Panels.letter(panels.size()) + " " + Task.title(system),
                    Axis.linear(TIME),
                    Axis.log("position error").from(1e-16));
            panel = spread(panel, Role.BASELINE, Baselines.BASELINE, errors);
            panel = spread(panel, Role.LEAST_SQUARES, Laws.LEAST_SQUARES, errors);
            panel = spread(panel, Role.MCLNN, Laws.MCLNN, errors);
            panel = spread(panel, Role.SPLINE, Laws.SPLINE, errors);
            var time = study.findings(Chaos.name(system)).number("time");
            panels.add(panel.note(
                    Corner.BOTTOM_RIGHT,
                    Double.isFinite(time) ? "Lyapunov time " + Numbers.three(time) : "regular in the time measured"));
        }
        return Figure.of(
                        "position",
                        "Mean absolute error of the positions against time for MCLNN, baseline, spline and least squares",
                        systems.size(),
                        panels)
                .width(Panels.WIDE)
                .heights(210);
    }

    private static Panel spread(Panel panel, Role role, String name, Table errors) {
        var t = errors.column("time");
        var median = errors.column(name);
        t[0] = Double.NaN; // all begin at the truth
        median[0] = Double.NaN;
        return panel.spread(role, t, errors.column(name + " low"), errors.column(name + " high"))
                .line(role, t, median);
    }
}
