package org.mclnn.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Frames that are to be written once their number is known. */
final class Spool {
    private final Header header;
    private double[] times = new double[64];
    private int count;
    private SpooledFrames frames = new SpooledFrames(false);
    private boolean moving;

    Spool(Header header) {
        this.header = header;
    }

    void add(double time, double[] q, double[] v) throws IOException {
        if (count == 0) {
            moving = v.length > 0;
            frames = new SpooledFrames(moving);
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = time;
        int seen = (int) IntStream.range(0, header.particles())
                .filter(i -> !TrajectoryWriter.isMissing(q, i))
                .count();
        frames.add(q, v, q.length, seen);
    }

    int frames() {
        return count;
    }

    boolean moving() {
        return moving;
    }

    double[] times() {
        return Arrays.copyOf(times, count);
    }

    /** Positions of a frame, as many coordinates of each particle as there are dimensions. */
    double[] positions(int frame) {
        return narrowed(frames.positions(frame));
    }

    /** Velocities of a frame, likewise. */
    double[] velocities(int frame) {
        return narrowed(frames.velocities(frame));
    }

    private double[] narrowed(double[] vectors) {
        int dimensions = header.dimensions();
        return IntStream.range(0, vectors.length)
                .filter(c -> c % 3 < dimensions)
                .mapToDouble(c -> vectors[c])
                .toArray();
    }
}
