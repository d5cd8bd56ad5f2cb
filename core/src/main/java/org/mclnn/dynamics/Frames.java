package org.mclnn.dynamics;

/**
 * Where a trajectory keeps its frames: in memory, or elsewhere if there are many. They do not change, and any number of threads may
 * read them. Positions of a particle that was not seen are NaN.
 */
public interface Frames {
    /** How many there are. */
    int count();

    /** The time of a frame; later than that of the one before. */
    double time(int frame);

    /** Whether velocities are known. */
    boolean haveVelocities();

    /** The positions of a frame, x y z of each particle, in an array of its own; particles behind its end were not seen. */
    double[] positions(int frame);

    /** The velocities of a frame, likewise, where they are known. */
    double[] velocities(int frame);

    /** How many particles were seen in a frame. */
    int seen(int frame);

    /** Whether a particle was seen in a frame. */
    boolean isSeen(int frame, int particle);
}
