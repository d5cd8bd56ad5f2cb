package org.mclnn.training;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;

/** Adam on the loss of Eq. 6, an epoch at a time: the loss at theta, then a step unless it is low enough. */
final class AdamRun implements Stepwise {
    private static final double RATE = 1e-3; // paper, A.6
    private static final int HEAD = 2; // numbers before theta in a state

    private final RolloutProblem problem;
    private final double target;
    private final int epochs;
    private final double[] theta;
    private final double[] gradient;
    private final Adam adam;
    private int epoch;
    private double loss = Double.NaN;
    private LevenbergMarquardt.@Nullable Stop stop;

    /** @param target loss at which to stop */
    AdamRun(RolloutProblem problem, double[] start, double target, int epochs) {
        this.problem = problem;
        this.target = target;
        this.epochs = epochs;
        theta = start.clone();
        gradient = new double[theta.length];
        adam = new Adam(RATE, theta.length);
    }

    @Override
    public boolean step() {
        epoch++;
        loss = problem.gradient(theta, gradient) / problem.terms();
        if (!Double.isFinite(loss)) {
            throw new DivergedException("the loss is " + loss + " at epoch " + epoch + ". Try a shorter --frames");
        }
        if (loss <= target) {
            stop = LevenbergMarquardt.Stop.TARGET;
            return true;
        }
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] /= problem.terms();
        }
        adam.step(theta, gradient);
        if (epoch == epochs) {
            stop = LevenbergMarquardt.Stop.ITERATIONS;
        }
        return true;
    }

    @Override
    public boolean ended() {
        return stop != null;
    }

    /** The loss before the last step. */
    @Override
    public double value() {
        return loss;
    }

    /** epoch, number of the reason to stop or -1, theta, Adam's own. */
    @Override
    public double[] state() {
        var moments = adam.state();
        var state = new double[HEAD + theta.length + moments.length];
        state[0] = epoch;
        state[1] = Journal.number(LevenbergMarquardt.Stop.values(), stop);
        System.arraycopy(theta, 0, state, HEAD, theta.length);
        System.arraycopy(moments, 0, state, HEAD + theta.length, moments.length);
        return state;
    }

    @Override
    public void restore(double[] state) {
        int own = HEAD + theta.length;
        Journal.checkLength(state, own + adam.state().length);
        epoch = (int) state[0];
        stop = Journal.choice(LevenbergMarquardt.Stop.values(), state[1]);
        System.arraycopy(state, HEAD, theta, 0, theta.length);
        adam.restore(Arrays.copyOfRange(state, own, state.length));
    }

    double[] theta() {
        return theta.clone();
    }

    int epoch() {
        return epoch;
    }

    LevenbergMarquardt.Stop stop() {
        return Objects.requireNonNull(stop);
    }
}
