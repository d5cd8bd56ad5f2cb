package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PairPotential;

/** Accelerations where they are known in closed form. */
class EulerLagrangeTest {
    private static final double M1 = 1.0;
    private static final double M2 = 0.6;
    private static final double L1 = 0.9;
    private static final double L2 = 1.3;
    private static final Lagrangian DOUBLE_PENDULUM = Formulas.doublePendulum(M1, M2, L1, L2);

    /** Worst relative difference from the closed form at seeded points. */
    private static double offTheDoublePendulum(Lagrangian lagrangian) {
        var random = new SplittableRandom(11);
        var equation = new EulerLagrange(lagrangian);
        double worst = 0.0;
        for (int trial = 0; trial < 200; trial++) {
            var q = Formulas.numbers(random, 2, 3.0);
            var v = Formulas.numbers(random, 2, 3.0);
            var known = Formulas.doublePendulum(M1, M2, L1, L2, q, v);
            worst = Math.max(worst, Formulas.relative(equation.acceleration(q, v), known));
        }
        return worst;
    }

    @Test
    void theDoublePendulumAcceleratesAsInTextbooks() {
        assertThat(offTheDoublePendulum(DOUBLE_PENDULUM)).isLessThan(1e-13); // worst seen 9e-16
    }

    @Test
    void everyMutantOfTheEquationIsCaught() {
        for (var mutant : Mutant.values()) {
            assertThat(offTheDoublePendulum(mutant.of(DOUBLE_PENDULUM)))
                    .as(mutant.name())
                    .isGreaterThan(1e-4); // least seen 3.5e-3 (weak force)
        }
    }

    @Test
    void aChargeFeelsTheLorentzForce() {
        double m = 0.5;
        double e = -1.5;
        double b = 2.0;
        double field = 0.3;
        var v = new double[] {0.4, -0.9};
        var a = new EulerLagrange(Formulas.charge(m, e, b, field)).acceleration(new double[] {1.7, -0.6}, v);
        var known = new double[] {e * (field + v[1] * b) / m, -e * v[0] * b / m};
        assertThat(Formulas.relative(a, known)).isLessThan(1e-14); // seen 0
    }

    @Test
    void aKineticEnergyNeedNotBeQuadratic() {
        double m = 1.2;
        double c = 3.0;
        double k = 0.8;
        var equation = new EulerLagrange(Formulas.relativistic(m, c, k));
        var random = new SplittableRandom(12);
        double worst = 0.0;
        double worstEnergy = 0.0;
        for (int trial = 0; trial < 100; trial++) {
            var q = Formulas.numbers(random, 2, 2.0);
            var v = Formulas.numbers(random, 2, 2.0); // up to 0.94 c
            double gamma = 1 / Math.sqrt(1 - (v[0] * v[0] + v[1] * v[1]) / (c * c));
            double vF = -k * (v[0] * q[0] + v[1] * q[1]) / (c * c);
            var known = new double[] {(-k * q[0] - vF * v[0]) / (gamma * m), (-k * q[1] - vF * v[1]) / (gamma * m)};
            worst = Math.max(worst, Formulas.relative(equation.acceleration(q, v), known));
            double h = gamma * m * c * c + 0.5 * k * (q[0] * q[0] + q[1] * q[1]);
            worstEnergy = Math.max(worstEnergy, Math.abs(equation.energy(q, v) / h - 1));
        }
        assertThat(worst).isLessThan(1e-14); // seen 5e-16
        assertThat(worstEnergy).isLessThan(1e-14); // seen 4e-16
    }

    @Test
    void inPolarCoordinatesTheFictitiousForcesAppear() {
        double r = 1.4;
        var v = new double[] {0.3, -0.8};
        var a = new EulerLagrange(Formulas.kepler()).acceleration(new double[] {r, 2.0}, v);
        var known = new double[] {r * v[1] * v[1] - 1 / (r * r), -2 * v[0] * v[1] / r};
        assertThat(Formulas.relative(a, known)).isLessThan(1e-14); // seen 3e-16
    }

    /** A total time derivative d/dt (q1^2 sin q2) added to L, and the sign of L, change no motion. */
    @Test
    void lagrangiansOfTheSameMotionGiveTheSameAcceleration() {
        double charge = -1.5;
        var plain = Formulas.charge(0.5, charge, 2.0, 0.3);
        var other = Lagrangian.of(2, (q, v) -> {
            var kinetic = v[0].square().add(v[1].square()).multiply(0.5 * 0.5);
            var vA = v[1].multiply(q[0]).subtract(v[0].multiply(q[1])).multiply(0.5 * 2.0);
            var gauge = q[0].multiply(2.0)
                    .multiply(q[1].sin())
                    .multiply(v[0])
                    .add(q[0].square().multiply(q[1].cos()).multiply(v[1]));
            return kinetic.add(vA.multiply(charge))
                    .add(q[0].multiply(charge * 0.3))
                    .add(gauge)
                    .negate();
        });
        var q = new double[] {1.7, -0.6};
        var v = new double[] {0.4, -0.9};
        double off = Formulas.relative(
                new EulerLagrange(other).acceleration(q, v), new EulerLagrange(plain).acceleration(q, v));
        assertThat(off).isLessThan(1e-14); // seen 0
    }

    @Test
    void theMassMatrixMayBeIndefinite() {
        var crossed = Lagrangian.of(2, (q, v) -> v[0].multiply(v[1]).subtract(q[0].multiply(q[1])));
        var a = new EulerLagrange(crossed).acceleration(new double[] {0.3, -2.0}, new double[] {1, 1});
        assertThat(a).containsExactly(-0.3, 2.0);
    }

    @Test
    void aBlackBoxOfSpringsMovesAsTheSystemOfPairs() {
        double off = offThePairs(
                Formulas.pairs(MASSES, r -> r.subtract(1.1).square().multiply(0.5 * 1.7)), Harmonic.of(1.7, 1.1));
        assertThat(off).isLessThan(1e-14); // worst seen 3e-16
    }

    @Test
    void aBlackBoxOfTheNetworkMovesAsTheSystemOfPairs() {
        var network = PairNetwork.of(5, 4);
        var theta = network.normalStart(new SplittableRandom(3));
        double off = offThePairs(
                Formulas.pairs(MASSES, r -> Formulas.network(theta, new DerivativeStructure[] {r}, 5, 4, 1)),
                network.at(theta));
        assertThat(off).isLessThan(1e-14); // worst seen 4e-16
    }

    private static final double[] MASSES = {1.0, 2.0, 0.5};

    /** Worst relative difference of Eq. 3, for the black box and for L = T - V, from the accelerations of the MCLNN. */
    private static double offThePairs(Lagrangian blackBox, PairPotential law) {
        var system = ParticleSystem.of(MASSES, law);
        var random = new SplittableRandom(17);
        var known = new double[9];
        double worst = 0.0;
        for (int trial = 0; trial < 20; trial++) {
            var q = Formulas.numbers(random, 9, 2.0);
            var v = Formulas.numbers(random, 9, 2.0);
            system.forces().accelerations(law.kernel(), q, known);
            var pairs = new EulerLagrange(Lagrangian.of(system));
            var formula = new EulerLagrange(blackBox);
            worst = Math.max(worst, Formulas.relative(formula.acceleration(q, v), known));
            worst = Math.max(worst, Formulas.relative(pairs.acceleration(q, v), known));
            worst = Math.max(worst, Formulas.relative(formula.momenta(q, v), pairs.momenta(q, v)));
            worst = Math.max(worst, Math.abs(formula.energy(q, v) / pairs.energy(q, v) - 1));
        }
        return worst;
    }
}
