package org.mclnn.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mclnn.app.figure.Figure;
import org.mclnn.app.figure.Marks;
import org.mclnn.app.page.Numbers;
import org.mclnn.app.page.Page;
import org.mclnn.app.page.Section;
import org.mclnn.app.page.Table;
import org.mclnn.app.page.Verdict;
import org.mclnn.evaluation.Conservation;
import org.mclnn.evaluation.HeldOutMotion;
import org.mclnn.evaluation.ResidualAnalysis;
import org.mclnn.io.ModelFile;
import org.mclnn.potential.Units;

/** One run as one page. */
public final class RunReport {
    private static final double TINY = 1e-4; // of the motion: below it residuals are the law's own, not the data's

    private final RunFindings findings;
    private final Units units;
    private final Trained trained;
    private final Map<String, Figure> figures;
    private final String settings;
    private final String command;
    private final List<String> files;

    /**
     * What goes into it.
     *
     * @param figures of {@link RunFigures}
     * @param settings the text of config.toml
     * @param command that was given
     * @param files beside the page
     */
    public RunReport(RunFindings findings, List<Figure> figures, String settings, String command, List<String> files) {
        this.findings = findings;
        trained = findings.trained();
        units = trained.data().units();
        this.figures = figures.stream().collect(Collectors.toMap(Figure::name, Function.identity()));
        this.settings = settings;
        this.command = command;
        this.files = List.copyOf(files);
    }

    /** No number of it was measured on a clock: the same run gives the same page. */
    public String html() {
        var model = trained.model();
        var manifest = model.manifest();
        var page = Page.of("*V*(*r*) learned from " + Marks.escape(trained.source()))
                .lead(summary())
                .fact("Data", "`" + code(trained.source()) + "`, SHA-256 `" + brief(manifest.dataSha256()) + "`")
                .fact("Law", Marks.escape(trained.family()) + ", fingerprint `" + brief(fingerprint()) + "`")
                .fact("Program", "mclnn " + Marks.escape(manifest.version()))
                .fact("Seed", String.valueOf(manifest.seed()))
                .fact("Units", Marks.escape(UnitWords.all(units)));
        trained.warnings().forEach(warning -> page.lead("**Warning:** " + Marks.escape(warning) + "."));
        law(page.section("law", "The law"));
        training(page.section("training", "Training"));
        residuals(page.section("residuals", "What is left of the data"));
        motion(page.section("motion", "Motion that training never saw"));
        conservation(page.section("conservation", "Conservation"));
        again(page.section("again", "To do it again"));
        return page.html();
    }

    private String fingerprint() {
        return ModelFile.fingerprint(trained.result().potential().law());
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(16, digest.length()));
    }

    /** Inside backquotes. */
    private static String code(String text) {
        return text.replace("`", "'");
    }

    private String summary() {
        var windows = trained.data().training();
        var coverage = trained.result().potential().coverage();
        return "*V*(*r*) between " + windows.particles() + " particles, learned from " + windows.count()
                + " windows of "
                + windows.frames() + " frames. It is known for distances of "
                + UnitWords.length(LawWords.bands(coverage), units)
                + (coverage.bands().size() > 1
                        ? ", up to one constant in each band; between the bands nothing is determined."
                        : ", up to a constant; elsewhere nothing is determined.");
    }

    private void figure(Section section, String name, String caption) {
        var figure = figures.get(name);
        if (figure != null) {
            var files = this.files.stream()
                    .filter(file -> file.matches("figures/" + name + "\\.[a-z]+"))
                    .toArray(String[]::new);
            section.figure(figure, caption, "", files);
        }
    }

    private void law(Section section) {
        LawWords.parameters(trained.result().potential())
                .ifPresent(text -> section.text("Found: " + Marks.escape(text) + "."));
        figure(
                section,
                RunFigures.LAW,
                "*V*(*r*) above *F*(*r*) = −d*V*/d*r* above how often distances were seen in the training windows"
                        + (trained.truth().isPresent()
                                ? ", with the true law, onto which *V* is moved band by band."
                                : ". *V* is 0 at its lowest point in each band, or at the cut-off."));
        section.table(bands());
    }

    private Table bands() {
        var coverage = trained.result().potential().coverage();
        long all = coverage.bands().stream().mapToLong(band -> band.count()).sum();
        var table = Table.of("bands", "Distances seen, and what is known there")
                .text("band")
                .number("from", UnitWords.length(units))
                .number("to", UnitWords.length(units))
                .number("share of the distances");
        var comparison = findings.comparison();
        if (comparison.isPresent()) {
            table = table.number("*F*, relative RMS error").number("*V*, relative RMS error");
        }
        for (int b = 0; b < coverage.bands().size(); b++) {
            var band = coverage.bands().get(b);
            var from = Numbers.three(band.from());
            var to = Numbers.three(band.to());
            var share = Numbers.percent(band.count() / (double) all);
            if (comparison.isPresent()) {
                var error = comparison.get().bands().get(b);
                table = table.row(
                        String.valueOf(b + 1),
                        from,
                        to,
                        share,
                        Numbers.power(error.forceRelativeRms()),
                        Numbers.power(error.potentialRelativeRms()));
            } else {
                table = table.row(String.valueOf(b + 1), from, to, share);
            }
        }
        var file = files.contains("law.csv") ? table.file("law.csv") : table;
        return files.contains("law.npz") ? file.file("law.npz") : file;
    }

    private void training(Section section) {
        var result = trained.result();
        section.text(losses() + " Training ended after " + Numbers.whole(result.iterations()) + " iterations ("
                + result.stop() + ").");
        var notes = trained.notes();
        if (!notes.isEmpty()) {
            section.bullets(notes.stream().map(note -> Marks.escape(note) + ".").toArray(String[]::new));
        }
        if (figures.containsKey(RunFigures.LOSS)) {
            figure(
                    section,
                    RunFigures.LOSS,
                    "Loss (Eq. 6 of the paper: mean squared position error of the rollouts) in the last stage of the training.");
        } else {
            section.text("The last stage took no step: what it began from was good enough.");
        }
        var table = Table.of("losses", "Losses of the law, and of a fit without training")
                .text("of")
                .number("loss", UnitWords.lengthSquared(units))
                .row("training windows", Numbers.power(result.trainLoss()))
                .row(
                        "validation windows",
                        result.validLoss().isPresent()
                                ? Numbers.power(result.validLoss().getAsDouble())
                                : "none kept")
                .row("training windows, least squares", Numbers.power(result.baselineLoss()))
                .row(
                        "training windows, if nothing moved",
                        Numbers.power(trained.data().meanSquaredDisplacement()));
        section.table(table.note(
                "Least squares: a spline for the force, fitted to second differences of the positions. Its force"
                        + " differs from this law's by " + Numbers.power(result.baselineForceError())
                        + " (relative RMS)."));
    }

    private String losses() {
        double share = Math.sqrt(trained.result().trainLoss()
                / Math.max(Double.MIN_NORMAL, trained.data().meanSquaredDisplacement()));
        return "Rolled out from the start of a window, positions miss the observed ones by " + Numbers.power(share)
                + " of the distance that particles move.";
    }

    private void residuals(Section section) {
        if (findings.residuals().value().isEmpty()) {
            section.text("Not looked at: " + Marks.escape(findings.residuals().whyNot()) + ".");
            return;
        }
        var residuals = findings.residuals().value().get();
        section.text(
                "Residuals are predicted minus observed coordinates of the training windows. Where the law is right and the rest is"
                        + " noise of the measurement, they do not depend on each other: they are white.");
        section.verdict(verdict(residuals), reason(residuals));
        figure(
                section,
                RunFigures.RESIDUALS,
                "(a) Autocorrelation within windows; of white noise 95 % lie in the band. (b) Root mean square at each frame of the"
                        + " windows. (c) The same for each particle; the line is the mean of all.");
    }

    private boolean isTiny(ResidualAnalysis residuals) {
        return residuals.sigma() <= TINY * trained.moved();
    }

    private Verdict verdict(ResidualAnalysis residuals) {
        return residuals.isWhite() ? Verdict.HOLDS : isTiny(residuals) ? Verdict.UNDECIDED : Verdict.FAILS;
    }

    private String reason(ResidualAnalysis residuals) {
        var size = " They are " + UnitWords.length(Numbers.power(residuals.sigma()), units) + " in size, "
                + Numbers.power(residuals.sigma() / Math.max(Double.MIN_NORMAL, trained.moved()))
                + " of the motion within a window.";
        var statistic = " (" + Numbers.three(residuals.statistic()) + ", critical at 1 %: "
                + Numbers.three(residuals.critical()) + ")";
        if (residuals.isWhite()) {
            return "**The residuals are white.** The sum of squared autocorrelations is that of noise" + statistic + "."
                    + size;
        }
        if (isTiny(residuals)) {
            return "**The residuals are white.** They are so small that no noise of the data shows: what is left is what the law"
                    + " itself lacks, which goes on from frame to frame." + size;
        }
        return "**The residuals are white.** They go on from frame to frame" + statistic
                + ": the law lacks something, or there are forces that are not between pairs"
                + (trained.data().training().startsKnown()
                        ? ", or the velocities at the windows' starts are not exact (try `--positions-only`)."
                        : ".")
                + size;
    }

    private void motion(Section section) {
        var found = findings.motion();
        if (found.value().isEmpty()) {
            section.text("Not simulated: " + Marks.escape(found.whyNot()) + ".");
            return;
        }
        var motion = found.value().get();
        section.text(
                "From the first frame that was kept for validation the law runs on its own, and is held against what was observed."
                        + " Its start is "
                        + (trained.data().training().startsKnown()
                                ? "the observed one."
                                : "found from the frames of one window.")
                        + " " + reach(motion));
        figure(
                section,
                RunFigures.MOTION,
                "Mean absolute error of the coordinates against time, beside the error of a law that lets nothing move.");
    }

    private String reach(HeldOutMotion motion) {
        int last = motion.times().size() - 1;
        var mechanics = trained.data().mechanics();
        double window = (trained.data().training().frames() - 1) * mechanics.dt() * mechanics.stride();
        return String.format(
                Locale.ROOT,
                "After a time of %s, %.0f times a window's, positions are off by %s on average; %s of the pair distances on the way are"
                        + " outside those seen in training.",
                UnitWords.time(Numbers.three(motion.times().get(last)), units),
                motion.times().get(last) / window,
                UnitWords.length(Numbers.power(motion.errors().get(last)), units),
                Numbers.percent(motion.outside()));
    }

    private void conservation(Section section) {
        var found = findings.motion();
        if (found.value().isEmpty()) {
            section.text("There is no simulated motion to look at.");
            return;
        }
        var kept = found.value().get().conservation();
        boolean periodic = trained.model().box().isPeriodic();
        section.text("A law between pairs keeps the momentum"
                        + (periodic ? "" : " and the angular momentum")
                        + " to rounding whatever it is, and the energy as well as the step of the integrator allows: this tells of a"
                        + " step that is too long, not of a law that is wrong."
                        + (periodic ? " In a periodic box the angular momentum is not conserved." : ""))
                .text(
                        "Changes are relative: of the energy to the largest kinetic energy, of the momentum to the largest sum of *m*|*v*|"
                                + (periodic
                                        ? "."
                                        : ", of the angular momentum about the centre of mass to the largest sum of *m*|*r*||*v*|."));
        figure(section, RunFigures.CONSERVATION, "Relative changes since the start of the motion of [](#motion).");
        var table = Table.of("kept", "Largest relative change")
                .text("of")
                .number("change")
                .row("energy", Numbers.power(Conservation.largest(kept.energy())))
                .row("momentum", Numbers.power(Conservation.largest(kept.momentum())));
        section.table(
                periodic
                        ? table
                        : table.row("angular momentum", Numbers.power(Conservation.largest(kept.angularMomentum()))));
    }

    private void again(Section section) {
        section.text("The command that was given:")
                .code(command)
                .text(
                        "All settings, as `config.toml` has them; `mclnn train --config config.toml -o ANOTHER` does the same again, to"
                                + " the same bits:")
                .code(settings);
    }
}
