package org.mclnn.training;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mclnn.potential.LearnedPotential;

/**
 * What a training gives.
 *
 * @param potential the learned law
 * @param trainLoss Eq. 6 over the training windows; position squared
 * @param validLoss Eq. 6 over windows that training did not see; absent where the run is too short to keep some
 * @param iterations iterations or epochs, all phases together
 * @param stop why the last phase ended: target, gradient, step, progress or iterations
 * @param leastSquares the least-squares baseline: a spline fitted to second differences of the positions
 * @param baselineForceError relative RMS difference between the least-squares baseline's force and the learned one over the distances seen
 * @param baselineLoss Eq. 6 of the least-squares baseline; infinite where it diverges
 * @param sigma standard deviation of the residuals of each coordinate: the noise, where the law fits; absent for Adam
 * @param smoothness what was taken for smooth, and how strongly; absent for formulas and for Adam
 * @param shortened the windows that were too chaotic to be compared to their end; absent where there are none
 * @param losses training loss after each iteration of the last phase
 * @param windows the training windows, as far as they were compared
 * @param starts of these windows, which were found with the law where they were not known
 */
public record TrainingResult(
        LearnedPotential potential,
        double trainLoss,
        OptionalDouble validLoss,
        int iterations,
        String stop,
        LearnedPotential leastSquares,
        double baselineForceError,
        double baselineLoss,
        OptionalDouble sigma,
        Optional<Smoothness> smoothness,
        Optional<Shortened> shortened,
        List<Double> losses,
        Windows windows,
        Starts starts) {
    public TrainingResult {
        losses = List.copyOf(losses);
    }
}
