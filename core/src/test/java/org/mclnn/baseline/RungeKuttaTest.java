package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.DivergedException;

/** Motions that are known, and what any motion keeps. */
class RungeKuttaTest {
    /** Of a charge -1.5 of mass 0.5 in a field 2: e B / m = -6, a turn in pi/3. */
    private static final double CYCLOTRON = -6.0;

    private static final double[] BENT = {2.0, 2.5};
    private static final double[] REST = {0.0, 0.0};

    private static Motion run(Lagrangian lagrangian, double dt, int frames, double[] q, double[] v) {
        return new RungeKutta(dt, 1).run(new EulerLagrange(lagrangian), q, v, frames);
    }

    private static double oscillatorError(double dt, int steps) {
        double omega = Math.sqrt(2.0 / 0.5);
        var motion = run(Formulas.oscillator(0.5, 2.0), dt, steps, new double[] {0.3}, new double[1]);
        double worst = 0.0;
        for (int k = 0; k < motion.frames(); k++) {
            worst = Math.max(worst, Math.abs(motion.positions(k)[0] - 0.3 * Math.cos(omega * motion.time(k))));
        }
        return worst;
    }

    @Test
    void anOscillatorFollowsTheCosineToTheFourthOrder() {
        double coarse = oscillatorError(0.01, 1000);
        double fine = oscillatorError(0.005, 2000);
        assertThat(fine).isLessThan(1e-8); // seen 4.5e-10 after 10 s, 3.2 turns
        assertThat(Math.abs(coarse / fine - 16.0)).isLessThan(1.0); // seen 0.06
    }

    @Test
    void aPendulumSwingsWithThePeriodOfTheArithmeticGeometricMean() {
        double l = 0.8;
        double start = 2.5; // 143 degrees
        double a = 1.0;
        double b = Math.cos(start / 2);
        while (a - b > 1e-15) {
            double mean = 0.5 * (a + b);
            b = Math.sqrt(a * b);
            a = mean;
        }
        double period = 2 * Math.PI * Math.sqrt(l / Formulas.GRAVITY) / a;
        var motion = run(Formulas.pendulum(l), period / 4000, 4000, new double[] {start}, new double[1]);
        // by which it is off the lowest point after a quarter of the period, as a time
        double offTime = motion.positions(1000)[0] / motion.velocities(1000)[0];
        assertThat(Math.abs(offTime / period)).isLessThan(1e-11); // seen 5e-14
        assertThat(Math.abs(motion.positions(4000)[0] - start)).isLessThan(1e-10); // seen 3e-14
        assertThat(Math.abs(motion.velocities(4000)[0])).isLessThan(1e-9); // seen 4e-12
    }

    /** Largest |H(t) - H(0)| of a double pendulum let go from high up, relative to its range of potential energy. */
    private static double energyDrift(Lagrangian moving, double dt, int steps) {
        var right = new EulerLagrange(Formulas.doublePendulum(1.0, 0.6, 0.9, 1.3));
        var motion = run(moving, dt, steps, BENT, REST);
        double worst = 0.0;
        for (int k = 0; k < motion.frames(); k++) {
            worst = Math.max(
                    worst,
                    Math.abs(right.energy(motion.positions(k), motion.velocities(k)) - right.energy(BENT, REST)));
        }
        return worst / (2 * Formulas.GRAVITY * (1.6 * 0.9 + 0.6 * 1.3));
    }

    @Test
    void aDoublePendulumKeepsItsEnergyButEnergyDoesNotSeeEveryMistake() {
        var right = Formulas.doublePendulum(1.0, 0.6, 0.9, 1.3);
        assertThat(energyDrift(right, 0.001, 2000)).isLessThan(1e-8); // seen 1.1e-10
        // v.(C v) = v.(C^T v): energy does not see the mistake that theMomentaChangeAtTheRateOfTheForces sees
        assertThat(energyDrift(Mutant.TRANSPOSED.of(right), 0.001, 2000)).isLessThan(1e-8); // seen 2.7e-10
        assertThat(energyDrift(Mutant.WEAK_FORCE.of(right), 0.001, 2000)).isGreaterThan(1e-5); // seen 8e-4
    }

    /** Eq. 2 itself, d/dt dL/dv = dL/dq: its largest violation along a motion, by differences of fourth order. */
    private static double violation(Lagrangian right, Lagrangian moving) {
        var equation = new EulerLagrange(right);
        double dt = 0.0005;
        var motion = run(moving, dt, 2000, BENT, REST);
        double worst = 0.0;
        for (int k = 2; k < motion.frames() - 2; k++) {
            var rate = new double[2];
            for (int s = -2; s <= 2; s++) {
                var p = equation.momenta(motion.positions(k + s), motion.velocities(k + s));
                double weight = s == 0 ? 0 : Integer.signum(s) * (Math.abs(s) == 1 ? 8 : -1) / (12 * dt);
                rate[0] += weight * p[0];
                rate[1] += weight * p[1];
            }
            var at = right.at(motion.positions(k), motion.velocities(k));
            worst = Math.max(worst, Math.max(Math.abs(rate[0] - at.dQ(0)), Math.abs(rate[1] - at.dQ(1))));
        }
        return worst;
    }

    @Test
    void theMomentaChangeAtTheRateOfTheForces() {
        var right = Formulas.doublePendulum(1.0, 0.6, 0.9, 1.3);
        assertThat(violation(right, right)).isLessThan(1e-6); // seen 3.4e-8: the difference formula
        for (var mutant : Mutant.values()) {
            assertThat(violation(right, mutant.of(right)))
                    .as(mutant.name())
                    .isGreaterThan(1e-3); // least seen 0.022 (weak force)
        }
    }

    @Test
    void aChargeCirclesWithTheCyclotronFrequency() {
        double speed = 1.2;
        double radius = speed / Math.abs(CYCLOTRON);
        int turn = 1000;
        var magnetic = Formulas.charge(0.5, -1.5, 2.0, 0.0);
        double dt = 2 * Math.PI / Math.abs(CYCLOTRON) / turn;
        var motion = run(magnetic, dt, turn, new double[] {1.0, 0.5}, new double[] {speed, 0.0});
        double worst = 0.0;
        for (int k = 0; k <= turn; k++) { // v turns by -e B t / m, hence to the left, about (1, 0.5 + radius)
            double angle = -CYCLOTRON * motion.time(k);
            var q = motion.positions(k);
            worst = Math.max(worst, Math.abs(q[0] - 1.0 - radius * Math.sin(angle)));
            worst = Math.max(worst, Math.abs(q[1] - 0.5 - radius * (1 - Math.cos(angle))));
        }
        assertThat(worst / radius).isLessThan(1e-9); // seen 8.2e-11
    }

    @Test
    void aChargeInCrossedFieldsDriftsAcrossThem() {
        double drift = 0.3 / 2.0; // E/B, along -y, whatever charge and mass
        double radius = drift / CYCLOTRON;
        double dt = 2 * Math.PI / Math.abs(CYCLOTRON) / 1000;
        var motion = run(Formulas.charge(0.5, -1.5, 2.0, 0.3), dt, 3000, new double[2], new double[2]);
        double worst = 0.0;
        for (int k = 0; k < motion.frames(); k++) { // a cycloid
            double angle = CYCLOTRON * motion.time(k);
            var q = motion.positions(k);
            worst = Math.max(worst, Math.abs(q[0] - radius * (1 - Math.cos(angle))));
            worst = Math.max(worst, Math.abs(q[1] + drift * motion.time(k) - radius * Math.sin(angle)));
        }
        assertThat(worst / Math.abs(radius)).isLessThan(1e-8); // seen 2.4e-10 after 3 turns
    }

    /** Two fast bodies joined by a spring: their momenta are no multiples of their velocities, yet the sum stays (Noether). */
    @Test
    void whatIsInvariantUnderShiftsKeepsItsMomentum() {
        var bodies = Lagrangian.of(
                2,
                (q, v) -> Formulas.restEnergy(1.0, 1.0, v[0].square())
                        .add(Formulas.restEnergy(2.0, 1.0, v[1].square()))
                        .subtract(q[0].subtract(q[1]).square().multiply(0.5)));
        var equation = new EulerLagrange(bodies);
        var motion = run(bodies, 0.01, 1000, new double[] {0.0, 1.5}, new double[] {0.8, -0.1});
        double worst = 0.0;
        double exchanged = 0.0;
        var first = equation.momenta(motion.positions(0), motion.velocities(0));
        for (int k = 0; k < motion.frames(); k++) {
            var p = equation.momenta(motion.positions(k), motion.velocities(k));
            worst = Math.max(worst, Math.abs(p[0] + p[1] - first[0] - first[1]));
            exchanged = Math.max(exchanged, Math.abs(p[0] - first[0]));
        }
        assertThat(worst).isLessThan(1e-7); // seen 5.7e-9: the steps
        assertThat(exchanged).isGreaterThan(1.0); // seen 2.6
    }

    @Test
    void everyStrideThStepIsStored() {
        var equation = new EulerLagrange(Formulas.pendulum(1.0));
        var all = new RungeKutta(0.01, 1).run(equation, new double[] {1}, new double[] {0.5}, 20);
        var some = new RungeKutta(0.01, 5).run(equation, new double[] {1}, new double[] {0.5}, 4);
        assertThat(some.frames()).isEqualTo(5);
        assertThat(some.time(4)).isEqualTo(0.2);
        assertThat(some.positions(3)).isEqualTo(all.positions(15));
        assertThat(some.velocities(4)).isEqualTo(all.velocities(20));
    }

    @Test
    void aMotionThatLeavesTheNumbersNamesItsStep() {
        var pushed = Lagrangian.of(
                1, (q, v) -> Formulas.restEnergy(1.0, 1.0, v[0].square()).add(q[0]));
        assertThatThrownBy(() -> run(pushed, 5.0, 3, new double[1], new double[1]))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("Simulation diverged at step 1 (time 5.0): Eq. 3 at q = (0.0), v = (2.5): ");
        assertThatThrownBy(() -> run(pushed, 0.1, -1, new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of frames must be at least 0, was -1");
    }
}
