package org.mclnn.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.Trajectory;

/**
 * Writes frames as they arise; memory does not grow. The file takes its name at {@link #commit}; {@link #close} without a
 * commit leaves nothing.
 */
public final class TrajectoryWriter implements Simulator.FrameSink, AutoCloseable {
    private final NewFile file;
    private final FrameFormat format;
    private final Header header;
    private Optional<IOException> failure = Optional.empty();
    private long frames;
    private boolean moving;
    private double lastTime;
    private boolean complete;

    TrajectoryWriter(Path target, FrameFormat format, Header header) throws IOException {
        this.format = format;
        this.header = header;
        file = new NewFile(target);
    }

    /**
     * Writes a frame.
     *
     * @param v velocities, or an empty array in every frame
     * @throws UncheckedIOException if it cannot be written; {@link #commit} then throws the cause
     * @throws IllegalArgumentException for a frame that no reader would take
     */
    @Override
    public void frame(double time, double[] q, double[] v) {
        check(time, q, v);
        moving = v.length > 0;
        lastTime = time;
        frames++;
        try {
            format.write(file, time, q, v);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw new UncheckedIOException(e);
        }
    }

    /** Writes frame k of a run. */
    public void frame(Trajectory run, int k) {
        frame(run.time(k), run.positions(k), run.hasVelocities() ? run.velocities(k) : new double[0]);
    }

    private void check(double time, double[] q, double[] v) {
        int n = 3 * header.particles();
        if (q.length != n || (v.length != n && v.length != 0) || (frames > 0 && moving != v.length > 0)) {
            throw new IllegalArgumentException("a frame of " + q.length + " coordinates and " + v.length
                    + " velocities does not fit " + header.particles() + " particles and the frames before");
        }
        if (!Double.isFinite(time) || (frames > 0 && !(time > lastTime))) {
            throw new IllegalArgumentException("times must increase: " + time + " follows " + lastTime);
        }
        check("position", q);
        check("velocity", v);
    }

    private void check(String what, double[] vectors) {
        for (int k = 0; k < vectors.length; k++) {
            boolean absent = k % 3 >= header.dimensions();
            boolean missing = format.hasGaps() && isMissing(vectors, k / 3);
            if (!missing && (!Double.isFinite(vectors[k]) || (absent && vectors[k] != 0.0))) {
                throw new IllegalArgumentException("a " + what + " of particle "
                        + header.labels().get(k / 3) + " is " + vectors[k] + " along " + "xyz".charAt(k % 3) + " in "
                        + header.dimensions() + " dimensions"
                        + (format.hasGaps() ? "" : ". Write a run with gaps as .csv, .npz or .h5"));
            }
        }
    }

    /** Whether all coordinates of a particle are NaN. */
    static boolean isMissing(double[] vectors, int particle) {
        return Double.isNaN(vectors[3 * particle])
                && Double.isNaN(vectors[3 * particle + 1])
                && Double.isNaN(vectors[3 * particle + 2]);
    }

    /**
     * Puts everything on the disk, under a name that is not yet the file's.
     *
     * @throws IllegalStateException if there is no frame
     */
    public void complete() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (frames == 0) {
            throw new IllegalStateException("no frame has been written");
        }
        if (!complete) {
            format.finish(file);
            file.complete();
            complete = true;
        }
    }

    /** Completes the file and gives it its name, replacing an older one at once. */
    public void commit() throws IOException {
        complete();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
