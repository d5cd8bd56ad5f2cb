package org.mclnn.dynamics;

import java.util.Arrays;
import org.mclnn.potential.Check;
import org.mclnn.potential.PairPotential;

/**
 * Masses, one law between all pairs, a box and a cut-off; knows T, V, L = T - V (paper, Eq. 7), H = T + V, momentum and angular
 * momentum. Immutable.
 */
public final class ParticleSystem {
    private final double[] masses;
    private final PairPotential potential;
    private final Box box;
    private final double cutoff;

    private ParticleSystem(double[] masses, PairPotential potential, Box box, double cutoff) {
        Check.atLeast(2, "the number of particles", masses.length);
        for (int i = 0; i < masses.length; i++) {
            Check.positive("the mass of particle " + i, masses[i]);
        }
        if (cutoff != 0.0) {
            Check.positive("the cut-off", cutoff);
        }
        box.checkCutoff(cutoff);
        this.masses = masses.clone();
        this.potential = potential;
        this.box = box;
        this.cutoff = cutoff;
    }

    /** All pairs interact, in open space. */
    public static ParticleSystem of(double[] masses, PairPotential potential) {
        return new ParticleSystem(masses, potential, Box.open(), 0.0);
    }

    /** As {@link #of}, all masses equal. */
    public static ParticleSystem equalMasses(int particles, double mass, PairPotential potential) {
        var masses = new double[Check.atLeast(2, "the number of particles", particles)];
        Arrays.fill(masses, mass);
        return of(masses, potential);
    }

    /**
     * The same particles in a box, interacting below a cut-off (0: all pairs, open box only).
     *
     * @throws IllegalArgumentException if the cut-off is beyond half the shortest period
     */
    public ParticleSystem in(Box newBox, double newCutoff) {
        return new ParticleSystem(masses, potential, newBox, newCutoff);
    }

    /** The same particles under another law. */
    public ParticleSystem with(PairPotential other) {
        return new ParticleSystem(masses, other, box, cutoff);
    }

    public int particles() {
        return masses.length;
    }

    public double[] masses() {
        return masses.clone();
    }

    public PairPotential potential() {
        return potential;
    }

    public Box box() {
        return box;
    }

    /** 0 if all pairs interact. */
    public double cutoff() {
        return cutoff;
    }

    /** A worker for accelerations and potential energies; one per thread. */
    public PairForces forces() {
        return new PairForces(1, masses, box, cutoff);
    }

    /** The pairs of this system; a worker, one per thread. */
    public Pairs pairs() {
        return new Pairs(1, masses.length, box, cutoff);
    }

    /** T = sum of m v^2 / 2 (paper, Eq. 5). */
    public double kineticEnergy(State state) {
        var v = state.velocities();
        double sum = 0.0;
        for (int k = 0; k < v.length; k++) {
            sum += 0.5 * masses[k / 3] * v[k] * v[k];
        }
        return sum;
    }

    /** V = sum over pairs of V(r). */
    public double potentialEnergy(State state) {
        return forces().potentialEnergy(potential.kernel(), state.positions());
    }

    /** L = T - V. */
    public double lagrangian(State state) {
        return kineticEnergy(state) - potentialEnergy(state);
    }

    /** H = T + V. */
    public double hamiltonian(State state) {
        return kineticEnergy(state) + potentialEnergy(state);
    }

    /** Sum of m v, length 3. */
    public double[] momentum(State state) {
        var v = state.velocities();
        var p = new double[3];
        for (int k = 0; k < v.length; k++) {
            p[k % 3] += masses[k / 3] * v[k];
        }
        return p;
    }

    /** Sum of m q x v about the origin, length 3. */
    public double[] angularMomentum(State state) {
        var q = state.positions();
        var v = state.velocities();
        var sum = new double[3];
        for (int i = 0; i < masses.length; i++) {
            int k = 3 * i;
            sum[0] += masses[i] * (q[k + 1] * v[k + 2] - q[k + 2] * v[k + 1]);
            sum[1] += masses[i] * (q[k + 2] * v[k] - q[k] * v[k + 2]);
            sum[2] += masses[i] * (q[k] * v[k + 1] - q[k + 1] * v[k]);
        }
        return sum;
    }
}
