package org.mclnn.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.mclnn.io.Header;
import org.mclnn.io.NewFile;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.io.TrajectoryWriter;
import picocli.CommandLine.Option;

/** The trajectory that a verb writes: {@code @Mixin private OutputFile output;} */
final class OutputFile {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Trajectory to write: .xyz (extended XYZ), .csv, .h5 (H5MD) or .npz (NumPy).")
    private Path file = Path.of("");

    /** A writer of a new trajectory; an older file of the name moves to {@code name.1}, {@code name.2} ... when the new one is complete. */
    TrajectoryWriter writer(Header header) throws IOException {
        checkPlace(file);
        try {
            return UsageException.in("-o", () -> {
                try {
                    return TrajectoryFiles.writer(file, header);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new CannotCreateException(file, Objects.requireNonNull(e.getCause()));
        }
    }

    /** Whether a file can be there, before any work is done for it. */
    static void checkPlace(Path file) throws CannotCreateException {
        if (file.toString().isBlank()) {
            throw new UsageException("-o: the name of the file is empty");
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CannotCreateException(file, "there is no folder " + folder + ". Make it first");
        }
        if (Files.isDirectory(file)) {
            throw new CannotCreateException(file, "this is a folder. Give a file name to -o");
        }
    }

    /** Gives a complete file its name. */
    void commit(TrajectoryWriter writer, Console console) throws IOException {
        writer.complete();
        var older = moveOlder(file);
        writer.commit();
        sayOlder(file, older, console);
    }

    /** Writes a file at once; an older one of the name moves away when the new one is complete. */
    static void write(Path file, byte[] content, Console console) throws IOException {
        try (var part = part(file)) {
            part.bytes().write(content);
            part.complete();
            var older = moveOlder(file);
            part.commit();
            sayOlder(file, older, console);
        }
    }

    private static NewFile part(Path file) throws CannotCreateException {
        try {
            return new NewFile(file);
        } catch (IOException e) {
            throw new CannotCreateException(file, e);
        }
    }

    private static void sayOlder(Path file, Optional<Path> older, Console console) {
        older.ifPresent(path -> console.note("the older %s is now %s", file, path));
    }

    /** Moves what is at a path out of the way; says where, or nothing if there was nothing. */
    static Optional<Path> moveOlder(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        int k = 1;
        while (Files.exists(path.resolveSibling(path.getFileName() + "." + k))) {
            k++;
        }
        var older = path.resolveSibling(path.getFileName() + "." + k);
        Files.move(path, older);
        return Optional.of(older);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
