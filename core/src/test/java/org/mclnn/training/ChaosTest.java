package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LennardJones;
import org.mclnn.training.TrainingOptions.Optimizer;

/** Laws from motion that is chaotic: windows end where a change of their start has grown too much, and are fitted bit by bit. */
class ChaosTest {
    private static final Trajectory RUN = run(ReferenceSystem.LINEAR, 5, 1600);

    private static Trajectory run(ReferenceSystem which, int particles, int frames) {
        return Simulator.of(0.01, 10).run(which.system(particles), which.start(particles, 5), frames);
    }

    /** Windows of 200 frames, twenty time units, of five linear springs that pass each other closely. */
    static TrajectoryDataset springs() {
        return TrajectoryDataset.windows(RUN, 6, 200, 100);
    }

    private static TrainingResult train(TrajectoryDataset data, FormChoice form, int threads) {
        return Trainer.of(TrainingOptions.of(form, Optimizer.LM).withThreads(threads), TrainingListener.NONE)
                .train(data);
    }

    private static double forceError(TrainingResult result, ReferenceSystem which) {
        double error = 0.0;
        double norm = 0.0;
        var coverage = result.potential().coverage();
        for (double r : coverage.grid(1000)) {
            double off = result.potential().force(r) - which.law().force(r);
            error += coverage.density(r) * off * off;
            norm += coverage.density(r) * which.law().force(r) * which.law().force(r);
        }
        return Math.sqrt(error / norm);
    }

    /** Trained on whole windows at once these end at losses of 0.04 and 0.2, and forces wrong by 3e-3 and 5e-3. */
    @ParameterizedTest
    // seen 4e-15 and 1e-7
    @CsvSource({"LINEAR, 5, 1600, 6, 200, 1e-13", "NONLINEAR, 4, 2000, 4, 300, 1e-5"})
    void theLawOfAChaoticMotionIsFoundFromWhatIsNotChaotic(
            ReferenceSystem which, int particles, int frames, int windows, int length, double tolerance) {
        var data = TrajectoryDataset.windows(run(which, particles, frames), windows, length, 100);
        var result = train(data, new FormChoice.Spline(), 2);
        assertThat(forceError(result, which)).isLessThan(tolerance);
        // whole windows of the part kept for validation would be at 1.5e-9; seen 4e-13
        assertThat(result.validLoss().orElseThrow()).isLessThan(1e-11);
        assertThat(distances(result.potential().coverage())).isLessThan(distances(data.coverage()));
        var shortened = result.shortened().orElseThrow();
        assertThat(shortened.windows()).isBetween(1, windows);
        assertThat(shortened.of()).isEqualTo(windows);
        assertThat(shortened.frames()).isEqualTo(length);
        assertThat(shortened.fewest()).isBetween(3, shortened.most());
        assertThat(shortened.most()).isLessThan(length);
    }

    private static long distances(Coverage coverage) {
        return coverage.bands().stream().mapToLong(Coverage.Band::count).sum();
    }

    @Test
    void fromPositionsAloneTheLawIsFoundToo() {
        var run = Problems.positionsOnly(RUN);
        var result = train(TrajectoryDataset.windows(run, 6, 200, 100), new FormChoice.Closed(new Harmonic()), 2);
        assertThat(result.shortened()).isPresent();
        assertThat(forceError(result, ReferenceSystem.LINEAR)).isLessThan(1e-12); // seen 3e-16
        assertThat(result.validLoss().orElseThrow()).isLessThan(1e-20); // seen 5e-27
    }

    /** A tenth of a time unit between frames: starts are found on the first of them, the law on few, then on more. */
    @Test
    void theLawOfAGasIsFoundFromItsPositionsAlone() {
        var run = Problems.gas(1500);
        var seldom = Trajectory.of(9).masses(run.masses()).box(run.box()).stepsPerFrame(50);
        for (int k = 0; k < run.frames(); k += 5) {
            seldom.frame(run.time(k), run.positions(k));
        }
        var sampling = new TrajectoryDataset.Sampling(
                OptionalInt.of(4), 40, OptionalDouble.empty(), OptionalInt.empty(), 2.0, false, 100);
        var data = TrajectoryDataset.windows(seldom.build(), sampling);
        var result = train(data, new FormChoice.Closed(new LennardJones(12, 6)), 2);
        assertThat(result.shortened()).isPresent();
        for (double one : result.potential().law().theta()) {
            assertThat(Math.abs(one - 1.0)).isLessThan(1e-12); // seen 9e-16
        }
    }

    @Test
    void aNetworkIsTrainedOnTheSameFrames() {
        var spline = train(springs(), new FormChoice.Spline(), 2);
        var network = train(springs(), new FormChoice.Network(List.of(6, 6)), 2);
        assertThat(network.shortened()).isEqualTo(spline.shortened());
        assertThat(forceError(network, ReferenceSystem.LINEAR)).isLessThan(1e-4); // seen 1.4e-6
    }

    @Test
    void theUserIsToldInASentence() {
        assertThat(new Shortened(7, 100, 4, 17, 20).note())
                .isEqualTo(
                        "7 of 100 windows are chaotic (a change of the start grows more than 10000-fold): shortened to"
                                + " between 4 and 17 of 20 frames; use --frames 4 for shorter ones");
        assertThat(new Shortened(1, 9, 2, 2, 20).note())
                .startsWith("1 of 9 windows is chaotic ")
                .endsWith("shortened to 2 of 20 frames; use --frames 3 for shorter ones");
    }

    @Test
    void regularMotionKeepsItsFrames() {
        for (var which : ReferenceSystem.values()) {
            var data = TrajectoryDataset.windows(Problems.run(which, 2000), 30, 20, 1);
            assertThat(train(data, new FormChoice.Spline(), 2).shortened()).isEmpty();
        }
        var long200 = TrajectoryDataset.windows(Problems.run(ReferenceSystem.LINEAR, 2000), 10, 200, 1);
        assertThat(train(long200, new FormChoice.Spline(), 2).shortened()).isEmpty();
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        var one = transcript(train(springs(), new FormChoice.Spline(), 1));
        assertThat(transcript(train(springs(), new FormChoice.Spline(), 2))).isEqualTo(one);
        assertThat(transcript(train(springs(), new FormChoice.Spline(), 4))).isEqualTo(one);
    }

    private static List<String> transcript(TrainingResult result) {
        var said = new ArrayList<String>();
        for (double x : result.potential().law().theta()) {
            said.add(Double.toHexString(x));
        }
        said.add(Double.toHexString(result.trainLoss()));
        said.add(Double.toHexString(result.validLoss().orElseThrow()));
        said.add(Double.toHexString(result.baselineLoss()));
        said.add(result.shortened() + " " + result.potential().coverage().bands());
        return said;
    }

    /** Two particles that meet in the third frame: what comes after the end of a window is not walked through either. */
    @Test
    void noRolloutGoesBeyondTheEndOfItsWindow() {
        var positions = new double[2][5][6];
        for (int f = 0; f < 5; f++) {
            for (var window : positions) {
                window[f][3] = 25 - 10 * f;
            }
        }
        var velocities = new double[][] {{0, 0, 0, -100, 0, 0}, {0, 0, 0, -100, 0, 0}};
        var whole = new Windows(positions, velocities);
        var mechanics = new Mechanics(new double[] {1, 1}, Box.open(), 0.0, 0.01, 10);
        var free = new double[] {0.0, 1.0};
        try (var workers = new Workers(2)) {
            var meeting = new RolloutProblem(whole, mechanics, new Harmonic(), workers);
            assertThatThrownBy(() -> meeting.misfit(free)).isInstanceOf(DivergedException.class);
            var before = new RolloutProblem(whole.shortened(new int[] {2, 1}), mechanics, new Harmonic(), workers);
            assertThat(before.misfit(free)).isLessThan(1e-20);
            assertThat(before.gradient(free, new double[2])).isEqualTo(before.misfit(free));
        }
    }

    /** What lies after the end of a window does not enter: not the loss, not its gradient, not the normal equations, not the coverage. */
    @Test
    void nothingAfterTheEndOfAWindowCounts() {
        var golden = Golden.windows("linear").slice(0, 20); // more than one to a chunk
        var mechanics = Golden.mechanics("linear");
        var ends = IntStream.range(0, 20)
                .map(w -> w % 5 == 0 ? 0 : 3 + 4 * (w % 5))
                .toArray();
        var positions = new double[20][golden.frames()][];
        var velocities = new double[20][];
        for (int w = 0; w < 20; w++) {
            velocities[w] = golden.velocity(w);
            for (int f = 0; f < golden.frames(); f++) {
                positions[w][f] = golden.at(w, f).clone();
                if (f > Math.max(1, ends[w])) {
                    Arrays.setAll(positions[w][f], c -> c % 3 == 2 ? 0.0 : 1000.0 * (c + 1));
                }
            }
        }
        var clean = golden.shortened(ends);
        var spoilt = new Windows(positions, velocities).shortened(ends);
        var positionsOnly = new Windows(positions, null, null).shortened(ends);
        FormPotential law = new Harmonic().at(0.9, 1.1);
        try (var workers = new Workers(2)) {
            var one = new RolloutProblem(clean, mechanics, law.form(), workers);
            var other = new RolloutProblem(spoilt, mechanics, law.form(), workers);
            assertThat(other.terms()).isEqualTo(one.terms()).isEqualTo((1 + 7 + 11 + 15 + 19) * 4 * 3.0);
            assertThat(other.misfit(law.theta())).isEqualTo(one.misfit(law.theta()));
            var oneGradient = new double[2];
            var otherGradient = new double[2];
            one.gradient(law.theta(), oneGradient);
            other.gradient(law.theta(), otherGradient);
            assertThat(otherGradient).isEqualTo(oneGradient);
            // 2 J^T e by the tangent is the pullback's gradient
            var head = one.linearise(law.theta()).head();
            assertThat(Math.abs(2 * head.gradient(0) / oneGradient[0] - 1)).isLessThan(1e-12); // seen 2e-16
            assertThat(spoilt.meanSquaredDisplacement()).isEqualTo(clean.meanSquaredDisplacement());
            var coverage = SeenDistances.coverage(spoilt, mechanics);
            assertThat(coverage.bands())
                    .isEqualTo(SeenDistances.coverage(clean, mechanics).bands());
            assertThat(new IntegralForce(spoilt, mechanics)
                            .equations(law.form())
                            .gradient(0))
                    .isEqualTo(new IntegralForce(clean, mechanics)
                            .equations(law.form())
                            .gradient(0));
        }
        assertThat(clean.last(5)).isEqualTo(1); // a frame after the start is left in any case
        assertThat(positionsOnly.last(5)).isEqualTo(2); // one more than determines the start
        assertThat(clean.slice(1, 3).last(0)).isEqualTo(7);
    }
}
