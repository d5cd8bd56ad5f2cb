package org.mclnn.dynamics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.mclnn.potential.Check;
import org.mclnn.potential.PairPotential;

/**
 * Masses, one law between all pairs, a box and a cut-off; knows T, V, L = T - V (paper, Eq. 7), H = T + V, momentum and angular
 * momentum. Immutable.
 */
public final class ParticleSystem {
    private final Bodies bodies;
    private final PairPotential potential;

    private ParticleSystem(Bodies bodies, PairPotential potential) {
        this.bodies = bodies;
        this.potential = potential;
    }

    /** The given bodies under a law. */
    public static ParticleSystem of(Bodies bodies, PairPotential potential) {
        return new ParticleSystem(bodies, potential);
    }

    /** All pairs interact, in open space. */
    public static ParticleSystem of(double[] masses, PairPotential potential) {
        return new ParticleSystem(new Bodies(masses, Box.open(), 0.0), potential);
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
     * @throws IllegalArgumentException if the cut-off is beyond half of {@link Box#shortest}
     */
    public ParticleSystem in(Box newBox, double newCutoff) {
        return new ParticleSystem(new Bodies(bodies.masses(), newBox, newCutoff), potential);
    }

    /** The same particles under another law. */
    public ParticleSystem with(PairPotential other) {
        return new ParticleSystem(bodies, other);
    }

    public int particles() {
        return bodies.count();
    }

    public double[] masses() {
        return bodies.masses();
    }

    public PairPotential potential() {
        return potential;
    }

    public Box box() {
        return bodies.box();
    }

    /** 0 if all pairs interact. */
    public double cutoff() {
        return bodies.cutoff();
    }

    /** A worker for accelerations and potential energies; one per thread. */
    public PairForces forces() {
        return bodies.forces(1);
    }

    /** The pairs of this system; a worker, one per thread. */
    public Pairs pairs() {
        return bodies.pairs();
    }

    /** T = sum of m v^2 / 2 (paper, Eq. 5). */
    public double kineticEnergy(State state) {
        var v = state.velocities();
        double sum = 0.0;
        for (int k = 0; k < v.length; k++) {
            sum += 0.5 * bodies.mass(k / 3) * v[k] * v[k];
        }
        return sum;
    }

    /** V = sum over pairs of V(r). */
    public double potentialEnergy(State state) {
        return potentialEnergy().applyAsDouble(state.positions());
    }

    /** V at positions of length 3N; a worker, one per thread. */
    public ToDoubleFunction<double[]> potentialEnergy() {
        var worker = forces();
        var law = potential.kernel();
        return q -> worker.potentialEnergy(law, q);
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
            p[k % 3] += bodies.mass(k / 3) * v[k];
        }
        return p;
    }

    /** Sum of m q x v about the origin, length 3. */
    public double[] angularMomentum(State state) {
        var q = state.positions();
        var v = state.velocities();
        var sum = new double[3];
        for (int i = 0; i < bodies.count(); i++) {
            int k = 3 * i;
            sum[0] += bodies.mass(i) * (q[k + 1] * v[k + 2] - q[k + 2] * v[k + 1]);
            sum[1] += bodies.mass(i) * (q[k + 2] * v[k] - q[k] * v[k + 2]);
            sum[2] += bodies.mass(i) * (q[k] * v[k + 1] - q[k + 1] * v[k]);
        }
        return sum;
    }
}
