package org.mclnn.baseline;

/** Accelerations that follow from a network at a block of points, and what the parameters change in them. Holds scratch memory: one per thread. */
interface AccelerationModel {
    /** @param theta read whenever it is swept, not copied */
    void parameters(double[] theta);

    /** Whether accelerations depend on velocities. */
    boolean moving();

    /** Goes to points; writes the accelerations there. Arrays are [coordinate][point]; v is not looked at unless {@link #moving}. */
    void accelerations(double[][] q, double[][] v, double[][] a);

    /** Has the sum over coordinates of bar a swept back, bar held, at each point where it went last. */
    CoordinateSweep back(double[][] bar);
}
