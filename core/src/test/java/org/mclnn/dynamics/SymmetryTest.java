package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.dynamics.Examples.Example;

/** The laws of motion are the same everywhere, in every direction and at every speed, and know no names. */
class SymmetryTest {
    private static final int STEPS = 100;

    static Stream<Example> examples() {
        return Examples.all();
    }

    private static State after(ParticleSystem system, State start) {
        return Motion.verlet(system, 0.01).after(start, STEPS);
    }

    private static double[] turned(double[] x, double[][] m) {
        var y = new double[x.length];
        for (int k = 0; k < x.length; k += 3) {
            for (int row = 0; row < 3; row++) {
                y[k + row] = m[row][0] * x[k] + m[row][1] * x[k + 1] + m[row][2] * x[k + 2];
            }
        }
        return y;
    }

    private static State turned(State s, double[][] m) {
        return new State(s.time(), turned(s.positions(), m), turned(s.velocities(), m));
    }

    private static State shifted(State s, double[] positions, double[] velocities) {
        var q = s.positions();
        var v = s.velocities();
        for (int k = 0; k < q.length; k++) {
            q[k] += positions[k % 3];
            v[k] += velocities[k % 3];
        }
        return new State(s.time(), q, v);
    }

    /** Largest difference over the largest number in the second. */
    private static double relative(State a, State b) {
        double scale = 0.0;
        for (double x : b.positions()) {
            scale = Math.max(scale, Math.abs(x));
        }
        return Physics.distance(a, b) / scale;
    }

    private static double[][] rotation() {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        double d = Math.cos(-1.9);
        double t = Math.sin(-1.9);
        return new double[][] {{c, -s * d, s * t}, {s, c * d, -c * t}, {0, t, d}};
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rotatingTheStartRotatesTheMotion(Example example) {
        var m = rotation();
        double error = relative(
                after(example.system(), turned(example.start(), m)),
                turned(after(example.system(), example.start()), m));
        assertThat(error).isLessThan(1e-13); // worst seen 6e-15
    }

    @ParameterizedTest
    @MethodSource("examples")
    void mirroringTheStartMirrorsTheMotionBitForBit(Example example) {
        var mirror = new double[][] {{-1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double error = relative(
                after(example.system(), turned(example.start(), mirror)),
                turned(after(example.system(), example.start()), mirror));
        assertThat(error).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shiftingTheStartShiftsTheMotion(Example example) {
        var by = new double[] {0.3, -1.7, 2.2};
        var rest = new double[3];
        double error = relative(
                after(example.system(), shifted(example.start(), by, rest)),
                shifted(after(example.system(), example.start()), by, rest));
        assertThat(error).isLessThan(1e-13); // worst seen 1.4e-15
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aMovingObserverSeesTheSameMotion(Example example) {
        var boost = new double[] {0.4, 0.9, -0.2};
        double time = STEPS * 0.01;
        var carried = new double[] {time * boost[0], time * boost[1], time * boost[2]};
        double error = relative(
                after(example.system(), shifted(example.start(), new double[3], boost)),
                shifted(after(example.system(), example.start()), carried, boost));
        assertThat(error).isLessThan(1e-13); // worst seen 2.4e-15
    }

    @ParameterizedTest
    @MethodSource("examples")
    void relabellingParticlesRelabelsTheMotion(Example example) {
        int n = example.system().particles();
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (i + 1) % n;
        }
        var masses = new double[n];
        for (int i = 0; i < n; i++) {
            masses[i] = example.system().masses()[order[i]];
        }
        var relabelled = ParticleSystem.of(masses, example.system().potential());
        double error = relative(
                after(relabelled, permuted(example.start(), order)),
                permuted(after(example.system(), example.start()), order));
        // three particles: two forces on each, and a sum of two has one order only; four: seen 3e-16
        assertThat(error).isLessThan(n == 3 ? Double.MIN_VALUE : 1e-13);
    }

    private static State permuted(State s, int[] order) {
        var q = new double[3 * order.length];
        var v = new double[3 * order.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(s.positions(), 3 * order[i], q, 3 * i, 3);
            System.arraycopy(s.velocities(), 3 * order[i], v, 3 * i, 3);
        }
        return new State(s.time(), q, v);
    }

    @Test
    void theKineticEnergyOfAMovingObserverGrowsByThatOfTheCentreOfMass() {
        var example = Examples.threeDimensional();
        var system = example.system();
        var boost = new double[] {0.4, 0.9, -0.2};
        var p = system.momentum(example.start());
        double mass = Arrays.stream(system.masses()).sum();
        double expected = system.kineticEnergy(example.start());
        for (int axis = 0; axis < 3; axis++) {
            expected += boost[axis] * p[axis] + 0.5 * mass * boost[axis] * boost[axis];
        }
        var boosted = shifted(example.start(), new double[3], boost);
        assertThat(Math.abs(system.kineticEnergy(boosted) - expected)).isLessThan(1e-14); // seen 0
        assertThat(system.potentialEnergy(boosted)).isEqualTo(system.potentialEnergy(example.start()));
    }

    @Test
    void theLagrangianIsTheSameAfterARotationOrAShift() {
        var example = Examples.threeDimensional();
        var random = new SplittableRandom(6);
        var by = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        double expected = example.system().lagrangian(example.start());
        double rotated = example.system().lagrangian(turned(example.start(), rotation()));
        double moved = example.system().lagrangian(shifted(example.start(), by, new double[3]));
        // seen 0 and 2e-16
        assertThat(Math.abs(rotated / expected - 1)).isLessThan(1e-14);
        assertThat(Math.abs(moved / expected - 1)).isLessThan(1e-14);
    }
}
