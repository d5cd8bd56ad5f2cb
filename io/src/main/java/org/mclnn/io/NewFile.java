package org.mclnn.io;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A text file that takes its name only once it is complete and on the disk; until then it is called {@code name.tmp}. */
final class NewFile implements Closeable {
    private final Path target;
    private final Path unfinished;
    private final FileOutputStream bytes; // no channel: an interrupt of the thread would close it
    private final Writer text;
    private boolean committed;

    NewFile(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a directory");
        }
        this.target = target;
        unfinished = target.resolveSibling(target.getFileName() + ".tmp");
        bytes = new FileOutputStream(unfinished.toFile());
        text = new BufferedWriter(new OutputStreamWriter(named(bytes), StandardCharsets.UTF_8), 1 << 16);
    }

    /** The same stream, whose failures say which file they are about; nothing of it stays. */
    private OutputStream named(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] b, int from, int length) throws IOException {
                try {
                    out.write(b, from, length);
                } catch (IOException e) {
                    throw new IOException(
                            target + " could not be written: " + e.getMessage() + ". Make room or write elsewhere", e);
                }
            }
        };
    }

    Writer text() {
        return text;
    }

    /** Gives the file its name, replacing an older one at once. */
    void commit() throws IOException {
        text.flush();
        bytes.getFD().sync();
        text.close();
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    /** Removes what has not been committed. */
    @Override
    public void close() throws IOException {
        if (!committed) {
            try {
                bytes.close();
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
    }
}
