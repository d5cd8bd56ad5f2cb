package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.PowerLaw;

/** Two bodies, where the answer is known. */
class KnownMotionTest {
    /** Distance minus rest length of two unit masses on a spring k = r0 = 1, started from rest stretched by 0.2, at time n dt. */
    private static double stretch(double dt, int n) {
        var system = ParticleSystem.equalMasses(2, 1, Harmonic.of(1, 1));
        var start = new State(0, new double[] {0.6, 0, 0, -0.6, 0, 0}, new double[6]);
        var q = Motion.verlet(system, dt).after(start, n).positions();
        return q[0] - q[3] - 1.0;
    }

    @Test
    void twoMassesOnASpringFollowTheExactSolutionOfTheSteps() {
        double dt = 0.01;
        // x(n+1) - 2 x(n) + x(n-1) = -(omega dt)^2 x(n) with omega^2 = k/m + k/m = 2: a cosine of the angle acos(1 -
        // dt^2)
        double angle = Math.acos(1 - dt * dt);
        double worst = 0.0;
        for (int n = 0; n <= 2000; n += 50) {
            worst = Math.max(worst, Math.abs(stretch(dt, n) - 0.2 * Math.cos(n * angle)));
        }
        assertThat(worst).isLessThan(1e-11); // seen 3e-13: 2,000 roundings
    }

    @Test
    void thePhaseErrorOfTheSpringFallsWithTheSquareOfTheStep() {
        double omega = Math.sqrt(2);
        double coarse = Math.abs(stretch(0.02, 500) - 0.2 * Math.cos(10 * omega));
        double fine = Math.abs(stretch(0.01, 1000) - 0.2 * Math.cos(10 * omega));
        assertThat(Math.abs(coarse / fine - 4)).isLessThan(0.01); // seen 3e-4
        double ahead = 10 * omega * (omega * 0.01) * (omega * 0.01) / 24; // 1.2e-4 rad; next term 3e-9
        assertThat(Math.abs(stretch(0.01, 1000) - 0.2 * Math.cos(10 * omega + ahead)))
                .isLessThan(1e-8); // seen 5e-10
    }

    @Test
    void aCircularOrbitKeepsItsRadiusAndItsPeriod() {
        double separation = 2.0;
        double omega = Math.sqrt(2 / (separation * separation * separation)); // G (m1 + m2) / d^3
        double speed = omega * separation / 2;
        var system = ParticleSystem.equalMasses(2, 1, PowerLaw.of(-1, -1));
        var start = new State(0, new double[] {1, 0, 0, -1, 0, 0}, new double[] {0, speed, 0, 0, -speed, 0});
        int steps = 4000;
        double dt = 2 * Math.PI / omega / steps;
        var run = Simulator.of(dt, 10).run(system, start, 4 * steps / 10);
        double worst = 0.0;
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            worst = Math.max(worst, Math.abs(Math.hypot(q[0] - q[3], q[1] - q[4]) - separation));
        }
        assertThat(worst).isLessThan(1e-4); // seen 2.5e-6: (omega dt)^2
        double off = Physics.distance(run.state(run.frames() - 1), start); // four periods later
        assertThat(off).isLessThan(1e-3); // seen 2.1e-5
    }

    @Test
    void aHeavyBodyHardlyMoves() {
        var system = ParticleSystem.of(new double[] {1e6, 1}, PowerLaw.of(-1, -1));
        var start = new State(0, new double[] {0, 0, 0, 1, 0, 0}, new double[] {0, 0, 0, 0, 1, 0});
        var end = Motion.verlet(system, 0.001).after(start, 1000);
        // one radian of a circle of radius 1; seen 1e-7 and 5e-7
        assertThat(Math.hypot(end.positions()[3] - Math.cos(1), end.positions()[4] - Math.sin(1)))
                .isLessThan(1e-5);
        assertThat(Math.hypot(end.positions()[0], end.positions()[1])).isLessThan(1e-5);
    }
}
