package org.mclnn.diagnostics;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Normal;
import org.mclnn.training.TrajectoryDataset;

/** Runs made for a purpose: positions alone, in the plane, frames 0.1 apart. */
final class Runs {
    static final double INTERVAL = 0.1;

    private Runs() {}

    /** Changes the positions of a frame. */
    interface Change {
        void apply(int frame, double time, double[] q);
    }

    /** Positions q at a time. */
    interface Path {
        void at(double time, double[] q);
    }

    /** The paper's system from its start, every number of it moved by a twentieth. */
    static Trajectory full(ReferenceSystem system, long seed, int frames) {
        var random = new SplittableRandom(seed);
        var q = system.start().positions();
        var v = system.start().velocities();
        for (int c = 0; c < q.length; c++) {
            if (c % 3 < 2) {
                q[c] += 0.05 * Normal.next(random);
                v[c] += 0.05 * Normal.next(random);
            }
        }
        return Simulator.of(0.01, 10).run(system.system(system.particles()), new State(0, q, v), frames - 1);
    }

    static Trajectory springs(long seed, int frames) {
        return changed(full(ReferenceSystem.LINEAR, seed, frames), (frame, time, q) -> {});
    }

    /** Positions alone, changed. */
    static Trajectory changed(Trajectory run, Change change) {
        var copy = Trajectory.of(run.particles()).dimensions(2).box(run.box());
        for (int k = 0; k < run.frames(); k++) {
            var q = run.positions(k);
            change.apply(k, run.time(k), q);
            copy.frame(run.time(k), q);
        }
        return copy.build();
    }

    static Trajectory noisy(Trajectory run, double sigma, long seed) {
        var random = new SplittableRandom(seed);
        return changed(run, (frame, time, q) -> {
            for (int c = 0; c < q.length; c++) {
                if (c % 3 < 2) {
                    q[c] += sigma * Normal.next(random);
                }
            }
        });
    }

    /** Particles on given paths. */
    static Trajectory paths(int particles, int frames, Path path) {
        var run = Trajectory.of(particles).dimensions(2);
        for (int k = 0; k < frames; k++) {
            var q = new double[3 * particles];
            path.at(k * INTERVAL, q);
            run.frame(k * INTERVAL, q);
        }
        return run.build();
    }

    /** Steps from N(0, 0.1) along x and y. */
    static Trajectory randomWalk(int particles, int frames, long seed) {
        var random = new SplittableRandom(seed);
        var q = new double[3 * particles];
        var run = Trajectory.of(particles).dimensions(2);
        for (int k = 0; k < frames; k++) {
            for (int c = 0; c < q.length; c++) {
                if (c % 3 < 2) {
                    q[c] += (k == 0 ? 5.0 : 0.1) * Normal.next(random);
                }
            }
            run.frame(k * INTERVAL, q);
        }
        return run.build();
    }

    /** The whole of a small run. */
    static Stretches whole(Trajectory run) {
        return Stretches.of(run, new SplittableRandom(1));
    }

    static int[] all(Trajectory run) {
        return Stretches.some(run.particles(), run.particles(), new SplittableRandom(1));
    }

    static TrajectoryDataset.Sampling sampling() {
        return new TrajectoryDataset.Sampling(
                OptionalInt.empty(), 20, OptionalDouble.empty(), OptionalInt.empty(), 0.0, false, 100);
    }

    static Diagnosis diagnosis(Trajectory run) {
        return Diagnosis.of(run, sampling());
    }
}
