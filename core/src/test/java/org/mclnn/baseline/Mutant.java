package org.mclnn.baseline;

/** Copies of a Lagrangian of two coordinates with one mistake in its derivatives each: Eq. 3 as a tired physicist writes it. */
enum Mutant {
    /** (d2L/dv dq) v left out. */
    NO_GYROSCOPIC_TERM,
    /** d2L/dq dv in its place. */
    TRANSPOSED,
    /** The sign of (d2L/dv dq) v. */
    SIGN_FLIPPED,
    /** The diagonal of the mass matrix alone. */
    UNCOUPLED,
    /** One per mille of dL/dq lost. */
    WEAK_FORCE;

    Lagrangian of(Lagrangian right) {
        return new Lagrangian() {
            @Override
            public int coordinates() {
                return right.coordinates();
            }

            @Override
            public LagrangianDerivatives at(double[] q, double[] v) {
                return mutilated(right.at(q, v));
            }
        };
    }

    private LagrangianDerivatives mutilated(LagrangianDerivatives at) {
        double force = this == WEAK_FORCE ? 0.999 : 1.0;
        double coupling = this == UNCOUPLED ? 0.0 : at.dVdV(0, 1);
        double gyroscopic = this == NO_GYROSCOPIC_TERM ? 0.0 : this == SIGN_FLIPPED ? -1.0 : 1.0;
        double upper = this == TRANSPOSED ? at.dVdQ(1, 0) : at.dVdQ(0, 1);
        double lower = this == TRANSPOSED ? at.dVdQ(0, 1) : at.dVdQ(1, 0);
        return new LagrangianDerivatives(
                at.value(),
                new double[] {force * at.dQ(0), force * at.dQ(1)},
                new double[] {at.dV(0), at.dV(1)},
                new double[] {at.dVdV(0, 0), coupling, coupling, at.dVdV(1, 1)},
                new double[] {
                    gyroscopic * at.dVdQ(0, 0), gyroscopic * upper, gyroscopic * lower, gyroscopic * at.dVdQ(1, 1)
                });
    }
}
