package org.mclnn.io;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;

/** The long table that {@link CsvReader} reads; numbers come back bit for bit. */
final class CsvFormat implements FrameFormat {
    private final Header header;
    private final String[] before; // of each row: the particle
    private final String[] after; // of each row: mass and species
    private boolean started;

    CsvFormat(Header header) {
        this.header = header;
        before = new String[header.particles()];
        after = new String[header.particles()];
        for (int i = 0; i < before.length; i++) {
            before[i] = "," + CSVFormat.DEFAULT.format(header.labels().get(i));
            after[i] = (header.masses().isEmpty() ? "" : "," + header.masses().get(i))
                    + (header.hasSpecies()
                            ? "," + CSVFormat.DEFAULT.format(header.species().get(i))
                            : "")
                    + "\n";
        }
    }

    @Override
    public void write(NewFile file, double time, double[] q, double[] v) throws IOException {
        var out = file.text();
        boolean moving = v.length > 0;
        int dimensions = header.dimensions();
        if (!started) {
            out.write(CsvNotes.text(header));
            out.write("t,particle" + ",x,y,z".substring(0, 2 * dimensions)
                    + (moving ? ",vx,vy,vz".substring(0, 3 * dimensions) : "")
                    + (header.masses().isEmpty() ? "" : ",mass")
                    + (header.hasSpecies() ? ",species" : "") + "\n");
            started = true;
        }
        var row = new StringBuilder();
        for (int i = 0; i < before.length; i++) {
            if (TrajectoryWriter.isMissing(q, i)) {
                continue;
            }
            row.setLength(0);
            row.append(time).append(before[i]);
            append(row, q, i);
            if (moving) {
                append(row, v, i);
            }
            out.append(row.append(after[i]));
        }
    }

    private void append(StringBuilder row, double[] vectors, int i) {
        for (int axis = 0; axis < header.dimensions(); axis++) {
            row.append(',').append(vectors[3 * i + axis]);
        }
    }
}
