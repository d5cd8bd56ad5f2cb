package org.mclnn.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mclnn.io.InputException;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;

/** Gives bytes to a reader as a file. It gives a value, or an {@link InputException} that names the file; all else is a finding. */
final class Damaged {
    /** Inputs that a run of the fuzzer tries for each reader. */
    static final long INPUTS = 100_000;

    private final Path file;

    /** @param name of the file, whose extension tells the format where the content does not */
    Damaged(String name) {
        try {
            file = Files.createTempDirectory("mclnn-fuzz-").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Reader {
        Object read(Path file) throws InputException, IOException;
    }

    void read(byte[] content, Reader reader) throws IOException {
        Files.write(file, content);
        try {
            if (reader.read(file) == null) {
                throw new AssertionError("neither a value nor an exception");
            }
        } catch (InputException e) {
            if (!String.valueOf(e.getMessage()).startsWith(file.toString())) {
                throw new AssertionError("the message does not begin with the file", e);
            }
        }
    }

    /** As a trajectory. */
    void read(byte[] content) throws IOException {
        read(content, path -> TrajectoryFiles.read(path, ReadOptions.timePerStep(0.1)));
    }
}
