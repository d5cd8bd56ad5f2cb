package org.mclnn.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.SplineForm.Coordinate;

/**
 * Finds the spline's coordinate and number of knots by what counts: the loss through the rollout on windows left out. From coarse to
 * fine, as long as it falls; a few Gauss-Newton steps each, because V' is linear in the coefficients. Large systems are searched on part
 * of their windows.
 */
final class SplineSearch {
    private static final int STEPS = 4;
    private static final long MOST_PAIR_STEPS = 2_000_000;
    private static final double WORTH_IT = 0.9; // finer knots must lower the loss at least to this share
    private static final double HOPELESS = 100.0; // times the best loss: this coordinate is not tried finer

    private final TrajectoryDataset data;
    private final Workers workers;
    private final double enough;
    private final TrainingListener listener;
    private final Journal journal;
    private int iterations;
    private final Windows fit;
    private final Windows held;
    private final LeastSquaresForce start;

    /** @param enough a loss that ends the search */
    SplineSearch(TrajectoryDataset data, Workers workers, double enough, TrainingListener listener, Journal journal) {
        this.data = data;
        this.workers = workers;
        this.enough = enough;
        this.listener = listener;
        this.journal = journal;
        var all = data.training();
        long pairs = all.particles() * (all.particles() - 1L) / 2;
        long perWindow = pairs * (all.frames() - 1) * data.mechanics().stride();
        int used = (int) Math.min(all.count(), Math.max(6, MOST_PAIR_STEPS / perWindow));
        int left = used / 5;
        fit = all.slice(0, used - left);
        held = left == 0 ? fit : all.slice(used - left, used);
        start = new LeastSquaresForce(fit, data.mechanics(), data.coverage());
    }

    private record Candidate(FormPotential law, double loss) {
        int size() {
            return law.form().size();
        }
    }

    /** The best spline found, or the given law where none is finite. */
    FormPotential find(FormPotential otherwise) {
        var candidates = new ArrayList<Candidate>();
        var alive = EnumSet.allOf(Coordinate.class);
        double before = Double.POSITIVE_INFINITY;
        for (int intervals : LeastSquaresForce.INTERVALS) {
            double level = Double.POSITIVE_INFINITY;
            var tried = new ArrayList<Candidate>();
            for (var coordinate : List.copyOf(alive)) {
                var candidate = candidate(start.form(coordinate, intervals));
                tried.add(candidate);
                level = Math.min(level, candidate.loss);
                int most = LeastSquaresForce.INTERVALS.length * Coordinate.values().length;
                listener.iteration("knots", candidates.size() + tried.size(), most, level);
                if (candidate.loss > HOPELESS * Math.min(level, before)) {
                    alive.remove(coordinate);
                }
            }
            candidates.addAll(tried);
            if (level <= enough || !(level < WORTH_IT * before)) {
                break;
            }
            before = level;
        }
        double least = candidates.stream().mapToDouble(Candidate::loss).min().orElse(Double.POSITIVE_INFINITY);
        double good = Math.max(enough, LeastSquaresForce.AS_GOOD * least);
        return candidates.stream()
                .filter(c -> Double.isFinite(c.loss) && c.loss <= good)
                .min((a, b) ->
                        a.size() != b.size() ? Integer.compare(a.size(), b.size()) : Double.compare(a.loss, b.loss))
                .map(Candidate::law)
                .orElse(otherwise);
    }

    /** Gauss-Newton steps taken so far. */
    int iterations() {
        return iterations;
    }

    private Candidate candidate(PotentialForm form) {
        var first = journal.recall("start of knots", () -> start.fit(form).theta());
        var theta = first;
        var problem = new RolloutProblem(fit, data.mechanics(), form, workers);
        if (Double.isFinite(journal.number("loss of the start", () -> problem.sumOfSquares(first)))) {

            var solver = new LevenbergMarquardt(0, STEPS, 0.1 * enough * problem.terms(), 0.0).begin(problem, first);
            journal.run("knots", solver, (sum, fresh) -> {});
            theta = solver.outcome().theta;
            iterations += solver.outcome().iterations;
        }
        var law = form.at(theta);
        double loss = journal.number("held-out loss", () -> {
            var check = new RolloutProblem(held, data.mechanics(), form, workers);
            return check.sumOfSquares(law.theta()) / check.terms();
        });
        return new Candidate(law, loss);
    }
}
