package org.mclnn.diagnostics;

import java.util.Arrays;
import org.mclnn.dynamics.Trajectory;

/** Masses of the particles: the file's, or 1 for each. */
final class Masses {
    private Masses() {}

    static double[] of(Trajectory run) {
        var masses = run.masses();
        if (masses.length == 0) {
            masses = new double[run.particles()];
            Arrays.fill(masses, 1.0);
        }
        return masses;
    }
}
