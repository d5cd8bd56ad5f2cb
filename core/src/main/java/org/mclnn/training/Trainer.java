package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;

/**
 * Trains a law on positions rolled out from each window's start. By Levenberg-Marquardt in stages, each the start of the next: a spline
 * by least squares on second differences; the same spline through the rollout; any other family first fitted to that curve in one
 * dimension, then through the rollout. By Adam as the paper does: from weights N(0, 1), straight through the rollout.
 */
public final class Trainer {
    /** More parameters than this need too much memory for J^T J; Adam has no such limit. */
    public static final int MOST_PARAMETERS_OF_LM = 4_000;

    private static final int STARTS = 4; // networks fitted to the curve; the best goes on
    private static final int ROUNDS = 4;
    private static final double LEAST_GAIN = 0.25; // relative, over a dozen iterations
    private static final int LEAST_ITERATIONS = 2; // through the rollout, however good the start
    private static final double CURVE =
            1e-12; // loss over mean squared displacement: a spline good enough to fit others to
    private static final double GOOD_MISFIT =
            3e-5; // relative; springs and gravity mostly reach 1e-5 in the first round

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
        try (var workers = new Workers(options.threads())) {
            return new Run(data, workers, journal).train();
        }
    }

    private final class Run {
        private final TrajectoryDataset data;
        private final Workers workers;
        private final Journal journal;
        private final Coverage coverage;
        private final double cutoff;
        private int iterations;
        private List<Double> losses = new ArrayList<>();

        Run(TrajectoryDataset data, Workers workers, Journal journal) {
            this.data = data;
            this.workers = workers;
            this.journal = journal;
            coverage = data.coverage();
            cutoff = data.mechanics().cutoff();
        }

        TrainingResult train() {
            var baseline = new LeastSquaresForce(data.training(), data.mechanics(), coverage).fit(journal);
            var trained = options.optimizer() == TrainingOptions.Optimizer.ADAM ? adam(baseline) : staged(baseline);
            var loss = loss(data.training(), trained.law);
            var valid = data.validation().map(windows -> OptionalDouble.of(loss(windows, trained.law)));
            return new TrainingResult(
                    LearnedPotential.of(trained.law, coverage, cutoff > 0),
                    loss,
                    valid.orElse(OptionalDouble.empty()),
                    iterations,
                    trained.stop.name().toLowerCase(Locale.ROOT),
                    LeastSquaresForce.relativeDifference(baseline, trained.law, coverage),
                    looseLoss(baseline),
                    losses);
        }

        private Stage staged(FormPotential baseline) {
            boolean isTheLaw = options.form() instanceof FormChoice.Spline;
            double moved = data.training().meanSquaredDisplacement();
            double enough =
                    isTheLaw ? options.target(false, moved) : Math.max(options.target(true, moved), CURVE * moved);
            var search = new SplineSearch(data, workers, enough, listener, journal);
            var curve = search.find(baseline);
            iterations += search.iterations();
            return refine(nameOf(options.form()), isTheLaw ? curve : fitted(curve));
        }

        /** The chosen family fitted to a curve in one dimension; a network that does not follow it is drawn again. */
        private FormPotential fitted(FormPotential curve) {
            var form = form();
            var ended = ended(form);
            if (options.form() instanceof FormChoice.Closed closed) {
                var starts = closed.form().starts(coverage.from(), coverage.to(), steepest(curve));
                return CurveFit.best(ended, curve, coverage, starts, workers, journal)
                        .law();
            }
            var random = new SplittableRandom(options.seed());
            double slope = 0.25 * typical(curve);
            CurveFit.Fit best = null;
            for (int round = 0; round < ROUNDS; round++) {
                var starts = new ArrayList<double[]>();
                for (int k = 0; k < STARTS; k++) {
                    starts.add(((PairNetwork) form).spreadStart(coverage.from(), coverage.to(), slope, random));
                }
                var fit = CurveFit.best(ended, curve, coverage, starts, workers, journal);
                if (best == null || fit.misfit() < best.misfit()) {
                    best = fit;
                }
                if (best.misfit() < GOOD_MISFIT) {
                    break;
                }
            }
            return Objects.requireNonNull(best).law();
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
                return PairNetwork.of(
                        network.hidden().stream().mapToInt(Integer::intValue).toArray());
            }
            if (options.form() instanceof FormChoice.Closed closed) {
                return closed.form();
            }
            throw new IllegalArgumentException("a spline is trained by Levenberg-Marquardt only: use --optimizer lm");
        }

        private Stage refine(String phase, FormPotential start) {
            var problem = new RolloutProblem(data.training(), data.mechanics(), start.form(), workers);
            problem.strictSumOfSquares(start.theta());
            losses = new ArrayList<>();
            boolean network = options.form() instanceof FormChoice.Network;
            double target = options.target(network, data.training().meanSquaredDisplacement());
            var solver = new LevenbergMarquardt(
                            LEAST_ITERATIONS, options.iterations(), target * problem.terms(), LEAST_GAIN)
                    .begin(problem, start.theta());
            journal.run(phase, solver, (sum, fresh) -> {
                losses.add(sum / problem.terms());
                if (fresh) {
                    int expected = Forecast.iterations(losses, target, options.iterations());
                    listener.iteration(phase, losses.size(), expected, sum / problem.terms());
                }
            });
            var outcome = solver.outcome();
            iterations += outcome.iterations;
            return new Stage(start.form().at(outcome.theta), outcome.stop);
        }

        private Stage adam(FormPotential baseline) {
            var form = form();
            var random = new SplittableRandom(options.seed());
            var ended = ended(form);
            var theta = form instanceof PairNetwork network
                    ? network.normalStart(random)
                    : fitted(baseline).theta();
            var problem = new RolloutProblem(data.training(), data.mechanics(), ended, workers);
            double target = options.target(form instanceof PairNetwork, 1.0);
            var adam = new AdamRun(problem, theta, target, options.iterations());
            var phase = nameOf(options.form());
            journal.run(phase, adam, (loss, fresh) -> {
                losses.add(loss);
                if (fresh) {
                    listener.iteration(phase, losses.size(), options.iterations(), loss);
                }
            });
            iterations += adam.epoch();
            return new Stage(ended.at(adam.theta()), adam.stop());
        }

        private double loss(Windows windows, FormPotential law) {
            var problem = new RolloutProblem(windows, data.mechanics(), law.form(), workers);
            return problem.strictSumOfSquares(law.theta()) / problem.terms();
        }

        private double looseLoss(FormPotential law) {
            try {
                return loss(data.training(), law);
            } catch (DivergedException e) {
                return Double.POSITIVE_INFINITY;
            }
        }
    }

    private static String nameOf(FormChoice choice) {
        if (choice instanceof FormChoice.Network) {
            return "network";
        }
        return choice instanceof FormChoice.Closed closed ? closed.form().name() : "spline";
    }

    private record Stage(FormPotential law, LevenbergMarquardt.Stop stop) {}
}
