package org.mclnn.io;

import java.io.Closeable;
import java.io.IOException;

/** A file in pieces of whole lines. */
interface Pieces extends Closeable {
    /** No line of a sane file is longer: 1 MiB. */
    int LONGEST = 1 << 20;

    /** Of a piece in bytes, but for a line that is longer. */
    int SIZE = (1 << 18) - LineBlock.PADDING;

    /** Of a read: copied from where the JDK reads into while it is near. */
    int AT_ONCE = 1 << 16;

    /**
     * Gives the next piece to a block, at least one whole line where there is one; by one thread at a time.
     *
     * @throws LongLineException if the line behind those in the block is longer than {@link #LONGEST}
     */
    void next(LineBlock block) throws LongLineException, IOException;

    /** Whether nothing is left. */
    boolean ended();

    /** Reads the piece that a block was given, where that is not done yet; on any thread. */
    void fill(LineBlock block) throws IOException;

    /** Where the text begins, behind a byte order mark. */
    static int begin(byte[] bytes, int to) {
        boolean marked = to >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
        return marked ? 3 : 0;
    }

    /** The last line feed in [from, to); -1: there is none. */
    static int lastLineFeed(byte[] bytes, int from, int to) {
        int at = to - 1;
        while (at >= from && bytes[at] != '\n') {
            at--;
        }
        return at >= from ? at : -1;
    }

    /** A line is longer than {@link #LONGEST}. */
    final class LongLineException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
