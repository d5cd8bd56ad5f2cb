package org.mclnn.bench;

import java.util.concurrent.TimeUnit;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.VelocityVerlet;
import org.mclnn.kernel.Kernels;
import org.mclnn.potential.PairKernel;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.TabulatedPotential;
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

/** A step of velocity Verlet in a simulation: the paper's springs (3 particles) and binaries (4). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // by make
public class RolloutBenchmark {
    private static final int STEPS = 1000;

    @Param({"network", "table", "formula"})
    public String law = "network";

    @Param({"3", "4"})
    public int particles = 3;

    @Param({"scalar", "vector"})
    public String kernel = "scalar";

    private ReferenceSystem system;
    private PairKernel pairs;
    private PairForces forces;
    private VelocityVerlet verlet;

    @Setup
    public void make() {
        System.setProperty(Kernels.PROPERTY, kernel);
        system = particles == 3 ? ReferenceSystem.LINEAR : ReferenceSystem.GRAVITY;
        pairs = potential().kernel();
        forces = system.system(particles).forces();
        verlet = new VelocityVerlet(0.01, forces);
    }

    /** The cost of a network does not depend on its weights: these give no force, so that every distance grows evenly. */
    private PairPotential potential() {
        var network = PairNetwork.of(10, 10);
        return switch (law) {
            case "network" -> network.at(new double[network.size()]);
            case "table" ->
                TabulatedPotential.of(system.law(), particles == 3 ? 0.5 : 0.6, particles == 3 ? 2.5 : 20.0);
            default -> system.law();
        };
    }

    /** From the paper's start; the 1000 steps of one run. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[] step() {
        var start = system.start();
        var q = start.positions();
        var v = start.velocities();
        var a = new double[q.length];
        forces.accelerations(pairs, q, a);
        for (int k = 0; k < STEPS; k++) {
            verlet.step(pairs, q, v, a);
        }
        return q;
    }
}
