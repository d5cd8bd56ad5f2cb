package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.Normal;
import org.mclnn.training.TrainingOptions.Optimizer;

/** The law comes back from particles in a triclinic box. */
class TriclinicTrainingTest {
    private static final double CUTOFF = 2.0;
    private static final double[] CELL = {4.8, 0, 0, 1.6, 4.6, 0, 0, 0, 0}; // smallest height 4.53

    /** Nine Lennard-Jones particles in a plane; their velocities on request. */
    private static Trajectory gas(boolean velocities) {
        var random = new SplittableRandom(33);
        var q = new double[27];
        var v = new double[27];
        for (int i = 0; i < 9; i++) {
            int row = i / 3;
            for (int k = 0; k < 2; k++) {
                q[3 * i + k] = (i % 3 * CELL[k] + row * CELL[3 + k]) / 3 + 0.05 * Normal.next(random);
                v[3 * i + k] = 0.6 * Normal.next(random);
            }
        }
        var law = LennardJones.of(1, 1).form().withCutoff(CUTOFF).at(1, 1);
        var system = ParticleSystem.equalMasses(9, 1, law).in(Box.of(CELL), CUTOFF);
        var run = Simulator.of(0.002, 10).run(system, new State(0, q, v), 400);
        assertThat(run.positions(400)[0] - run.positions(0)[0]).isNotZero();
        if (velocities) {
            return run;
        }
        var bare = Trajectory.of(9).box(run.box()).masses(run.masses()).stepsPerFrame(10);
        for (int k = 0; k < run.frames(); k++) {
            bare.frame(run.time(k), run.positions(k));
        }
        return bare.build();
    }

    private static TrajectoryDataset data(Trajectory run, double cutoff) {
        return TrajectoryDataset.windows(
                run,
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(10), 11, OptionalDouble.empty(), OptionalInt.empty(), cutoff, false, 1));
    }

    @Test
    void aFormulaIsRecoveredWithAndWithoutVelocities() {
        for (boolean velocities : new boolean[] {true, false}) {
            var options = TrainingOptions.of(new FormChoice.Closed(new LennardJones(12, 6)), Optimizer.LM)
                    .withThreads(2);
            var result = Trainer.of(options, TrainingListener.NONE).train(data(gas(velocities), CUTOFF));
            var theta = result.potential().law().theta();
            assertThat(Math.abs(theta[0] - 1)).isLessThan(1e-13); // seen 9e-16
            assertThat(Math.abs(theta[1] - 1)).isLessThan(1e-13); // seen 0
        }
    }

    @Test
    void aSplineFollowsTheForce() {
        var options = TrainingOptions.of(new FormChoice.Spline(), Optimizer.LM).withThreads(2);
        var data = data(gas(true), CUTOFF);
        var result = Trainer.of(options, TrainingListener.NONE).train(data);
        var truth = LennardJones.of(1, 1).form().withCutoff(CUTOFF).at(1, 1);
        double error = 0.0;
        double norm = 0.0;
        for (double r : data.coverage().grid(500)) {
            double off = result.potential().force(r) - truth.force(r);
            error += data.coverage().density(r) * off * off;
            norm += data.coverage().density(r) * truth.force(r) * truth.force(r);
        }
        assertThat(Math.sqrt(error / norm)).isLessThan(1e-3); // seen 1.7e-5
    }

    @Test
    void aCutoffBeyondHalfTheHeightIsRefused() {
        assertThatThrownBy(() -> data(gas(true), 2.3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut-off 2.3 is beyond half the smallest height of the box, 2.2");
    }
}
