package org.mclnn.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.io.Model;
import org.mclnn.potential.PairPotential;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Shortened;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingResult;
import org.mclnn.training.TrajectoryDataset;

/**
 * A law, and what it was trained on.
 *
 * @param source name of the file or system
 * @param family {@code network 10,10}
 * @param options of the training
 * @param truth the law behind the data, where it is known
 */
public record Trained(
        String source,
        String family,
        TrainingOptions options,
        Model model,
        TrainingResult result,
        TrajectoryDataset data,
        Optional<PairPotential> truth) {
    // loss over mean squared displacement
    private static final double FITS = 1e-8;
    private static final double DESCRIBED = 1e-4;

    private static final double SUSPICIOUS = 10.0; // validation loss over training loss

    /** The root mean square of the displacements over a window, per coordinate that moves. */
    double moved() {
        return Math.sqrt(
                data.meanSquaredDisplacement() / Math.max(1, data.training().axes()));
    }

    /** What was assumed on the way, one sentence each. */
    public List<String> notes() {
        var notes = new ArrayList<>(data.notes());
        result.shortened().map(Shortened::note).ifPresent(notes::add);
        return notes;
    }

    /** What should not be missed. */
    public List<String> warnings() {
        var warnings = new ArrayList<String>();
        double displaced = data.meanSquaredDisplacement();
        boolean misfit = result.trainLoss() > result.baselineLoss() && result.trainLoss() > FITS * displaced;
        if (misfit && !(options.form() instanceof FormChoice.Spline)) {
            warnings.add(
                    "this form does not fit: its loss is above that of the least-squares baseline. Try --form spline");
        } else if (misfit || (data.training().startsKnown() && result.trainLoss() > DESCRIBED * displaced)) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the motion is described to %.2g %% of the displacements only. Noise, masses that differ, a cut-off that is too"
                            + " short, or forces that are not between pairs?",
                    100.0 * Math.sqrt(result.trainLoss() / displaced)));
        }
        double valid = result.validLoss().orElse(0.0);
        if (valid > SUSPICIOUS * result.trainLoss() && valid > 1e-12 * displaced) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "the validation loss is %.0f times the training loss: the law does less well on the part of the run that it did"
                            + " not see, perhaps at distances that training did not see",
                    valid / result.trainLoss()));
        }
        return warnings;
    }
}
