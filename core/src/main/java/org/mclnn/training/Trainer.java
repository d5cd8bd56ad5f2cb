package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;

/**
 * Trains a law on positions rolled out from each window's start. By Levenberg-Marquardt in stages, each the start of the next: a spline by
 * integrated least squares; the same spline through the rollout, its smoothness by the evidence; any other family first fitted to that
 * curve in one dimension, then through the rollout, a network that gets stuck once more from other draws. L-BFGS takes the last step of a
 * network that is too wide for Levenberg-Marquardt. By Adam as the paper does: from weights N(0, 1), straight through the rollout. Windows
 * end where they are chaotic.
 */
public final class Trainer {
    private static final int STARTS = 4; // networks fitted to the curve; the best goes on
    private static final int ROUNDS = 4;
    // of units that bend little, from some to hardly: the less, the more digits, until rounding takes them
    private static final double[] BENDS = {2.0, 1.0, 0.7, 0.5, 0.4, 0.3};
    private static final int GENTLE_STARTS = 60; // of each bend
    private static final int RESTARTS = 2; // of a network that got stuck
    // relative misfits of a curve fit: springs and gravity mostly reach 1e-5 in the first round
    private static final double GOOD_MISFIT = 3e-5;
    private static final double BEST_MISFIT = 2e-6; // the rollouts do the rest
    private static final double SHARE = 0.1; // of the misfit that may show as the target loss

    private final TrainingOptions options;
    private final TrainingListener listener;

    private Trainer(TrainingOptions options, TrainingListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /** The defaults: the paper's network by Levenberg-Marquardt. */
    public static Trainer standard() {
        return of(TrainingOptions.standard(), TrainingListener.NONE);
    }

    public static Trainer of(TrainingOptions options, TrainingListener listener) {
        return new Trainer(options, listener);
    }

    /**
     * Trains.
     *
     * @throws DivergedException if no finite rollout was found: names window, step, pair and distance
     */
    public TrainingResult train(TrajectoryDataset data) {
        return train(data, Journal.none());
    }

    /**
     * Trains with a journal: goes on from what it holds, and asks its keeper between any two steps.
     *
     * @throws DivergedException as {@link #train(TrajectoryDataset)}
     * @throws StoppedException when the keeper wished to stop
     * @throws OtherTrainingException if what the journal holds is not of this training
     */
    public TrainingResult train(TrajectoryDataset data, Journal journal) {
        if (options.form() instanceof FormChoice.Spline && options.optimizer() != TrainingOptions.Optimizer.LM) {
            throw new IllegalArgumentException("a spline is trained by Levenberg-Marquardt only: use --optimizer lm");
        }
        data.checkDetermines(options.form());
        try (var workers = new Workers(options.threads())) {
            return new Run(data, workers, journal).train();
        }
    }

    private final class Run {
        private final TrajectoryDataset data;
        private final Workers workers;
        private final Journal journal;
        private final double cutoff;
        private final SplittableRandom random = new SplittableRandom(options.seed());
        private Windows training; // no longer than the motion can be told from its start
        private Optional<Windows> validation;
        private Coverage coverage;
        private int iterations;

        Run(TrajectoryDataset data, Workers workers, Journal journal) {
            this.data = data;
            this.workers = workers;
            this.journal = journal;
            training = data.training();
            validation = data.validation();
            coverage = data.coverage();
            cutoff = data.mechanics().cutoff();
        }

        TrainingResult train() {
            var baseline = new LeastSquaresForce(data.training(), data.mechanics(), coverage).fit(journal);
            double baselineLoss = journal.number("loss of the baseline", () -> looseLoss(baseline));
            boolean adam = options.optimizer() == TrainingOptions.Optimizer.ADAM;
            if (adam || Horizons.isFar(baselineLoss, training)) {
                shorten(() -> search().first());
            }
            var trained = adam ? adam(baseline) : staged();
            var shortened = Shortened.between(data.training(), training);
            var valid = validation.map(windows -> OptionalDouble.of(loss(windows, trained.law())));
            return new TrainingResult(
                    LearnedPotential.of(trained.law(), coverage, cutoff > 0).in(data.units()),
                    trained.loss(),
                    valid.orElse(OptionalDouble.empty()),
                    iterations,
                    trained.stop().name().toLowerCase(Locale.ROOT),
                    LearnedPotential.of(baseline, coverage, cutoff > 0).in(data.units()),
                    LeastSquaresForce.relativeDifference(baseline, trained.law(), coverage),
                    shortened.isPresent() ? looseLoss(baseline) : baselineLoss,
                    trained.sigma(),
                    trained.smoothness(),
                    shortened,
                    trained.losses(),
                    training,
                    trained.starts());
        }

        /** Windows end where a law says that a change of their start has grown beyond {@link Growth#MOST}. */
        private void shorten(Supplier<Optional<FormPotential>> measure) {
            int trained = data.training().count();
            int held = data.validation().map(Windows::count).orElse(0);
            var ends = Arrays.stream(journal.recall("horizons", () -> ends(measure.get())))
                    .mapToInt(end -> (int) end)
                    .toArray();
            if (ends.length != trained + held) {
                throw new OtherTrainingException("it has " + ends.length + " windows, not " + (trained + held));
            }
            training = data.training().shortened(Arrays.copyOf(ends, trained));
            validation =
                    data.validation().map(windows -> windows.shortened(Arrays.copyOfRange(ends, trained, ends.length)));
            if (Shortened.between(data.training(), training).isPresent()) {
                coverage = SeenDistances.coverage(training, data.mechanics());
            }
        }

        /** The last frame of each window, training windows first. */
        private double[] ends(Optional<FormPotential> law) {
            return Stream.concat(Stream.of(data.training()), data.validation().stream())
                    .flatMapToInt(windows -> Arrays.stream(
                            law.isPresent()
                                    ? Growth.ends(windows, data.mechanics(), law.get(), Growth.MOST, workers)
                                    : IntStream.range(0, windows.count())
                                            .map(windows::last)
                                            .toArray()))
                    .asDoubleStream()
                    .toArray();
        }

        private SplineEvidence search() {
            return new SplineEvidence(training, coverage, data.mechanics(), options, workers, listener, journal);
        }

        private Refinement.Stage staged() {
            var search = search();
            var found = search.find();
            shorten(() -> Optional.of(found.law()));
            var refinement = new Refinement(training, data.mechanics(), options, found, workers, listener, journal);
            var best = refinement.from(options.form() instanceof FormChoice.Spline ? found.law() : fitted(found.law()));
            boolean network = options.form() instanceof FormChoice.Network;
            for (int k = 0; network && k < RESTARTS && refinement.isStuck(best); k++) {
                var other = refinement.from(fitted(found.law()));
                best = other.loss() < best.loss() ? other : best;
            }
            iterations += search.iterations() + refinement.iterations();
            return best;
        }

        /** The chosen family fitted to a curve in one dimension; a network that does not follow it is drawn again. */
        private FormPotential fitted(FormPotential curve) {
            var form = form();
            var ended = ended(form);
            double moved = training.meanSquaredDisplacement();
            double target = options.target(form instanceof PairNetwork, moved);
            double enough = Math.max(BEST_MISFIT, SHARE * Math.sqrt(target / moved));
            if (options.form() instanceof FormChoice.Closed closed) {
                var starts = closed.form().starts(coverage.from(), coverage.to(), steepest(curve));
                return CurveFit.best(ended, curve, coverage, starts, enough, workers, listener, journal)
                        .law();
            }
            if (target == 0.0) { // as far as it goes
                var fit = CurveFit.solved(ended, curve, coverage, gentleStarts((PairNetwork) form), journal);
                if (fit.misfit() <= GOOD_MISFIT) {
                    return fit.law();
                }
            }
            double slope = 0.25 * typical(curve);
            CurveFit.Fit best = null;
            // a wide network does not depend on its draw
            boolean wide = form.size() > TrainingOptions.MOST_PARAMETERS_OF_LM;
            for (int round = 0; round < (wide ? 1 : ROUNDS); round++) {
                var starts = new ArrayList<double[]>();
                for (int k = 0; k < (wide ? 1 : STARTS); k++) {
                    starts.add(((PairNetwork) form).spreadStart(coverage.from(), coverage.to(), slope, random));
                }
                var fit = CurveFit.best(ended, curve, coverage, starts, enough, workers, listener, journal);
                if (best == null || fit.misfit() < best.misfit()) {
                    best = fit;
                }
                if (best.misfit() <= Math.max(GOOD_MISFIT, enough)) {
                    break;
                }
            }
            return Objects.requireNonNull(best).law();
        }

        private List<double[]> gentleStarts(PairNetwork form) {
            var starts = new ArrayList<double[]>();
            for (double bend : BENDS) {
                for (int k = 0; k < GENTLE_STARTS; k++) {
                    starts.add(form.gentleStart(coverage.from(), coverage.to(), bend, random));
                }
            }
            return starts;
        }

        private PotentialForm ended(PotentialForm form) {
            return cutoff > 0 ? form.withCutoff(cutoff) : form;
        }

        private double steepest(FormPotential curve) {
            return Arrays.stream(slopes(curve)).map(Math::abs).max().orElse(0.0);
        }

        private double typical(FormPotential curve) {
            return Math.sqrt(
                    Arrays.stream(slopes(curve)).map(s -> s * s).average().orElse(0.0));
        }

        private double[] slopes(FormPotential curve) {
            var r = coverage.grid(200);
            var slopes = new double[r.length];
            curve.kernel().slopes(r, r.length, slopes);
            return slopes;
        }

        private PotentialForm form() {
            if (options.form() instanceof FormChoice.Network network) {
                return network.form();
            }
            if (options.form() instanceof FormChoice.Closed closed) {
                return closed.form().over(coverage.from(), coverage.to());
            }
            throw new IllegalArgumentException("the form of a spline is found from the data");
        }

        private Refinement.Stage adam(FormPotential baseline) {
            var form = form();
            var ended = ended(form);
            var theta = form instanceof PairNetwork network
                    ? network.normalStart(random)
                    : fitted(baseline).theta();
            var windows = training;
            var problem = new RolloutProblem(windows, data.mechanics(), ended, workers);
            var batches = new Batches(windows.count(), options.batch().orElse(windows.count()), options.seed());
            var x = problem.join(theta, new IntegralForce(windows, data.mechanics()).starts(baseline));
            double target = options.target(form instanceof PairNetwork, 1.0);
            var adam = new AdamEpochs(problem, batches, options.rate().orElse(TrainingOptions.RATE), x)
                    .within(target, options.iterations());
            var phase = nameOf(options.form());
            var losses = new ArrayList<Double>();
            journal.run(phase, adam, (loss, fresh) -> {
                losses.add(loss);
                if (fresh) {
                    listener.iteration(phase, losses.size(), options.iterations(), loss);
                }
            });
            iterations = adam.iterations();
            return new Refinement.Stage(
                    ended.at(problem.theta(adam.theta())),
                    adam.stop(),
                    problem.misfit(adam.theta()) / problem.terms(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    losses,
                    problem.starts(adam.theta()));
        }

        /** Eq. 6; where the windows' starts are unknown, those that suit the law best. */
        private double loss(Windows windows, FormPotential law) {
            return HeldOut.loss(windows, data.mechanics(), law, workers);
        }

        private double looseLoss(FormPotential law) {
            try {
                return loss(training, law);
            } catch (DivergedException e) {
                return Double.POSITIVE_INFINITY;
            }
        }
    }

    static String nameOf(FormChoice choice) {
        if (choice instanceof FormChoice.Network) {
            return "network";
        }
        return choice instanceof FormChoice.Closed closed ? closed.form().name() : "spline";
    }
}
