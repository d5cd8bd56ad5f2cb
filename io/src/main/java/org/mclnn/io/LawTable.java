package org.mclnn.io;

import java.io.IOException;
import java.nio.file.Path;
import org.mclnn.potential.LearnedPotential;

/** A learned law as a table: r, V(r) with the gauge of each band, F(r) = -dV/dr, share of observed distances per length, band from 1. */
public final class LawTable {
    private static final int POINTS = 1000;

    private LawTable() {}

    /** Writes {@value #POINTS} distances spread over the bands as CSV; an older file of the name is replaced at once. */
    public static void write(Path file, LearnedPotential law) throws IOException {
        var coverage = law.coverage();
        var r = coverage.grid(POINTS);
        var energies = law.alignedEnergies(r);
        var forces = law.forces(r);
        try (var target = new NewFile(file)) {
            target.text().write("r,V,F,density,band\n");
            var row = new StringBuilder();
            for (int k = 0; k < r.length; k++) {
                row.setLength(0);
                row.append(r[k]).append(',').append(energies[k]).append(',').append(forces[k]);
                row.append(',').append(coverage.density(r[k]));
                row.append(',').append(coverage.bandOf(r[k]) + 1).append('\n');
                target.text().append(row);
            }
            target.commit();
        }
    }
}
