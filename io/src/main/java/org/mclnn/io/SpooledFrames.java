package org.mclnn.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mclnn.dynamics.Frames;

/** Frames as they are read: in memory up to an eighth of what the JVM may have, then all in a {@link SpoolFile}. */
final class SpooledFrames implements Frames {
    private static final long SHARE_OF_MEMORY = 8;

    private final long mostInMemory; // bytes
    private final List<double[]> heap =
            new ArrayList<>(); // of each frame positions, then velocities; empty with a file
    private long heapBytes;
    private @Nullable SpoolFile file; // once memory does not do
    private boolean moving;
    private int count;
    private double[] times = new double[64];
    private int[] seen = new int[64];
    private int[] width = new int[64]; // coordinates of each frame
    private long[] start = new long[64]; // of each frame in the file, in numbers
    private long end;
    private int lastFrame = -1; // that isSeen has read
    private double[] last = new double[0];

    SpooledFrames() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    SpooledFrames(long mostInMemory) {
        this.mostInMemory = mostInMemory;
    }

    /**
     * Adds a frame: the first n of some coordinates, NaN where a particle was not seen.
     *
     * @param v likewise; or empty, in every frame
     */
    synchronized void add(double time, double[] q, double[] v, int n) throws IOException {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            seen = Arrays.copyOf(seen, 2 * count);
            width = Arrays.copyOf(width, 2 * count);
            start = Arrays.copyOf(start, 2 * count);
        }
        moving = v.length > 0;
        times[count] = time;
        for (int k = 0; k < n; k += 3) {
            seen[count] += Double.isNaN(q[k]) ? 0 : 1;
        }
        width[count] = n;
        start[count] = end;
        count++;
        end += moving ? 2L * n : n;
        if (file == null) {
            keep(q, v, n);
        } else {
            file.write(q, n);
            if (moving) {
                file.write(v, n);
            }
        }
    }

    private void keep(double[] q, double[] v, int n) throws IOException {
        var frame = Arrays.copyOf(q, moving ? 2 * n : n);
        if (moving) {
            System.arraycopy(v, 0, frame, n, n);
        }
        heap.add(frame);
        heapBytes += 8L * frame.length + 64;
        if (heapBytes > mostInMemory) {
            var opened = new SpoolFile();
            for (var kept : heap) {
                opened.write(kept, kept.length);
            }
            heap.clear();
            file = opened;
        }
    }

    @Override
    public synchronized int count() {
        return count;
    }

    @Override
    public synchronized double time(int frame) {
        return times[frame];
    }

    @Override
    public synchronized boolean haveVelocities() {
        return moving;
    }

    @Override
    public synchronized double[] positions(int frame) {
        return read(frame, 0);
    }

    @Override
    public synchronized double[] velocities(int frame) {
        return read(frame, width[frame]);
    }

    @Override
    public synchronized int seen(int frame) {
        return seen[frame];
    }

    @Override
    public synchronized boolean isSeen(int frame, int particle) {
        if (3 * particle >= width[frame]) {
            return false;
        }
        if (3 * seen[frame] == width[frame]) {
            return true;
        }
        if (file == null) {
            return !Double.isNaN(heap.get(frame)[3 * particle]);
        }
        if (lastFrame != frame) {
            last = read(frame, 0);
            lastFrame = frame;
        }
        return !Double.isNaN(last[3 * particle]);
    }

    private double[] read(int frame, int offset) {
        int n = width[frame];
        if (file == null) {
            return Arrays.copyOfRange(heap.get(frame), offset, offset + n);
        }
        try {
            return file.read(start[frame] + offset, n);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
