package org.mclnn.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.evaluation.Conservation;
import org.mclnn.evaluation.Evaluation;
import org.mclnn.evaluation.HeldOutMotion;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.io.Model;

/**
 * How good a law is, in words and in JSON.
 *
 * @param against name of the file or system
 * @param where the same, with the start
 */
record EvaluationScreen(Console console, Model model, Path run, String against, String where) {
    /** Beside a true motion. */
    void show(Evaluation e) {
        var motion = e.motion();
        int frames = motion.truth().size();
        double span =
                motion.truth().get(frames - 1).time() - motion.truth().get(0).time();
        var units = model.potential().units();
        console.say("%s against %s: %d frames over a time of %.6g%s", run, where, frames, span, units.behindTime());
        e.law().ifPresent(law -> LawScreen.comparison(console, law));
        console.say("  mean absolute error over the run");
        console.say("    position          %.3e%s", motion.positionMae(), units.behindLength());
        console.say(
                "    L                 %.3e%s%s",
                motion.lagrangianMae(),
                units.behindEnergy(),
                e.law().isPresent() ? "" : "   (V: the learned one for both)");
        console.say(
                "    H                 %.3e%s   (largest change along the learned motion %.1e)",
                motion.hamiltonianMae(), units.behindEnergy(), motion.hamiltonianDrift());
        console.say("    momentum          %.3e", motion.momentumMae());
        console.say(
                "    angular momentum  %.3e%s",
                motion.angularMomentumMae(), model.box().isPeriodic() ? "   (not conserved in a periodic box)" : "");
        console.say("  pairs outside the distances seen in training: %.2f %%", 100.0 * e.pairsOutsideCoverage());
        console.result(json(e.law())
                .put("positionMae", motion.positionMae())
                .put("lagrangianMae", motion.lagrangianMae())
                .put("hamiltonianMae", motion.hamiltonianMae())
                .put("hamiltonianDrift", motion.hamiltonianDrift())
                .put("momentumMae", motion.momentumMae())
                .put("angularMomentumMae", motion.angularMomentumMae())
                .put("pairsOutsideCoverage", e.pairsOutsideCoverage())
                .put("frames", (long) frames)
                .put("bands", LawScreen.bands(model.potential().coverage(), e.law())));
    }

    /** Beside positions alone: nothing is known of the true L and H. */
    void show(HeldOutMotion motion, Optional<LawComparison> law) {
        int last = motion.times().size() - 1;
        var units = model.potential().units();
        console.say(
                "%s against %s: positions of %d frames over a time of %.6g%s",
                run, where, last + 1, motion.times().get(last), units.behindTime());
        law.ifPresent(compared -> LawScreen.comparison(console, compared));
        console.say(
                "  mean absolute error of a coordinate, and how far it moved%s",
                units.length().isEmpty() ? "" : ", in " + units.length());
        for (int quarter = 1; quarter <= 4; quarter++) {
            int k = last * quarter / 4;
            console.say(
                    "    up to %-12s  %.3e   %.3e",
                    String.format(Locale.ROOT, "%.4g%s", motion.times().get(k), units.behindTime()),
                    mean(motion.errors(), k),
                    mean(motion.displacements(), k));
        }
        console.say(
                "  along the learned motion H changes by %.1e of the largest kinetic energy",
                Conservation.largest(motion.conservation().energy()));
        console.say("  its pairs outside the distances seen in training: %.2f %%", 100.0 * motion.outside());
        console.result(json(law)
                .put("positionMae", mean(motion.errors(), last))
                .put("displacementMae", mean(motion.displacements(), last))
                .put(
                        "hamiltonianRelativeDrift",
                        Conservation.largest(motion.conservation().energy()))
                .put("pairsOutsideCoverage", motion.outside())
                .put("frames", (long) last + 1)
                .put("bands", LawScreen.bands(model.potential().coverage(), law)));
    }

    private JsonOut json(Optional<LawComparison> law) {
        return new JsonOut()
                .put("run", run.toString())
                .put("against", against)
                .put("forceRelativeRms", law.map(LawComparison::forceRelativeRms))
                .put("potentialRelativeRms", law.map(LawComparison::potentialRelativeRms));
    }

    /** Of the frames up to one, those in which nothing was seen left out. */
    private static double mean(List<Double> values, int last) {
        return values.subList(0, last + 1).stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }
}
