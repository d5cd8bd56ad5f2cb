package org.mclnn.training;

import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.PairForces;
import org.mclnn.dynamics.Pairs;
import org.mclnn.potential.Check;

/**
 * What is known of the motion beside the law: masses, box, cut-off (0: none), integrator step and steps per frame. Immutable.
 */
public final class Mechanics {
    private final double[] masses;
    private final Box box;
    private final double cutoff;
    private final double dt;
    private final int stride;

    public Mechanics(double[] masses, Box box, double cutoff, double dt, int stride) {
        for (int i = 0; i < masses.length; i++) {
            Check.positive("the mass of particle " + i, masses[i]);
        }
        if (cutoff != 0.0) {
            Check.positive("the cut-off", cutoff);
        }
        box.checkCutoff(cutoff);
        this.masses = masses.clone();
        this.box = box;
        this.cutoff = cutoff;
        this.dt = Check.positive("dt", dt);
        this.stride = Check.atLeast(1, "the stride", stride);
    }

    public double[] masses() {
        return masses.clone();
    }

    public Box box() {
        return box;
    }

    public double cutoff() {
        return cutoff;
    }

    public double dt() {
        return dt;
    }

    public int stride() {
        return stride;
    }

    PairForces forces(int replicas) {
        return new PairForces(replicas, masses, box, cutoff);
    }

    Pairs pairs() {
        return new Pairs(1, masses.length, box, cutoff);
    }
}
