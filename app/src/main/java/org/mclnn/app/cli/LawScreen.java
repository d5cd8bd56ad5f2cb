package org.mclnn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.app.report.LawWords;
import org.mclnn.app.terminal.ProgressLine;
import org.mclnn.app.terminal.TerminalChart;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.training.TrainingResult;

/** A law on the screen: charts, bands, parameters, errors. */
final class LawScreen {
    private static final int ROWS = 13;

    private LawScreen() {}

    /** V(r), the band table, and the parameters where they have names that mean something. */
    static void show(Console console, LearnedPotential law, Optional<PairPotential> truth) {
        console.print(TerminalChart.energy(law, truth)
                .size(Math.min(100, console.width()), ROWS)
                .color(console.color())
                .unicode(console.unicode())
                .draw());
        LawWords.parameters(law).ifPresent(text -> console.say("  %s", text));
    }

    /** One line: how well training went. */
    static void summary(Console console, TrainingResult result, double seconds) {
        var losses = result.losses().stream().mapToDouble(Math::log10).toArray();
        console.say(
                "done in %.1f s   loss %s   valid %s   %d iterations (%s)%s",
                seconds,
                LawWords.loss(result.trainLoss()),
                LawWords.loss(result.validLoss().orElse(Double.NaN)),
                result.iterations(),
                result.stop(),
                losses.length > 2 && console.unicode() ? "   " + ProgressLine.sparkline(losses, 30) : "");
        result.sigma()
                .ifPresent(sigma -> console.say(
                        "residuals %.2e%s per coordinate%s",
                        sigma, result.potential().units().behindLength(), smoothness(result)));
        console.say(
                "least-squares baseline (second differences): loss %.2e, its force differs from this law's by %.1e",
                result.baselineLoss(), result.baselineForceError());
    }

    private static String smoothness(TrainingResult result) {
        return result.smoothness()
                .map(smooth -> String.format(
                        Locale.ROOT,
                        "   V' smooth in %s (derivative %d), %.1f parameters determined",
                        smooth.coordinate().symbol(),
                        smooth.order(),
                        smooth.effective()))
                .orElse("");
    }

    /** The distances seen. */
    static void coverage(Console console, LearnedPotential law) {
        var coverage = law.coverage();
        var symbol = "V" + law.units().behindSymbol();
        console.say(
                "distances seen: %s%s",
                LawWords.bands(coverage),
                coverage.bands().size() > 1
                        ? "; " + symbol + " is known up to one constant in each band, and not at all between them"
                        : "; " + symbol + " is known there, up to a constant");
    }

    /** Errors against the true law, band by band. */
    static void comparison(Console console, LawComparison law) {
        console.say("  %-24s %12s %12s %12s", "against the true law", "F rel. RMS", "V rel. RMS", "F max error");
        for (var band : law.bands()) {
            console.say(
                    "  r = %-20s %12.2e %12.2e %12.2e",
                    LawWords.band(band.from(), band.to()),
                    band.forceRelativeRms(),
                    band.potentialRelativeRms(),
                    band.forceMax());
        }
    }

    static List<JsonOut> bands(Coverage coverage, Optional<LawComparison> law) {
        var bands = new ArrayList<JsonOut>();
        for (int b = 0; b < coverage.bands().size(); b++) {
            var band = coverage.bands().get(b);
            var out =
                    new JsonOut().put("from", band.from()).put("to", band.to()).put("count", band.count());
            if (law.isPresent()) {
                var error = law.get().bands().get(b);
                out.put("forceRelativeRms", error.forceRelativeRms())
                        .put("potentialRelativeRms", error.potentialRelativeRms())
                        .put("forceMaxError", error.forceMax());
            }
            bands.add(out);
        }
        return bands;
    }
}
