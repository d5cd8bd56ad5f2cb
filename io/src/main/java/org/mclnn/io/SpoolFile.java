package org.mclnn.io;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers in a file without a name, which goes when the program ends, however it ends. */
final class SpoolFile {
    private static final int CHUNK = 1 << 16; // bytes per write: for more the JDK asks the system for memory each time

    private final RandomAccessFile file;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.nativeOrder()); // not written yet

    SpoolFile() throws IOException {
        try {
            var path = File.createTempFile("mclnn-frames-", ".tmp");
            file = new RandomAccessFile(path, "rw");
            if (!path.delete()) { // Windows keeps the name while it is open
                path.deleteOnExit();
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static IOException noRoom(IOException e) {
        return new IOException(
                System.getProperty("java.io.tmpdir") + ": no room for the frames, which do not fit in memory ("
                        + e.getMessage() + "). Make room there, give another folder with"
                        + " MCLNN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER, or more memory with MCLNN_JAVA_OPTS=-Xmx8g",
                e);
    }

    /** Appends the first n of some numbers. */
    void write(double[] values, int n) throws IOException {
        for (int at = 0; at < n; ) {
            int some = Math.min(n - at, chunk.remaining() / Double.BYTES);
            chunk.asDoubleBuffer().put(values, at, some);
            chunk.position(chunk.position() + some * Double.BYTES);
            at += some;
            if (chunk.remaining() < Double.BYTES) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        try {
            file.seek(file.length());
            file.write(chunk.array(), 0, chunk.position());
        } catch (IOException e) {
            throw noRoom(e);
        }
        chunk.clear();
    }

    /** n numbers from one that was appended. */
    double[] read(long start, int n) throws IOException {
        if (chunk.position() > 0) {
            flush();
        }
        var bytes = new byte[n * Double.BYTES];
        file.seek(start * Double.BYTES);
        file.readFully(bytes);
        var values = new double[n];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asDoubleBuffer().get(values);
        return values;
    }
}
