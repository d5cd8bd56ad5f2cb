package org.mclnn.app.cli;

import java.util.Arrays;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.Model;

/** Masses of the particles in a file, which may not tell them. */
final class Masses {
    private Masses() {}

    /**
     * The file's masses; else those of the training, if they fit; says which were taken.
     *
     * @throws IllegalArgumentException if it cannot be told which particle has which mass
     */
    static double[] of(Console console, Model model, Trajectory read) {
        var own = read.masses();
        if (own.length > 0) {
            return own;
        }
        var trained = model.masses();
        if (trained.stream().distinct().count() == 1) {
            var masses = new double[read.particles()];
            Arrays.fill(masses, trained.get(0));
            console.note("note: the file has no masses: each is %s, as in training", trained.get(0));
            return masses;
        }
        if (trained.size() == read.particles()) {
            console.note("note: the file has no masses: those of the training are taken, in order: %s", trained);
            return trained.stream().mapToDouble(Double::doubleValue).toArray();
        }
        throw new IllegalArgumentException("the file has no masses, and the law was learned from " + trained.size()
                + " particles of different masses, not " + read.particles() + ": give the file a mass column");
    }
}
