package org.mclnn.app.paper;

import java.util.List;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.page.Section;
import org.mclnn.app.page.Table;
import org.mclnn.app.study.Study;
import org.mclnn.dynamics.ReferenceSystem;

/** The sections on simulated motions: long runs, and twice as many particles. */
final class MotionSections {
    private final Material material;
    private final Study study;

    MotionSections(Material material) {
        this.material = material;
        study = material.study();
    }

    void motions(Section section) {
        var systems = material.done(section, Motions::name);
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "Truth and models begin at the same unseen state and go on for 10,000 steps (100 units of time) with the same"
                        + " integrator. Energies of MCLNN are aligned band by band, that of the baseline by one constant.");
        for (var system : systems) {
            material.figure(
                    section,
                    system == ReferenceSystem.LINEAR ? "fig2" : "fig3-" + system.key(),
                    (system == ReferenceSystem.LINEAR ? "The paper's Figure 2" : "The paper's Figure 3") + ", "
                            + Task.title(system)
                            + ": Lagrangian, Hamiltonian, length of the momentum and *z* component of the angular momentum from the"
                            + " first unseen start (above), and how far the models are off (below).");
        }
        section.table(conservation(systems));
        section.text(
                "Every law between pairs keeps the momenta to rounding, right or wrong, and any energy function keeps its own *H*:"
                        + " conservation cannot rank models. The error of *L*, of the positions and of the force can.");
        material.figure(
                section,
                "position",
                "Mean absolute error of the positions, median and quartiles over the unseen starts (and seeds, for MCLNN). A straight"
                        + " rise is the exponential growth of a chaotic motion: there every law that is not exact is lost in the end.");
        section.table(chaos(systems));
    }

    private Table conservation(List<ReferenceSystem> systems) {
        var table = Table.of(
                        "conservation",
                        "Mean absolute errors over 10,000 steps, median over unseen starts, for MCLNN also over "
                                + material.seeds())
                .text("System, model")
                .number("*L*", Material.REDUCED)
                .number("*H*", Material.REDUCED)
                .number("*p*", Material.REDUCED)
                .number("*J*", Material.REDUCED)
                .number("position", Material.REDUCED)
                .number("*L*, mirrored", Material.REDUCED)
                .number("*L* departs", "steps");
        for (var system : systems) {
            var f = study.findings(Motions.name(system));
            for (var model : List.of(Laws.MCLNN, Baselines.BASELINE, Laws.SPLINE, Laws.LEAST_SQUARES)) {
                table = table.row(
                        Task.title(system) + ", " + model,
                        Numbers.power(f.number(model + " MAE of L")),
                        Numbers.power(f.number(model + " MAE of H")),
                        Numbers.power(f.number(model + " MAE of p")),
                        Numbers.power(f.number(model + " MAE of J")),
                        Numbers.power(f.number(model + " position error")),
                        Numbers.power(
                                model.equals(Laws.MCLNN)
                                        ? f.number("MCLNN mirrored MAE of L")
                                        : f.number(model + " mirrored MAE of L, first start")),
                        Numbers.whole(f.number(model + " steps until L departs")));
            }
            table = table.note(Task.title(system) + ": " + Numbers.percent(f.number("outside"))
                    + " of the pairs are outside the distances seen in training, from the mirrored start "
                    + Numbers.percent(f.number("outside, mirrored")) + "; the standard deviation of *L* is "
                    + Numbers.three(f.number("standard deviation of L")) + ".");
            table = table.file("tables/" + Motions.name(system) + ".json");
        }
        return table.note(
                "*p* is the momentum, *J* the angular momentum about the origin. *L* departs when it is first off by a tenth of its standard deviation; never: not within 10,000 steps."
                        + " The mirrored start has all positions negated: the motion run backward and seen through the origin, for the"
                        + " four bodies the very same run in a mirror.");
    }

    private Table chaos(List<ReferenceSystem> systems) {
        var table = Table.of(
                        "chaos", "Largest Lyapunov exponent of the true motion over the 1,000 units of time of the run")
                .text("System")
                .number("exponent", "1/time")
                .number("standard error", "1/time")
                .number("Lyapunov time", "time")
                .number("*e*-foldings in 10,000 steps");
        for (var system : systems) {
            var f = study.findings(Chaos.name(system));
            double time = f.number("time");
            boolean chaotic = Double.isFinite(time);
            table = table.row(
                    Task.title(system),
                    Numbers.three(f.number("exponent")),
                    Numbers.three(f.number("uncertainty")),
                    chaotic ? Numbers.three(time) : "none found",
                    chaotic ? Numbers.three(100.0 / time) : "below " + Numbers.three(100.0 * f.number("resolution")));
        }
        return table.note("None found: over this time the motion cannot be told from a regular one.");
    }

    void sizes(Section section) {
        var systems = material.done(section, Sizes::name);
        if (systems.isEmpty()) {
            return;
        }
        section.text(
                "The law is one of pairs and holds for any number of particles, where it knows the distances. One start keeps its"
                        + " pairs to the distances seen in training: six balls as an octahedron in space that turns and breathes, four"
                        + " binaries on a turning square. (The square is kept together by its symmetry, so that only one binary's motion"
                        + " is independent; without it, it falls apart within 100 units of time.) The harder one is drawn at random, or"
                        + " puts the binaries at rest on a ring.");
        material.figure(
                section,
                "fig4",
                "The paper's Figure 4: the Lagrangian of twice as many particles, for the start inside the distances seen (above) and the"
                        + " harder one (below).");
        var table = Table.of(
                        "sizes-errors",
                        "Mean absolute errors of MCLNN over 10,000 steps, median over " + material.seeds())
                .text("System, start")
                .number("pairs outside")
                .number("*L*", Material.REDUCED)
                .number("*H*", Material.REDUCED)
                .number("*p*", Material.REDUCED)
                .number("*J*", Material.REDUCED)
                .number("Lyapunov time", "time");
        for (var system : systems) {
            var f = study.findings(Sizes.name(system));
            for (var which : List.of(Sizes.INSIDE, Sizes.HARDER)) {
                double time = f.number(which + " Lyapunov time");
                table = table.row(
                        Sizes.particles(system) + " particles, " + Task.title(system) + ", " + which,
                        Numbers.percent(f.number(which + " outside")),
                        Numbers.power(f.number(which + " MAE of L")),
                        Numbers.power(f.number(which + " MAE of H")),
                        Numbers.power(f.number(which + " MAE of p")),
                        Numbers.power(f.number(which + " MAE of J")),
                        Double.isFinite(time) ? Numbers.three(time) : "none found");
            }
        }
        section.table(table);
        material.figure(
                section,
                "fig7",
                "The paper's Figure 7: all four quantities for twice as many particles, from the starts inside the distances seen.");
    }
}
