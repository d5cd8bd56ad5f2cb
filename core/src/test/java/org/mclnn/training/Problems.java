package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.Normal;

/** Runs and windows to train on. */
final class Problems {
    private Problems() {}

    /** The paper's run of a reference system, every tenth step of 0.01 stored. */
    static Trajectory run(ReferenceSystem which, int frames) {
        return Simulator.of(0.01, 10).run(which.system(which.particles()), which.start(), frames);
    }

    /** As the paper trains: windows of 20 frames. */
    static TrajectoryDataset springs(int windows) {
        return TrajectoryDataset.windows(run(ReferenceSystem.LINEAR, 2000), windows, 20, 100);
    }

    /** The same run without its velocities. */
    static Trajectory positionsOnly(Trajectory run) {
        var bare = Trajectory.of(run.particles()).masses(run.masses()).stepsPerFrame(run.stepsPerFrame());
        for (int k = 0; k < run.frames(); k++) {
            bare.frame(run.time(k), run.positions(k));
        }
        return bare.build();
    }

    /** Nine Lennard-Jones particles in a periodic square of side 4.4, law cut off at 2. */
    static Trajectory gas(int frames) {
        return gas(LennardJones.of(1.0, 1.0), frames);
    }

    /** As {@link #gas(int)} under any law, made to end at 2. */
    static Trajectory gas(FormPotential bare, int frames) {
        var random = new SplittableRandom(33);
        var q = new double[27];
        var v = new double[27];
        for (int i = 0; i < 9; i++) {
            q[3 * i] = 4.4 / 3 * (i % 3) + 0.05 * Normal.next(random);
            int row = i / 3;
            q[3 * i + 1] = 4.4 / 3 * row + 0.05 * Normal.next(random);
            v[3 * i] = 0.6 * Normal.next(random);
            v[3 * i + 1] = 0.6 * Normal.next(random);
        }
        var law = bare.form().withCutoff(2.0).at(bare.theta());
        var masses = new double[9];
        Arrays.fill(masses, 1.0);
        var system = ParticleSystem.of(masses, law).in(new Box(4.4, 4.4, 0), 2.0);
        return Simulator.of(0.002, 10).run(system, new State(0, q, v), frames);
    }

    /** Twenty Lennard-Jones particles without a box, 190 pairs: more than a law sees at once. Two windows of 20 frames. */
    static TrajectoryDataset cluster() {
        var random = new SplittableRandom(34);
        var q = new double[60];
        var v = new double[60];
        for (int i = 0; i < 20; i++) {
            int layer = i / 9;
            int row = i % 9 / 3;
            q[3 * i] = 1.15 * (i % 3);
            q[3 * i + 1] = 1.15 * row;
            q[3 * i + 2] = 1.15 * layer;
            for (int k = 0; k < 3; k++) {
                v[3 * i + k] = 0.1 * Normal.next(random);
            }
        }
        var masses = new double[20];
        Arrays.fill(masses, 1.0);
        var system = ParticleSystem.of(masses, new LennardJones(12, 6).at(1.0, 1.0));
        var run = Simulator.of(0.002, 10).run(system, new State(0, q, v), 60);
        return TrajectoryDataset.windows(run, 2, 20, 7);
    }
}
