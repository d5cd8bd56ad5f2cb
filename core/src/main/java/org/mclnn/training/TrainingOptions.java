package org.mclnn.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mclnn.potential.Check;

/**
 * How a law is trained. The one place of all defaults.
 *
 * @param form which family
 * @param optimizer Levenberg-Marquardt, L-BFGS, or the paper's Adam
 * @param targetLoss stop at this training loss (Eq. 6, position squared); 0: as far as it goes, a network from units that bend so little that
 *     their outputs follow a smooth curve to many digits; absent: see {@link Optimizer}
 * @param maxIterations most iterations per stage, or epochs of Adam; absent: see {@link Optimizer}
 * @param sigma standard deviation of the noise on each coordinate of the positions; absent: from the residuals
 * @param smoothness weight of the law's smoothness beside the data's, 1 for equal; absent: by the evidence
 * @param seed of the weights' start; the windows have their own in {@link TrajectoryDataset.Sampling}
 * @param threads changes the time, never the numbers
 * @param batch windows per step of Adam; absent: all
 * @param rate of Adam; absent: {@value #RATE}
 */
public record TrainingOptions(
        FormChoice form,
        Optimizer optimizer,
        OptionalDouble targetLoss,
        OptionalInt maxIterations,
        OptionalDouble sigma,
        OptionalDouble smoothness,
        long seed,
        int threads,
        OptionalInt batch,
        OptionalDouble rate) {
    /** Of a network: the curve fit before the rollouts and L-BFGS hold 100 and 60 numbers for each parameter, half a gigabyte in all. */
    public static final int MOST_PARAMETERS = 400_000;

    /** More parameters than this need too much memory for J^T J: they are for L-BFGS or Adam. */
    public static final int MOST_PARAMETERS_OF_LM = 4_000;

    /** Learning rate of Adam (paper, A.6). */
    public static final double RATE = 1e-3;

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
        /**
         * Limited-memory BFGS from the same warm start, for networks of many parameters: 2,000 iterations. Default targets as for
         * {@link #LM}.
         */
        LBFGS,
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
        batch.ifPresent(n -> Check.atLeast(1, "the number of windows in a batch", n));
        rate.ifPresent(x -> Check.positive("the rate", x));
        if (optimizer != Optimizer.ADAM && (batch.isPresent() || rate.isPresent())) {
            throw new IllegalArgumentException(
                    "batches and rates are for Adam: the other optimisers look at all windows and find their own steps");
        }
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
                Runtime.getRuntime().availableProcessors(),
                OptionalInt.empty(),
                OptionalDouble.empty());
    }

    /** The components, one of them to be changed. */
    private static final class Draft {
        private OptionalDouble targetLoss;
        private OptionalInt maxIterations;
        private OptionalDouble sigma;
        private OptionalDouble smoothness;
        private long seed;
        private int threads;
        private OptionalInt batch;
        private OptionalDouble rate;

        Draft(TrainingOptions from) {
            targetLoss = from.targetLoss;
            maxIterations = from.maxIterations;
            sigma = from.sigma;
            smoothness = from.smoothness;
            seed = from.seed;
            threads = from.threads;
            batch = from.batch;
            rate = from.rate;
        }
    }

    private TrainingOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new TrainingOptions(
                form,
                optimizer,
                draft.targetLoss,
                draft.maxIterations,
                draft.sigma,
                draft.smoothness,
                draft.seed,
                draft.threads,
                draft.batch,
                draft.rate);
    }

    /** The same with a loss at which to stop. */
    public TrainingOptions withTargetLoss(double loss) {
        return with(draft -> draft.targetLoss = OptionalDouble.of(loss));
    }

    /** The same with another limit of iterations. */
    public TrainingOptions withIterations(int most) {
        return with(draft -> draft.maxIterations = OptionalInt.of(most));
    }

    /** The same for noise that is known. */
    public TrainingOptions withSigma(double noise) {
        return with(draft -> draft.sigma = OptionalDouble.of(noise));
    }

    /** The same with a given weight of the smoothness. */
    public TrainingOptions withSmoothness(double given) {
        return with(draft -> draft.smoothness = OptionalDouble.of(given));
    }

    /** The same with another seed of the weights. */
    public TrainingOptions withSeed(long newSeed) {
        return with(draft -> draft.seed = newSeed);
    }

    /** The same on another number of threads. */
    public TrainingOptions withThreads(int newThreads) {
        return with(draft -> draft.threads = newThreads);
    }

    /** The same with so many windows per step of Adam. */
    public TrainingOptions withBatch(int windows) {
        return with(draft -> draft.batch = OptionalInt.of(windows));
    }

    /** The same with another rate of Adam. */
    public TrainingOptions withRate(double newRate) {
        return with(draft -> draft.rate = OptionalDouble.of(newRate));
    }

    /** Levenberg-Marquardt, or L-BFGS for a network of more than {@value #MOST_PARAMETERS_OF_LM} parameters. */
    public static Optimizer optimizerFor(FormChoice form) {
        return form instanceof FormChoice.Network network && network.size() > MOST_PARAMETERS_OF_LM
                ? Optimizer.LBFGS
                : Optimizer.LM;
    }

    int iterations() {
        return maxIterations.orElse(
                switch (optimizer) {
                    case LM -> 300;
                    case LBFGS -> 2_000;
                    case ADAM -> 100_000;
                });
    }

    /** Whether a loss to stop at was given: then it is enough to be there. */
    boolean isTargetGiven() {
        return targetLoss.isPresent();
    }

    /** Loss at which a family may stop, where positions move by {@code meanSquare} over a window. */
    double target(boolean network, double meanSquare) {
        double standard = optimizer == Optimizer.ADAM ? 1e-8 : network ? networkTarget(meanSquare) : 0.0;
        return targetLoss.orElse(standard);
    }

    /** Loss far below what the forces of a network show, where positions move by {@code meanSquare} over a window. */
    static double networkTarget(double meanSquare) {
        return 1e-11 * meanSquare;
    }
}
