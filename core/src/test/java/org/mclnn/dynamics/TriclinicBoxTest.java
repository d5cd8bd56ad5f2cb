package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.Normal;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.TabulatedPotential;

/** A crystal does not know by which of its lattices, cells or orientations it is described. */
class TriclinicBoxTest {
    private static final int N = 24;
    private static final double[] CELL = {5.5, 0, 0, 2.0, 5.2, 0, -1.5, 1.0, 5.0}; // smallest height 4.84
    private static final double[] HEXAGONAL = {5, 0, 0, 2.5, 2.5 * Math.sqrt(3), 0, 0, 0, 4.5};
    private static final double[] CUBOID = {5.5, 0, 0, 0, 5.2, 0, 0, 0, 5.0};

    private static FormPotential law(double cutoff) {
        return LennardJones.of(1, 1).form().withCutoff(cutoff).at(1, 1);
    }

    private static ParticleSystem system(double[] cell, double cutoff) {
        return ParticleSystem.equalMasses(N, 1, law(cutoff)).in(Box.of(cell), cutoff);
    }

    /** Particles on a jittered grid of 2 x 3 x 4 in a cell, three of them in other cells. */
    private static State gas(double[] cell) {
        var random = new SplittableRandom(41);
        var q = new double[3 * N];
        var v = new double[3 * N];
        for (int i = 0; i < N; i++) {
            int layer = i / 6;
            double a = 0.5 * (i % 2) + (i == 7 ? 3 : 0);
            double b = i / 2 % 3 / 3.0 - (i == 11 ? 1 : 0);
            double c = 0.25 * layer + (i == 13 ? 2 : 0);
            for (int k = 0; k < 3; k++) {
                q[3 * i + k] = a * cell[k] + b * cell[3 + k] + c * cell[6 + k] + 0.05 * Normal.next(random);
                v[3 * i + k] = 0.3 * Normal.next(random);
            }
        }
        return new State(0, q, v);
    }

    private static double[] accelerations(ParticleSystem system, double[] q) {
        var a = new double[q.length];
        system.forces().accelerations(system.potential().kernel(), q, a);
        return a;
    }

    private static double relativeDifference(double[] found, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        return Physics.largestDifference(found, expected) / largest;
    }

    /** Rows n of whole numbers: the lattice vectors n_a a + n_b b + n_c c. */
    private static double[] combined(double[] n, double[] cell) {
        var rows = new double[9];
        for (int k = 0; k < 27; k++) {
            rows[3 * (k / 9) + k % 3] += n[k / 3] * cell[3 * (k / 3 % 3) + k % 3];
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 0  1 1 0  0 0 1", // b' = b + a
                "1 0 0  0 1 0  -1 1 1",
                "-1 0 0  0 1 0  0 0 1", // left-handed
                "0 1 0  0 0 1  1 0 0", // other names
            })
    void anotherLatticeOfTheSameCrystalGivesTheSameForces(String rows) {
        var n = Arrays.stream(rows.split(" +")).mapToDouble(Double::parseDouble).toArray();
        var other = combined(n, CELL);
        double cutoff = Math.min(2.4, 0.5 * Box.of(other).shortest());
        assertThat(cutoff).isGreaterThan(1.3); // forces are there
        var q = gas(CELL).positions();
        var expected = accelerations(system(CELL, cutoff), q);
        assertThat(relativeDifference(accelerations(system(other, cutoff), q), expected))
                .isLessThan(1e-12); // seen 0: the vectors have few digits
        double ratio = system(other, cutoff).potentialEnergy(gas(CELL))
                / system(CELL, cutoff).potentialEnergy(gas(CELL));
        assertThat(Math.abs(ratio - 1)).isLessThan(1e-12); // seen 0
    }

    /** Two hexagonal cells make an orthogonal one: a, 2b - a, c. */
    @Test
    void anOrthogonalCellOfTwiceTheSizeGivesTheSameForcesAndTwiceTheEnergy() {
        var small = system(HEXAGONAL, 2.1);
        var start = gas(HEXAGONAL);
        var q = start.positions();
        var twice = Arrays.copyOf(q, 2 * q.length);
        for (int k = 0; k < q.length; k++) {
            twice[q.length + k] = q[k] + HEXAGONAL[3 + k % 3];
        }
        var large = ParticleSystem.equalMasses(2 * N, 1, law(2.1))
                .in(new Box(HEXAGONAL[0], 2 * HEXAGONAL[4], HEXAGONAL[8]), 2.1);
        var expected = accelerations(small, q);
        var found = accelerations(large, twice);
        assertThat(relativeDifference(Arrays.copyOf(found, q.length), expected)).isLessThan(1e-12);
        assertThat(relativeDifference(Arrays.copyOfRange(found, q.length, 2 * q.length), expected))
                .isLessThan(1e-12); // worst seen 4.7e-15
        double energy = large.potentialEnergy(new State(0, twice, new double[twice.length]));
        assertThat(Math.abs(energy / small.potentialEnergy(start) / 2 - 1)).isLessThan(1e-12); // seen 7e-16
    }

    /** The rotated cuboid is triclinic for the program, the other one is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rotatingTheBoxWithItsParticlesRotatesTheMotion(boolean cuboid) {
        var cell = cuboid ? CUBOID : CELL;
        assertThat(Box.of(cell).isOrthogonal()).isEqualTo(cuboid);
        var start = gas(cell);
        var turnedStart = new State(0, turned(start.positions()), turned(start.velocities()));
        var end = Motion.verlet(system(cell, 2.2), 0.002).after(start, 200);
        var turnedEnd = Motion.verlet(system(turned(cell), 2.2), 0.002).after(turnedStart, 200);
        assertThat(relativeDifference(turnedEnd.positions(), turned(end.positions())))
                .isLessThan(1e-12); // worst seen 8e-16
        double ratio = system(turned(cell), 2.2).potentialEnergy(turnedEnd)
                / system(cell, 2.2).potentialEnergy(end);
        assertThat(Math.abs(ratio - 1)).isLessThan(1e-12); // worst seen 7e-16
    }

    private static double[] turned(double[] x) {
        double c = Math.cos(0.7);
        double s = Math.sin(0.7);
        double d = Math.cos(-1.9);
        double t = Math.sin(-1.9);
        var y = new double[x.length];
        for (int k = 0; k < x.length; k += 3) {
            y[k] = c * x[k] - s * d * x[k + 1] + s * t * x[k + 2];
            y[k + 1] = s * x[k] + c * d * x[k + 1] - c * t * x[k + 2];
            y[k + 2] = t * x[k + 1] + d * x[k + 2];
        }
        return y;
    }

    @Test
    void movingAParticleByWholeLatticeVectorsChangesNothing() {
        var start = gas(CELL);
        var moved = start.positions();
        for (int k = 0; k < 3; k++) {
            moved[9 + k] += CELL[k] - 2 * CELL[3 + k];
            moved[21 + k] += 3 * CELL[6 + k];
        }
        var system = system(CELL, 2.2);
        assertThat(relativeDifference(accelerations(system, moved), accelerations(system, start.positions())))
                .isLessThan(1e-12); // seen 8e-15: rounding of the shift
    }

    @Test
    void momentumAndEnergyAreConserved() {
        var system = system(CELL, 2.4);
        var start = gas(CELL);
        Physics.assertMomentumIsConserved(Motion::verlet, system, start, 5_000);
        var end = Motion.verlet(system, 0.001).after(start, 3_000);
        double drift = Math.abs(system.hamiltonian(end) - system.hamiltonian(start));
        assertThat(drift).isLessThan(1e-2); // seen 2e-4
    }

    @Test
    void theForceIsMinusTheGradientOfTheEnergy() {
        var law = Harmonic.of(1, 1).form().withCutoff(2.4).at(1, 1);
        var six = ParticleSystem.equalMasses(6, 1, law).in(Box.of(CELL), 2.4);
        var gas = gas(CELL);
        var start = new State(0, Arrays.copyOf(gas.positions(), 18), new double[18]);
        assertThat(Arrays.stream(accelerations(six, start.positions())).allMatch(a -> a != 0.0))
                .isTrue();
        Physics.assertForceIsMinusTheGradientOfTheEnergy(Motion::verlet, six, start);
    }

    /** The same numbers, but not known to be a table. */
    private record Plain(PairPotential law) implements PairPotential {
        @Override
        public double energy(double r) {
            return law.energy(r);
        }

        @Override
        public double force(double r) {
            return law.force(r);
        }
    }

    /** Every pair is in the table, or some. */
    @ParameterizedTest
    @CsvSource({"0.5, 2.4", "1.3, 1.9"})
    void aTableSweepsOverTheSamePairs(double near, double far) {
        var law = TabulatedPotential.of(law(2.4), near, far);
        var q = gas(CELL).positions();
        var swept = accelerations(system(CELL, 2.4).with(law), q);
        var listed = accelerations(system(CELL, 2.4).with(new Plain(law)), q);
        assertThat(relativeDifference(swept, listed)).isLessThan(2e-14); // worst seen 1.2e-15
    }
}
