package org.mclnn.training;

import java.util.OptionalInt;
import org.mclnn.kernel.Kernel;
import org.mclnn.optimisation.Chunks;

/**
 * How large a training is, before it is begun.
 *
 * @param parameters of the law; absent where the data choose them
 * @param unknowns of the windows' starts, all together; 0 where starts are known
 * @param steps of the integrator to roll all training windows out once
 * @param bytes that the optimiser and the rollouts will hold, about; the data come on top
 */
public record TrainingSize(OptionalInt parameters, long unknowns, long steps, long bytes) {
    private static final int SPLINE = 60; // parameters that a spline seldom exceeds
    private static final int CURVE_FIT = 100; // numbers per parameter of a network that is fitted to a curve
    private static final int LBFGS = 60; // numbers per parameter
    private static final int SOLVED = 10; // matrices of the size of J^T J while a step is solved for
    private static final int ROWS = 48; // parameter rows that the law gives at a time

    /** Of a training of some data with some options. */
    public static TrainingSize of(TrajectoryDataset data, TrainingOptions options) {
        var windows = data.training();
        var mechanics = data.mechanics();
        var parameters = parameters(options.form());
        int common = parameters.orElse(SPLINE);
        int local = windows.unknowns();
        long count = windows.count();
        long chunks = new Chunks(windows.count()).count();
        var clock = new Clock(windows, mechanics);
        long steps = 0;
        long longest = 0;
        for (int w = 0; w < windows.count(); w++) {
            steps += clock.steps(w);
            longest = Math.max(longest, clock.steps(w));
        }
        long width = 3L * windows.particles();
        long numbers = chunks * longest * width; // of paths
        numbers += switch (options.optimizer()) {
            case LM -> marquardt(common, local, count, chunks, width);
            case LBFGS -> (CURVE_FIT + LBFGS + chunks) * (common + count * local);
            case ADAM -> (4 + chunks) * (common + count * local);
        };
        return new TrainingSize(parameters, count * local, steps, Double.BYTES * numbers);
    }

    private static OptionalInt parameters(FormChoice form) {
        if (form instanceof FormChoice.Network network) {
            return OptionalInt.of(network.size());
        }
        return form instanceof FormChoice.Closed closed
                ? OptionalInt.of(closed.form().size())
                : OptionalInt.empty();
    }

    /** Normal equations of each chunk and of all, tangents, parameter rows, and what is eliminated of each window. */
    private static long marquardt(int common, int local, long windows, long chunks, long width) {
        long whole = Kernel.padded(common + local + 1);
        long head = Kernel.padded(common + 1);
        long perChunk = whole * whole + 2 * head * head + 3 * width * whole + ROWS * whole;
        long perWindow = 2L * local * (common + local);
        return chunks * perChunk + windows * perWindow + SOLVED * head * head;
    }
}
