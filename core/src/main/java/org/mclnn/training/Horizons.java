package org.mclnn.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.optimisation.LevenbergMarquardt;
import org.mclnn.optimisation.Minimiser;
import org.mclnn.optimisation.OtherTrainingException;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.PotentialForm;

/**
 * Brings unknowns so near to the windows that a minimiser can take them to the end. Where rollouts leave the observed path, the law is
 * fitted to the first half, quarter, ... of each window, the longest on which they do not, then to twice as much, until all is near: the
 * late frames of a window lead astray what does not go there yet.
 */
final class Horizons {
    private static final double FAR = 0.03; // RMS error of rollouts, of the RMS displacement
    private static final int MOST_HALVINGS = 10;

    /** Most iterations of Levenberg-Marquardt on a part of the windows. */
    static final int ITERATIONS = 10;

    /** Iterations of L-BFGS for one of Levenberg-Marquardt. */
    static final int MORE = 5;

    private final Windows windows;
    private final Mechanics mechanics;
    private final PotentialForm form;
    private final Workers workers;
    private final Journal journal;
    private @Nullable Roughness roughness;
    private double weight;

    Horizons(Windows windows, Mechanics mechanics, PotentialForm form, Workers workers, Journal journal) {
        this.windows = windows;
        this.mechanics = mechanics;
        this.form = form;
        this.workers = workers;
        this.journal = journal;
    }

    /** As {@link RolloutProblem#penalty}. */
    void penalty(Roughness measure, double times) {
        roughness = measure;
        weight = times;
    }

    /** Begins a minimisation of a part of the windows. */
    interface Solver {
        Minimiser begin(RolloutProblem part, double[] x);
    }

    /** Levenberg-Marquardt on a part of the windows. */
    static Minimiser marquardt(RolloutProblem part, double[] x) {
        return new LevenbergMarquardt(0, ITERATIONS, 0.0, 0.0).begin(part, x);
    }

    /**
     * Unknowns from which the rollouts of whole windows stay near.
     *
     * @param theta of the law
     * @param starts that go with it on whole windows
     * @return where it got to: where a rollout diverges nonetheless nothing more can be done
     */
    double[] approach(double[] theta, Starts starts, Solver solver) {
        var whole = problem(windows).join(theta, starts);
        int halvings = (int) journal.number("horizon", () -> halvings(whole));
        if (halvings < 0 || halvings > MOST_HALVINGS) {
            throw new OtherTrainingException("windows are not halved " + halvings + " times");
        }
        var now = halvings == 0 ? whole : begin(part(halvings), theta);
        for (int k = halvings; k > 0; k--) {
            var problem = problem(part(k));
            if (!Double.isFinite(problem.sumOfSquares(now))) {
                return now;
            }
            var under = solver.begin(problem, now);
            journal.run("horizon", under, (value, fresh) -> {});
            now = under.theta();
        }
        return now;
    }

    /** How often the windows are halved until the rollouts stay near. */
    private int halvings(double[] whole) {
        var theta = Arrays.copyOf(whole, form.size());
        int k = 0;
        var x = whole;
        while (k < MOST_HALVINGS && isFar(part(k), x) && !same(part(k), part(k + 1))) {
            k++;
            x = begin(part(k), theta);
        }
        return k;
    }

    /** A law and the starts that suit it best on a part of the windows. */
    private double[] begin(Windows part, double[] theta) {
        return problem(part).join(theta, new IntegralForce(part, mechanics).starts(form.at(theta)));
    }

    private Windows part(int halvings) {
        return windows.shortened(IntStream.range(0, windows.count())
                .map(w -> (windows.last(w) + (1 << halvings) - 1) >> halvings)
                .toArray());
    }

    private static boolean same(Windows one, Windows other) {
        return IntStream.range(0, one.count()).allMatch(w -> one.last(w) == other.last(w));
    }

    /** Whether rollouts with a loss (Eq. 6) leave the observed path. */
    static boolean isFar(double loss, Windows windows) {
        return !(loss <= FAR * FAR * windows.meanSquaredDisplacement());
    }

    private boolean isFar(Windows part, double[] x) {
        try {
            var problem = problem(part);
            return isFar(problem.misfit(x) / problem.terms(), part);
        } catch (DivergedException e) {
            return true;
        }
    }

    private RolloutProblem problem(Windows part) {
        var problem = new RolloutProblem(part, mechanics, form, workers);
        if (roughness != null) {
            problem.penalty(roughness, weight);
        }
        return problem;
    }
}
