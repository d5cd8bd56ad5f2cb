package org.mclnn.training;

import org.mclnn.optimisation.Workers;

/**
 * The paper's training loop: loss, gradient and a step of Adam, on the golden windows (100 of 20 frames) with the golden network 10,10 to
 * start from.
 */
public final class GradientEpochs implements AutoCloseable {
    private final Workers workers;
    private final RolloutProblem problem;
    private final AdamEpochs epochs;

    /** @param system {@code linear}, {@code nonlinear} or {@code gravity} */
    public GradientEpochs(String system, int threads) {
        workers = new Workers(threads);
        var windows = Golden.windows(system);
        problem = new RolloutProblem(windows, Golden.mechanics(system), Golden.network(), workers);
        epochs = new AdamEpochs(problem, new Batches(windows.count(), windows.count(), 0), 1e-3, Golden.parameters(""));
    }

    /** So many epochs more; the loss (Eq. 6) where the last one's step began. */
    public double run(int count) {
        var run = epochs.within(0.0, Integer.MAX_VALUE);
        for (int k = 0; k < count; k++) {
            run.step();
        }
        return run.value();
    }

    /** Loss and gradient at the golden parameters. */
    public Point start() {
        var gradient = new double[problem.size()];
        double loss = problem.gradient(Golden.parameters(""), gradient) / problem.terms();
        double squares = 0.0;
        for (double g : gradient) {
            squares += g / problem.terms() * (g / problem.terms());
        }
        return new Point(loss, Math.sqrt(squares));
    }

    /**
     * A loss, and how steep it is.
     *
     * @param gradientNorm Euclidean norm
     */
    public record Point(double loss, double gradientNorm) {}

    @Override
    public void close() {
        workers.close();
    }
}
