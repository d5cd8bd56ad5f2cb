package org.mclnn.io;

import java.io.IOException;

/** The table that trackpy's {@code link} gives: an unnamed index, y, x, frame, particle; no times, no velocities. */
final class TrackpyFormat implements FrameFormat {
    private final int particles;
    private long index;
    private long frame;

    TrackpyFormat(Header header) {
        if (header.dimensions() != 2) {
            throw new IllegalArgumentException("a table of trackpy has x and y; this run has " + header.dimensions()
                    + " dimensions. Write a .csv file");
        }
        particles = header.particles();
    }

    @Override
    public void write(NewFile file, double time, double[] q, double[] v) throws IOException {
        var out = file.text();
        if (frame == 0) {
            out.write(",y,x,frame,particle\n");
        }
        for (int i = 0; i < particles; i++) {
            if (!TrajectoryWriter.isMissing(q, i)) {
                out.write(index++ + "," + q[3 * i + 1] + "," + q[3 * i] + "," + frame + "," + i + "\n");
            }
        }
        frame++;
    }
}
