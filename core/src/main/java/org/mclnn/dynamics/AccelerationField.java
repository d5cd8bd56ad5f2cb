package org.mclnn.dynamics;

/** What accelerates particles, given their positions: pairs under a law, or a potential of all of them. May hold scratch memory: one per thread. */
public interface AccelerationField {
    /** Writes the accelerations a at positions q, both of length 3N, particle by particle: x0 y0 z0 x1 ... */
    void accelerations(double[] q, double[] a);
}
