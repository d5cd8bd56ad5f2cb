package org.mclnn.dynamics;

/** Time, positions and velocities at one instant, particle by particle: x0 y0 z0 x1 ... Immutable. */
public final class State {
    private final double time;
    private final double[] positions;
    private final double[] velocities;

    /** @throws IllegalArgumentException if the lengths differ or are no multiple of 3 */
    public State(double time, double[] positions, double[] velocities) {
        if (positions.length != velocities.length || positions.length % 3 != 0) {
            throw new IllegalArgumentException("positions and velocities must both hold 3 numbers per particle, were "
                    + positions.length + " and " + velocities.length);
        }
        this.time = time;
        this.positions = positions.clone();
        this.velocities = velocities.clone();
    }

    public double time() {
        return time;
    }

    public int particles() {
        return positions.length / 3;
    }

    /** A copy, length 3N. */
    public double[] positions() {
        return positions.clone();
    }

    /** A copy, length 3N. */
    public double[] velocities() {
        return velocities.clone();
    }

    /** The same positions with every velocity turned round. */
    public State reversed() {
        var turned = velocities();
        for (int k = 0; k < turned.length; k++) {
            turned[k] = -turned[k];
        }
        return new State(time, positions, turned);
    }

    /**
     * Every position negated, with the same velocities (-R with the same V): the motion that led to this state, run backward and seen through the
     * origin. Same energy, opposite angular momentum.
     */
    public State mirrored() {
        var negated = positions();
        for (int k = 0; k < negated.length; k++) {
            negated[k] = -negated[k];
        }
        return new State(time, negated, velocities);
    }
}
