package org.mclnn.app.paper;

import java.util.List;
import java.util.Map;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.page.Page;
import org.mclnn.app.page.Section;
import org.mclnn.app.page.Table;
import org.mclnn.app.page.Verdict;
import org.mclnn.app.study.Study;
import org.mclnn.training.TrainingOptions;

/** The report as one page. */
final class Report {
    private final Settings settings;
    private final Study study;
    private final Map<String, Figure> figures;
    private final List<Claim> claims;
    private final String version;
    private final String command;

    Report(
            Settings settings,
            Study study,
            Map<String, Figure> figures,
            List<Claim> claims,
            String version,
            String command) {
        this.settings = settings;
        this.study = study;
        this.figures = figures;
        this.claims = claims;
        this.version = version;
        this.command = command;
    }

    String html() {
        var page = Page.of("A Lagrangian neural network with momentum: the paper reproduced")
                .lead(
                        "R. Bhattoo, S. Ranu and N. M. A. Krishnan (arXiv:2110.03266, 2021) learn the potential *V*(*r*) between pairs of"
                                + " particles from their trajectories by a small network of one distance, MCLNN, and compare it with a"
                                + " Lagrangian neural network of all coordinates, the baseline. This report repeats every experiment of"
                                + " the paper, adds what a physicist asks beyond it, and holds each of the paper's eight claims against a"
                                + " number.")
                .lead(summary())
                .fact("Program", version + ", Java " + Runtime.version().feature())
                .fact("Made by", "`" + command + "`")
                .fact(
                        "Seeds",
                        "windows " + TrainingOptions.SEED + "; weights " + text(settings.cheap()) + " (MCLNN), "
                                + text(settings.dear()) + " (baseline)")
                .fact("Units", "reduced: all masses, *k*, *r*_{0} and *G* are 1")
                .footer("No number in this page was measured on a clock: run again, it is the same to the last digit.");
        var material = new Material(settings, study, figures);
        var motion = new MotionSections(material);
        var laws = new LawSections(material);
        var comparison = new ComparisonSections(material);
        claims(page.section("claims", "The eight claims"));
        method(page.section("method", "What was done"));
        motion.motions(page.section("motions", "Long runs from unseen starts"));
        laws.law(page.section("law", "The law between two particles"));
        motion.sizes(page.section("sizes", "Twice as many particles"));
        comparison.baseline(page.section("baseline", "The baseline"));
        laws.widths(page.section("widths", "Widths of the network"));
        comparison.learning(page.section("data", "How much data is needed"));
        comparison.symmetry(page.section("symmetry", "Symmetries"));
        equation(page.section("equation3", "The Euler-Lagrange equation for any Lagrangian"));
        open(page.section("open", "What the paper leaves open"));
        again(page.section("again", "To do it again"));
        return page.html();
    }

    private static String text(List<Long> seeds) {
        return seeds.size() == 1 ? String.valueOf(seeds.get(0)) : seeds.get(0) + " to " + seeds.get(seeds.size() - 1);
    }

    private String summary() {
        return "Of the eight claims " + count(Verdict.HOLDS) + " hold, " + count(Verdict.FAILS) + " fail, and "
                + count(Verdict.UNDECIDED) + " cannot be decided from this run.";
    }

    private long count(Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }

    private void claims(Section section) {
        section.text("The thresholds are part of the program. What is measured is said in each section.");
        var table = Table.of("claims", "The paper's claims and what came of them")
                .number("No.")
                .verdict("Verdict")
                .text("The paper says")
                .text("Measured")
                .text("Threshold")
                .file("tables/claims.json");
        for (var claim : claims) {
            table = table.row(
                    String.valueOf(claim.question().number()),
                    claim.verdict().label(),
                    claim.question().claim(),
                    claim.value(),
                    claim.question().threshold());
        }
        section.table(table);
        for (var claim : claims) {
            section.verdict(
                    claim.verdict(),
                    "**Claim " + claim.question().number() + ", "
                            + claim.question().title() + ".** " + claim.reason());
        }
    }

    private void method(Section section) {
        section.text(
                        "Three systems: three balls joined by linear springs, *V* = (*r* − 1)^{2}/2; three by non-linear springs,"
                                + " *V* = (*r* − 1)^{4}/2; four bodies under gravity, *V* = −1/*r*. Each is run from the paper's start by"
                                + " velocity Verlet, d*t* = 0.01, a frame stored every ten steps, 10,000 frames. MCLNN is trained on 100"
                                + " windows of 20 frames at random places of the first 8,000; everything that is tested begins in the"
                                + " last 2,000, or at another start.")
                .terms(
                        "MCLNN",
                        "a network of one distance with two hidden layers of ten units, trained by Levenberg-Marquardt through the"
                                + " rollout (Eq. 6) from a least-squares curve, as far as it goes; the paper's Adam where it is named",
                        "baseline",
                        "*V* of all coordinates by one network, trained on "
                                + Numbers.whole(Baselines.samples(settings))
                                + " true accelerations in several ways, of which the best on unseen frames counts",
                        "spline",
                        "a cubic spline for *V*′ trained through the same rollout, its smoothness by the evidence",
                        "least squares",
                        "a spline for the force fitted to second differences of the positions: what can be had without any"
                                + " training")
                .text(
                        "Constants that the text of the paper omits (*k*, *r*_{0}, *G* = 1) are inferred from its figures and the"
                                + " authors' later code. *V* has one free constant in each connected band of distances: laws are aligned"
                                + " band by band before anything is compared.");
    }

    private void equation(Section section) {
        var found = study.find(Oracle.NAME);
        if (found.isEmpty()) {
            section.text(Material.LEFT_OUT);
            return;
        }
        section.text(
                "Accelerations from any Lagrangian *L*(*q*, *v*) by the paper's Eq. 3, with mixed second derivatives, solved and never"
                        + " inverted. Held against motions that are known, and MCLNN's accelerations against it.");
        var table =
                Table.of("known", "Eq. 3 against what is known").text("What").number("difference");
        table = table.row(
                        "pendulum let go at 2 radians, after one period (elliptic integral), radians",
                        Numbers.power(found.get().number("pendulum after one period")))
                .row(
                        "double pendulum, accelerations in closed form, relative",
                        Numbers.power(found.get().number("double pendulum accelerations")))
                .row(
                        "charge in a magnetic field, after ten turns of radius 1",
                        Numbers.power(found.get().number("charge after ten turns")));
        for (var system : settings.systems()) {
            table = table.row(
                    "MCLNN on " + Task.title(system) + ", accelerations along 100 frames, relative",
                    Numbers.power(found.get().number("MCLNN on " + system.key())));
        }
        section.table(
                table.note("The first and third are limited by the Runge-Kutta steps, a thousandth of a period."));
        section.text(
                "The original LNN is undivided: *L* by one network of (*q*, *v*), which learns *T* as well, trained through Eq. 3 on true"
                        + " accelerations ([20,20], Levenberg-Marquardt, the gradient by hand), and simulated by Runge-Kutta with Eq. 3.");
        section.table(undivided());
    }

    private Table undivided() {
        var table = Table.of("undivided", "The undivided LNN")
                .text("System")
                .number("samples")
                .number("parameters")
                .number("mean squared error", "acceleration^{2}")
                .number("*R*^{2}, training")
                .number("*R*^{2}, other frames")
                .number("right for", "steps");
        for (var system : settings.systems()) {
            for (long seed : settings.dear()) {
                var f = study.findings(Undivided.name(system, seed));
                table = table.row(
                        Task.title(system) + ", seed " + seed,
                        Numbers.whole(f.number("samples")),
                        Numbers.whole(f.number("parameters")),
                        Numbers.power(f.number("training loss")),
                        Numbers.nines(f.number("training R2")),
                        Numbers.nines(f.number("test R2")),
                        Numbers.whole(f.number("steps")));
            }
        }
        return table.note(
                "Right for: steps from the first unseen start until a coordinate is off by more than 0.1, or the mass matrix becomes"
                        + " singular.");
    }

    private static void open(Section section) {
        section.bullets(
                "The force of gravity as printed lacks its minus sign, and the constants *k*, *r*_{0} and *G* are not given.",
                "The free constant of *V* is one for each connected band of distances; the paper's Figure 5 aligns one.",
                "Momentum is conserved to rounding by every pairwise model, and *H* stays near constant even when the trajectory is"
                        + " lost: neither ranks models.",
                "Six springs or eight bodies visit distances that training never saw; how many is said beside each figure.",
                "A linear least-squares fit of the force to second differences already comes close; it stands beside every law.",
                "Where masses are not known only *V*/*m* can be learned.",
                "The training windows come from one run of one start: what is called unseen is unseen, but of the same run."
                        + " The mirrored start and twice as many particles are the harder tests.",
                "The paper's claim of 3 to 4 orders of magnitude less data stands against its own numbers: 2,000 frames and 10,000"
                        + " samples.");
    }

    private void again(Section section) {
        section.text(
                        "The same command gives the same numbers on any number of threads, on Java 17 and 25 and in any locale. What is"
                                + " done is kept in the folder `pieces` and not done again unless its inputs or the program changed.")
                .code("""
                        ./mclnn reproduce                     # everything
                        ./mclnn reproduce --quick             # within a minute
                        ./mclnn reproduce --only fig5 --system gravity
                        ./mclnn reproduce --seeds 5           # five seeds for all
                        ./mclnn reproduce --paper-optimizer   # Adam, 100,000 epochs
                        """);
    }
}
