package org.mclnn.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Pieces of a plain file, each read on its own thread: in order only where they end is sought. */
final class FilePieces implements Pieces {
    private static final int NEAR = 1 << 10; // bytes looked through at a time for the end of a line

    private final FileChannel file;
    private final byte[] near = new byte[NEAR];
    private long at; // where the next piece begins
    private boolean ended;

    FilePieces(Path file) throws IOException {
        this.file = FileChannel.open(file);
    }

    @Override
    public void next(LineBlock block) throws LongLineException, IOException {
        long begin = at;
        long size = file.size();
        at = size - begin > SIZE ? end(begin, size) : size;
        ended = at >= size;
        block.plan(begin, (int) Math.max(0, at - begin));
    }

    @Override
    public boolean ended() {
        return ended;
    }

    /** Behind the last line feed in the size of a piece; else behind the first one. */
    private long end(long begin, long size) throws LongLineException, IOException {
        for (long to = begin + SIZE; to > begin; to -= NEAR) {
            long from = Math.max(begin, to - NEAR);
            int found = Pieces.lastLineFeed(near, 0, read(near, (int) (to - from), from));
            if (found >= 0) {
                return from + found + 1;
            }
        }
        long from = begin + SIZE;
        while (from < size && from - begin <= LONGEST) {
            int count = read(near, NEAR, from);
            for (int k = 0; k < count; k++) {
                if (near[k] == '\n' && from + k - begin <= LONGEST) {
                    return from + k + 1;
                }
            }
            from += Math.max(1, count);
        }
        if (size - begin > LONGEST) {
            throw new LongLineException();
        }
        return size;
    }

    @Override
    public void fill(LineBlock block) throws IOException {
        int length = block.planned();
        if (block.bytes.length < length + LineBlock.PADDING) {
            block.bytes = new byte[Math.max(length, SIZE) + LineBlock.PADDING];
        }
        int filled = read(block.bytes, length, block.begin());
        block.hold(block.begin() == 0 ? Pieces.begin(block.bytes, filled) : 0, filled);
    }

    /** Reads so many bytes, or as many as there are. */
    private int read(byte[] bytes, int length, long from) throws IOException {
        int filled = 0;
        int count = 0;
        while (filled < length && count >= 0) {
            count = file.read(ByteBuffer.wrap(bytes, filled, Math.min(AT_ONCE, length - filled)), from + filled);
            filled += Math.max(0, count);
        }
        return filled;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
