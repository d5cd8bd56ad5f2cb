package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.optimisation.Workers;
import org.mclnn.potential.Forms;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.SplineForm.Coordinate;
import org.mclnn.training.TrainingOptions.Optimizer;

/** Laws from positions alone: exact, noisy, with gaps, at irregular times. */
class UnknownStartsTest {
    @ParameterizedTest
    @CsvSource({"linear", "nonlinear", "gravity"})
    void withoutNoiseASplineIsExactFromPositionsAlone(String system) {
        var result = GoldenTracks.train(
                Golden.mechanics(system), GoldenTracks.windows(system, 0, 0, 1), new FormChoice.Spline());
        assertThat(GoldenTracks.forceError(result.potential(), system)).isLessThan(1e-13); // seen 2e-16, 2e-16, 7e-16
    }

    @ParameterizedTest
    @CsvSource({"linear, powers:0..5", "nonlinear, powers:0..5", "gravity, powers:-4..0"})
    void withoutNoiseASumOfPowersIsExactFromPositionsAlone(String system, String powers) {
        var tracks = GoldenTracks.windows(system, 0, 0, 1);
        var result = GoldenTracks.train(Golden.mechanics(system), tracks, new FormChoice.Closed(Forms.closed(powers)));
        assertThat(GoldenTracks.forceError(result.potential(), system)).isLessThan(1e-13); // seen 2e-16, 1e-15, 3e-16
    }

    /** The bounds are twice the least error that any method can reach in the families of powers that hold the truth (Cramér-Rao). */
    @ParameterizedTest
    @CsvSource({"linear, 1.04e-3", "nonlinear, 7.8e-4", "gravity, 7.0e-4"})
    void withNoiseTheDataChooseTheSmoothness(String system, double bound) {
        for (double scale : new double[] {1, 10}) {
            double sigma = 1e-3 * scale;
            var result = GoldenTracks.train(
                    Golden.mechanics(system), GoldenTracks.windows(system, sigma, 0, 2), new FormChoice.Spline());
            assertThat(GoldenTracks.forceError(result.potential(), system))
                    .isLessThan(scale * bound); // seen 1.6e-4, 4.7e-4, 3.4e-4 times scale
            assertThat(Math.abs(result.sigma().orElseThrow() / sigma - 1)).isLessThan(0.05); // seen 0.009
        }
    }

    @ParameterizedTest
    @CsvSource({"linear", "nonlinear", "gravity"})
    void whatIsMissingIsLeftOut(String system) {
        var result = GoldenTracks.train(
                Golden.mechanics(system), GoldenTracks.windows(system, 0, 0.2, 3), new FormChoice.Spline());
        assertThat(GoldenTracks.forceError(result.potential(), system)).isLessThan(1e-13); // seen 2e-16, 2e-16, 1e-15
    }

    /** Frames 5 to 15 steps apart, a fifth of the positions missing. */
    @Test
    void timesMayBeIrregular() {
        var which = ReferenceSystem.LINEAR;
        var every = Simulator.of(0.01, 1).run(which.system(3), which.start(), 12_000);
        var random = new SplittableRandom(5);
        var run = Trajectory.of(3).masses(every.masses());
        for (int k = 0; k < every.frames(); k += random.nextInt(5, 16)) {
            var q = every.positions(k);
            int lost = random.nextInt(15);
            if (lost < 3) {
                Arrays.fill(q, 3 * lost, 3 * lost + 3, Double.NaN);
            }
            run.frame(every.time(k), q);
        }
        var sampling = new TrajectoryDataset.Sampling(
                OptionalInt.of(50), 20, OptionalDouble.of(0.01), OptionalInt.empty(), 0.0, false, 1);
        var data = TrajectoryDataset.windows(run.build(), sampling);
        assertThat(data.notes()).anyMatch(note -> note.contains("not equally spaced"));
        assertThat(data.notes()).anyMatch(note -> note.contains("positions are missing"));
        var result = Trainer.of(
                        TrainingOptions.of(new FormChoice.Spline(), Optimizer.LM)
                                .withThreads(2),
                        TrainingListener.NONE)
                .train(data);
        assertThat(GoldenTracks.forceError(result.potential(), "linear")).isLessThan(1e-13); // seen 1.7e-15
        assertThat(result.validLoss().orElseThrow()).isLessThan(1e-27); // seen 8e-30
    }

    /** Every unknown, also the starts, against central differences; with gaps, noise, and steps of each interval's own. */
    @Test
    void theNormalEquationsAreThoseOfTheSum() {
        var golden = GoldenTracks.windows("linear", 1e-3, 0.2, 4);
        var random = new SplittableRandom(6);
        var positions = new double[3][][];
        var times = new double[3][golden.frames()];
        for (int w = 0; w < 3; w++) {
            positions[w] = new double[golden.frames()][];
            for (int f = 0; f < golden.frames(); f++) {
                positions[w][f] = golden.at(w, f);
                times[w][f] = f == 0 ? 7.0 : times[w][f - 1] + random.nextDouble(0.02, 0.2);
            }
        }
        var windows = new Windows(positions, null, times);
        var form = PairNetwork.of(3);
        var theta = form.spreadStart(0.8, 1.8, 0.5, random);
        try (var workers = new Workers(2)) {
            var problem = new RolloutProblem(windows, Golden.mechanics("linear"), form, workers);
            var law = form.at(theta);
            var x = problem.join(theta, new IntegralForce(windows, Golden.mechanics("linear")).starts(law));
            problem.penalty(new Roughness(form, Coordinate.DISTANCE, 0.8, 1.8, 3), 1e-4);
            var step = new double[x.length];
            var sizes = problem.sizes(x);
            // a hard damping leaves the scaled gradient: step = -gradient / (2 mu diagonal); two of them tell both
            var equations = problem.linearise(x);
            assertThat(Math.abs(equations.sumOfSquares() / problem.sumOfSquares(x) - 1))
                    .isLessThan(1e-12); // seen 2e-15
            double mu = 1e9;
            double fall = equations.step(mu, sizes, step);
            double predicted = 0.0;
            double worst = 0.0;
            for (int p = 0; p < x.length; p++) {
                double h = 1e-6;
                var plus = x.clone();
                var minus = x.clone();
                plus[p] += h;
                minus[p] -= h;
                double slope = (problem.sumOfSquares(plus) - problem.sumOfSquares(minus)) / (2 * h);
                predicted -= slope * step[p] / 2;
                worst = Math.max(worst, slope * step[p]); // downhill along every unknown
            }
            assertThat(worst).isLessThanOrEqualTo(1e-20);
            assertThat(Math.abs(2 * predicted / fall - 1)).isLessThan(1e-6); // seen 5e-9
        }
    }
}
