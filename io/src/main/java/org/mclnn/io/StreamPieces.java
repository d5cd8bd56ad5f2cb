package org.mclnn.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Pieces of what can only be read in order, as a packed file. */
final class StreamPieces implements Pieces {
    private final InputStream in;
    private byte[] rest = new byte[0]; // a line that has begun
    private boolean begun;
    private boolean ended;

    StreamPieces(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void next(LineBlock block) throws LongLineException, IOException {
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
                    end = Math.max(end, Pieces.lastLineFeed(block.bytes, filled, filled + count));
                    filled += count;
                }
                if (filled - end > LONGEST + 1) {
                    throw new LongLineException();
                }
            }
        } finally {
            int whole = ended ? filled : end + 1;
            rest = Arrays.copyOfRange(block.bytes, whole, filled);
            block.hold(begun ? 0 : Pieces.begin(block.bytes, whole), whole);
            begun = true;
        }
    }

    private static void reserve(LineBlock block, int filled) {
        if (block.bytes.length - LineBlock.PADDING <= filled) {
            block.bytes = Arrays.copyOf(block.bytes, 2 * (filled + LineBlock.PADDING));
        }
    }

    @Override
    public void fill(LineBlock block) {
        // read already
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
