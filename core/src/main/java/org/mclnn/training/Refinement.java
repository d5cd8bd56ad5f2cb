package org.mclnn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.Lbfgs;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.Stop;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormPotential;

/** The last stage: a law that follows the spline found goes through the rollout on all windows, by Levenberg-Marquardt or L-BFGS. */
final class Refinement {
    private static final double NOISY = 10.0; // residuals this much above the target are the data's, not the law's
    private static final double STUCK = 100.0; // a sum of squares this much above the spline's and the target
    private static final double NO_GAIN = 0.01; // of sigma^2: no parameter is a tenth of its standard error off
    private static final double HARDLY = 1e-9;
    private static final double LEAST_GAIN = 0.25; // relative, over a dozen iterations
    private static final int LEAST_ITERATIONS = 2; // where no target was given, however good the start

    private final Windows windows;
    private final Mechanics mechanics;
    private final TrainingOptions options;
    private final SplineEvidence.Candidate found;
    private final Workers workers;
    private final TrainingListener listener;
    private final Journal journal;
    private final String phase;
    private final boolean closed;
    private final boolean network;
    private final double target;
    private int iterations;

    Refinement(
            Windows windows,
            Mechanics mechanics,
            TrainingOptions options,
            SplineEvidence.Candidate found,
            Workers workers,
            TrainingListener listener,
            Journal journal) {
        this.windows = windows;
        this.mechanics = mechanics;
        this.options = options;
        this.found = found;
        this.workers = workers;
        this.listener = listener;
        this.journal = journal;
        phase = Trainer.nameOf(options.form());
        closed = options.form() instanceof FormChoice.Closed;
        network = options.form() instanceof FormChoice.Network;
        target = options.target(network, windows.meanSquaredDisplacement());
    }

    /**
     * Takes a law as far as it goes.
     *
     * @throws DivergedException if it does not roll out: names windows, step, pair and distance
     */
    Stage from(FormPotential start) {
        var problem = new RolloutProblem(windows, mechanics, start.form(), workers);
        var starts = found.starts().q0.length == windows.count()
                ? found.starts()
                : new IntegralForce(windows, mechanics).starts(found.law());
        var horizons = new Horizons(windows, mechanics, start.form(), workers, journal);
        if (!closed) {
            var roughness = found.roughness(start.form());
            problem.penalty(roughness, found.level().weight);
            horizons.penalty(roughness, found.level().weight);
        }
        var x = horizons.approach(start.theta(), starts, this::brief);
        problem.misfit(x);
        var solver = solver(problem, x);
        DoubleSupplier misfit = solver instanceof LevenbergMarquardt.Run
                ? problem::linearisedMisfit
                : () -> problem.misfit(solver.theta());
        var losses = new ArrayList<Double>();
        journal.run(phase, new Reporting(solver, () -> misfit.getAsDouble() / problem.terms()), (value, fresh) -> {
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
                closed ? Optional.empty() : Optional.of(found.smoothness()),
                losses,
                problem.starts(solver.theta()));
    }

    /** Steps taken so far. */
    int iterations() {
        return iterations;
    }

    private boolean byGradient() {
        return options.optimizer() == TrainingOptions.Optimizer.LBFGS;
    }

    private Minimiser solver(RolloutProblem problem, double[] x) {
        double enough = target * problem.terms();
        int least = options.isTargetGiven() ? 0 : LEAST_ITERATIONS;
        if (byGradient()) {
            return new Lbfgs(problem::gradientOrInfinity, problem.sizes(x), x)
                    .within(enough, least, options.iterations());
        }
        var marquardt = new LevenbergMarquardt(least, options.iterations(), enough, LEAST_GAIN);
        if (closed) { // the curve is nearly the law; nearly collinear parameters move only if hardly damped
            marquardt = marquardt.withDamping(HARDLY);
        }
        boolean noisy = found.level().sigma * found.level().sigma * problem.freedom() > NOISY * enough;
        return (network && noisy ? marquardt.withNoGain(NO_GAIN / problem.freedom()) : marquardt).begin(problem, x);
    }

    /** On a part of the windows. */
    private Minimiser brief(RolloutProblem part, double[] x) {
        return byGradient()
                ? new Lbfgs(part::gradientOrInfinity, part.sizes(x), x)
                        .within(target * part.terms(), 0, Horizons.MORE * Horizons.ITERATIONS)
                : Horizons.marquardt(part, x);
    }

    /** Whether a law came to rest far above what a network needs and what the spline reached: another start may do better. */
    boolean isStuck(Stage ended) {
        double sigma = found.level().sigma;
        double reached = sigma * sigma * windows.active().length / windows.particles();
        double enough = TrainingOptions.networkTarget(windows.meanSquaredDisplacement());
        return ended.stop() != Stop.ITERATIONS && ended.loss() > STUCK * Math.max(Math.max(target, enough), reached);
    }

    /** A law and how well it does. */
    record Stage(
            FormPotential law,
            Stop stop,
            double loss,
            OptionalDouble sigma,
            Optional<Smoothness> smoothness,
            List<Double> losses,
            Starts starts) {}
}
