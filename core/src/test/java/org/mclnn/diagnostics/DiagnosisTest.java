package org.mclnn.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;

/** The whole of it: nothing false on clean runs, what stops, and what it costs. */
class DiagnosisTest {
    private static List<String> doubts(Trajectory run) {
        var found = Runs.diagnosis(run);
        return found.doubts().stream()
                .map(check -> check.topic() + ": " + found.finding(check).says())
                .toList();
    }

    /** 20 seeds of each system, of several sizes and lengths, with and without velocities: 480 runs, none in doubt. */
    @Test
    void cleanRunsAreNotDoubted() {
        for (var system : ReferenceSystem.values()) {
            for (long seed = 1; seed <= 20; seed++) {
                var starts = new LinkedHashMap<String, State>();
                starts.put("paper", Runs.full(system, seed, 1).state(0));
                starts.put("inside", system.startInside(seed));
                if (system != ReferenceSystem.GRAVITY) {
                    starts.put("two", system.start(2, seed));
                    starts.put("five", system.start(5, seed));
                }
                starts.forEach((name, start) -> {
                    for (int frames : new int[] {60, 500}) {
                        var run = Simulator.of(0.01, 10).run(system.system(start.particles()), start, frames - 1);
                        assertThat(doubts(run))
                                .as("%s, %s, %d frames", system, name, frames)
                                .isEmpty();
                        assertThat(doubts(Runs.changed(run, (frame, time, q) -> {})))
                                .as("%s, %s, %d positions", system, name, frames)
                                .isEmpty();
                    }
                });
            }
        }
    }

    @Test
    void noiseGapsAndUnevenFramesNeverStop() {
        for (long seed = 1; seed <= 10; seed++) {
            var random = new SplittableRandom(seed);
            for (double sigma : new double[] {1e-3, 0.03, 0.3}) {
                var run = Runs.noisy(Runs.springs(seed, 300), sigma, seed);
                var uneven = Trajectory.of(3).dimensions(2);
                for (int k = 0; k < 300; k++) {
                    var q = run.positions(k);
                    if (random.nextDouble() < 0.2) {
                        Arrays.fill(q, 3, 6, Double.NaN);
                    }
                    if (random.nextDouble() < 0.9) {
                        uneven.frame(run.time(k), q);
                    }
                }
                assertThat(Runs.diagnosis(uneven.build()).verdict()).isNotEqualTo(Verdict.STOP);
            }
        }
    }

    @Test
    void tooLittleStopsWithTheReason() {
        assertThat(doubts(Runs.paths(1, 30, (time, q) -> q[0] = time))).containsExactly("data: there is 1 particle");
        assertThat(doubts(Runs.springs(1, 2))).containsExactly("data: 2 frames, and an acceleration takes 3");
        assertThat(doubts(Runs.paths(2, 30, (time, q) -> q[0] = 1))).containsExactly("data: no particle moves");
        var massless = Trajectory.of(2).masses(1, 0);
        for (int k = 0; k < 30; k++) {
            massless.frame(k, new double[] {k, 0, 0, 1, k, 0});
        }
        assertThat(doubts(massless.build())).containsExactly("data: the mass of particle 1 is not positive");
        var together = Runs.paths(2, 60, (time, q) -> q[3] = 3 - time); // at one place at time 3
        assertThat(doubts(together)).anyMatch(text -> text.startsWith("windows: in frame 30 (time 3.0)"));
        assertThat(doubts(Runs.springs(1, 10))).anyMatch(text -> text.contains("use at most --frames 10"));
        for (int frames = 3; frames < 30; frames++) {
            assertThat(Runs.diagnosis(Runs.springs(1, frames)).checks()).isNotEmpty();
        }
    }

    @Test
    void whatStopsKeepsTheRestFromBeingLookedAt() {
        var found = Runs.diagnosis(Runs.randomWalk(4, 500, 1));
        assertThat(found.verdict()).isEqualTo(Verdict.STOP);
        assertThat(found.doubts()).hasSize(1);
        assertThat(found.skipped()).containsExactly("noise", "distances", "momentum", "forces", "windows");
    }

    /** A row that is said to be wrong shows no distances. */
    @Test
    void aSpikeIsNotAmongTheDistances() {
        var clean = Runs.springs(1, 400);
        var wrong = Runs.changed(clean, (frame, time, q) -> q[3] += frame == 77 ? 5.0 : 0.0);
        var seen = Runs.diagnosis(wrong).find(Distances.class).orElseThrow().coverage();
        assertThat(seen.bands()).hasSize(1);
        assertThat(seen.to())
                .isLessThanOrEqualTo(Runs.diagnosis(clean)
                        .find(Distances.class)
                        .orElseThrow()
                        .coverage()
                        .to());
    }

    @Test
    void aPeriodicBoxGetsACutoff() {
        var open = Runs.springs(1, 100);
        var boxed = Trajectory.of(3).dimensions(2).box(new Box(7.777, 0, 0));
        for (int k = 0; k < 100; k++) {
            boxed.frame(open.time(k), open.positions(k));
        }
        assertThat(Runs.diagnosis(boxed.build()).wantsCutoff()).hasValue(3.88); // half, rounded down
        assertThat(Runs.diagnosis(open).wantsCutoff()).isEmpty();
    }

    @Test
    void theSameRunHasTheSameNumbers() {
        var run = Runs.noisy(Runs.springs(1, 500), 0.01, 1);
        assertThat(Runs.diagnosis(run))
                .isEqualTo(Runs.diagnosis(run))
                .hasToString(Runs.diagnosis(run).toString());
    }

    /** Ten thousand particles, and a hundred thousand frames: looked at in a second or two, not in hours. */
    @Test
    void largeRunsAreSampled() {
        var random = new SplittableRandom(1);
        var lattice = Trajectory.of(10_000).dimensions(3);
        var phase = random.doubles(30_000).toArray();
        for (int k = 0; k < 60; k++) {
            var q = new double[30_000];
            for (int c = 0; c < q.length; c++) {
                int i = c / 3;
                int place = c % 3 == 0 ? i % 22 : c % 3 == 1 ? i / 22 % 22 : i / 484;
                q[c] = 2 * place + 0.1 * StrictMath.sin(0.1 * k + 6.3 * phase[c]);
            }
            lattice.frame(0.1 * k, q);
        }
        assertThat(Runs.diagnosis(lattice.build()).checks()).hasSizeGreaterThan(8);
        var longRun = Runs.springs(1, 100_000);
        assertThat(Runs.diagnosis(longRun).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void topicsComeInTheirOrder() {
        var topics = new ArrayList<String>();
        Runs.diagnosis(Runs.full(ReferenceSystem.LINEAR, 1, 200)).checks().forEach(check -> topics.add(check.topic()));
        assertThat(topics).isEqualTo(Diagnosis.TOPICS);
    }
}
