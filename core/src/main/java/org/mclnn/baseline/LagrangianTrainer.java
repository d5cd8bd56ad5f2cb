package org.mclnn.baseline;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Workers;
import org.mclnn.training.Journal;
import org.mclnn.training.TrainingListener;

/** Trains the undivided Lagrangian network through Eq. 3 by the mean squared error of its accelerations (theory, T46). */
public final class LagrangianTrainer {
    private LagrangianTrainer() {}

    /** Trains without being heard or left. */
    public static LagrangianNetwork train(AccelerationSamples samples, BaselineTrainer.Options options) {
        return train(samples, options, TrainingListener.NONE, Journal.none());
    }

    /**
     * Trains from seeded weights, of which L is convex in v, in inputs of mean 0 and variance 1. It may learn what it likes from there: no
     * weight is held.
     *
     * @param listener told the mean squared error in the phase {@code lagrangian}
     * @param journal of the same training when it was left; one that began with nothing otherwise
     * @throws IllegalArgumentException if the first hidden layer has fewer units than there are velocities
     * @throws IllegalStateException if the samples have no velocities
     * @throws DivergedException if the loss is not finite where it begins, or with Adam later
     * @throws org.mclnn.training.StoppedException if the keeper of the journal wished it
     * @throws org.mclnn.optimisation.OtherTrainingException if the journal is of another training
     */
    public static LagrangianNetwork train(
            AccelerationSamples samples, BaselineTrainer.Options options, TrainingListener listener, Journal journal) {
        var network = CoordinateNetwork.of(2 * samples.coordinates(), options.hidden());
        var scale = InputScale.of(Stream.of(samples.positions(), samples.velocities())
                .flatMap(Stream::of)
                .toArray(double[][]::new));
        var start = network.saddleStart(new SplittableRandom(options.seed()));
        try (var workers = new Workers(options.threads())) {
            var fit = new AccelerationFit(
                    network, () -> new LagrangianModel(network.layers(), scale, SampleBlock.POINTS), samples, workers);
            var training = new AccelerationTraining(fit, start, samples.count(), options);
            var theta = training.run("lagrangian", listener, journal);
            return new LagrangianNetwork(network, scale.folded(network.layers(), theta), samples, training.losses());
        }
    }
}
