package org.mclnn.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts what comes from a file into pieces of whole lines: the same pieces whatever they are read into. */
final class WholeLines implements Closeable {
    /** No line of a sane file is longer: 1 MiB. */
    static final int LONGEST = 1 << 20;

    /** Of a piece in bytes, but for a line that is longer. */
    static final int SIZE = (1 << 18) - LineBlock.PADDING;

    private static final int AT_ONCE = 1 << 16; // of a read: copied from where the JDK reads into while it is near

    private final InputStream in;
    private byte[] rest = new byte[0]; // a line that has begun
    private boolean begun;
    private boolean ended;

    WholeLines(InputStream in) {
        this.in = in;
    }

    /** Whether nothing is left. */
    boolean ended() {
        return ended;
    }

    /**
     * Fills a block with at least one whole line, where there is one; with the whole lines before it, where something fails.
     *
     * @throws LongLineException if the line behind those in the block is longer than {@link #LONGEST}
     */
    void fill(LineBlock block) throws LongLineException, IOException {
        int filled = rest.length;
        reserve(block, filled);
        System.arraycopy(rest, 0, block.bytes, 0, filled);
        int end = -1; // of the last whole line
        try {
            while (!ended && (end < 0 || filled < SIZE)) {
                reserve(block, filled);
                int wanted = filled < SIZE ? SIZE - filled : LONGEST + 1 - filled;
                int room = block.bytes.length - LineBlock.PADDING - filled;
                int count = in.read(block.bytes, filled, Math.min(AT_ONCE, Math.min(wanted, room)));
                if (count <= 0) {
                    ended = true;
                } else {
                    end = lastLineFeed(block.bytes, filled, filled + count, end);
                    filled += count;
                }
                if (filled - end > LONGEST + 1) {
                    throw new LongLineException();
                }
            }
        } finally {
            int whole = ended ? filled : end + 1;
            rest = Arrays.copyOfRange(block.bytes, whole, filled);
            block.hold(begun || !startsWithByteOrderMark(block.bytes, whole) ? 0 : 3, whole);
            begun = true;
        }
    }

    private static void reserve(LineBlock block, int filled) {
        if (block.bytes.length - LineBlock.PADDING <= filled) {
            block.bytes = Arrays.copyOf(block.bytes, 2 * (filled + LineBlock.PADDING));
        }
    }

    private static int lastLineFeed(byte[] bytes, int from, int to, int otherwise) {
        int at = to - 1;
        while (at >= from && bytes[at] != '\n') {
            at--;
        }
        return at >= from ? at : otherwise;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int to) {
        return to >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A line is longer than {@link #LONGEST}. */
    static final class LongLineException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
