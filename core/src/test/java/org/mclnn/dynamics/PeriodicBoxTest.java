package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.Normal;
import org.mclnn.potential.PairNetwork;

/** Periodic boxes: nearest images, nothing special at the wall. */
class PeriodicBoxTest {
    private static final FormPotential LAW =
            LennardJones.of(1, 1).form().withCutoff(2.5).at(1, 1);
    private static final Box BOX = new Box(6, 5.5, 0);

    /** A gas on a jittered lattice of 4 x 4 in the box, some of it outside. */
    private static State gas() {
        var random = new SplittableRandom(17);
        var q = new double[48];
        var v = new double[48];
        for (int i = 0; i < 16; i++) {
            int row = i / 4;
            q[3 * i] = 1.5 * (i % 4) + 0.05 * Normal.next(random) + (i == 5 ? 12.0 : 0.0);
            q[3 * i + 1] = 1.375 * row + 0.05 * Normal.next(random);
            v[3 * i] = 0.5 * Normal.next(random);
            v[3 * i + 1] = 0.5 * Normal.next(random);
        }
        return new State(0, q, v);
    }

    private static ParticleSystem gasSystem() {
        return ParticleSystem.equalMasses(16, 1, LAW).in(BOX, 2.5);
    }

    @Test
    void aPairIsSeenThroughItsNearestImage() {
        var pairs = new Pairs(1, 2, new Box(10, 0, 4), 2.0);
        pairs.update(new double[] {0.5, 0, 0.25, 9.5, 0, 3.75});
        assertThat(pairs.count()).isEqualTo(1);
        assertThat(pairs.distance(0)).isEqualTo(Math.sqrt(1 + 0.25));
        pairs.update(new double[] {0, 0.5, 0, 0, 9.5, 0}); // y is open
        assertThat(pairs.count()).isZero();
    }

    @Test
    void movingAParticleByWholePeriodsChangesNothing() {
        var system = gasSystem();
        var start = gas();
        var moved = start.positions();
        moved[9] += 6.0;
        moved[22] -= 11.0;
        var a = new double[48];
        var b = new double[48];
        system.forces().accelerations(LAW.kernel(), start.positions(), a);
        system.forces().accelerations(LAW.kernel(), moved, b);
        double largest = Arrays.stream(a).map(Math::abs).max().orElseThrow();
        assertThat(Physics.largestDifference(a, b) / largest).isLessThan(1e-13); // seen 9e-15: rounding of the shift
    }

    @Test
    void forcesAreContinuousAcrossTheWallAndWhereTheNearestImageChanges() {
        var system = ParticleSystem.equalMasses(2, 1, LAW).in(BOX, 2.5);
        for (double x : new double[] {0.0, 1.9, 6.0}) { // wall, half a period away, wall
            var below = force(system, x - 1e-10);
            var above = force(system, x + 1e-10);
            assertThat(Math.abs(above - below)).isLessThan(1e-6); // seen 1.2e-8: the slope of F times 2e-10
        }
    }

    /** Force along x on a particle at x from one at 4.9, whose images stand at -1.1 and 10.9. */
    private static double force(ParticleSystem system, double x) {
        var a = new double[6];
        system.forces().accelerations(system.potential().kernel(), new double[] {x, 0.4, 0, 4.9, 0.2, 0}, a);
        return a[0];
    }

    @Test
    void momentumAndEnergyAreConserved() {
        var system = gasSystem();
        Physics.assertMomentumIsConserved(Motion::verlet, system, gas(), 20_000);
        var end = Motion.verlet(system, 0.001).after(gas(), 5_000);
        double drift = Math.abs(system.hamiltonian(end) - system.hamiltonian(gas()));
        assertThat(drift).isLessThan(1e-2); // seen 1.1e-4, of an energy of order 10
    }

    @Test
    void theMotionDoesNotDependOnWhichImageIsMeant() {
        var start = gas();
        var moved = start.positions();
        moved[9] += 6.0;
        var shifted = new State(0, moved, start.velocities());
        var end = Motion.verlet(gasSystem(), 0.002).after(start, 500).positions();
        var other = Motion.verlet(gasSystem(), 0.002).after(shifted, 500).positions();
        other[9] -= 6.0;
        assertThat(Physics.largestDifference(end, other)).isLessThan(1e-12); // seen 7e-15
    }

    @Test
    void aCutoffThatSeesTwoImagesIsRefusedAndSaysWhatWouldDo() {
        assertThatThrownBy(() -> gasSystem().in(BOX, 2.8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut-off 2.8 is beyond half the shortest period of the box, 2.75")
                .hasMessageContaining("Use a cut-off of at most 2.75");
        assertThatThrownBy(() -> gasSystem().in(BOX, 0))
                .hasMessageContaining("needs a cut-off (--cutoff) of at most half its shortest period, 2.75");
        assertThat(gasSystem().in(BOX, 2.75).cutoff()).isEqualTo(2.75); // exactly half is allowed
        assertThatThrownBy(() -> new Box(-1, 0, 0)).hasMessageContaining("box length must be positive");
        assertThatThrownBy(() -> new Box(0, Double.NaN, 0)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> new Box(0, 0, Double.POSITIVE_INFINITY)).hasMessageContaining("was Infinity");
    }

    @Test
    void aNetworkWithNobodyWithinItsCutoffExertsNoForce() {
        var network = PairNetwork.of(4).withCutoff(1.0);
        var theta = PairNetwork.of(4).normalStart(new SplittableRandom(1));
        var system = ParticleSystem.equalMasses(2, 1, network.at(theta)).in(new Box(8, 8, 8), 1.0);
        var start = new State(0, new double[] {0, 0, 0, 4, 4, 4}, new double[] {1, 0, 0, 1, 0, 0});
        assertThat(system.potentialEnergy(start)).isZero();
        assertThat(Simulator.of(0.5, 1).run(system, start, 2).positions(2)).containsExactly(1, 0, 0, 5, 4, 4);
    }

    @Test
    void pairsNeverCrossReplicas() {
        var q = gas().positions();
        var twice = Arrays.copyOf(q, 2 * q.length);
        for (int k = 0; k < q.length; k++) {
            twice[q.length + k] = q[k] + 1e-3; // the replicas all but coincide
        }
        var once = new PairForces(1, gasSystem().masses(), BOX, 2.5);
        var both = new PairForces(2, gasSystem().masses(), BOX, 2.5);
        var first = new double[q.length];
        var second = new double[q.length];
        var together = new double[2 * q.length];
        once.accelerations(LAW.kernel(), q, first);
        once.accelerations(LAW.kernel(), Arrays.copyOfRange(twice, q.length, 2 * q.length), second);
        both.accelerations(LAW.kernel(), twice, together);
        assertThat(Arrays.copyOf(together, q.length)).containsExactly(first);
        assertThat(Arrays.copyOfRange(together, q.length, 2 * q.length)).containsExactly(second);
        assertThat(new PairForces(2, new double[] {1, 1}, Box.open(), 0)
                        .potentialEnergy(Harmonic.of(2, 1).kernel(), new double[] {0, 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 0}))
                .isEqualTo(1.0 + 4.0);
    }
}
