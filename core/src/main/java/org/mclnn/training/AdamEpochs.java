package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.Stream;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.training.LevenbergMarquardt.Stop;

/**
 * Epochs of Adam, a step for each batch of windows. The loss of an epoch is the mean of its batches' losses, each weighted by its windows
 * and taken where its step began: with one batch, Eq. 6 at the parameters before the step.
 */
final class AdamEpochs {
    private final RolloutProblem problem;
    private final Batches batches;
    private final Adam adam;
    private final double[] theta;
    private final double[] gradient;
    private int epoch;
    private double loss = Double.POSITIVE_INFINITY;

    AdamEpochs(RolloutProblem problem, Batches batches, double rate, double[] start) {
        this.problem = problem;
        this.batches = batches;
        theta = start.clone();
        gradient = new double[theta.length];
        adam = new Adam(rate, theta.length);
    }

    double[] theta() {
        return theta.clone();
    }

    /**
     * Goes on until an epoch's loss reaches the target, whose last step is then not taken, or the epochs are used up.
     *
     * @param most epochs, those before a {@link #restore} included
     * @param listener told of every epoch and its loss
     * @throws DivergedException where a rollout or the loss leaves the numbers
     */
    Stop minimise(double target, int most, LevenbergMarquardt.Listener listener) {
        while (loss > target) {
            if (epoch >= most) {
                return Stop.ITERATIONS;
            }
            epoch(target);
            if (!listener.iteration(epoch, loss, theta)) {
                return Stop.PROGRESS;
            }
        }
        return Stop.TARGET;
    }

    private void epoch(double target) {
        epoch++;
        double sum = 0.0;
        var all = batches.of(epoch);
        for (int b = 0; b < all.length; b++) {
            sum += problem.gradient(theta, all[b], gradient);
            loss = sum / problem.terms();
            if (!Double.isFinite(loss)) {
                throw new DivergedException(
                        "the loss is " + loss + " at epoch " + epoch + ". Try a shorter --frames or a smaller --rate");
            }
            if (b < all.length - 1 || loss > target) {
                double terms = problem.terms(all[b]);
                for (int p = 0; p < gradient.length; p++) {
                    gradient[p] /= terms;
                }
                adam.step(theta, gradient);
            }
        }
    }

    /** All that the next epoch depends on: number and loss of the last one, theta, Adam's state. */
    double[] state() {
        return Stream.of(new double[] {epoch, loss}, theta, adam.state())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** Goes on from a {@link #state} of the same problem. */
    void restore(double[] state) {
        epoch = (int) state[0];
        loss = state[1];
        System.arraycopy(state, 2, theta, 0, theta.length);
        adam.restore(Arrays.copyOfRange(state, 2 + theta.length, state.length));
    }
}
