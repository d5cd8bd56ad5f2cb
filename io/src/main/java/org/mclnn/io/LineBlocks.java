package org.mclnn.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
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
    private volatile char separator;

    // of the thread
    private byte[] rest = new byte[0]; // a line that has begun
    private long lines;
    private boolean ended;

    LineBlocks(Path file, InputStream in, char separator) throws IOException {
        this.file = file;
        this.in = in;
        this.separator = separator;
        int blocks = Files.isRegularFile(file) && Files.size(file) < SIZE ? 1 : AHEAD;
        for (int k = 0; k < blocks; k++) {
            free.add(new LineBlock());
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
        int filled = rest.length;
        reserve(block, filled);
        System.arraycopy(rest, 0, block.bytes, 0, filled);
        int end = -1; // of the last whole line
        while (!ended && (end < 0 || filled < SIZE)) {
            reserve(block, filled);
            int count = in.read(block.bytes, filled, block.bytes.length - LineBlock.PADDING - filled);
            if (count <= 0) {
                ended = true;
            } else {
                end = lastLineFeed(block.bytes, filled, filled + count, end);
                filled += count;
            }
            if (filled - end > LONGEST + 1) {
                throw InputException.at(
                        file,
                        lines + lineFeeds(block.bytes, end) + 1,
                        "this line is longer than " + LONGEST + " bytes",
                        "Give a text file with one row a line");
            }
        }
        int whole = ended ? filled : end + 1;
        rest = Arrays.copyOfRange(block.bytes, whole, filled);
        block.add(lines == 0 && startsWithByteOrderMark(block.bytes, whole) ? 3 : 0, whole);
        lines += block.lines;
        if (block.wrong >= 0) {
            throw notText(block.bytes[block.wrong] & 0xff);
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

    private static int lineFeeds(byte[] bytes, int end) {
        int count = 0;
        for (int k = 0; k <= end; k++) {
            count += bytes[k] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWithByteOrderMark(byte[] bytes, int to) {
        return to >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    private InputException notText(int b) {
        return InputException.at(
                file,
                lines + 1,
                String.format(Locale.ROOT, "byte 0x%02x: this is not a text file", b),
                "Give a file of plain UTF-8 text, or one that gzip packed");
    }
}
