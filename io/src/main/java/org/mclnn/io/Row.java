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
}
