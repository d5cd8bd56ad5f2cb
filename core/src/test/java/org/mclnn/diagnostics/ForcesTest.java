package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.Units;

/** Forces from outside, friction, torques and velocities in other units are found and measured. */
class ForcesTest {
    private static Momentum momentum(Trajectory run) {
        return Runs.diagnosis(run).find(Momentum.class).orElseThrow();
    }

    private static Trajectory accelerated(double a, int frames) {
        return Runs.changed(Runs.springs(1, frames), (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                q[3 * i] += 0.5 * a * time * time;
            }
        });
    }

    @Test
    void theAccelerationOfTheCentreOfMassIsRecovered() {
        for (double a : new double[] {0.01, 0.05, 0.5}) {
            var found = momentum(accelerated(a, 400));
            assertThat(found.acceleration().get(0)).isCloseTo(a, Offset.offset(1e-9 * a)); // seen 5e-15
            assertThat(found.finding(Units.REDUCED).says()).contains("accelerates evenly");
            for (long seed = 1; seed <= 20; seed++) {
                var noisy = momentum(Runs.noisy(accelerated(a, 400), 0.01, seed));
                double off = Math.abs(noisy.acceleration().get(0) - a);
                assertThat(off).isLessThan(5 * noisy.accelerationError()); // worst seen 1.8
                assertThat(noisy.finding(Units.REDUCED).verdict()).isEqualTo(Verdict.WARNING); // 60 of 60
            }
        }
    }

    @Test
    void aFrameOfReferenceThatDriftsDoesNoHarm() {
        var found = momentum(Runs.changed(Runs.springs(1, 400), (frame, time, q) -> {
            for (int i = 0; i < 3; i++) {
                q[3 * i] += 0.3 * time;
                q[3 * i + 1] -= 0.1 * time;
            }
        }));
        var still = momentum(Runs.springs(1, 400));
        assertThat(found.drift().get(0) - still.drift().get(0)).isCloseTo(0.3, Offset.offset(1e-9));
        var finding = found.finding(new Units("um", "s", ""));
        assertThat(finding.verdict()).isEqualTo(Verdict.OK);
        assertThat(finding.says()).contains("um/s, which does no harm");
    }

    /** Springs k = 1 to a fixed point, each particle by itself: neither momentum nor pairs. */
    private static Trajectory traps() {
        return Runs.paths(4, 500, (time, q) -> {
            for (int i = 0; i < 4; i++) {
                q[3 * i] = StrictMath.sin(time + i * i) + 0.3 * i;
                q[3 * i + 1] = (1 + 0.2 * i) * StrictMath.cos(time - 0.7 * i);
            }
        });
    }

    @Test
    void fieldsFromOutsideArePushesOfTheCentreOfMass() {
        var found = Runs.diagnosis(traps());
        assertThat(found.find(Momentum.class)
                        .orElseThrow()
                        .finding(Units.REDUCED)
                        .says())
                .contains("pushed about");
        assertThat(found.verdict()).isEqualTo(Verdict.WARNING);
    }

    private static Trajectory dragged(double drag) {
        var start = ReferenceSystem.LINEAR.start();
        var forces = ParticleSystem.equalMasses(3, 1.0, Harmonic.of(1, 1)).forces();
        var law = Harmonic.of(1, 1).kernel();
        var q = start.positions();
        var v = start.velocities();
        var a = new double[9];
        var run = Trajectory.of(3).dimensions(2);
        for (int k = 0; k < 400; k++) {
            run.frame(0.1 * k, q);
            for (int s = 0; s < 100; s++) { // semi-implicit Euler, steps of 0.001
                forces.accelerations(law, q, a);
                for (int c = 0; c < 9; c++) {
                    v[c] += 0.001 * (a[c] - drag * v[c]);
                    q[c] += 0.001 * v[c];
                }
            }
        }
        return run.build();
    }

    @Test
    void frictionIsMeasured() {
        for (double drag : new double[] {0.05, 0.2}) {
            var found = Runs.diagnosis(dragged(drag));
            var force = found.find(PairForce.class).orElseThrow();
            assertThat(force.drag()).isCloseTo(drag, Offset.offset(0.02 * drag)); // seen within 0.3 %
            assertThat(force.finding(Units.REDUCED).says()).contains("friction shows");
            assertThat(found.find(Momentum.class)
                            .orElseThrow()
                            .finding(Units.REDUCED)
                            .says())
                    .contains("angular momentum changes");
        }
        var none = Runs.diagnosis(Runs.springs(1, 400)).find(PairForce.class).orElseThrow();
        assertThat(Math.abs(none.drag())).isLessThan(1e-3); // seen 1.2e-4
        assertThat(none.unexplained()).isLessThan(1e-4); // seen 2e-6
    }

    @Test
    void velocitiesOfAnotherUnitStopOrWarn() {
        var run = Simulator.of(0.01, 10).run(ReferenceSystem.LINEAR.system(3), ReferenceSystem.LINEAR.start(), 400);
        for (double unit : new double[] {1.0, 1.3, 1000.0, 0.0}) {
            var other = Trajectory.of(3).dimensions(2);
            for (int k = 0; k < run.frames(); k++) {
                var v = run.velocities(k);
                for (int c = 0; c < v.length; c++) {
                    v[c] *= unit;
                }
                other.frame(run.time(k), run.positions(k), v);
            }
            var found = Runs.diagnosis(other.build()).find(Velocities.class).orElseThrow();
            if (unit > 0.0) {
                assertThat(found.ratio()).isCloseTo(1 / unit, Offset.offset(1e-3 / unit)); // seen 1.2e-5
            }
            assertThat(found.finding(Units.REDUCED).verdict())
                    .isEqualTo(unit == 1.0 ? Verdict.OK : unit == 1.3 ? Verdict.WARNING : Verdict.STOP);
        }
    }
}
