package org.mclnn.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mclnn.dynamics.AccelerationField;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.State;
import org.mclnn.potential.Check;

/**
 * The paper's Theorem 1 as measured numbers, for any model that has a potential energy V(q): how much V, T, L = T - V and H = T + V change
 * under each symmetry of a closed system, and what Noether's theorem makes of it (A.4, A.5; theory, T60, T61). Of several random
 * transformations the largest change counts. Immutable.
 *
 * @param scale the energy that changes are relative to: T + sum of |F_i| |q_i - c|, c the centre of mass; V's free constant is not in it
 * @param changes translation, rotation, reflection, permutation of particles of equal mass, boost
 * @param translation momentum and the sum of forces
 * @param rotation angular momentum and the sum of torques, about the origin
 */
public record Symmetry(double scale, List<Change> changes, Noether translation, Noether rotation) {
    /**
     * What is looked at. May hold scratch memory: one per thread.
     *
     * @param potential V at positions of length 3N
     * @param field the accelerations that go with it
     * @param planar whether to stay in the plane z = 0: shifts and boosts along x and y, rotations about z, reflections across lines. For
     *     models that know no z, such as a baseline trained on planar motion
     */
    public record Model(
            ToDoubleFunction<double[]> potential, AccelerationField field, List<Double> masses, boolean planar) {
        public Model {
            masses = List.copyOf(masses);
            for (double mass : masses) {
                Check.positive("a mass", mass);
            }
        }

        /** Particles under a law of pairs, in all three dimensions. */
        public static Model of(ParticleSystem system) {
            var law = system.potential().kernel();
            var forces = system.forces();
            return new Model(
                    q -> forces.potentialEnergy(law, q),
                    (q, a) -> forces.accelerations(law, q, a),
                    Arrays.stream(system.masses()).boxed().toList(),
                    false);
        }
    }

    /**
     * Largest changes under one kind of transformation, relative to {@link #scale}. A boost by u must add P.u + M u^2/2 to T and nothing to
     * V: what is beyond that counts.
     */
    public record Change(String name, double kinetic, double potential, double lagrangian, double hamiltonian) {}

    /**
     * What follows from one continuous symmetry.
     *
     * @param momentumError largest difference, over axes, between the momentum that L yields, sum of dL/dv_i . xi_i with the generator xi
     *     of the symmetry, and the sum of m v (or m q x v), relative to what they are for speeds of sqrt(2 scale / M)
     * @param net length of the sum of forces (or of torques): the rate at which the model changes that momentum
     * @param share net over the sum of the lengths of all forces (or of |q_i| |F_i|)
     */
    public record Noether(double momentumError, double net, double share) {}

    public Symmetry {
        changes = List.copyOf(changes);
    }

    /** Particles under a law of pairs. A periodic box is not isotropic: there rotations change V. */
    public static Symmetry of(ParticleSystem system, State state, long seed) {
        return of(Model.of(system), state, seed);
    }

    /**
     * Any model at one state.
     *
     * @param seed of the transformations
     * @throws IllegalArgumentException if the model has another number of particles, if it is planar and the state is not, or if nothing
     *     moves and no force acts
     */
    public static Symmetry of(Model model, State state, long seed) {
        return new SymmetryMeasurement(model, state, seed).all();
    }
}
