package org.mclnn.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads a file ahead in a thread of its own: unpacks it, finds lines and fields, and refuses what is not text. */
final class LineBlocks {
    /** No line of a sane file is longer: 1 MiB. */
    static final int LONGEST = 1 << 20;

    private static final int SIZE = 1 << 18;
    private static final int AHEAD = 3;

    /** Lines, and what came after them: a failure, or the end of the file, or nothing yet. */
    record Part(LineBlock block, Optional<Exception> failure, boolean last) {}

    private final Path file;
    private final InputStream in;
    private final BlockingQueue<Part> ready = new ArrayBlockingQueue<>(AHEAD);
    private final BlockingQueue<LineBlock> free = new ArrayBlockingQueue<>(AHEAD + 2);
    private final Thread thread;
    private volatile char separator = LineBlock.NOTHING;

    // of the thread
    private byte[] rest = new byte[0]; // a line that has begun
    private long lines;
    private boolean ended;

    LineBlocks(Path file, InputStream in) {
        this.file = file;
        this.in = in;
        for (int k = 0; k < AHEAD; k++) {
            free.add(new LineBlock(SIZE));
        }
        thread = new Thread(this::read, "mclnn-lines");
        thread.setDaemon(true);
        thread.start();
    }

    /** What stands between fields in the lines that are read from now on. */
    void separate(char newSeparator) {
        separator = newSeparator;
    }

    /** The next lines. */
    Part next() throws IOException {
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + file + " was read");
        }
    }

    /** Gives back a block that is no longer needed. */
    void recycle(LineBlock block) {
        free.offer(block);
    }

    void close() throws IOException {
        thread.interrupt();
        in.close();
    }

    private void read() {
        try {
            boolean last = false;
            while (!last) {
                var block = free.take();
                block.clear(separator);
                Optional<Exception> failure = Optional.empty();
                try {
                    fill(block);
                } catch (Packed.DamagedException e) {
                    failure = Optional.of(e.what());
                } catch (InputException | IOException e) {
                    failure = Optional.of(e);
                }
                last = ended || failure.isPresent();
                ready.put(new Part(block, failure, last));
            }
        } catch (InterruptedException e) {
            // nobody reads on
        }
    }

    /** Fills a block with whole lines, at least one where there is one. */
    private void fill(LineBlock block) throws InputException, IOException {
        if (block.bytes.length < 2 * rest.length) {
            block.bytes = new byte[2 * rest.length];
        }
        System.arraycopy(rest, 0, block.bytes, 0, rest.length);
        int filled = rest.length;
        int begin = 0; // of the line that is sought
        int at = 0;
        while (true) {
            int end = LineBlock.control(block.bytes, at, filled);
            if (end < filled) {
                int b = block.bytes[end];
                if (b == '\n') {
                    add(block, begin, end);
                    begin = end + 1;
                } else if (b != '\t' && b != '\r' && b != '\f') {
                    throw notText(b & 0xff);
                }
                at = end + 1;
                continue;
            }
            at = filled;
            if (filled == block.bytes.length) {
                if (begin > 0) {
                    break;
                }
                if (filled > LONGEST) {
                    throw InputException.at(
                            file,
                            lines + 1,
                            "this line is longer than " + LONGEST + " bytes",
                            "Give a text file with one row a line");
                }
                block.bytes = Arrays.copyOf(block.bytes, 2 * filled);
            }
            int count = in.read(block.bytes, filled, block.bytes.length - filled);
            if (count <= 0) {
                ended = true;
                if (begin < filled) {
                    add(block, begin, filled);
                }
                return;
            }
            filled += count;
        }
        rest = Arrays.copyOfRange(block.bytes, begin, filled);
    }

    private void add(LineBlock block, int begin, int end) {
        int from = lines == 0 && startsWithByteOrderMark(block.bytes, begin, end) ? begin + 3 : begin;
        lines++;
        block.add(from, end > from && block.bytes[end - 1] == '\r' ? end - 1 : end);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int from, int to) {
        return to - from >= 3
                && (bytes[from] & 0xff) == 0xef
                && (bytes[from + 1] & 0xff) == 0xbb
                && (bytes[from + 2] & 0xff) == 0xbf;
    }

    private InputException notText(int b) {
        return InputException.at(
                file,
                lines + 1,
                String.format(Locale.ROOT, "byte 0x%02x: this is not a text file", b),
                "Give a file of plain UTF-8 text, or one that gzip packed");
    }
}
