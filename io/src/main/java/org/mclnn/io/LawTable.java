package org.mclnn.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.mclnn.potential.LearnedPotential;
import org.openlca.npy.Npy;
import org.openlca.npy.NpyArray;
import org.openlca.npy.NpyDoubleArray;
import org.openlca.npy.NpyIntArray;

/** A learned law as a table: r, V(r) with the gauge of each band, F(r) = -dV/dr, share of observed distances per length, band from 1. */
public final class LawTable {
    private static final int POINTS = 1000;

    private final double[] r;
    private final double[] energies;
    private final double[] forces;
    private final double[] density;
    private final int[] band;

    private LawTable(LearnedPotential law) {
        var coverage = law.coverage();
        r = coverage.grid(POINTS);
        energies = law.alignedEnergies(r);
        forces = law.forces(r);
        density = new double[r.length];
        band = new int[r.length];
        for (int k = 0; k < r.length; k++) {
            density[k] = coverage.density(r[k]);
            band[k] = coverage.bandOf(r[k]) + 1;
        }
    }

    /** {@value #POINTS} distances spread over the bands of a law. */
    public static LawTable of(LearnedPotential law) {
        return new LawTable(law);
    }

    /** Writes it as CSV; an older file of the name is replaced at once. */
    public void writeCsv(Path file) throws IOException {
        try (var target = new NewFile(file)) {
            target.text().write("r,V,F,density,band\n");
            var row = new StringBuilder();
            for (int k = 0; k < r.length; k++) {
                row.setLength(0);
                row.append(r[k]).append(',').append(energies[k]).append(',').append(forces[k]);
                row.append(',').append(density[k]);
                row.append(',').append(band[k]).append('\n');
                target.text().append(row);
            }
            target.commit();
        }
    }

    /** Writes it as NumPy arrays r, V, F, density and band; the same table gives the same bytes. */
    public void writeNpz(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            add(zip, "r", NpyDoubleArray.vectorOf(r));
            add(zip, "V", NpyDoubleArray.vectorOf(energies));
            add(zip, "F", NpyDoubleArray.vectorOf(forces));
            add(zip, "density", NpyDoubleArray.vectorOf(density));
            add(zip, "band", NpyIntArray.vectorOf(band));
        }
        NewFile.write(file, bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, NpyArray<?> array) throws IOException {
        zip.putNextEntry(NpzFormat.entry(name));
        Npy.write(zip, array);
        zip.closeEntry();
    }
}
