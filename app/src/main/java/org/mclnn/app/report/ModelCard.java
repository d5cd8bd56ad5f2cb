package org.mclnn.app.report;

import java.util.List;
import java.util.Locale;
import org.mclnn.io.ModelFile;
import org.mclnn.potential.Units;

/** What somebody should know who is handed the law, in Markdown. */
public final class ModelCard {
    private final RunFindings findings;
    private final Trained trained;
    private final Units units;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(RunFindings findings) {
        this.findings = findings;
        trained = findings.trained();
        units = trained.data().units();
    }

    /** @param command that made the law */
    public static String of(RunFindings findings, String command) {
        return new ModelCard(findings).write(command);
    }

    private String write(String command) {
        var manifest = trained.model().manifest();
        line("# V(r) learned from " + trained.source());
        section("What it is");
        line("The potential energy V of one pair of particles at the distance r, and the force F = -dV/dr, as a "
                + kind() + ". Positive forces repel.");
        LawWords.parameters(trained.result().potential()).ifPresent(found -> line("Found: " + found + "."));
        text.append('\n');
        bullet("form: " + trained.family() + ", "
                + trained.result().potential().law().form().size() + " parameters");
        bullet("fingerprint: `"
                + ModelFile.fingerprint(trained.result().potential().law()) + "`");
        section("Data");
        data();
        section("Where it is valid");
        validity();
        section("How good it is");
        errors();
        section("How it was made");
        bullet("`" + command + "`");
        bullet("mclnn " + manifest.version() + ", seed " + manifest.seed()
                + "; all settings stand in `config.toml`, what ran it in `manifest.json`");
        trained.notes().forEach(this::bullet);
        section("How to use it");
        use();
        section("Limits");
        limits();
        return text.toString();
    }

    private String kind() {
        return trained.family().startsWith("network")
                ? "neural network of one distance"
                : trained.family().startsWith("spline") ? "cubic spline" : "formula";
    }

    private void data() {
        var manifest = trained.model().manifest();
        var windows = trained.data().training();
        bullet("`" + trained.source() + "`, SHA-256 `" + manifest.dataSha256() + "`");
        bullet(windows.particles() + " particles; " + windows.count() + " training windows of " + windows.frames()
                + " frames, "
                + (windows.startsKnown() ? "from observed positions and velocities" : "from positions alone"));
        bullet("integrator step " + trained.model().dt() + ", "
                + trained.model().stride() + " steps per frame"
                + (trained.model().cutoff() > 0 ? ", cut-off " + trained.model().cutoff() : ""));
        bullet("units: " + UnitWords.all(units));
    }

    private void validity() {
        var coverage = trained.result().potential().coverage();
        line("At the distances that were seen, and nowhere else:");
        text.append('\n')
                .append("| band | from" + of(units.length()) + " | to" + of(units.length())
                        + " | distances seen |\n|---|---|---|---|\n");
        for (int b = 0; b < coverage.bands().size(); b++) {
            var band = coverage.bands().get(b);
            text.append(String.format(
                    Locale.ROOT, "| %d | %.6g | %.6g | %d |\n", b + 1, band.from(), band.to(), band.count()));
        }
        text.append('\n');
        line(
                coverage.bands().size() > 1
                        ? "V has a free constant in each band. Between the bands nothing is determined: what the law does there is its own"
                                + " affair, and energies of different bands cannot be compared."
                        : "V is known up to a constant.");
    }

    private static String of(String unit) {
        return unit.isEmpty() ? "" : ", " + unit;
    }

    private void errors() {
        var result = trained.result();
        bullet(String.format(
                Locale.ROOT,
                "loss (mean squared position error of rollouts): training %.3g, validation %s, least-squares baseline %.3g",
                result.trainLoss(),
                result.validLoss().isPresent()
                        ? String.format(Locale.ROOT, "%.3g", result.validLoss().getAsDouble())
                        : "none kept",
                result.baselineLoss()));
        findings.residuals()
                .value()
                .ifPresent(residuals -> bullet(String.format(
                        Locale.ROOT,
                        "residuals: %.3g%s per coordinate, %.2g of the motion; %s",
                        residuals.sigma(),
                        units.behindLength(),
                        residuals.sigma() / Math.max(Double.MIN_NORMAL, trained.moved()),
                        residuals.isWhite() ? "white, as noise is" : "not white")));
        findings.motion().value().ifPresent(motion -> {
            int last = motion.times().size() - 1;
            bullet(String.format(
                    Locale.ROOT,
                    "simulated on the part kept for validation: after a time of %.4g%s positions are off by %.2g%s on average",
                    motion.times().get(last),
                    units.behindTime(),
                    motion.errors().get(last),
                    units.behindLength()));
        });
        findings.comparison()
                .ifPresent(law -> bullet(String.format(
                        Locale.ROOT,
                        "against the true law: F off by %.2g, V by %.2g (relative RMS over the distances seen)",
                        law.forceRelativeRms(),
                        law.potentialRelativeRms())));
        trained.warnings().forEach(warning -> bullet("**warning**: " + warning));
    }

    private void use() {
        for (var row : List.of(
                "```",
                "mclnn simulate RUN --init START.xyz --steps 10000 -o sim.xyz",
                "mclnn evaluate RUN --against HELDOUT.xyz",
                "```",
                "",
                "```python",
                "import numpy",
                "law = numpy.load(\"law.npz\")   # r, V, F, density of the distances seen, band",
                "inside = law[\"band\"] == 1",
                "force = numpy.interp(1.1, law[\"r\"][inside], law[\"F\"][inside])",
                "```")) {
            line(row);
        }
    }

    private void limits() {
        bullet(
                "One law for all pairs, along the line between them: no friction, no external field, no three-body forces.");
        bullet("Outside the bands above the law is a guess.");
        bullet("There are no error bars on V and F: see the residuals and the losses above.");
        if (trained.data().training().startsKnown()) {
            bullet("The velocities at the windows' starts were taken as exact.");
        }
    }

    private void section(String title) {
        text.append("\n## ").append(title).append("\n\n");
    }

    private void bullet(String words) {
        line("- " + words);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
