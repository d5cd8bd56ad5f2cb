package org.mclnn.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Kernels;
import org.mclnn.kernel.Layers;
import org.mclnn.kernel.NetworkLoops;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.SplineForm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The inner loops, at the sizes at which training calls them. Times of a network and a spline are per distance, of a rank update per row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by make
public class KernelBenchmark {
    private static final int DISTANCES = 128;
    private static final int[] WIDTHS = {1, 10, 10, 1};
    private static final int SIZE = new Layers(WIDTHS).size();
    private static final int COLUMNS = Kernel.padded(SIZE);
    private static final int ROWS = 24;
    private static final int INTERVALS = 30;

    @Param({"scalar", "vector"})
    public String kernel = "scalar";

    private Kernel active;
    private NetworkLoops network;
    private FormKernel spline;
    private double[] r;
    private double[] c;
    private final double[] value = new double[DISTANCES];
    private final double[] curvature = new double[DISTANCES];
    private final double[] dTheta = new double[SIZE];
    private final double[] rows = new double[DISTANCES * COLUMNS];
    private double[][] dQ;
    private double[][] dF;
    private double[][] panel;
    private double[][] matrix;

    @Setup
    public void make() {
        System.setProperty(Kernels.PROPERTY, kernel);
        active = Kernels.active();
        var random = new SplittableRandom(1);
        network = active.network(WIDTHS);
        network.parameters(random.doubles(SIZE, -1.0, 1.0).toArray());
        var form = SplineForm.uniform(SplineForm.Coordinate.INVERSE, 0.5, 2.0, INTERVALS);
        spline = form.kernel();
        spline.parameters(random.doubles(form.size(), -1.0, 1.0).toArray());
        r = random.doubles(DISTANCES, 0.5, 2.0).toArray();
        c = random.doubles(DISTANCES, -1.0, 1.0).toArray();
        dQ = matrix(random, 6, COLUMNS);
        dF = matrix(random, 6, COLUMNS);
        panel = matrix(random, ROWS, COLUMNS);
        matrix = matrix(random, COLUMNS, COLUMNS);
    }

    private static double[][] matrix(SplittableRandom random, int rows, int columns) {
        var matrix = new double[rows][];
        for (int k = 0; k < rows; k++) {
            matrix[k] = random.doubles(columns, -1.0, 1.0).toArray();
        }
        return matrix;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] energies() {
        network.energies(r, DISTANCES, value);
        return value;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] slopes() {
        network.slopes(r, DISTANCES, value);
        return value;
    }

    /** Slopes of the three pairs of three particles, one call. */
    @Benchmark
    public double[] slopesOfThreePairs() {
        network.slopes(r, 3, value);
        return value;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] pullback() {
        network.pullback(r, DISTANCES, c, value, curvature, dTheta);
        return dTheta;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] parameterRows() {
        network.rows(r, DISTANCES, value, curvature, rows, COLUMNS);
        return rows;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] splineSlopes() {
        spline.slopes(r, DISTANCES, value);
        return value;
    }

    @Benchmark
    public double[] splineSlopesOfThreePairs() {
        spline.slopes(r, 3, value);
        return value;
    }

    @Benchmark
    @OperationsPerInvocation(DISTANCES)
    public double[] splineRows() {
        spline.rows(r, DISTANCES, value, curvature, rows, COLUMNS);
        return rows;
    }

    /** One pair in the plane, 144 columns; forward and back, so that the sums stay bounded. */
    @Benchmark
    @OperationsPerInvocation(2)
    public double[][] pairTangent() {
        active.pairTangent(2, 0.6, 0.8, 0.0, 0.5, -0.3, 0.1, rows, 0, dQ, dF, 0, 3);
        active.pairTangent(2, 0.6, 0.8, 0.0, -0.5, 0.3, -0.1, rows, 0, dQ, dF, 0, 3);
        return dF;
    }

    /** One coordinate, 144 columns; forward and back. */
    @Benchmark
    @OperationsPerInvocation(2)
    public double[][] kickDrift() {
        active.kickDrift(0.005, 0.005, 0.01, dQ[0], dQ[1], dF[0]);
        active.kickDrift(-0.005, -0.005, -0.01, dQ[0], dQ[1], dF[0]);
        return dQ;
    }

    /** 24 rows of 144 columns. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[][] rankUpdate() {
        active.rankUpdate(panel, ROWS, matrix);
        return matrix;
    }
}
