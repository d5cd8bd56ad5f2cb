package org.mclnn.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files as they were before gzip packed them, if it did. */
final class Packed {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int BLOCK = 1 << 16;

    // numbers of a trajectory shrink two- to tenfold; gzip can shrink a thousandfold
    private static final long MOST_EXPANSION = 200;
    private static final long UNSUSPICIOUS = 64L << 20;

    private Packed() {}

    static boolean isPacked(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return isMagic(in.readNBytes(2));
        }
    }

    private static boolean isMagic(byte[] start) {
        return start.length == 2 && (start[0] & 0xff) == MAGIC_1 && (start[1] & 0xff) == MAGIC_2;
    }

    /** The content, unpacked; a {@link DamagedException} where it turns out to be damaged later. */
    static InputStream open(Path file) throws InputException, IOException {
        var raw = new Counting(Files.newInputStream(file));
        try {
            var start = new PushbackInputStream(raw, 2);
            var magic = start.readNBytes(2);
            start.unread(magic);
            return isMagic(magic) ? new Unpacking(file, raw, new GZIPInputStream(start, BLOCK)) : start;
        } catch (EOFException | ZipException e) {
            raw.close();
            throw damaged(file, e);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** What is wrong with a file, where reading its packed content failed. */
    private static InputException damaged(Path file, IOException e) {
        return InputException.of(
                file, "the packed file is damaged or cut off (" + e.getMessage() + ")", "Pack or copy it again");
    }

    /** Carries what is wrong with the content through a stream. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final InputException what;

        DamagedException(InputException what) {
            super(what);
            this.what = what;
        }

        InputException what() {
            return what;
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int from, int length) throws IOException {
            int n = super.read(b, from, length);
            count += Math.max(0, n);
            return n;
        }
    }

    /** Stops where a small file unpacks to one without end. */
    private static final class Unpacking extends FilterInputStream {
        private final Path file;
        private final Counting packed;
        private long count;

        Unpacking(Path file, Counting packed, InputStream unpacked) {
            super(unpacked);
            this.file = file;
            this.packed = packed;
        }

        @Override
        public int read(byte[] b, int from, int length) throws IOException {
            int n;
            try {
                n = super.read(b, from, length);
            } catch (EOFException | ZipException e) {
                throw new DamagedException(damaged(file, e));
            }
            count += Math.max(0, n);
            if (count > UNSUSPICIOUS && count > MOST_EXPANSION * packed.count) {
                throw new DamagedException(InputException.of(
                        file,
                        "it unpacks to more than " + MOST_EXPANSION + " times its size",
                        "No trajectory does: look what is in it"));
            }
            return n;
        }
    }
}
