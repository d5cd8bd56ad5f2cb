package org.mclnn.app.paper;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.paper.Claim.Question;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Study;
import org.mclnn.dynamics.ReferenceSystem;

/** The paper's eight claims, each settled by a number against a threshold that stands here. */
final class Claims {
    // 1: mean absolute error of L over 10,000 steps, median over unseen starts and seeds
    private static final double LINEAR_L = 1e-4;
    private static final double OTHER_L = 1e-3;
    // 1: steps until the baseline's L is off by a tenth of its standard deviation; the paper says about 30
    private static final double EARLY = 300;
    // 2: reduced units, over 10,000 steps
    private static final double ROUNDING = 1e-10;
    private static final double BOUNDED = 1e-3;
    // rounding of V where the weights of a network that goes as far as it can, 1e5 large, cancel
    private static final double SYMMETRIC = 1e-9;
    // 3: as 1, from the start inside the coverage, over the standard deviation of L
    private static final double SIZES_L = 0.01;
    private static final double MOST_OUTSIDE = 0.05;
    // 4: RMS error of V over its range in each band
    private static final double SPRING_V = 1e-4;
    private static final double GRAVITY_V = 1e-3;
    // 5: relative RMS error of F learned from positions alone
    private static final double POSITIONS_F = 1e-3;
    // 6: below this a fit is poor
    private static final double POOR_R2 = 0.9;
    // 7
    private static final double REACHED = 1e-8;
    // 8: three orders of magnitude
    private static final double ORDERS = 1_000;

    private final Settings settings;
    private final Study study;

    Claims(Settings settings, Study study) {
        this.settings = settings;
        this.study = study;
    }

    List<Claim> all() {
        return List.of(
                accuracy(), conservation(), sizes(), interpretability(), positions(), baseline(), widths(), data());
    }

    private List<ReferenceSystem> systems() {
        return settings.systems();
    }

    private boolean missing(Function<ReferenceSystem, String> piece) {
        return systems().size() < ReferenceSystem.values().length
                || systems().stream()
                        .anyMatch(system -> study.find(piece.apply(system)).isEmpty());
    }

    /** {@code linear springs 1.2 x 10^-6, gravity ...} */
    private String each(Function<ReferenceSystem, String> value) {
        return systems().stream()
                .map(system -> Task.title(system) + " " + value.apply(system))
                .collect(Collectors.joining("; "));
    }

    private List<ReferenceSystem> where(Function<ReferenceSystem, Boolean> condition) {
        return systems().stream().filter(condition::apply).toList();
    }

    private static String names(List<ReferenceSystem> systems) {
        return systems.stream().map(Task::title).collect(Collectors.joining(" and "));
    }

    private Findings motion(ReferenceSystem system) {
        return study.findings(Motions.name(system));
    }

    private Claim accuracy() {
        var question = new Question(
                1,
                "accuracy over long runs",
                "MCLNN keeps *L*, *H*, momentum and angular momentum close to the truth over long runs; the baseline's"
                        + " *L* departs after about 30 steps (Fig. 2, 3).",
                "Mean absolute error of *L* over 10,000 steps, median over unseen starts and seeds; steps until the"
                        + " baseline's *L* is off by a tenth of its standard deviation.",
                "MCLNN at most 10^{−4} (linear springs), 10^{−3} (the others); baseline within " + (int) EARLY
                        + " steps");
        if (missing(Motions::name) || missing(Chaos::name)) {
            return question.leftOut();
        }
        var lost = where(system ->
                !(motion(system).number("MCLNN MAE of L") <= (system == ReferenceSystem.LINEAR ? LINEAR_L : OTHER_L)));
        var late = where(system -> !(motion(system).number("baseline steps until L departs") <= EARLY));
        var value = "MCLNN: " + each(system -> Numbers.power(motion(system).number("MCLNN MAE of L"))) + ". Baseline: "
                + each(system -> Numbers.power(motion(system).number("baseline MAE of L")) + ", departs after "
                        + Numbers.whole(motion(system).number("baseline steps until L departs")) + " steps")
                + ".";
        var reason = new StringBuilder();
        if (lost.isEmpty()) {
            reason.append("MCLNN stays within the threshold in all systems. ");
        } else {
            reason.append("MCLNN does not for ").append(names(lost)).append(": ");
            for (var system : lost) {
                reason.append("the motion is chaotic with a Lyapunov time of ")
                        .append(Numbers.three(study.findings(Chaos.name(system)).number("time")))
                        .append(
                                ", so that an error of the force grows by many orders of magnitude in the 100 units of time. Its L"
                                        .replace(" L", " *L*"))
                        .append(" departs after ")
                        .append(Numbers.whole(motion(system).number("MCLNN steps until L departs")))
                        .append(" steps; the spline, exact to rounding, has an error of ")
                        .append(Numbers.power(motion(system).number("spline MAE of L")))
                        .append(". ");
            }
        }
        reason.append(
                late.isEmpty()
                        ? "The baseline departs early everywhere."
                        : "The baseline, trained as well as we can, does not depart early for " + names(late) + ".");
        return question.settled(value, lost.isEmpty() && late.isEmpty(), reason.toString());
    }

    private Claim conservation() {
        var question = new Question(
                2,
                "conservation",
                "MCLNN conserves energy, momentum and angular momentum (3.3, Fig. 2, 3).",
                "Largest change of *H*, of a component of momentum and of angular momentum over 10,000 steps, worst of all"
                        + " starts and seeds; change of *V* under shifts, rotations and reflections, relative to the energies.",
                "momenta at most 10^{−10}, *H* at most 10^{−3}, symmetries at most 10^{−9}");
        if (missing(Motions::name) || missing(Symmetries::name)) {
            return question.leftOut();
        }
        var value = each(system -> "*H* " + Numbers.power(motion(system).number("MCLNN drift of H most")) + ", *p* "
                + Numbers.power(motion(system).number("MCLNN drift of p most")) + ", *J* "
                + Numbers.power(motion(system).number("MCLNN drift of J most")) + ", symmetries "
                + Numbers.power(asymmetry(system)));
        boolean holds = where(system -> !(motion(system).number("MCLNN drift of H most") <= BOUNDED
                        && motion(system).number("MCLNN drift of p most") <= ROUNDING
                        && motion(system).number("MCLNN drift of J most") <= ROUNDING
                        && asymmetry(system) <= SYMMETRIC))
                .isEmpty();
        return question.settled(
                value,
                holds,
                "Every pairwise law does this, right or wrong; *H* wavers by the error of the integrator. It ranks no model. The"
                        + " distances are unchanged to rounding; *V* shows more of it where large weights of the network cancel.");
    }

    private double asymmetry(ReferenceSystem system) {
        var findings = study.findings(Symmetries.name(system));
        return Symmetries.names(findings).stream()
                .mapToDouble(name -> findings.number("MCLNN V, " + name))
                .max()
                .orElse(Double.NaN);
    }

    private Claim sizes() {
        var question = new Question(
                3,
                "other numbers of particles",
                "MCLNN trained on 3 or 4 particles holds for any number: 6 springs, 8 bodies (4.3, Fig. 4, 7).",
                "Mean absolute error of *L* over 10,000 steps from a start whose pairs keep to the distances seen in"
                        + " training, median over seeds, over the standard deviation of *L*.",
                "at most 1 %, at most 5 % of the pairs outside");
        if (missing(Sizes::name)) {
            return question.leftOut();
        }
        Function<ReferenceSystem, Findings> of = system -> study.findings(Sizes.name(system));
        var lost = where(system -> !(relative(of.apply(system), Sizes.INSIDE) <= SIZES_L));
        boolean outside = !where(system -> of.apply(system).number("inside outside") > MOST_OUTSIDE)
                .isEmpty();
        var value = each(system -> Numbers.percent(relative(of.apply(system), Sizes.INSIDE)) + " ("
                + Numbers.percent(of.apply(system).number("inside outside")) + " outside; harder start "
                + Numbers.percent(relative(of.apply(system), Sizes.HARDER)) + ", "
                + Numbers.percent(of.apply(system).number("harder outside")) + " outside)");
        var chaotic = lost.stream()
                .map(system -> Task.title(system) + " "
                        + Numbers.three(of.apply(system).number("inside Lyapunov time")))
                .collect(Collectors.joining(", "));
        return question.settled(
                value,
                lost.isEmpty() && !outside,
                lost.isEmpty()
                        ? "It holds where training saw the distances. From the harder starts it is asked where nothing was seen,"
                                + " and cannot be expected to."
                        : "Not over 10,000 steps for " + names(lost)
                                + ", whose motion forgets its start (Lyapunov time: " + chaotic
                                + "). The law is the same for any number of particles; where distances were seen its forces are"
                                + " right.");
    }

    private static double relative(Findings findings, String start) {
        return findings.number(start + " MAE of L") / findings.number(start + " standard deviation of L");
    }

    private Claim interpretability() {
        var question = new Question(
                4,
                "V(r) can be read",
                "MCLNN finds *V*(*r*) up to a constant, and extrapolates reasonably (4.4, Fig. 5).",
                "RMS error of *V* inside the distances seen, over its range there, in each band by itself; worst seed.",
                "at most 10^{−4} (springs), 10^{−3} (gravity)");
        long seed = settings.cheap().get(0);
        if (missing(system -> Laws.network(system, seed))) {
            return question.leftOut();
        }
        boolean holds = where(system ->
                        !(potentialError(system) <= (system == ReferenceSystem.GRAVITY ? GRAVITY_V : SPRING_V)))
                .isEmpty();
        return question.settled(
                each(system -> Numbers.power(potentialError(system))),
                holds,
                "Inside the distances seen. In gravity no pair is ever between the two bands, so that the difference of *V* between"
                        + " them is not determined by any data of this run: the paper's interpolation there is the network's own."
                        + " Outside, no number can be given that another seed would not change.");
    }

    private double potentialError(ReferenceSystem system) {
        return settings.cheap().stream()
                .mapToDouble(seed -> study.findings(Laws.network(system, seed)).number("MCLNN potential error"))
                .max()
                .orElse(Double.NaN);
    }

    private Claim positions() {
        var question = new Question(
                5,
                "positions are enough",
                "MCLNN learns from positions, without accelerations (1, 3.2).",
                "Relative RMS error of *F*, trained on positions alone: no accelerations, and no velocities either.",
                "at most 10^{−3}");
        if (missing(Laws::positions)) {
            return question.leftOut();
        }
        Function<ReferenceSystem, Double> error =
                system -> study.findings(Laws.positions(system)).number("MCLNN force error");
        boolean holds = where(system -> !(error.apply(system) <= POSITIONS_F)).isEmpty();
        return question.settled(
                each(system -> Numbers.power(error.apply(system))),
                holds,
                "The paper's own training reads the velocity at the start of each trajectory; it is not needed.");
    }

    private Claim baseline() {
        var question = new Question(
                6,
                "the baseline fits poorly",
                "The baseline fits forces poorly on data it has not seen (Fig. 6).",
                "*R*^{2} of the strongest baseline's forces on 2,000 frames of the run that it has not seen, and on 2,000 of"
                        + " the mirrored start.",
                "poor is below 0.9");
        if (missing(system -> Baselines.names(system, settings).get(0))) {
            return question.leftOut();
        }
        Function<ReferenceSystem, Findings> of =
                system -> study.findings(Baselines.best(study::findings, system, settings));
        boolean holds =
                where(system -> of.apply(system).number("test R2") > POOR_R2).isEmpty();
        boolean mirrored = where(system -> of.apply(system).number("mirrored R2") > POOR_R2)
                .isEmpty();
        return question.settled(
                each(system -> Numbers.nines(of.apply(system).number("test R2")) + " (mirrored start "
                        + Numbers.three(of.apply(system).number("mirrored R2")) + ")"),
                holds,
                holds
                        ? "Even trained by a second-order method it does not fit."
                        : "A network of all coordinates that is trained to its best fits the run it comes from. "
                                + (mirrored
                                        ? "From the mirrored start it does not: it knows one run, not the law."
                                        : "What tells it from MCLNN is the long run, and every other start."));
    }

    private Claim widths() {
        var question = new Question(
                7,
                "widths of Table 1",
                "Networks of [4,4], [8,8] and [16,16] reach a loss of 10^{−8}, [2,2] does not (Table 1).",
                "Training loss of each width on the linear springs: of the wide ones the worst seed, of [2,2] the best.",
                "at most 10^{−8}; [2,2] above it");
        var wide = losses(List.of(4, 8, 16));
        var narrow = losses(List.of(2));
        if (wide.isEmpty() || narrow.isEmpty()) {
            return question.leftOut();
        }
        double worst = wide.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double best = narrow.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        long reached = narrow.stream().filter(loss -> loss <= REACHED).count();
        return question.settled(
                "wide: at most " + Numbers.power(worst) + "; [2,2]: " + Numbers.power(best) + " at best, " + reached
                        + " of " + narrow.size() + " seeds below 10^{−8}",
                worst <= REACHED && best > REACHED,
                worst <= REACHED && best <= REACHED
                        ? "The wide ones do. So does [2,2]: what kept it at 1.2 × 10^{−3} was the training, not its 13 parameters."
                        : worst > REACHED ? "A wide network did not reach it." : "As printed.");
    }

    private List<Double> losses(List<Integer> widths) {
        return Sweep.table1(study, settings).stream()
                .filter(row -> widths.contains(row.hidden().get(0)))
                .map(Sweep.Row::training)
                .toList();
    }

    private Claim data() {
        var question = new Question(
                8,
                "far less data",
                "MCLNN needs 3 to 4 orders of magnitude less data than the LNN (abstract, 4).",
                "The fewest frames from which MCLNN is as good on unseen frames as the strongest baseline from all its samples,"
                        + " and the ratio of the two numbers.",
                "a ratio of at least 1,000");
        if (missing(system -> Learning.pieces(system, settings).get(0).name())
                || missing(system -> Baselines.names(system, settings).get(0))) {
            return question.leftOut();
        }
        boolean holds = where(system -> ratio(system) < ORDERS).isEmpty();
        return question.settled(
                each(system -> Numbers.whole(Learning.enough(study, system, settings)) + " frames instead of "
                        + Numbers.whole(Baselines.samples(settings)) + " samples, " + Numbers.whole(ratio(system))
                        + " times fewer"),
                holds,
                "The paper compares 2,000 frames with 10,000 samples, five times. At equal error on unseen frames the factor is the one"
                        + " given here.");
    }

    private double ratio(ReferenceSystem system) {
        return Baselines.samples(settings) / Learning.enough(study, system, settings);
    }
}
