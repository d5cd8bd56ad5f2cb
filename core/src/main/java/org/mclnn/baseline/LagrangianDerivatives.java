package org.mclnn.baseline;

/** A Lagrangian and the derivatives that Eq. 3 of the paper needs, at one point (q, v) of n coordinates and velocities. Immutable. */
public final class LagrangianDerivatives {
    private final double value;
    private final double[] dQ;
    private final double[] dV;
    private final double[] dVdV;
    private final double[] dVdQ;

    /**
     * @param value L
     * @param dQ dL/dq, length n
     * @param dV dL/dv, length n: the generalised momenta
     * @param dVdV d2L/dv dv, n x n, row by row: the mass matrix, symmetric
     * @param dVdQ d2L/dv dq, n x n, row by row; a row for each velocity, a column for each coordinate
     * @throws IllegalArgumentException if the lengths do not fit each other
     */
    public LagrangianDerivatives(double value, double[] dQ, double[] dV, double[] dVdV, double[] dVdQ) {
        int n = dQ.length;
        Lengths.check("dL/dv", n, dV);
        Lengths.check("d2L/dv dv", n * n, dVdV);
        Lengths.check("d2L/dv dq", n * n, dVdQ);
        this.value = value;
        this.dQ = dQ.clone();
        this.dV = dV.clone();
        this.dVdV = dVdV.clone();
        this.dVdQ = dVdQ.clone();
    }

    /** n. */
    public int coordinates() {
        return dQ.length;
    }

    /** L. */
    public double value() {
        return value;
    }

    /** dL/dq of one coordinate. */
    public double dQ(int coordinate) {
        return dQ[coordinate];
    }

    /** dL/dv of one velocity: the momentum that belongs to this coordinate. */
    public double dV(int velocity) {
        return dV[velocity];
    }

    /** d2L/dv dv: the mass matrix. */
    public double dVdV(int row, int column) {
        return dVdV[row * dQ.length + column];
    }

    /** d2L/dv dq. */
    public double dVdQ(int velocity, int coordinate) {
        return dVdQ[velocity * dQ.length + coordinate];
    }
}
