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

/** A file that takes its name only once it is complete and on the disk; until then it has a name of its own beside that place. */
public final class NewFile implements Closeable {
    private final Path target;
    private final Path unfinished;
    private final FileOutputStream bytes; // no channel: an interrupt of the thread would close it
    private final OutputStream out;
    private final Writer text;
    private boolean complete;

    /** @throws IOException if there can be no file in its folder */
    public NewFile(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException(target + " is a directory");
        }
        this.target = target;
        unfinished = Unfinished.file(target);
        bytes = new FileOutputStream(unfinished.toFile());
        out = named(bytes);
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /**
     * Writes a file at once, in place of an older one of the name.
     *
     * @throws IOException if that fails: the older one is there as it was
     */
    public static void write(Path target, byte[] content) throws IOException {
        try (var file = new NewFile(target)) {
            file.out.write(content);
            file.commit();
        }
    }

    /** The same stream, whose failures say which file they are about; nothing of it stays. */
    private OutputStream named(OutputStream stream) {
        return new FilterOutputStream(stream) {
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

    /** For what is no text. */
    public OutputStream bytes() {
        return out;
    }

    /** Where it is until it has its name, for what only writes to a path. */
    Path unfinished() {
        return unfinished;
    }

    @Override
    public String toString() {
        return target.toString();
    }

    /** Everything is on the disk; only the name is missing. */
    public void complete() throws IOException {
        if (!complete) {
            text.flush();
            bytes.getFD().sync();
            text.close();
            complete = true;
        }
    }

    /** Gives the file its name, replacing an older one at once. */
    public void commit() throws IOException {
        complete();
        Unfinished.name(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what has not been committed. */
    @Override
    public void close() throws IOException {
        try {
            bytes.close();
        } finally {
            Unfinished.remove(unfinished);
        }
    }
}
