package org.mclnn.dynamics;

import org.mclnn.potential.Check;

/** What moves and where, without the law: masses, the box, and the distance from which pairs do not interact (0: none). Immutable. */
public final class Bodies {
    private final double[] masses;
    private final Box box;
    private final double cutoff;

    /** @throws IllegalArgumentException for fewer than 2 masses, one that is not positive, or a cut-off that the box does not allow */
    public Bodies(double[] masses, Box box, double cutoff) {
        Check.atLeast(2, "the number of particles", masses.length);
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
    }

    public int count() {
        return masses.length;
    }

    double mass(int particle) {
        return masses[particle];
    }

    public double[] masses() {
        return masses.clone();
    }

    public Box box() {
        return box;
    }

    /** 0 if all pairs interact. */
    public double cutoff() {
        return cutoff;
    }

    /** Accelerations of so many independent replicas side by side; a worker, one per thread. */
    public PairForces forces(int replicas) {
        return new PairForces(replicas, masses, box, cutoff);
    }

    /** The pairs of one replica; a worker, one per thread. */
    public Pairs pairs() {
        return new Pairs(1, masses.length, box, cutoff);
    }
}
