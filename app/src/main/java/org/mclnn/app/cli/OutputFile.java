package org.mclnn.app.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.mclnn.io.Header;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.io.TrajectoryWriter;
import org.mclnn.io.Unfinished;
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
        var part = part(file);
        try {
            fill(part, file, content);
            var older = moveOlder(file);
            Unfinished.name(part, file, StandardCopyOption.ATOMIC_MOVE);
            sayOlder(file, older, console);
        } finally {
            Unfinished.remove(part);
        }
    }

    private static Path part(Path file) throws CannotCreateException {
        try {
            return Unfinished.file(file);
        } catch (IOException e) {
            throw new CannotCreateException(file, e);
        }
    }

    private static void fill(Path part, Path file, byte[] content) throws IOException {
        try (var out = new FileOutputStream(part.toFile())) {
            out.write(content);
            out.getFD().sync();
        } catch (IOException e) {
            throw new IOException(
                    file + " could not be written: " + Failure.describe(e) + ". Make room or write elsewhere", e);
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
