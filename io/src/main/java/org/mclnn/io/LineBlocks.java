package org.mclnn.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, block after block, with the fields in them. Blocks are looked through ahead by a few threads, and by the one that
 * takes them where these have not come so far.
 */
final class LineBlocks implements Closeable {
    private static final int MOST_THREADS = 3;

    /** Lines, and what came after them: a failure, or the end of the file, or nothing yet. */
    record Part(LineBlock block, Optional<Throwable> failure, boolean last) {}

    private final Path file;
    private final Pieces pieces;
    private final ReentrantLock reading = new ReentrantLock();
    private long read; // blocks so far; by the thread that is reading
    private volatile char separator;
    private volatile long columns = LineBlock.ALL_COLUMNS;

    // guarded by this
    private final ArrayDeque<LineBlock> free = new ArrayDeque<>();
    private final Map<Long, Part> ready = new HashMap<>();
    private long taken;
    private boolean ended; // nothing more is to be read
    private @Nullable Throwable broken; // what ended a thread, whose block never comes

    /** Of a file of this size, with as many threads as serve it. */
    static int threads(long size) {
        return size < Pieces.SIZE
                ? 0
                : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * @param threads that look ahead, beside the one that takes blocks
     * @param large as {@link LineBlock#LineBlock(boolean)} takes it
     */
    LineBlocks(Path file, Pieces pieces, char separator, int threads, boolean large) {
        this.file = file;
        this.separator = separator;
        this.pieces = pieces;
        // with so many none waits for another to give one back
        for (int k = 0; k < (threads == 0 ? 1 : threads + 4); k++) {
            free.add(new LineBlock(large));
        }
        for (int k = 0; k < threads; k++) {
            var thread = new Thread(this::readAhead, "mclnn-lines-" + k);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What stands between fields in the lines that are read from now on. */
    void separate(char newSeparator) {
        separator = newSeparator;
    }

    /** Of which columns numbers are made in the lines that are read from now on. */
    void number(long newColumns) {
        columns = newColumns;
    }

    /** The next lines. */
    Part next() throws IOException {
        try {
            while (true) {
                Optional<LineBlock> own;
                synchronized (this) {
                    var part = ready.remove(taken);
                    if (part != null) {
                        taken++;
                        return part;
                    }
                    if (broken != null) {
                        return new Part(new LineBlock(false), Optional.of(broken), true);
                    }
                    own = Optional.ofNullable(ended ? null : free.poll());
                    if (own.isEmpty()) {
                        wait();
                    }
                }
                if (own.isPresent()) {
                    work(own.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + file + " was read");
        }
    }

    /** Gives back a block that is no longer needed. */
    synchronized void recycle(LineBlock block) {
        free.addFirst(block); // which is near
        notifyAll();
    }

    private void readAhead() {
        try {
            while (true) {
                LineBlock block;
                synchronized (this) {
                    while (!ended && free.isEmpty()) {
                        wait();
                    }
                    if (ended) {
                        return;
                    }
                    block = free.remove();
                }
                work(block);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // where memory is short even what follows a failure may fail
            synchronized (this) {
                broken = e;
                ended = true;
                notifyAll();
            }
        }
    }

    /** Reads into a block and looks through it, unless another one came to the end meanwhile. */
    private void work(LineBlock block) throws InterruptedException {
        Optional<Throwable> failure = Optional.empty();
        boolean last = false;
        long number;
        reading.lockInterruptibly();
        try {
            synchronized (this) {
                if (ended) {
                    free.add(block);
                    return;
                }
            }
            number = read++;
            block.clear(separator, columns);
            try {
                pieces.next(block);
                last = pieces.ended();
            } catch (Throwable e) { // whatever it is, it is thrown where the block is taken
                failure = Optional.of(e);
                last = true;
            }
            if (last) {
                end();
            }
        } finally {
            reading.unlock();
        }
        try {
            pieces.fill(block);
            block.find();
        } catch (Throwable e) {
            failure = Optional.of(e);
        }
        synchronized (this) {
            ready.put(number, new Part(block, failure, last));
            notifyAll();
        }
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        end();
        pieces.close();
    }
}
