package org.mclnn.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Adam;
import org.mclnn.optimisation.Lbfgs;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Check;

/**
 * Trains the baseline by the mean squared error of its accelerations (paper 4.1.4): by Adam as the paper, by Levenberg-Marquardt, or, for
 * wide networks, by L-BFGS; the fair comparison is with the best of them.
 */
public final class BaselineTrainer {
    /** How it is trained. */
    public enum Optimizer {
        LM,
        LBFGS,
        ADAM
    }

    private static final double RATE = 1e-3; // of Adam (A.6)
    private static final double LEAST_GAIN = 0.01; // of Levenberg-Marquardt, relative, over a dozen iterations

    /**
     * @param hidden widths of the hidden layers
     * @param iterations at most; epochs of Adam
     * @param seed of the weights
     */
    public record Options(List<Integer> hidden, Optimizer optimizer, int iterations, long seed, int threads) {
        public Options {
            hidden = List.copyOf(hidden);
            Check.atLeast(1, "the number of iterations", iterations);
            Check.atLeast(1, "the number of threads", threads);
        }
    }

    private BaselineTrainer() {}

    /**
     * Trains from seeded weights: N(0, 1) by Adam, as the authors', scaled to the width of the layers by the others.
     *
     * @throws DivergedException if the loss is not a number where it begins, or with Adam later
     */
    public static Baseline train(AccelerationSamples samples, Options options) {
        var network = CoordinateNetwork.of(
                samples.coordinates(),
                options.hidden().stream().mapToInt(Integer::intValue).toArray());
        var random = new SplittableRandom(options.seed());
        boolean adam = options.optimizer() == Optimizer.ADAM;
        var start = adam ? network.normalStart(random) : network.scaledStart(random);
        try (var workers = new Workers(options.threads())) {
            var fit = new AccelerationFit(network, samples, workers);
            check(fit.sumOfSquares(start), 0);
            var losses = new ArrayList<Double>();
            var theta = adam ? byAdam(fit, start, options.iterations(), losses) : byNewton(fit, start, options, losses);
            return new Baseline(network, theta, samples, fit.sumOfSquares(theta) / fit.terms(), losses);
        }
    }

    private static double[] byNewton(AccelerationFit fit, double[] start, Options options, List<Double> losses) {
        Minimiser minimiser = options.optimizer() == Optimizer.LM
                ? new LevenbergMarquardt(0, options.iterations(), 0.0, LEAST_GAIN).begin(fit, start)
                : new Lbfgs(fit::gradient, fit.sizes(start), start).within(0.0, 0, options.iterations());
        minimiser.run((iteration, sum, theta) -> losses.add(sum / fit.terms()));
        return minimiser.theta();
    }

    private static double[] byAdam(AccelerationFit fit, double[] start, int epochs, List<Double> losses) {
        var theta = start.clone();
        var gradient = new double[theta.length];
        var adam = new Adam(RATE, theta.length);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double sum = fit.gradient(theta, gradient);
            check(sum, epoch);
            losses.add(sum / fit.terms());
            for (int p = 0; p < gradient.length; p++) {
                gradient[p] /= fit.terms();
            }
            adam.step(theta, gradient);
        }
        return theta;
    }

    private static void check(double sum, int epoch) {
        if (!Double.isFinite(sum)) {
            throw new DivergedException("the loss of the baseline is not a number at epoch " + epoch
                    + ": begin from another seed, or look for particles at one place");
        }
    }
}
