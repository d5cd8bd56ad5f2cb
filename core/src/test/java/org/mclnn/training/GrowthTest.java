package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;

/** How much a change of a window's start grows, against simulations from changed starts. */
class GrowthTest {
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private static Windows whole(Trajectory run, Mechanics mechanics) {
        var data = TrajectoryDataset.windows(
                run,
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(1),
                        run.frames(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        mechanics.cutoff(),
                        false,
                        1));
        return data.training();
    }

    /** The definition, by central differences of simulations: [frame]. */
    private static double[] simulated(ParticleSystem system, Simulator simulator, Trajectory run, Windows windows) {
        double h = 1e-6;
        int last = run.frames() - 1;
        var squares = new double[run.frames()];
        for (int c : windows.active()) {
            for (boolean velocity : new boolean[] {false, true}) {
                var plus = simulator.run(system, moved(run, c, velocity, h), last);
                var minus = simulator.run(system, moved(run, c, velocity, -h), last);
                for (int f = 1; f <= last; f++) {
                    double t = run.time(f) - run.time(0);
                    for (int k : windows.active()) {
                        double d = (plus.positions(f)[k] - minus.positions(f)[k]) / (2 * h);
                        squares[f] += velocity ? d * d / (t * t) : d * d;
                    }
                }
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private static State moved(Trajectory run, int coordinate, boolean velocity, double by) {
        var q = run.positions(0);
        var v = run.velocities(0);
        (velocity ? v : q)[coordinate] += by;
        return new State(0, q, v);
    }

    /** Between frames the path is a cubic: exact where every step is a frame, else nearly. */
    @ParameterizedTest
    // seen 5e-10, 2e-10, 2e-9 where every step is a frame; 5e-7, 1.5e-5, 2.4e-4 between frames
    @CsvSource({
        "LINEAR, 3, 1, 1e-6",
        "NONLINEAR, 3, 1, 1e-6",
        "GRAVITY, 4, 1, 1e-6",
        "LINEAR, 3, 10, 1e-3",
        "NONLINEAR, 3, 10, 1e-3",
        "GRAVITY, 4, 10, 5e-3"
    })
    void itIsTheDerivativeOfTheMotionWithRespectToItsStart(
            ReferenceSystem which, int particles, int stride, double tolerance) {
        var system = which.system(particles);
        var simulator = Simulator.of(0.01, stride);
        var run = simulator.run(system, which.start(particles, 5), 40);
        var mechanics = new Mechanics(system.masses(), system.box(), 0.0, 0.01, stride);
        var windows = whole(run, mechanics);
        var growth = new Growth(windows, mechanics, which.law()).until(0, NO_LIMIT);
        var expected = simulated(system, simulator, run, windows);
        assertThat(growth).hasSize(run.frames());
        assertThat(growth[0]).isEqualTo(1.0);
        double worst = 0.0;
        for (int f = 1; f < growth.length; f++) {
            worst = Math.max(worst, Math.abs(growth[f] / expected[f] - 1.0));
        }
        assertThat(worst).isLessThan(tolerance);
    }

    /** Nine particles in a box have 18 coordinates, of which eight random changes are followed. */
    @Test
    void ofManyCoordinatesAFewRandomChangesTellEnough() {
        var law = new LennardJones(12, 6).withCutoff(2.0).at(1.0, 1.0);
        var run = Problems.gas(60);
        var mechanics = new Mechanics(run.masses(), run.box(), 2.0, 0.002, 10);
        var system = ParticleSystem.of(run.masses(), law).in(run.box(), 2.0);
        var windows = whole(run, mechanics);
        var growth = new Growth(windows, mechanics, law).until(0, NO_LIMIT);
        var expected = simulated(system, Simulator.of(0.002, 10), run, windows);
        for (int f = 1; f < growth.length; f++) {
            assertThat(growth[f] / expected[f]).isBetween(0.5, 2.0); // seen 0.92 to 1.05
        }
    }

    @Test
    void whatIsFreeGrowsByNothingButItsNumber() {
        var run = Problems.run(ReferenceSystem.LINEAR, 20);
        var mechanics = Golden.mechanics("linear");
        var growth = new Growth(whole(run, mechanics), mechanics, new Harmonic().at(0.0, 1.0)).until(0, NO_LIMIT);
        for (int f = 1; f < growth.length; f++) {
            assertThat(Math.abs(growth[f] / Math.sqrt(12.0) - 1.0)).isLessThan(1e-13); // seen 4e-16: 6 of q0, 6 of v0
        }
    }

    @Test
    void itHasNoUnit() {
        var run = Problems.run(ReferenceSystem.LINEAR, 30);
        var slow = Trajectory.of(3).masses(run.masses()).stepsPerFrame(10);
        for (int k = 0; k < run.frames(); k++) {
            var q = Arrays.stream(run.positions(k)).map(x -> 8.0 * x).toArray();
            var v = Arrays.stream(run.velocities(k)).map(x -> 2.0 * x).toArray();
            slow.frame(4.0 * run.time(k), q, v);
        }
        var here = new Mechanics(run.masses(), run.box(), 0.0, 0.01, 10);
        var there = new Mechanics(run.masses(), run.box(), 0.0, 0.04, 10);
        var scaled = slow.build();
        assertThat(new Growth(whole(scaled, there), there, new Harmonic().at(1.0 / 16, 8.0)).until(0, NO_LIMIT))
                .isEqualTo(new Growth(whole(run, here), here, new Harmonic().at(1.0, 1.0)).until(0, NO_LIMIT));
    }

    /** Five springs for 30 time units. */
    @Test
    void aWindowEndsBeforeTheFrameAtWhichItIsTooMuch() {
        var which = ReferenceSystem.LINEAR;
        var run = Simulator.of(0.01, 10).run(which.system(5), which.start(5, 5), 300);
        var mechanics = new Mechanics(run.masses(), run.box(), 0.0, 0.01, 10);
        var windows = whole(run, mechanics);
        FormPotential law = which.law();
        var growth = new Growth(windows, mechanics, law).until(0, NO_LIMIT);
        assertThat(growth[growth.length - 1]).isGreaterThan(Growth.MOST);
        int first = IntStream.range(0, growth.length)
                .filter(f -> growth[f] > Growth.MOST)
                .findFirst()
                .orElseThrow();
        try (var workers = new Workers(2)) {
            assertThat(Growth.ends(windows, mechanics, law, Growth.MOST, workers))
                    .containsExactly(first - 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "nonlinear", "gravity"})
    void thePapersWindowsAreFarFromChaos(String system) {
        var windows = Golden.windows(system);
        var law = ReferenceSystem.named(system).law();
        double worst = 0.0;
        for (int w = 0; w < windows.count(); w++) {
            var growth = new Growth(windows, Golden.mechanics(system), law).until(w, NO_LIMIT);
            worst = Math.max(worst, Arrays.stream(growth).max().orElseThrow());
        }
        assertThat(worst).isBetween(2.0, 200.0); // seen 3.5, 5.0, 20
    }

    @Test
    void wherePositionsAreMissingItGoesOnAlongWhatIsThere() {
        var mechanics = Golden.mechanics("linear");
        var golden = Golden.windows("linear");
        var positions = new double[1][golden.frames()][];
        for (int f = 0; f < golden.frames(); f++) {
            positions[0][f] = golden.at(0, f).clone();
            if (f % 4 == 2) {
                Arrays.fill(positions[0][f], 3, 6, Double.NaN);
            }
        }
        var gaps = new Windows(positions, null, null);
        var law = ReferenceSystem.LINEAR.law();
        double here = new Growth(gaps, mechanics, law).until(0, NO_LIMIT)[gaps.last(0)];
        double there = new Growth(golden, mechanics, law).until(0, NO_LIMIT)[gaps.last(0)];
        assertThat(here / there).isBetween(0.9, 1.1); // seen 1 + 1.3e-7
    }
}
