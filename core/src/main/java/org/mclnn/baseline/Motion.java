package org.mclnn.baseline;

/** A motion of n generalised coordinates: positions and velocities at equidistant times from 0 on. Immutable. */
public final class Motion {
    private final double interval;
    private final double[][] positions;
    private final double[][] velocities;

    /** Keeps the arrays; one row of n numbers for each frame. */
    Motion(double interval, double[][] positions, double[][] velocities) {
        this.interval = interval;
        this.positions = positions;
        this.velocities = velocities;
    }

    /** Number of stored frames, the start included. */
    public int frames() {
        return positions.length;
    }

    public double time(int frame) {
        return frame * interval;
    }

    /** A copy, length n. */
    public double[] positions(int frame) {
        return positions[frame].clone();
    }

    /** A copy, length n. */
    public double[] velocities(int frame) {
        return velocities[frame].clone();
    }
}
