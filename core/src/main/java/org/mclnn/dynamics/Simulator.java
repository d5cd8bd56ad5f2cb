package org.mclnn.dynamics;

import java.util.function.LongConsumer;
import org.mclnn.potential.Check;

/**
 * Runs a system forward by velocity Verlet.
 *
 * @param dt length of a step
 * @param stride steps between stored frames
 */
public record Simulator(double dt, int stride) {
    public Simulator {
        Check.positive("dt", dt);
        Check.atLeast(1, "the stride", stride);
    }

    /** Steps of length dt, every stride-th stored. */
    public static Simulator of(double dt, int stride) {
        return new Simulator(dt, stride);
    }

    /** Takes the frames of a simulation as they arise. */
    public interface FrameSink {
        /** Called for the start and after each stride; the arrays are reused after the call. */
        void frame(double time, double[] q, double[] v);
    }

    /**
     * The start and {@code frames} stored frames after it.
     *
     * @throws DivergedException if the motion leaves the numbers: names the step, the pair and the distance
     */
    public Trajectory run(ParticleSystem system, State start, long frames) {
        var trajectory = Trajectory.of(system.particles())
                .box(system.box())
                .masses(system.masses())
                .stepsPerFrame(stride);
        stream(system, start, frames, trajectory::frame, step -> {});
        return trajectory.build();
    }

    /**
     * Particles in any field, as {@link #run(ParticleSystem, State, long)}.
     *
     * @param masses of the particles, kept in the trajectory
     */
    public Trajectory run(AccelerationField field, double[] masses, State start, long frames) {
        var trajectory = Trajectory.of(start.particles()).masses(masses).stepsPerFrame(stride);
        stream(field, start, frames, trajectory::frame, step -> {});
        return trajectory.build();
    }

    /**
     * As {@link #run(ParticleSystem, State, long)}, handing each frame on; memory does not grow.
     *
     * @param progress called with the number of steps done, once per frame
     */
    public void stream(ParticleSystem system, State start, long frames, FrameSink sink, LongConsumer progress) {
        if (start.particles() != system.particles()) {
            throw new IllegalArgumentException(
                    "the start has " + start.particles() + " particles, the system " + system.particles());
        }
        var law = system.potential().kernel();
        var forces = system.forces();
        stream((q, a) -> forces.accelerations(law, q, a), start, frames, sink, progress);
    }

    private void stream(AccelerationField field, State start, long frames, FrameSink sink, LongConsumer progress) {
        var q = start.positions();
        var v = start.velocities();
        var a = new double[q.length];
        long step = 0;
        try {
            field.accelerations(q, a);
            sink.frame(start.time(), q, v);
            for (long frame = 1; frame <= frames; frame++) {
                for (int s = 0; s < stride; s++) {
                    step++;
                    VelocityVerlet.step(dt, field, q, v, a);
                }
                checkFinite(q, v);
                sink.frame(start.time() + frame * stride * dt, q, v);
                progress.accept(step);
            }
        } catch (DivergedException e) {
            throw e.at("Simulation diverged at step " + step + " (time " + (start.time() + step * dt) + ")");
        }
    }

    private static void checkFinite(double[] q, double[] v) {
        for (int k = 0; k < q.length; k++) {
            if (!Double.isFinite(q[k]) || !Double.isFinite(v[k])) {
                throw new DivergedException("particle " + k / 3 + " is at " + q[k] + " with velocity " + v[k]);
            }
        }
    }
}
