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
        var energies = new double[r.length];
        var slopes = new double[r.length];
        var kernel = law.law().kernel();
        kernel.energies(r, r.length, energies);
        kernel.slopes(r, r.length, slopes);
        try (var target = new NewFile(file)) {
            target.text().write("r,V,F,density,band\n");
            var row = new StringBuilder();
            for (int k = 0; k < r.length; k++) {
                int band = coverage.bandOf(r[k]);
                row.setLength(0);
                row.append(r[k]).append(',').append(energies[k] - law.gauge(band));
                row.append(',').append(0.0 - slopes[k]); // no -0.0
                row.append(',').append(coverage.density(r[k]));
                row.append(',').append(band + 1).append('\n');
                target.text().append(row);
            }
            target.commit();
        }
    }
}
