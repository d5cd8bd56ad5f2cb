package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.TabulatedPotential;

/** Motion under a table: what the law does, and conserved like any other. */
class TabulatedMotionTest {
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

    private static ParticleSystem springs(double tolerance) {
        var law = TabulatedPotential.of(ReferenceSystem.LINEAR.law(), 0.7, 2.0, tolerance);
        return ReferenceSystem.LINEAR.system(3).with(law);
    }

    /** Every pair is in the table, or none, or some; in open space and in a box, with and without a cut-off. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 20, 0, 0",
        "30, 40, 0, 0",
        "1.0, 1.5, 0, 0",
        "0.1, 2.2, 5, 2.2",
        "0.1, 4, 5, 2.2",
        "1.1, 1.6, 5, 2.2"
    })
    void accelerationsAreThoseOfTheListOfPairs(double near, double far, double box, double cutoff) {
        var random = new SplittableRandom(9);
        int n = 12;
        var q = random.doubles(3L * n, -2.5, 2.5).toArray();
        var masses = random.doubles(n, 0.5, 2.0).toArray();
        var law = TabulatedPotential.of(ReferenceSystem.LINEAR.law(), near, far);
        var bodies = new Bodies(masses, new Box(box, 0, box), cutoff);
        var swept = new double[q.length];
        var listed = new double[q.length];
        bodies.forces(1).accelerations(law.kernel(), q, swept);
        bodies.forces(1).accelerations(new Plain(law).kernel(), q, listed);
        double largest = 0.0;
        for (double a : listed) {
            largest = Math.max(largest, Math.abs(a));
        }
        assertThat(Physics.largestDifference(swept, listed))
                .isLessThan(1e-14 * largest); // worst seen 2e-16: r is rounded there
    }

    @Test
    void replicasDoNotSeeEachOther() {
        var start = ReferenceSystem.LINEAR.start().positions();
        var two = new double[18];
        System.arraycopy(start, 0, two, 0, 9);
        for (int k = 0; k < 9; k++) {
            two[9 + k] = 1.1 * start[k];
        }
        var law = springs(1e-8).potential().kernel();
        var bodies = new Bodies(new double[] {1, 1, 1}, Box.open(), 0);
        var together = new double[18];
        var alone = new double[9];
        bodies.forces(2).accelerations(law, two, together);
        bodies.forces(1).accelerations(law, start, alone);
        for (int k = 0; k < 9; k++) {
            assertThat(together[k]).isEqualTo(alone[k]);
        }
    }

    @Test
    void theMotionIsThatOfTheLaw() {
        var start = ReferenceSystem.LINEAR.start();
        var law = Motion.verlet(ReferenceSystem.LINEAR.system(3), 0.01).after(start, 10_000);
        var table = Motion.verlet(springs(1e-8), 0.01).after(start, 10_000);
        assertThat(Physics.distance(law, table)).isLessThan(1e-6); // seen 1.3e-8 over a time of 100
    }

    @Test
    void momentaAreConservedToRounding() {
        var start = ReferenceSystem.LINEAR.start();
        Physics.assertMomentumIsConserved(Motion::verlet, springs(1e-8), start, 100_000);
        Physics.assertAngularMomentumIsConserved(Motion::verlet, springs(1e-8), start, 100_000);
    }

    @Test
    void theEnergyOfTheTableIsConservedToSecondOrder() {
        for (double tolerance : new double[] {1e-8, 1e-2}) {
            var system = springs(tolerance);
            var start = ReferenceSystem.LINEAR.start();
            Physics.assertForceIsMinusTheGradientOfTheEnergy(Motion::verlet, system, start);
            Physics.assertHalvingTheStepQuartersTheEnergyError(Motion::verlet, system, start);
            Physics.assertTheTrajectoryIsOfSecondOrder(Motion::verlet, system, start);
            Physics.assertReversingTheVelocitiesRetracesThePath(Motion::verlet, system, start);
        }
    }

    /** A coarse table is another law, but still one: its own H stays where it is for a million steps. */
    @Test
    void theEnergyOfACoarseTableDoesNotDrift() {
        var system = springs(1e-2);
        var state = ReferenceSystem.LINEAR.start();
        double first = system.hamiltonian(state);
        var motion = Motion.verlet(system, 0.01);
        var worst = new double[2];
        for (int k = 0; k < 1000; k++) {
            state = motion.after(state, 1000);
            int half = k / 500;
            worst[half] = Math.max(worst[half], Math.abs(system.hamiltonian(state) - first));
        }
        // seen 1.0e-5 and 1.1e-5: what a step of 0.01 costs, in the second half as in the first
        assertThat(worst[0]).isLessThan(1e-4);
        assertThat(worst[1]).isLessThan(1.5 * worst[0]);
    }

    @Test
    void particlesThatPassThroughTheEndsOfTheTableKeepTheirEnergy() {
        var bare = LennardJones.of(1, 1);
        var law = TabulatedPotential.of(bare, 1.05, 1.4, 1e-2); // oscillates between 0.99 and 1.9
        var system = ParticleSystem.equalMasses(2, 1, law);
        var start = new State(0, new double[] {0, 0, 0, 1.2, 0, 0}, new double[] {-0.75, 0, 0, 0.75, 0, 0});
        Physics.assertHalvingTheStepQuartersTheEnergyError(Motion::verlet, system, start);
    }

    @Test
    void whatCannotBeIsNamedAsUnderAnyLaw() {
        var system = springs(1e-8);
        var together = new State(0, new double[] {0, 0, 0, 1, 0, 0, 1, 0, 0}, new double[9]);
        assertThatThrownBy(() -> Simulator.of(0.01, 10).run(system, together, 1))
                .isInstanceOf(DivergedException.class)
                .hasMessage("Simulation diverged at step 0 (time 0.0): particles 1 and 2 are 0.0 apart");
        for (double lost : new double[] {Double.NaN, 1e300, Double.POSITIVE_INFINITY}) {
            var a = new double[9];
            var q = new double[] {0, 0, 0, 1, 0, 0, lost, 0, 0};
            assertThatThrownBy(() ->
                            system.forces().accelerations(system.potential().kernel(), q, a))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageMatching("particles 0 and 2 are (NaN|Infinity) apart");
        }
    }
}
