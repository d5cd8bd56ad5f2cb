package org.mclnn.baseline;

import java.util.SplittableRandom;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Check;

/**
 * What the baseline is trained on, as the original LNN (paper 4.1.4): positions, velocities where they are known, and the true
 * accelerations. Coordinates that are 0 in every sample, z of planar motion, are left out: there is nothing to learn about them. Immutable.
 */
public final class AccelerationSamples {
    private final int[] active; // of the 3N coordinates, those that are looked at
    private final double[] masses; // of each active coordinate's particle
    private final double[][] q; // [active coordinate][sample]
    private final double[][] v; // none where the run does not tell
    private final double[][] a;

    private AccelerationSamples(int[] active, double[] masses, double[][] q, double[][] v, double[][] a) {
        this.active = active;
        this.masses = masses;
        this.q = q;
        this.v = v;
        this.a = a;
    }

    /**
     * Frames of a run drawn at random, all different.
     *
     * @param system whose forces are the truth
     * @param from first frame that may be drawn, {@code to} the frame after the last
     * @throws IllegalArgumentException if there are fewer frames than samples are asked for
     */
    public static AccelerationSamples of(
            ParticleSystem system, Trajectory run, int from, int to, int samples, long seed) {
        Check.atLeast(1, "the number of samples", samples);
        if (from < 0 || to > run.frames() || to - from < samples) {
            throw new IllegalArgumentException("frames " + from + " to " + (to - 1) + " of a run of " + run.frames()
                    + " do not hold " + samples + " different samples: use fewer samples, or a longer run");
        }
        var frames = drawn(from, to, samples, new SplittableRandom(seed));
        var active = isPlanar(run, frames, samples) ? planar(system.particles()) : all(system.particles());
        var law = system.potential().kernel();
        var forces = system.forces();
        var here = new double[3 * system.particles()];
        var q = new double[active.length][samples];
        var v = new double[run.hasVelocities() ? active.length : 0][samples];
        var a = new double[active.length][samples];
        for (int k = 0; k < samples; k++) {
            var positions = run.positions(frames[k]);
            forces.accelerations(law, positions, here);
            pick(positions, active, k, q);
            pick(here, active, k, a);
            if (run.hasVelocities()) {
                pick(run.velocities(frames[k]), active, k, v);
            }
        }
        var masses = new double[active.length];
        for (int c = 0; c < active.length; c++) {
            masses[c] = system.masses()[active[c] / 3];
        }
        return new AccelerationSamples(active, masses, q, v, a);
    }

    private static void pick(double[] whole, int[] active, int sample, double[][] to) {
        for (int c = 0; c < active.length; c++) {
            to[c][sample] = whole[active[c]];
        }
    }

    private static int[] drawn(int from, int to, int samples, SplittableRandom random) {
        var frames = new int[to - from];
        for (int k = 0; k < frames.length; k++) {
            frames[k] = from + k;
        }
        for (int k = 0; k < samples; k++) {
            int other = k + random.nextInt(frames.length - k);
            int swap = frames[k];
            frames[k] = frames[other];
            frames[other] = swap;
        }
        return frames;
    }

    private static boolean isPlanar(Trajectory run, int[] frames, int samples) {
        for (int k = 0; k < samples; k++) {
            var q = run.positions(frames[k]);
            for (int c = 2; c < q.length; c += 3) {
                if (q[c] != 0.0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[] all(int particles) {
        var active = new int[3 * particles];
        for (int c = 0; c < active.length; c++) {
            active[c] = c;
        }
        return active;
    }

    private static int[] planar(int particles) {
        var active = new int[2 * particles];
        for (int c = 0; c < active.length; c++) {
            active[c] = 3 * (c / 2) + c % 2;
        }
        return active;
    }

    /** How many samples there are. */
    public int count() {
        return a[0].length;
    }

    /** n, how many coordinates each has. */
    public int coordinates() {
        return active.length;
    }

    int[] active() {
        return active;
    }

    double[] masses() {
        return masses;
    }

    /** [coordinate][sample], not copied; likewise velocities and accelerations. */
    double[][] positions() {
        return q;
    }

    /** @throws IllegalStateException if the run had none */
    double[][] velocities() {
        if (v.length == 0) {
            throw new IllegalStateException("the run that the samples are of has no velocities");
        }
        return v;
    }

    double[][] accelerations() {
        return a;
    }
}
