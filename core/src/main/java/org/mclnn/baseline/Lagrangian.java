package org.mclnn.baseline;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.mclnn.dynamics.ParticleSystem;

/**
 * Any Lagrangian L(q, v) of n generalised coordinates q and their velocities v = dq/dt, without explicit time. It need not split into
 * T - V, nor be quadratic in v. Units are the user's own; coordinates may differ in theirs. Immutable: may be shared by threads.
 */
public interface Lagrangian {
    /** n. */
    int coordinates();

    /**
     * L and its derivatives at one point.
     *
     * @param q coordinates, length n
     * @param v velocities, length n
     * @throws IllegalArgumentException for another length
     */
    LagrangianDerivatives at(double[] q, double[] v);

    /** L written once, over numbers that carry their first and second derivatives. */
    interface Formula {
        /** L of n coordinates and n velocities; a number that depends on none of them is {@code q[0].newInstance(3.0)}. */
        DerivativeStructure of(DerivativeStructure[] q, DerivativeStructure[] v);
    }

    /**
     * A black box: any formula, with the derivatives that automatic differentiation finds, exact to rounding. One operation of the
     * formula costs O(n^2): meant for tens of coordinates.
     *
     * @throws IllegalArgumentException for fewer than 1 coordinate
     */
    static Lagrangian of(int coordinates, Formula formula) {
        return new FormulaLagrangian(coordinates, formula);
    }

    /** L = T - V of particles (paper, Eq. 7): 3 Cartesian coordinates each, x0 y0 z0 x1 ..., with derivatives known in closed form. */
    static Lagrangian of(ParticleSystem system) {
        return new PairLagrangian(system);
    }
}
