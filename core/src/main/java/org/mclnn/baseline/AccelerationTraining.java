package org.mclnn.baseline;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.baseline.BaselineTrainer.Optimizer;
import org.mclnn.baseline.BaselineTrainer.Options;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Lbfgs;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.training.AdamEpochs;
import org.mclnn.training.Batches;
import org.mclnn.training.Journal;
import org.mclnn.training.TrainingListener;

/** Minimises the mean squared error of accelerations by the optimiser that is asked for. */
final class AccelerationTraining {
    private static final double RATE = 1e-3; // of Adam (A.6)
    private static final int BATCH =
            100; // samples a step of Adam; of the same epochs on all samples at once nothing comes
    private static final double LEAST_GAIN = 0.01; // of Levenberg-Marquardt, relative, over a dozen iterations

    private final AccelerationFit fit;
    private final Minimiser work;
    private final Options options;
    private final List<Double> losses = new ArrayList<>();

    /** @throws DivergedException if the loss is not finite at the start */
    AccelerationTraining(AccelerationFit fit, double[] start, int samples, Options options) {
        this.fit = fit;
        this.options = options;
        double sum = fit.sumOfSquares(start);
        if (!Double.isFinite(sum)) {
            throw new DivergedException(
                    "the loss is " + sum + " where training begins: begin from another seed, or in other units");
        }
        int most = options.iterations();
        work = switch (options.optimizer()) {
            case LM -> new LevenbergMarquardt(0, most, 0.0, LEAST_GAIN).begin(fit, start);
            case LBFGS -> new Lbfgs(fit::gradient, fit.sizes(start), start).within(0.0, 0, most);
            case ADAM ->
                new AdamEpochs(fit, new Batches(samples, BATCH, options.seed()), RATE, start).within(0.0, most);
        };
    }

    /** Trains to the end; returns the parameters. */
    double[] run(String phase, TrainingListener listener, Journal journal) {
        double terms = options.optimizer() == Optimizer.ADAM ? 1.0 : fit.terms(); // epochs tell their loss
        journal.run(phase, work, (value, fresh) -> {
            losses.add(value / terms);
            if (fresh) {
                listener.iteration(phase, losses.size(), options.iterations(), value / terms);
            }
        });
        return work.theta();
    }

    /** The mean squared error after each iteration or epoch. */
    List<Double> losses() {
        return losses;
    }
}
