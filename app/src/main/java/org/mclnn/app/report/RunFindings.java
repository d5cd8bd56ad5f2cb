package org.mclnn.app.report;

import java.util.Optional;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.evaluation.HeldOutMotion;
import org.mclnn.evaluation.LawComparison;
import org.mclnn.evaluation.ResidualAnalysis;
import org.mclnn.training.Residuals;
import org.mclnn.training.StartFit;

/**
 * What is found out about a law once it is trained.
 *
 * @param comparison with the true law, where that is known
 * @param residuals of the training windows
 * @param motion from the start of the part kept for validation
 */
public record RunFindings(
        Trained trained,
        Optional<LawComparison> comparison,
        Found<ResidualAnalysis> residuals,
        Found<HeldOutMotion> motion) {
    private static final int FRAMES = 400; // of the motion that are looked at, at most
    private static final double MOST_PAIR_STEPS = 2e6; // of the motion: a second, and mostly much less

    /** Something, or why it is not there: half a sentence. */
    public record Found<T>(Optional<T> value, String whyNot) {
        static <T> Found<T> of(T value) {
            return new Found<>(Optional.of(value), "");
        }

        static <T> Found<T> not(String why) {
            return new Found<>(Optional.empty(), why);
        }
    }

    /** Looks at what is left of the windows a law was trained on, and at its motion on the part of the run that it never saw. */
    public static RunFindings of(Trained trained) {
        var law = trained.result().potential();
        return new RunFindings(
                trained,
                trained.truth().map(truth -> LawComparison.of(law, truth)),
                residuals(trained),
                motion(trained));
    }

    private static Found<ResidualAnalysis> residuals(Trained trained) {
        try {
            var residuals = Residuals.of(
                    trained.data().mechanics(),
                    trained.result(),
                    trained.options().threads());
            return residuals.isCorrected()
                    ? Found.of(ResidualAnalysis.of(residuals))
                    : Found.not("there are so many particles that the part of the noise which the fitted starts of the"
                            + " windows follow takes too long to find");
        } catch (DivergedException e) {
            return Found.not(String.valueOf(e.getMessage()));
        }
    }

    private static Found<HeldOutMotion> motion(Trained trained) {
        var heldOut = trained.data().heldOut();
        if (heldOut.isEmpty()) {
            return Found.not("no part of the run was kept for validation");
        }
        var run = heldOut.get();
        int frames = trained.data().training().frames();
        if (run.frameInterval().isEmpty()) {
            return Found.not("the frames are not equally spaced in time");
        }
        var mechanics = trained.data().mechanics();
        var law = trained.result().potential();
        try {
            var start = trained.data().training().startsKnown()
                    ? run.state(0)
                    : StartFit.of(
                            run,
                            0,
                            frames,
                            mechanics,
                            law.law(),
                            trained.options().threads());
            var pairs = mechanics.bodies().pairs();
            pairs.update(start.positions());
            double perFrame = Math.max(1.0, pairs.count()) * mechanics.stride();
            int most = (int) Math.max(frames, Math.min(run.frames(), MOST_PAIR_STEPS / perFrame));
            var part = run.slice(0, Math.min(run.frames(), most));
            return Found.of(HeldOutMotion.of(
                    part,
                    ParticleSystem.of(mechanics.bodies(), law),
                    start,
                    Simulator.of(mechanics.dt(), mechanics.stride()),
                    law.coverage(),
                    (part.frames() - 1) / FRAMES + 1));
        } catch (DivergedException | IllegalArgumentException e) {
            return Found.not(String.valueOf(e.getMessage()));
        }
    }
}
