package org.mclnn.dynamics;

import java.util.Arrays;
import org.mclnn.kernel.Kernel;
import org.mclnn.kernel.Kernels;

/**
 * Derivatives of positions, velocities and accelerations of one configuration with respect to some unknowns: [coordinate][column], the
 * columns padded with zeros. Motion in the plane z = 0 stays there whatever the law, so only x and y are carried. One per thread.
 */
public final class Tangent {
    final Kernel kernel = Kernels.active();
    final int axes;
    final int columns;
    final double[][] dQ;
    final double[][] dV;
    final double[][] dA;
    private double pending; // half a step of kick that dV still lacks: it joins the next step's

    /** @param planar whether every z and its velocity are 0 at all times */
    public Tangent(int particles, boolean planar, int unknowns) {
        axes = planar ? 2 : 3;
        columns = Kernel.padded(unknowns);
        dQ = new double[particles * axes][columns];
        dV = new double[particles * axes][columns];
        dA = new double[particles * axes][columns];
    }

    /** Nothing depends on the unknowns. */
    public void clear() {
        for (var set : new double[][][] {dQ, dV, dA}) {
            for (var row : set) {
                Arrays.fill(row, 0.0);
            }
        }
        pending = 0.0;
    }

    /** One coordinate of a particle's start, whose position and velocity are unknowns of their own. */
    public void start(int particle, int axis, int positionColumn, int velocityColumn) {
        dQ[particle * axes + axis][positionColumn] = 1.0;
        dV[particle * axes + axis][velocityColumn] = 1.0;
    }

    /** One coordinate of a particle's start, as it changes with an unknown. */
    public void start(int particle, int axis, int column, double position, double velocity) {
        dQ[particle * axes + axis][column] = position;
        dV[particle * axes + axis][column] = velocity;
    }

    /** Columns with their padding; the length of a parameter row that belongs to these derivatives. */
    public int columns() {
        return columns;
    }

    /** Coordinates carried per particle: x, y and, unless planar, z. */
    public int axes() {
        return axes;
    }

    /** Derivatives of one coordinate of a particle's position. Not to be changed. */
    public double[] position(int particle, int axis) {
        return dQ[particle * axes + axis];
    }

    /** Derivatives of one coordinate of a particle's acceleration. Not to be changed. */
    public double[] acceleration(int particle, int axis) {
        return dA[particle * axes + axis];
    }

    /** The end of the last step and the beginning of the next: kick, kick, drift. */
    void kickDrift(double dt) {
        for (int c = 0; c < dQ.length; c++) {
            kernel.kickDrift(pending, 0.5 * dt, dt, dQ[c], dV[c], dA[c]);
        }
        pending = 0.5 * dt;
    }
}
