package org.mclnn.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mclnn.potential.Check;

/**
 * How a law is trained. The one place of all defaults.
 *
 * @param form which family
 * @param optimizer Levenberg-Marquardt, or the paper's Adam
 * @param targetLoss stop at this training loss (Eq. 6, position squared); absent: see {@link Optimizer}
 * @param maxIterations most Levenberg-Marquardt iterations per stage, or epochs of Adam; absent: see {@link Optimizer}
 * @param sigma standard deviation of the noise on each coordinate of the positions; absent: from the residuals
 * @param smoothness weight of the law's smoothness beside the data's, 1 for equal; absent: by the evidence
 * @param seed of the weights' start; the windows have their own in {@link TrajectoryDataset.Sampling}
 * @param threads changes the time, never the numbers
 */
public record TrainingOptions(
        FormChoice form,
        Optimizer optimizer,
        OptionalDouble targetLoss,
        OptionalInt maxIterations,
        OptionalDouble sigma,
        OptionalDouble smoothness,
        long seed,
        int threads) {
    /** Paper, A.6 ("seed"). */
    public static final long SEED = 100;
    /** Paper, A.6 ("samples"). */
    public static final int WINDOWS = 100;
    /** Paper, A.6 ("runs"). */
    public static final int FRAMES = 20;

    /** Hidden layers of the network (paper, A.6). */
    public static final List<Integer> LAYERS = List.of(10, 10);

    /** The optimisers. */
    public enum Optimizer {
        /**
         * Second order, from a warm start; 300 iterations per stage. A network stops by default where the loss is 1e-11 of the mean squared
         * displacement over a window, which is far below what its forces show; the other families go on until nothing is gained.
         */
        LM,
        /** The paper's: Adam at rate 1e-3 on all windows at once, weights from N(0, 1), 100,000 epochs, loss 1e-8 (A.6, Table 1). */
        ADAM
    }

    public TrainingOptions {
        if (targetLoss.isPresent() && !(targetLoss.getAsDouble() >= 0.0)) {
            throw new IllegalArgumentException("the target loss must not be negative, was " + targetLoss.getAsDouble());
        }
        maxIterations.ifPresent(n -> Check.atLeast(1, "the number of iterations", n));
        sigma.ifPresent(s -> Check.positive("sigma", s));
        smoothness.ifPresent(s -> Check.positive("the smoothness", s));
        Check.atLeast(1, "the number of threads", threads);
    }

    /** The paper's network of [10, 10] by Levenberg-Marquardt on all processors. */
    public static TrainingOptions standard() {
        return of(new FormChoice.Network(LAYERS), Optimizer.LM);
    }

    /** A family and an optimiser with everything else at its default. */
    public static TrainingOptions of(FormChoice form, Optimizer optimizer) {
        return new TrainingOptions(
                form,
                optimizer,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                SEED,
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with a loss at which to stop. */
    public TrainingOptions withTargetLoss(double loss) {
        return new TrainingOptions(
                form, optimizer, OptionalDouble.of(loss), maxIterations, sigma, smoothness, seed, threads);
    }

    /** The same with another limit of iterations. */
    public TrainingOptions withIterations(int most) {
        return new TrainingOptions(form, optimizer, targetLoss, OptionalInt.of(most), sigma, smoothness, seed, threads);
    }

    /** The same for noise that is known. */
    public TrainingOptions withSigma(double noise) {
        return new TrainingOptions(
                form, optimizer, targetLoss, maxIterations, OptionalDouble.of(noise), smoothness, seed, threads);
    }

    /** The same with a given weight of the smoothness. */
    public TrainingOptions withSmoothness(double weight) {
        return new TrainingOptions(
                form, optimizer, targetLoss, maxIterations, sigma, OptionalDouble.of(weight), seed, threads);
    }

    /** The same with another seed of the weights. */
    public TrainingOptions withSeed(long newSeed) {
        return new TrainingOptions(form, optimizer, targetLoss, maxIterations, sigma, smoothness, newSeed, threads);
    }

    /** The same on another number of threads. */
    public TrainingOptions withThreads(int newThreads) {
        return new TrainingOptions(form, optimizer, targetLoss, maxIterations, sigma, smoothness, seed, newThreads);
    }

    int iterations() {
        return maxIterations.orElse(optimizer == Optimizer.LM ? 300 : 100_000);
    }

    /** Loss at which a family may stop, where positions move by {@code meanSquare} over a window. */
    double target(boolean network, double meanSquare) {
        double standard = optimizer == Optimizer.ADAM ? 1e-8 : network ? 1e-11 * meanSquare : 0.0;
        return targetLoss.orElse(standard);
    }
}
