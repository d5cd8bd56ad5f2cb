package org.mclnn.io;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The table that trackpy's {@code link} gives: an unnamed index, y, x, frame, particle; no times, no velocities. */
final class TrackpyFormat implements FrameFormat {
    private static final double ALIKE = 1e-6; // of a frame: how far from a whole number of frames a time may be

    private final List<String> particles; // whole numbers
    private long index;
    private double start = Double.NaN;
    private double interval = Double.NaN; // of the first two frames

    TrackpyFormat(Header header) {
        if (header.dimensions() != 2) {
            throw new IllegalArgumentException("a table of trackpy has x and y; this run has " + header.dimensions()
                    + " dimensions. Write a .csv file");
        }
        var labels = header.labels();
        particles = Header.areNumbers(labels)
                ? labels
                : IntStream.range(0, labels.size()).mapToObj(Integer::toString).toList();
    }

    @Override
    public void write(NewFile file, double time, double[] q, double[] v) throws IOException {
        var out = file.text();
        if (Double.isNaN(start)) {
            start = time;
            out.write(",y,x,frame,particle\n");
        }
        long frame = frame(time);
        for (int i = 0; i < particles.size(); i++) {
            if (!TrajectoryWriter.isMissing(q, i)) {
                out.write(index++ + "," + q[3 * i + 1] + "," + q[3 * i] + "," + frame + "," + particles.get(i) + "\n");
            }
        }
    }

    private long frame(double time) {
        if (time == start) {
            return 0;
        }
        interval = Double.isNaN(interval) ? time - start : interval;
        double frame = (time - start) / interval;
        if (Math.abs(frame - Math.rint(frame)) > ALIKE * Math.max(1.0, frame)) {
            throw new IllegalArgumentException("a table of trackpy counts frames; the time " + time + " is " + frame
                    + " intervals of the first two frames after the start. Write a .csv file, which has times");
        }
        return (long) Math.rint(frame);
    }
}
