package org.mclnn.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
 * @param noise standard deviation of a coordinate as the data tell it before the training, at most; absent where it was not looked for
 */
public record Trained(
        String source,
        String family,
        TrainingOptions options,
        Model model,
        TrainingResult result,
        TrajectoryDataset data,
        Optional<PairPotential> truth,
        OptionalDouble noise) {
    // loss over mean squared displacement
    private static final double FITS = 1e-8;
    private static final double DESCRIBED = 1e-4;

    private static final double NOISY = 1.5; // residuals over noise, which is found to a quarter

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
            warnings.add("the motion is described to " + LawWords.percent(Math.sqrt(result.trainLoss() / displaced))
                    + " of the displacements only. Noise, masses that differ, a cut-off that is too short, or forces that are"
                    + " not between pairs?");
        } else if (exceedsNoise() && result.trainLoss() > DESCRIBED * displaced) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "residuals are %.2g%s per coordinate, and the noise is %.2g: wrong rows, a law that this form cannot follow, forces that are"
                            + " not between pairs, or frames too far apart for the motion? Mend what mclnn check finds, try another"
                            + " --form, or record faster",
                    result.sigma().orElseThrow(),
                    data.units().behindLength(),
                    noise.orElseThrow()));
        }
        double valid = result.validLoss().orElse(0.0);
        if (valid > SUSPICIOUS * result.trainLoss() && valid > 1e-12 * displaced) {
            warnings.add("the validation loss is " + LawWords.times(valid / result.trainLoss())
                    + " times the training loss: the law does less well on the part of the run that it did not see, perhaps at"
                    + " distances that training did not see");
        }
        return warnings;
    }

    /** Known starts put their own noise into the residuals. */
    private boolean exceedsNoise() {
        return noise.isPresent()
                && !data.training().startsKnown()
                && result.sigma().orElse(0.0) > NOISY * noise.getAsDouble();
    }
}
