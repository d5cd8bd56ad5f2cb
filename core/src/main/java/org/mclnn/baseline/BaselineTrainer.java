package org.mclnn.baseline;

import java.util.List;
import java.util.SplittableRandom;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Check;
import org.mclnn.training.Journal;
import org.mclnn.training.TrainingListener;

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

    /** Trains without being heard or left. */
    public static Baseline train(AccelerationSamples samples, Options options) {
        return train(samples, options, TrainingListener.NONE, Journal.none());
    }

    /**
     * Trains from seeded weights, in inputs of mean 0 and variance 1.
     *
     * @param listener told the mean squared error in the phase {@code baseline}
     * @param journal of the same training when it was left; one that began with nothing otherwise
     * @throws DivergedException if the loss is not finite where it begins, or with Adam later
     * @throws org.mclnn.training.StoppedException if the keeper of the journal wished it
     * @throws org.mclnn.optimisation.OtherTrainingException if the journal is of another training
     */
    public static Baseline train(
            AccelerationSamples samples, Options options, TrainingListener listener, Journal journal) {
        var network = CoordinateNetwork.of(samples.coordinates(), options.hidden());
        var scale = InputScale.of(samples.positions());
        var start = network.scaledStart(new SplittableRandom(options.seed()));
        try (var workers = new Workers(options.threads())) {
            var fit = new AccelerationFit(
                    network,
                    () -> new PotentialModel(network.layers(), scale, samples.masses(), SampleBlock.POINTS),
                    samples,
                    workers);
            var training = new AccelerationTraining(fit, start, samples.count(), options);
            var theta = training.run("baseline", listener, journal);
            return new Baseline(network, scale.folded(network.layers(), theta), samples, training.losses());
        }
    }
}
