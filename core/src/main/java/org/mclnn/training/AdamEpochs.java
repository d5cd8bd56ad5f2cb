package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.Stream;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Adam;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Stepwise;
import org.mclnn.optimisation.Stop;

/**
 * Epochs of Adam, a step for each batch of windows or samples. The loss of an epoch is the mean of its batches' losses, each weighted by
 * its terms and taken where its step began: with one batch, the loss at the parameters before the step.
 */
public final class AdamEpochs {
    /** A sum of squares over items, of which some can be looked at. */
    public interface Loss {
        /** The sum over some of the items; writes its gradient. */
        double gradient(double[] theta, int[] which, double[] dTheta);

        /** What the sum over some of the items is divided by to give their loss. */
        double terms(int[] which);

        /** The same of all items. */
        double terms();
    }

    private final Loss problem;
    private final Batches batches;
    private final Adam adam;
    private final double[] theta;
    private final double[] gradient;
    private int epoch;
    private double loss = Double.POSITIVE_INFINITY;

    public AdamEpochs(Loss problem, Batches batches, double rate, double[] start) {
        this.problem = problem;
        this.batches = batches;
        theta = start.clone();
        gradient = new double[theta.length];
        adam = new Adam(rate, theta.length);
    }

    public double[] theta() {
        return theta.clone();
    }

    /**
     * Goes on until an epoch's loss reaches the target, whose last step is then not taken, or the epochs are used up.
     *
     * @param most epochs, those before a {@link #restore} included
     */
    public Run within(double target, int most) {
        return new Run(target, most);
    }

    /** A training under way. */
    public final class Run implements Minimiser {
        private final double target;
        private final int most;

        private Run(double target, int most) {
            this.target = target;
            this.most = most;
        }

        @Override
        public boolean ended() {
            return loss <= target || epoch >= most;
        }

        @Override
        public boolean step() {
            epoch(target);
            return true;
        }

        @Override
        public double value() {
            return loss;
        }

        @Override
        public double[] theta() {
            return AdamEpochs.this.theta();
        }

        @Override
        public int iterations() {
            return epoch;
        }

        @Override
        public Stop stop() {
            return loss <= target ? Stop.TARGET : Stop.ITERATIONS;
        }

        @Override
        public double[] state() {
            return AdamEpochs.this.state();
        }

        @Override
        public void restore(double[] state) {
            AdamEpochs.this.restore(state);
        }
    }

    private void epoch(double target) {
        epoch++;
        double sum = 0.0;
        var all = batches.of(epoch);
        for (int b = 0; b < all.length; b++) {
            sum += problem.gradient(theta, all[b], gradient);
            loss = sum / problem.terms();
            if (!Double.isFinite(loss)) {
                throw new DivergedException("the loss is " + loss + " at epoch " + epoch);
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
        Stepwise.checkLength(state, 2 + theta.length + adam.state().length);
        epoch = (int) state[0];
        loss = state[1];
        System.arraycopy(state, 2, theta, 0, theta.length);
        adam.restore(Arrays.copyOfRange(state, 2 + theta.length, state.length));
    }
}
