package org.mclnn.app.paper;

import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Table;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.Forms;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.training.TrainingResult;

/** Learned laws in findings: the law itself, and how far it is from the truth. */
final class LawKeeping {
    private static final int POINTS = 2_000; // in a band

    private LawKeeping() {}

    /** Puts a law under a name, to be had again by {@link #law}. */
    static void keep(LearnedPotential potential, String name, Findings.Builder findings) {
        findings.word(name + " form", potential.law().form().name())
                .exact(name + " theta", potential.law().theta());
    }

    /** The law of a name, over the coverage it was learned from. */
    static LearnedPotential law(Findings findings, String name, Coverage coverage) {
        var form = Forms.parse(findings.word(name + " form"));
        return LearnedPotential.of(form.at(findings.exact(name + " theta")), coverage, false);
    }

    /**
     * Puts the errors of a law: RMS of F - F* over RMS of F*, weighted by how often distances were seen, and in each band the RMS of V - V*,
     * aligned there, over the range of V* in it.
     */
    static void judge(LearnedPotential potential, PairPotential truth, String name, Findings.Builder findings) {
        var comparison = LawComparison.of(potential, truth);
        findings.number(name + " force error", comparison.forceRelativeRms());
        double worst = 0.0;
        for (int b = 0; b < comparison.bands().size(); b++) {
            var band = comparison.bands().get(b);
            double error =
                    overRange(potential, truth, band, comparison.offsets().get(b));
            worst = Math.max(worst, error);
            findings.number(name + " force error in band " + (b + 1), band.forceRelativeRms())
                    .number(name + " potential error in band " + (b + 1), error);
        }
        findings.number(name + " potential error", worst);
    }

    private static double overRange(
            LearnedPotential potential, PairPotential truth, LawComparison.BandError band, double offset) {
        double sum = 0.0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < POINTS; k++) {
            double r = band.from() + (band.to() - band.from()) * k / (POINTS - 1);
            double v = truth.energy(r);
            double error = potential.energy(r) - offset - v;
            sum += error * error;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return Math.sqrt(sum / POINTS) / (high - low);
    }

    /** Puts the losses of a training, and how many iterations it took. */
    static void losses(TrainingResult result, String name, Findings.Builder findings) {
        findings.number(name + " training loss", result.trainLoss())
                .number(name + " validation loss", result.validLoss().orElse(Double.NaN))
                .number(name + " iterations", result.iterations())
                .table(name + " losses", Table.empty().with("loss", result.losses()));
    }
}
