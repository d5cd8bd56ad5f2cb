package org.mclnn.training;

import java.util.concurrent.TimeUnit;
import org.mclnn.kernel.Kernels;
import org.mclnn.optimisation.Linearisation;
import org.mclnn.optimisation.Workers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An epoch of Adam, and an iteration of Levenberg-Marquardt with its parts: 100 golden windows of 20 frames, network 10,10. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by make
public class TrainingBenchmark {
    private static final double MU = 1e-3;

    @Param({"linear", "gravity"})
    public String system = "linear";

    @Param({"scalar", "vector"})
    public String kernel = "scalar";

    @Param({"1", "2"})
    public int threads = 1;

    private Workers workers;
    private GradientEpochs epochs;
    private RolloutProblem problem;
    private double[][] points;
    private double[] sizes;
    private double[] step;
    private double[] trial;
    private int turn;
    private Linearisation linearised;

    @Setup(Level.Trial)
    public void make() {
        System.setProperty(Kernels.PROPERTY, kernel);
        workers = new Workers(threads);
        epochs = new GradientEpochs(system, threads);
        problem = new RolloutProblem(Golden.windows(system), Golden.mechanics(system), Golden.network(), workers);
        var here = Golden.parameters("");
        var there = here.clone();
        there[0] += 1e-3;
        points = new double[][] {here, there};
        sizes = problem.sizes(here);
        step = new double[here.length];
        trial = new double[here.length];
        linearised = problem.linearise(here);
    }

    @TearDown(Level.Trial)
    public void close() {
        epochs.close();
        workers.close();
    }

    /** Loss, gradient and a step of Adam. */
    @Benchmark
    public double epoch() {
        return epochs.run(1);
    }

    /** Linearise, factorise, step, and the sum of squares at the trial point. */
    @Benchmark
    public double levenbergMarquardt() {
        var here = linearise();
        here.step(MU, sizes, step);
        var from = points[turn];
        for (int p = 0; p < trial.length; p++) {
            trial[p] = from[p] + step[p];
        }
        return problem.sumOfSquares(trial);
    }

    /** J^T J and J^T e; the two points take turns, because the last one is remembered. */
    @Benchmark
    public Linearisation linearise() {
        turn = 1 - turn;
        return problem.linearise(points[turn]);
    }

    /** Damped Cholesky factorisation of 141 parameters, and the step. */
    @Benchmark
    public double factorise() {
        return linearised.step(MU, sizes, step);
    }

    /** The sum of squares alone. */
    @Benchmark
    public double sumOfSquares() {
        turn = 1 - turn;
        return problem.sumOfSquares(points[turn]);
    }
}
