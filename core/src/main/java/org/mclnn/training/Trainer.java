package org.mclnn.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;

/**
 * Trains a law on positions rolled out from each window's start. By Levenberg-Marquardt in stages, each the start of the next: a spline by
 * integrated least squares; the same spline through the rollout, its smoothness by the evidence; any other family first fitted to that
 * curve in one dimension, then through the rollout. L-BFGS takes the last step of a network that is too wide for Levenberg-Marquardt. By
 * Adam as the paper does: from weights N(0, 1), straight through the rollout.
 */
public final class Trainer {
    private static final int STARTS = 4; // networks fitted to the curve; the best goes on
    private static final int ROUNDS = 4;
    private static final double NOISY = 10.0; // residuals this much above the target are the data's, not the law's
    private static final double NO_GAIN = 0.01; // of sigma^2: no parameter is a tenth of its standard error off
    private static final double HARDLY = 1e-9;
    private static final double LEAST_GAIN = 0.25; // relative, over a dozen iterations
    private static final int LEAST_ITERATIONS = 2; // through the rollout, however good the start
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
            var trained = options.optimizer() == TrainingOptions.Optimizer.ADAM ? adam(baseline) : staged();
            var valid = data.validation().map(windows -> OptionalDouble.of(loss(windows, trained.law)));
            return new TrainingResult(
                    LearnedPotential.of(trained.law, coverage, cutoff > 0),
                    trained.loss,
                    valid.orElse(OptionalDouble.empty()),
                    iterations,
                    trained.stop.name().toLowerCase(Locale.ROOT),
                    LeastSquaresForce.relativeDifference(baseline, trained.law, coverage),
                    looseLoss(baseline),
                    trained.sigma,
                    trained.smoothness,
                    losses);
        }

        private Stage staged() {
            var search = new SplineEvidence(data, options, workers, listener, journal);
            var found = search.find();
            iterations += search.iterations();
            var start = options.form() instanceof FormChoice.Spline ? found.law() : fitted(found.law());
            return refine(nameOf(options.form()), start, found);
        }

        /** The chosen family fitted to a curve in one dimension; a network that does not follow it is drawn again. */
        private FormPotential fitted(FormPotential curve) {
            var form = form();
            var ended = ended(form);
            if (options.form() instanceof FormChoice.Closed closed) {
                var starts = closed.form().starts(coverage.from(), coverage.to(), steepest(curve));
                return CurveFit.best(ended, curve, coverage, starts, workers, listener, journal)
                        .law();
            }
            var random = new SplittableRandom(options.seed());
            double slope = 0.25 * typical(curve);
            CurveFit.Fit best = null;
            // a wide network does not depend on its draw
            boolean wide = form.size() > TrainingOptions.MOST_PARAMETERS_OF_LM;
            for (int round = 0; round < (wide ? 1 : ROUNDS); round++) {
                var starts = new ArrayList<double[]>();
                for (int k = 0; k < (wide ? 1 : STARTS); k++) {
                    starts.add(((PairNetwork) form).spreadStart(coverage.from(), coverage.to(), slope, random));
                }
                var fit = CurveFit.best(ended, curve, coverage, starts, workers, listener, journal);
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
                return network.form();
            }
            if (options.form() instanceof FormChoice.Closed closed) {
                return closed.form().over(coverage.from(), coverage.to());
            }
            throw new IllegalArgumentException("the form of a spline is found from the data");
        }

        private Stage refine(String phase, FormPotential start, SplineEvidence.Candidate found) {
            var windows = data.training();
            var problem = new RolloutProblem(windows, data.mechanics(), start.form(), workers);
            var starts = found.starts().q0.length == windows.count()
                    ? found.starts()
                    : new IntegralForce(windows, data.mechanics()).starts(found.law());
            var x = problem.join(start.theta(), starts);
            problem.misfit(x);
            boolean closed = options.form() instanceof FormChoice.Closed;
            if (!closed) {
                problem.penalty(found.roughness(start.form()), found.level().weight);
            }
            boolean network = options.form() instanceof FormChoice.Network;
            double target = options.target(network, windows.meanSquaredDisplacement());
            double enough = target * problem.terms();
            Minimiser solver;
            DoubleSupplier misfit = problem::linearisedMisfit;
            if (options.optimizer() == TrainingOptions.Optimizer.LBFGS) {
                solver = new Lbfgs(problem::gradientOrInfinity, problem.sizes(x), x)
                        .within(enough, LEAST_ITERATIONS, options.iterations());
                var under = solver;
                misfit = () -> problem.misfit(under.theta());
            } else {
                var marquardt = new LevenbergMarquardt(LEAST_ITERATIONS, options.iterations(), enough, LEAST_GAIN);
                if (closed) { // the curve is nearly the law; nearly collinear parameters move only if hardly damped
                    marquardt = marquardt.withDamping(HARDLY);
                }
                boolean noisy = found.level().sigma * found.level().sigma * problem.freedom() > NOISY * enough;
                solver = (network && noisy ? marquardt.withNoGain(NO_GAIN / problem.freedom()) : marquardt)
                        .begin(problem, x);
            }
            var loss = misfit;
            losses = new ArrayList<>();
            journal.run(phase, new Reporting(solver, () -> loss.getAsDouble() / problem.terms()), (value, fresh) -> {
                losses.add(value);
                if (fresh) {
                    int expected = Forecast.iterations(losses, target, options.iterations());
                    listener.iteration(phase, losses.size(), expected, value);
                }
            });
            iterations += solver.iterations();
            double end = problem.misfit(solver.theta());
            double effective = closed ? problem.common() : Math.min(problem.common(), found.level().effective);
            return new Stage(
                    start.form().at(problem.theta(solver.theta())),
                    solver.stop(),
                    end / problem.terms(),
                    OptionalDouble.of(Math.sqrt(end / Math.max(1.0, problem.freedom() - effective))),
                    closed ? Optional.empty() : Optional.of(found.smoothness()));
        }

        private Stage adam(FormPotential baseline) {
            var form = form();
            var random = new SplittableRandom(options.seed());
            var ended = ended(form);
            var theta = form instanceof PairNetwork network
                    ? network.normalStart(random)
                    : fitted(baseline).theta();
            var windows = data.training();
            var problem = new RolloutProblem(windows, data.mechanics(), ended, workers);
            var batches = new Batches(windows.count(), options.batch().orElse(windows.count()), options.seed());
            var x = problem.join(theta, new IntegralForce(windows, data.mechanics()).starts(baseline));
            double target = options.target(form instanceof PairNetwork, 1.0);
            var adam = new AdamEpochs(problem, batches, options.rate().orElse(TrainingOptions.RATE), x)
                    .within(target, options.iterations());
            var phase = nameOf(options.form());
            journal.run(phase, adam, (loss, fresh) -> {
                losses.add(loss);
                if (fresh) {
                    listener.iteration(phase, losses.size(), options.iterations(), loss);
                }
            });
            iterations += adam.iterations();
            return new Stage(
                    ended.at(problem.theta(adam.theta())),
                    adam.stop(),
                    problem.misfit(adam.theta()) / problem.terms(),
                    OptionalDouble.empty(),
                    Optional.empty());
        }

        /** Eq. 6; where the windows' starts are unknown, those that suit the law best. */
        private double loss(Windows windows, FormPotential law) {
            return HeldOut.loss(windows, data.mechanics(), law, workers);
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

    private record Stage(
            FormPotential law,
            LevenbergMarquardt.Stop stop,
            double loss,
            OptionalDouble sigma,
            Optional<Smoothness> smoothness) {}
}
