package org.mclnn.app.page;

import java.util.ArrayList;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.SampleFigures;

/** A page with everything a page can have, as long as a report. */
public final class SamplePage {
    private SamplePage() {}

    public static Page page() {
        var page = Page.of("What three bodies tell: *V*(*r*) from trajectories, recomputed")
                .lead(
                        "We recompute every figure and table of a paper on Lagrangian networks from its text alone. Of eight claims **five hold**, "
                                + "one fails, and two cannot be decided with the data the paper describes.")
                .lead("Numbers are in reduced units; a law is known up to one constant in each band of distances seen "
                        + "([](#laws)).")
                .fact("Program", "mclnn 0.1.0")
                .fact("Java", "17.0.15")
                .fact("Processor", "two cores of a machine that others use too")
                .fact("Seed", "100")
                .fact("Fingerprint", "`9f8a-33c1-7710`")
                .footer("Made by `mclnn`; see [the paper](https://example.org/paper) for what is compared.");
        claims(page.section("claims", "Claims and verdicts"));
        motion(page.section("motion", "Motion over 10,000 steps"));
        laws(page.section("laws", "The laws *V*(*r*)"));
        learning(page.section(
                "learning", "How much data is needed, and what a section of a long title looks like in the contents"));
        var rest = page.section("rest", "Odd cases");
        rest.text(
                "<b>Not bold</b> & \"quoted\" 'text', 5 * 3 * 2, a_b, x^2, \\*starred\\*, H_{2}O, 10^{−8}, R², `a < b && c > d`.");
        rest.figure(SampleFigures.edge(), "Panels with odd data.", "", "figures/edge.svg");
        return page;
    }

    private static void claims(Section section) {
        section.text(
                "Each claim is quoted, tested by a number fixed beforehand, and judged. [](#table-claims) lists them; "
                        + "how a verdict is reached stands in [](#method).");
        section.table(Table.of("claims", "Claims of the paper and what came of them; *n* is the number of seeds.")
                .text("Claim")
                .text("Number that decides")
                .number("Measured", "reduced units")
                .number("Limit", "reduced units")
                .number("*n*")
                .verdict("Verdict")
                .row(
                        "1 *L* stays close to the truth",
                        "MAE of *L* over 10,000 steps, linear springs",
                        "1.2×10⁻⁹",
                        "10⁻³",
                        "10",
                        "HOLDS")
                .row(
                        "2 Energy and momenta are conserved",
                        "largest relative drift of *H*",
                        "3.4×10⁻⁷",
                        "10⁻⁴",
                        "10",
                        "HOLDS")
                .row("6 The baseline fits forces poorly", "*R*² of forces on test data", "0.9998", "0.9", "10", "FAILS")
                .row(
                        "8 Far less data than the baseline",
                        "ratio of frames at equal error",
                        "unknown",
                        "1000",
                        "1",
                        "CANNOT BE DECIDED")
                .note("MAE: mean absolute error. A verdict holds for all seeds or it fails.")
                .file("tables/claims.csv"));
        section.quote(
                "MCLNN is able to learn the pairwise potential energy function accurately for the *q*_{ij} values in the training set.",
                "Section 5.2 of the paper");
        section.verdict(Verdict.HOLDS, "for the distances seen; see [](#figure-laws).");
        section.verdict(Verdict.FAILS, "for the baseline on linear springs.");
        section.verdict(Verdict.UNDECIDED, "for extrapolation: no distance between 2 and 8 was seen.");
        var method = section.section("method", "How verdicts are reached");
        method.numbered(
                "A number is chosen before anything is run.",
                "It is computed for ten seeds.",
                "The limit is that of the paper, or stated here.");
        method.terms(
                "coverage",
                "the distances between particles that occur in training.",
                "band",
                "a connected part of the coverage; *V* has its own constant in each.");
        method.code(
                "git clone https://example.org/mclnn && cd mclnn\n./mclnn reproduce --seed 100 --only claims --output a-rather-long-folder-name-to-see-whether-it-scrolls");
    }

    private static void motion(Section section) {
        section.text(
                "The same start is integrated for 10,000 steps with the true law, with the learned one, and with the baseline. "
                        + "[](#figure-evolution) shows what is conserved and what is not, [](#figure-errors) the differences.");
        figure(
                section,
                SampleFigures.evolution(),
                "*L*, *H*, |*P*| and |*J*| of three systems: truth (solid), baseline (dash-dotted) and MCLNN (dashed), which cannot be told from the truth by eye.");
        section.bullets(
                "The baseline drifts after about 30 steps.",
                "MCLNN follows for the whole run; its error grows linearly.",
                "Momentum is conserved by *every* law between pairs, right or wrong: this ranks nothing.");
        figure(
                section,
                SampleFigures.errors(),
                "Absolute errors of the quantities in [](#figure-evolution). The dotted line is the limit.");
    }

    private static void laws(Section section) {
        section.text(
                "What is learned is compared with the truth over the distances seen. Outside them nothing is determined, and what a curve does there is its own affair.");
        figure(
                section,
                SampleFigures.laws(),
                "Laws beside the truth. Shaded: distances seen in training. Hatched: between two bands, where the constant is free.");
        section.section("parity", "Forces")
                .figure(
                        SampleFigures.parity(),
                        "Predicted against true forces on test data.",
                        "./mclnn reproduce --only parity",
                        "figures/parity.svg");
    }

    private static void learning(Section section) {
        figure(section, SampleFigures.learning(), "Errors against the number of trajectories; bars span ten seeds.");
        figure(section, SampleFigures.losses(), "Training and validation loss of the network with Adam.");
        var table = Table.of("numbers", "A wide table.").text("system");
        var cells = new ArrayList<String>();
        cells.add("linear springs");
        for (int k = 1; k <= 12; k++) {
            table = table.number("*r* = " + k, "length");
            cells.add("−1.23×10⁻" + "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(k % 10));
        }
        section.table(table.row(cells.toArray(String[]::new)).row(cells.toArray(String[]::new)));
    }

    private static void figure(Section section, Figure figure, String caption) {
        var name = figure.name();
        section.figure(
                figure,
                caption,
                "./mclnn reproduce --only " + name,
                "figures/" + name + ".svg",
                "figures/" + name + ".pdf",
                "figures/" + name + ".png",
                "data/" + name + ".csv");
    }
}
