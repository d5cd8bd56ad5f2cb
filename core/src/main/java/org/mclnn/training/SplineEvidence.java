package org.mclnn.training;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.SplineForm;
import org.mclnn.potential.SplineForm.Coordinate;

/**
 * The spline for windows whose starts are unknown: coordinate, knots, what counts as smooth (the order of the roughness) and how much
 * smoothness weighs are those of the largest evidence. Each candidate starts from the integrated least squares and goes through the
 * rollout, its weight set anew after every few steps.
 */
final class SplineEvidence {
    private static final int[] ORDERS = {2, 3, 4};
    private static final int FIRST_INTERVALS = 16;
    private static final int ROUNDS = 6;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double DAMPING = 1e-9; // near the end of the way
    private static final int STEPS = 2; // of Gauss-Newton between two looks at the evidence
    private static final double SETTLED = 0.5; // of a logarithm of evidence
    private static final double WORTH_IT = 3.0; // of a logarithm of evidence, for twice the knots
    private static final double HOPELESS = 200.0;
    private static final double ROUNDING = 1e-13; // of the displacements: residuals below are noise of the arithmetic
    private static final long MOST_WORK = 40_000_000; // pairs times steps times columns of the windows looked at
    private static final int LEAST_WINDOWS = 2;

    private final Windows windows;
    private final Mechanics mechanics;
    private final Coverage coverage;
    private final Workers workers;
    private final OptionalDouble sigma;
    private final OptionalDouble smoothness;
    private final TrainingListener listener;
    private final Journal journal;
    private final IntegralForce integral;
    private final double typicalSlope;
    private int iterations;
    private @Nullable Runnable failing;

    SplineEvidence(
            Windows all,
            Coverage coverage,
            Mechanics mechanics,
            TrainingOptions options,
            Workers workers,
            TrainingListener listener,
            Journal journal) {
        this.mechanics = mechanics;
        windows = all.slice(0, affordable(all, mechanics));
        this.coverage = coverage;
        sigma = options.sigma();
        smoothness = options.smoothness();
        this.workers = workers;
        this.listener = listener;
        this.journal = journal;
        integral = new IntegralForce(windows, mechanics);
        typicalSlope = typicalSlope();
    }

    /** How many windows the search looks at: of large systems a few tell enough. */
    private static int affordable(Windows all, Mechanics mechanics) {
        long pairs = all.particles() * (all.particles() - 1L) / 2;
        long columns = 50L + all.unknowns();
        long perWindow = pairs * new Clock(all, mechanics).steps(0) * columns;
        return (int) Math.min(all.count(), Math.max(LEAST_WINDOWS, MOST_WORK / Math.max(1, perWindow)));
    }

    /** What accelerates the particles as they are seen to move, by order of magnitude. */
    private double typicalSlope() {
        double time = new Clock(windows, mechanics).time(0, windows.last(0));
        double mass = Arrays.stream(mechanics.masses()).average().orElse(1.0);
        return mass * Math.sqrt(windows.meanSquaredDisplacement()) / (time * time);
    }

    /** A spline, the starts that go with it, and what its evidence says. */
    record Candidate(FormPotential law, Starts starts, Coordinate coordinate, int order, Evidence.Level level) {
        /** The same roughness of another form. */
        Roughness roughness(PotentialForm form) {
            var spline = (SplineForm) law.form();
            return new Roughness(form, coordinate, spline.near(), spline.far(), order);
        }

        Smoothness smoothness() {
            return new Smoothness(coordinate, order, level.share, level.effective);
        }
    }

    /** Steps taken so far. */
    int iterations() {
        return iterations;
    }

    /** The law of the largest evidence by integrated least squares alone; absent where the positions determine none. */
    Optional<FormPotential> first() {
        Choice best = null;
        SplineForm chosen = null;
        for (var coordinate : Coordinate.values()) {
            var form = form(coordinate, FIRST_INTERVALS);
            var choice = first(form, measures(form));
            if (choice != null && (best == null || choice.level.log > best.level.log)) {
                best = choice;
                chosen = form;
            }
        }
        return chosen == null || best == null ? Optional.empty() : Optional.of(chosen.at(best.level.step));
    }

    /** The candidate of the largest evidence. */
    Candidate find() {
        Candidate best = null;
        double floor = ROUNDING * Math.sqrt(windows.meanSquaredDisplacement());
        var alive = EnumSet.allOf(Coordinate.class);
        int tried = 0;
        for (int intervals : LeastSquaresForce.INTERVALS) {
            double before = best == null ? Double.NEGATIVE_INFINITY : best.level.log;
            for (var coordinate : List.copyOf(alive)) {
                if (best != null && best.level.sigma < floor) {
                    return best;
                }
                var candidate = candidate(coordinate, intervals);
                tried++;
                if (candidate == null) {
                    continue;
                }
                if (best == null || candidate.level.log > best.level.log) {
                    best = candidate;
                }
                if (candidate.level.log < best.level.log - HOPELESS) {
                    alive.remove(coordinate);
                }
                listener.iteration(
                        "knots", tried, LeastSquaresForce.INTERVALS.length * Coordinate.values().length, loss(best));
            }
            if (best != null && best.level.log < before + WORTH_IT) {
                break;
            }
        }
        if (best == null) {
            if (failing != null) {
                failing.run();
            }
            throw new DivergedException("no spline of the forces could be fitted to the positions");
        }
        return best;
    }

    private double loss(Candidate candidate) {
        double s = candidate.level.sigma;
        return s * s * windows.active().length / windows.particles();
    }

    /** A spline over the distances seen and a little beyond: between two frames a pair may come closer than in any. */
    private SplineForm form(Coordinate coordinate, int intervals) {
        if (mechanics.cutoff() > 0) {
            return SplineForm.uniform(coordinate, coverage.from(), mechanics.cutoff(), intervals)
                    .withCutoff(mechanics.cutoff());
        }
        return SplineForm.around(coordinate, coverage.from(), coverage.to(), intervals);
    }

    private static List<Roughness> measures(SplineForm form) {
        return Arrays.stream(ORDERS)
                .mapToObj(order -> new Roughness(form, form.coordinate(), form.near(), form.far(), order))
                .toList();
    }

    /** The smoothness that the integrated least squares choose, with the step to their law from theta = 0. */
    private @Nullable Choice first(SplineForm form, List<Roughness> measures) {
        double freedom = new RolloutProblem(windows, mechanics, form, workers).freedom();
        return choose(integral.equations(form), measures, new double[form.size()], freedom);
    }

    private @Nullable Candidate candidate(Coordinate coordinate, int intervals) {
        var form = form(coordinate, intervals);
        var measures = measures(form);
        var problem = new RolloutProblem(windows, mechanics, form, workers);
        var first = recalled(measures, () -> first(form, measures));
        var theta = first == null ? new double[form.size()] : first.level.step;
        var starts = integral.starts(form.at(theta));
        var x = first == null ? problem.join(theta, starts) : approached(form, first, starts);
        var begin = x;
        double loss = journal.number("loss of the start", () -> problem.sumOfSquares(begin));
        if (first == null || !Double.isFinite(loss)) {
            failing = () -> problem.misfit(begin);
            return null;
        }
        Choice now = first;
        double last = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            problem.penalty(now.measure, now.level.weight);
            var solver = new LevenbergMarquardt(0, STEPS, 0.0, 0.0)
                    .withDamping(round == 0 ? FIRST_DAMPING : DAMPING)
                    .begin(problem, x);
            journal.run("knots", solver, (sum, fresh) -> {});
            x = solver.theta();
            iterations += solver.iterations();
            var reached = x;
            var next = recalled(measures, () -> choose(reached, problem, measures));
            if (next == null) {
                return null;
            }
            now = next;
            if (now.level.log < last + SETTLED) {
                break;
            }
            last = now.level.log;
        }
        return new Candidate(form.at(problem.theta(x)), problem.starts(x), coordinate, now.measure.order(), now.level);
    }

    private double[] approached(SplineForm form, Choice first, Starts starts) {
        var horizons = new Horizons(windows, mechanics, form, workers, journal);
        horizons.penalty(first.measure, first.level.weight);
        return horizons.approach(first.level.step, starts, Horizons::marquardt);
    }

    private @Nullable Choice choose(double[] x, RolloutProblem problem, List<Roughness> measures) {
        var reduced = problem.reduced(x);
        return reduced == null ? null : choose(reduced, measures, problem.theta(x), problem.freedom());
    }

    /** A choice as the journal remembers it. */
    private @Nullable Choice recalled(List<Roughness> measures, Supplier<@Nullable Choice> choice) {
        var numbers = journal.recall("evidence", () -> {
            var found = choice.get();
            return found == null ? new double[0] : found.level.numbers(measures.indexOf(found.measure));
        });
        return numbers.length == 0 ? null : new Choice(measures.get((int) numbers[0]), Evidence.Level.of(numbers));
    }

    private record Choice(Roughness measure, Evidence.Level level) {}

    private @Nullable Choice choose(NormalEquations data, List<Roughness> measures, double[] theta, double freedom) {
        Choice best = null;
        for (var measure : measures) {
            var penalty = new NormalEquations(data.size());
            measure.add(theta, 1.0, penalty);
            var evidence = new Evidence(data, penalty, freedom, sigma, measure.order(), typicalSlope);
            var level = smoothness.isPresent() ? evidence.share(smoothness.getAsDouble()) : evidence.best();
            if (level != null && (best == null || level.log > best.level.log)) {
                best = new Choice(measure, level);
            }
        }
        return best;
    }
}
