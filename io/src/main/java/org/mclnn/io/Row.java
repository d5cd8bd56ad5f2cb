package org.mclnn.io;

/** One particle in one frame, as a line of the file gives it; reused from line to line. What the file does not tell stays unused. */
final class Row {
    /** All names of particles, and all species, of the file. */
    final Words labels = new Words();

    final Words kinds = new Words();

    int label;
    int species;
    double mass = 1.0;
    final double[] q = new double[3];
    final double[] v = new double[3];
    boolean computed; // from finite numbers of the file, not just read

    boolean isFinite() {
        double noNumber = 0.0; // not 0 once one is not finite
        for (int axis = 0; axis < 3; axis++) {
            noNumber += 0.0 * q[axis] + 0.0 * v[axis];
        }
        return noNumber == 0.0;
    }
}
