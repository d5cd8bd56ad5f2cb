package org.mclnn.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Standard output or standard error, which remembers why it failed: a print stream alone does not tell. */
final class Pipe extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Pipe(FileDescriptor descriptor) {
        super(new FileOutputStream(descriptor));
    }

    /** UTF-8 whatever the locale. */
    PrintStream printer() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = Optional.of(failure.orElse(e));
            throw e;
        }
    }

    /** What was lost on the way; a reader that went away early, as head does, has lost nothing that it wanted. */
    Optional<IOException> loss() {
        return failure.filter(e -> !String.valueOf(e.getMessage()).contains("Broken pipe"));
    }
}
