package org.mclnn.io;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mclnn.dynamics.Frames;

/**
 * Frames as they are read: in memory up to an eighth of what the JVM may have, then all in a file without a name, which goes when the
 * program ends, however it ends.
 */
final class SpooledFrames implements Frames {
    private static final long SHARE_OF_MEMORY = 8;
    private static final int CHUNK = 1 << 20; // bytes per write

    private final boolean moving;
    private final long mostInMemory; // bytes
    private final List<double[]> heap =
            new ArrayList<>(); // of each frame positions, then velocities; no longer used with a file
    private long heapBytes;
    private int count;
    private int[] seen = new int[16];
    private int[] width = new int[16]; // coordinates of each frame
    private long[] start = new long[16]; // of each frame in the file, in doubles
    private long end;

    // once memory does not do
    private @org.jspecify.annotations.Nullable RandomAccessFile file;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.nativeOrder());
    private int lastFrame = -1; // that isSeen has looked at
    private double[] last = new double[0];

    /** @param moving whether frames have velocities */
    SpooledFrames(boolean moving) {
        this(moving, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    SpooledFrames(boolean moving, long mostInMemory) {
        this.moving = moving;
        this.mostInMemory = mostInMemory;
    }

    /** Adds a frame: the first n of some coordinates, NaN where a particle was not seen. */
    synchronized void add(double[] q, double[] v, int n, int particlesSeen) throws IOException {
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
            width = Arrays.copyOf(width, 2 * count);
            start = Arrays.copyOf(start, 2 * count);
        }
        seen[count] = particlesSeen;
        width[count] = n;
        start[count] = end;
        count++;
        end += moving ? 2L * n : n;
        if (file == null) {
            keep(q, v, n);
        } else {
            write(file, q, n);
            if (moving) {
                write(file, v, n);
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
            var opened = nameless();
            for (var kept : heap) {
                write(opened, kept, kept.length);
            }
            heap.clear();
            file = opened;
        }
    }

    private static RandomAccessFile nameless() throws IOException {
        File path = null;
        try {
            path = File.createTempFile("mclnn-frames-", ".tmp");
            var opened = new RandomAccessFile(path, "rw");
            if (!path.delete()) { // Windows keeps the name while it is open
                path.deleteOnExit();
            }
            return opened;
        } catch (IOException e) {
            throw new IOException(
                    (path == null ? System.getProperty("java.io.tmpdir") : path)
                            + ": no room for the frames, which do not fit in memory (" + e.getMessage()
                            + "). Give more memory with MCLNN_JAVA_OPTS=-Xmx8g, or another folder with"
                            + " MCLNN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    private void write(RandomAccessFile to, double[] values, int n) throws IOException {
        for (int at = 0; at < n; ) {
            int some = Math.min(n - at, chunk.remaining() / Double.BYTES);
            chunk.asDoubleBuffer().put(values, at, some);
            chunk.position(chunk.position() + some * Double.BYTES);
            at += some;
            if (chunk.remaining() < Double.BYTES) {
                flush(to);
            }
        }
    }

    private void flush(RandomAccessFile to) throws IOException {
        try {
            to.seek(to.length());
            to.write(chunk.array(), 0, chunk.position());
        } catch (IOException e) {
            throw new IOException(
                    System.getProperty("java.io.tmpdir") + ": no room for the frames, which do not fit in memory ("
                            + e.getMessage() + "). Make room there, give another folder with"
                            + " MCLNN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER, or more memory with MCLNN_JAVA_OPTS=-Xmx8g",
                    e);
        }
        chunk.clear();
    }

    @Override
    public synchronized int count() {
        return count;
    }

    @Override
    public synchronized double[] positions(int frame) {
        return read(frame, 0);
    }

    @Override
    public synchronized double[] velocities(int frame) {
        return moving ? read(frame, width[frame]) : new double[0];
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
            if (chunk.position() > 0) {
                flush(file);
            }
            var bytes = new byte[n * Double.BYTES];
            file.seek((start[frame] + offset) * Double.BYTES);
            file.readFully(bytes);
            var values = new double[n];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.nativeOrder())
                    .asDoubleBuffer()
                    .get(values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
