package org.mclnn.app.paper;

import org.mclnn.app.study.Desk;
import org.mclnn.app.study.Findings;
import org.mclnn.app.study.Piece;
import org.mclnn.baseline.EulerLagrange;
import org.mclnn.baseline.Lagrangian;
import org.mclnn.baseline.RungeKutta;
import org.mclnn.dynamics.ReferenceSystem;

/** Eq. 3 for any Lagrangian: held against motions that are known, and MCLNN's accelerations against it. */
final class Oracle {
    static final String NAME = "euler-lagrange";

    private static final int STEPS = 1_000; // in a period
    private static final double ANGLE = 2.0; // at which the pendulums are let go
    private static final int STATES = 100;

    private Oracle() {}

    static Piece piece(Settings settings) {
        long seed = settings.cheap().get(0);
        return new Piece(
                NAME,
                "Eq. 3 against known motions",
                "seed " + seed,
                settings.systems().stream()
                        .map(system -> Laws.network(system, seed))
                        .toList(),
                0.5,
                desk -> {
                    var findings = Findings.builder()
                            .number("pendulum after one period", pendulum())
                            .number("double pendulum accelerations", doublePendulum())
                            .number("charge after ten turns", charge());
                    for (var system : settings.systems()) {
                        findings.number("MCLNN on " + system.key(), mclnn(desk, system, seed));
                    }
                    return findings.build();
                });
    }

    /** How far from where it was let go, in radians. */
    private static double pendulum() {
        var equation = new EulerLagrange(Textbook.pendulum());
        var motion = new RungeKutta(Textbook.period(ANGLE) / STEPS, STEPS)
                .run(equation, new double[] {ANGLE}, new double[1], 1);
        return Math.abs(motion.positions(1)[0] - ANGLE);
    }

    /** Largest relative difference to the textbook's accelerations along 10 units of time. */
    private static double doublePendulum() {
        var equation = new EulerLagrange(Textbook.doublePendulum());
        var motion =
                new RungeKutta(0.001, 100).run(equation, new double[] {ANGLE, -0.5 * ANGLE}, new double[2], STATES);
        double worst = 0.0;
        for (int k = 0; k <= STATES; k++) {
            var q = motion.positions(k);
            var v = motion.velocities(k);
            worst = Math.max(
                    worst, difference(equation.acceleration(q, v), Textbook.doublePendulumAccelerations(q, v)));
        }
        return worst;
    }

    /** How far from where it began, radius 1. */
    private static double charge() {
        var motion = new RungeKutta(2.0 * Math.PI / STEPS, 10 * STEPS)
                .run(new EulerLagrange(Textbook.charge()), new double[] {1, 0}, new double[] {0, -1}, 1);
        var end = motion.positions(1);
        return Math.sqrt((end[0] - 1) * (end[0] - 1) + end[1] * end[1]);
    }

    /** Largest relative difference between MCLNN's accelerations and those of Eq. 3 with its Lagrangian. */
    private static double mclnn(Desk desk, ReferenceSystem reference, long seed) {
        var task = Task.of(reference);
        var system = task.system().with(Laws.network(desk, reference, seed));
        var equation = new EulerLagrange(Lagrangian.of(system));
        var forces = system.forces();
        var law = system.potential().kernel();
        var a = new double[equation.coordinates()];
        double worst = 0.0;
        for (int k = 0; k < STATES; k++) {
            var state = task.run().state(Task.UNSEEN + k);
            forces.accelerations(law, state.positions(), a);
            worst = Math.max(worst, difference(equation.acceleration(state.positions(), state.velocities()), a));
        }
        return worst;
    }

    private static double difference(double[] a, double[] b) {
        double most = 0.0;
        double size = 0.0;
        for (int k = 0; k < a.length; k++) {
            most = Math.max(most, Math.abs(a[k] - b[k]));
            size = Math.max(size, Math.abs(b[k]));
        }
        return most / size;
    }
}
