package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.PowerLaw;

/** Frames, times and what happens when a motion leaves the numbers. */
class SimulatorTest {
    private static final ParticleSystem SPRINGS = ReferenceSystem.LINEAR.system(3);
    private static final State START = ReferenceSystem.LINEAR.start();

    @Test
    void everyStrideThStepIsStored() {
        var every = Simulator.of(0.01, 1).run(SPRINGS, START, 30);
        var tenth = Simulator.of(0.01, 10).run(SPRINGS, START, 3);
        assertThat(every.frames()).isEqualTo(31);
        assertThat(tenth.frames()).isEqualTo(4);
        for (int k = 0; k <= 3; k++) {
            assertThat(tenth.positions(k)).containsExactly(every.positions(10 * k));
            assertThat(tenth.velocities(k)).containsExactly(every.velocities(10 * k));
        }
        assertThat(tenth.time(3)).isEqualTo(0.3);
        assertThat(tenth.stepsPerFrame()).isEqualTo(10);
        assertThat(tenth.masses()).containsExactly(1, 1, 1);
        assertThat(tenth.state(0).positions()).containsExactly(START.positions());
    }

    @Test
    void aRunContinuedFromItsLastFrameIsTheSameRun() {
        var simulator = Simulator.of(0.01, 10);
        var whole = simulator.run(SPRINGS, START, 20);
        var second = simulator.run(SPRINGS, simulator.run(SPRINGS, START, 10).state(10), 10);
        assertThat(second.positions(10)).containsExactly(whole.positions(20));
        assertThat(second.velocities(10)).containsExactly(whole.velocities(20));
    }

    @Test
    void streamingHandsOutTheSameFramesAndCountsTheSteps() {
        var run = Simulator.of(0.01, 10).run(SPRINGS, START, 5);
        var collected = Trajectory.of(3);
        var progress = new ArrayList<Long>();
        Simulator.of(0.01, 10).stream(SPRINGS, START, 5, collected::frame, progress::add);
        assertThat(collected.build().sameNumbers(run)).isTrue();
        assertThat(progress).containsExactly(10L, 20L, 30L, 40L, 50L);
    }

    @Test
    void badStepsAreRefusedByName() {
        assertThatThrownBy(() -> Simulator.of(0, 1)).hasMessage("dt must be positive, was 0.0");
        assertThatThrownBy(() -> Simulator.of(Double.NaN, 1)).hasMessage("dt must be positive, was NaN");
        assertThatThrownBy(() -> Simulator.of(0.01, 0)).hasMessage("the stride must be at least 1, was 0");
        assertThatThrownBy(() -> Simulator.of(0.01, 1).run(SPRINGS, ReferenceSystem.GRAVITY.start(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the start has 4 particles, the system 3");
    }

    @Test
    void coincidentParticlesAreNamedWithStepTimeAndDistance() {
        var start = new State(0, new double[] {0, 0, 0, 2, 0, 0, 2, 0, 0}, new double[9]);
        assertThatThrownBy(() -> Simulator.of(0.01, 10).run(SPRINGS, start, 1))
                .isInstanceOf(DivergedException.class)
                .hasMessage("Simulation diverged at step 0 (time 0.0): particles 1 and 2 are 0.0 apart");
    }

    @Test
    void particlesThatMeetAreNamedWithTheirStep() {
        var system = ParticleSystem.equalMasses(2, 1, PowerLaw.of(1e-300, 2)); // as good as free
        var start = new State(0, new double[] {1, 0, 0, -1, 0, 0}, new double[] {-1, 0, 0, 1, 0, 0});
        assertThatThrownBy(() -> Simulator.of(0.25, 2).run(system, start, 10))
                .isInstanceOf(DivergedException.class)
                .hasMessage("Simulation diverged at step 4 (time 1.0): particles 0 and 1 are 0.0 apart");
    }

    @Test
    void aStepFarTooLongIsCaughtWhereTheNumbersEnd() {
        assertThatThrownBy(() -> Simulator.of(100, 10).run(SPRINGS, START, 1000))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching(
                        "Simulation diverged at step \\d+ \\(time .*\\): particles \\d and \\d are (Infinity|NaN) apart");
    }

    @Test
    void aLawThatReturnsNoNumberIsCaughtBeforeAFrameIsHandedOut() {
        var broken = new PairPotential() {
            @Override
            public double energy(double r) {
                return 0;
            }

            @Override
            public double force(double r) {
                return r < 0.9 ? Double.NaN : 0;
            }
        };
        var system = ParticleSystem.equalMasses(2, 1, broken);
        var start = new State(0, new double[] {1, 0, 0, 0, 0, 0}, new double[] {-0.1, 0, 0, 0, 0, 0});
        for (int stride : new int[] {1, 2, 7}) {
            assertThatThrownBy(() -> Simulator.of(1, stride).stream(
                            system, start, 10, (time, q, v) -> assertThat(v).doesNotContain(Double.NaN), step -> {}))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageMatching("Simulation diverged at step [23] .*");
        }
    }

    @Test
    void startsForAnyNumberOfParticlesAreApartAndReproducible() {
        for (var reference : ReferenceSystem.values()) {
            assertThat(ReferenceSystem.named(reference.key())).isEqualTo(reference);
            for (int n : new int[] {2, 6, 8, 20}) {
                var start = reference.start(n, 7);
                var again = reference.start(n, 7);
                assertThat(start.positions()).containsExactly(again.positions());
                assertThat(start.velocities()).containsExactly(again.velocities());
                var pairs = reference.system(n).pairs();
                pairs.update(start.positions());
                for (int k = 0; k < pairs.count(); k++) {
                    assertThat(pairs.distance(k)).isGreaterThan(0.29);
                }
                double momentum = Physics.largestDifference(reference.system(n).momentum(start), new double[3]);
                assertThat(momentum).isLessThan(1e-14); // seen 5e-16
            }
        }
        assertThatThrownBy(() -> ReferenceSystem.GRAVITY.start(5, 1))
                .hasMessage("gravity starts from binaries: use an even number of particles, was 5");
        assertThatThrownBy(() -> ReferenceSystem.LINEAR.start(1, 1))
                .hasMessage("the number of particles must be at least 2, was 1");
        assertThatThrownBy(() -> ReferenceSystem.named("linnear"))
                .hasMessage("Unknown system 'linnear'. Did you mean 'linear'? Known: linear, nonlinear, gravity.");
    }

    @Test
    void theReferenceLawsAreThePapers() {
        assertThat(ReferenceSystem.LINEAR.law().energy(1.5)).isEqualTo(0.125);
        assertThat(ReferenceSystem.NONLINEAR.law().energy(2)).isEqualTo(0.5);
        assertThat(ReferenceSystem.GRAVITY.law().energy(4)).isEqualTo(-0.25);
        assertThat(Harmonic.of(1, 1).force(0.5))
                .isEqualTo(ReferenceSystem.LINEAR.law().force(0.5));
    }
}
