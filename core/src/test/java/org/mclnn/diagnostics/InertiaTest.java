package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Trajectory;

/** Exponents and memories that are known exactly. */
class InertiaTest {
    private static Inertia inertia(Trajectory run) {
        return StepCorrelation.measure(Runs.whole(run), Runs.all(run), Runs.INTERVAL, 0.0, false);
    }

    @Test
    void freeFlightGrowsAsTheSquareOfTime() {
        var found = inertia(Runs.paths(3, 200, (time, q) -> {
            q[0] = 0.3 * time;
            q[3] = 1 - 0.2 * time;
            q[7] = 0.5 * time;
        }));
        assertThat(found.exponent()).isCloseTo(2.0, Offset.offset(1e-9)); // seen 2 + 1e-15
        assertThat(found.correlation()).isCloseTo(1.0, Offset.offset(1e-9));
        assertThat(found.memory()).isEmpty();
        assertThat(found.isRandom()).isFalse();
    }

    @Test
    void aRandomWalkGrowsAsTimeWithAndWithoutNoise() {
        for (long seed = 1; seed <= 20; seed++) {
            var walk = Runs.randomWalk(4, 500, seed);
            var found = inertia(walk);
            assertThat(found.exponent()).isCloseTo(1.0, Offset.offset(0.2)); // seen 0.99 to 1.05
            assertThat(found.isRandom()).as("seed %d", seed).isTrue(); // 20 of 20
            var noisy = inertia(Runs.noisy(walk, 0.05, seed));
            assertThat(noisy.exponent()).isCloseTo(1.0, Offset.offset(0.4)); // seen 0.83 to 1.12
            assertThat(noisy.isRandom()).as("noisy, seed %d", seed).isTrue(); // 20 of 20
        }
    }

    @Test
    void aDriftThatAllShareDoesNotMakeAWalkBallistic() {
        var drifting = Runs.changed(Runs.randomWalk(4, 500, 1), (frame, time, q) -> {
            for (int i = 0; i < 4; i++) {
                q[3 * i] += 3.0 * time; // three times the steps of the walk
            }
        });
        assertThat(inertia(drifting).isRandom()).isTrue();
    }

    @Test
    void anOscillatorLosesItsVelocityAfterAFifthOfItsPeriod() {
        // displacements correlate as cos(w t), which is 1/e at w t = 1.194
        var found = inertia(Runs.paths(2, 2000, (time, q) -> {
            q[0] = StrictMath.sin(time);
            q[3] = 5 - StrictMath.sin(time);
        }));
        assertThat(found.memory().orElseThrow()).isCloseTo(1.194, Offset.offset(0.02)); // seen 1.192
    }

    @Test
    void noiseAboveTheStepsIsLookedThroughOverLongerIntervals() {
        var noisy = Runs.noisy(Runs.springs(1, 2000), 0.08, 1); // steps are 0.07
        var found = inertia(noisy);
        assertThat(found.lag()).isGreaterThan(1);
        assertThat(found.hidden()).isFalse();
        assertThat(found.isRandom()).isFalse();
        assertThat(found.correlation()).isGreaterThan(0.6); // seen 0.84
    }

    @Test
    void shortRunsAreNotJudged() {
        assertThat(inertia(Runs.randomWalk(3, 8, 1)).correlation()).isNaN();
    }
}
