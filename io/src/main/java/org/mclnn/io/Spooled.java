package org.mclnn.io;

import java.io.IOException;
import java.util.stream.IntStream;

/** Keeps frames until all are there, then has them written. */
final class Spooled implements FrameFormat {
    private final Header header;
    private final WholeFormat format;
    private final SpooledFrames frames = new SpooledFrames();

    Spooled(Header header, WholeFormat format) {
        this.header = header;
        this.format = format;
    }

    @Override
    public void write(NewFile file, double time, double[] q, double[] v) throws IOException {
        frames.add(time, q, v, q.length);
    }

    @Override
    public void finish(NewFile file) throws IOException {
        format.write(file, header, this);
    }

    int frames() {
        return frames.count();
    }

    boolean moving() {
        return frames.haveVelocities();
    }

    double[] times() {
        return IntStream.range(0, frames()).mapToDouble(frames::time).toArray();
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
