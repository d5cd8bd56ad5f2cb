package org.mclnn.training;

import org.mclnn.dynamics.Bodies;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.potential.Check;

/**
 * What is known of the motion beside the law.
 *
 * @param dt integrator step
 * @param stride integrator steps per frame
 */
public record Mechanics(Bodies bodies, double dt, int stride) {
    public Mechanics {
        Check.positive("dt", dt);
        Check.atLeast(1, "the stride", stride);
    }

    /** @param cutoff 0: all pairs interact */
    public Mechanics(double[] masses, Box box, double cutoff, double dt, int stride) {
        this(new Bodies(masses, box, cutoff), dt, stride);
    }

    public double[] masses() {
        return bodies.masses();
    }

    public Box box() {
        return bodies.box();
    }

    /** 0 if all pairs interact. */
    public double cutoff() {
        return bodies.cutoff();
    }

    PairForces forces(int replicas) {
        return bodies.forces(replicas);
    }

    Pairs pairs() {
        return bodies.pairs();
    }
}
