package org.mclnn.training;

/** Where windows start: positions and velocities, [window][3N]. Outside this package something to be handed on. */
public final class Starts {
    final double[][] q0;
    final double[][] v0;

    private Starts(int windows, int width) {
        q0 = new double[windows][width];
        v0 = new double[windows][width];
    }

    /** Room for the starts of windows, all 0. */
    static Starts atRest(Windows windows) {
        return new Starts(windows.count(), 3 * windows.particles());
    }
}
