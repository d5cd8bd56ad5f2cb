package org.mclnn.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoint of a training and the one before it, in the folder of the run. At every moment a whole checkpoint is there, whenever the
 * program or the machine stops. For one process at a time.
 */
public final class CheckpointFiles {
    private static final String LATEST = "checkpoint";
    private static final String PREVIOUS = "checkpoint.prev";
    private static final String UNFINISHED = "checkpoint.tmp";
    /** Every name that is used in the folder. */
    public static final List<String> NAMES = List.of(LATEST, PREVIOUS, UNFINISHED);

    private static final String REMEDY = "Begin again with --restart";

    private final Path folder;
    private final Path latest;
    private final Path previous;
    private final Path unfinished;
    private final Disk disk;

    public CheckpointFiles(Path folder) {
        this(folder, Disk.REAL);
    }

    CheckpointFiles(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        latest = folder.resolve(LATEST);
        previous = folder.resolve(PREVIOUS);
        unfinished = folder.resolve(UNFINISHED);
    }

    /**
     * What was read.
     *
     * @param warning why the latest checkpoint could not be taken, if it could not
     */
    public record Loaded(Checkpoint checkpoint, Optional<String> warning) {}

    /** Whether there is something to load. */
    public boolean exist() {
        return Files.exists(latest) || Files.exists(previous);
    }

    /**
     * Saves; on return it is on the disk.
     *
     * @throws IOException if that fails: what was saved before is there as it was
     */
    public void save(Checkpoint checkpoint) throws IOException {
        var bytes = CheckpointFormat.bytes(checkpoint);
        try {
            disk.write(unfinished, bytes);
            if (Files.exists(latest)) {
                disk.delete(previous);
                disk.link(latest, previous);
            }
            disk.move(unfinished, latest);
            disk.force(folder);
        } catch (IOException e) {
            tidy();
            throw new IOException(
                    latest + " could not be written: "
                            + (Files.isDirectory(folder)
                                    ? reason(e) + ". Make room or allow it"
                                            + (exist() ? "; what was saved before is still there" : "")
                                    : "its folder is gone. Begin again, and leave the folder until the run is complete"),
                    e);
        }
    }

    private void tidy() {
        try {
            disk.delete(unfinished);
            if (!Files.exists(latest) && Files.exists(previous)) {
                disk.move(previous, latest);
            }
        } catch (IOException e) {
            // the failure that led here is told
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage());
    }

    /**
     * The latest checkpoint, or the one before where the latest is damaged, which then is the latest; absent where there is none.
     *
     * @throws InputException if there are some and none can be used
     */
    public Optional<Loaded> load() throws InputException, IOException {
        if (!exist()) {
            return Optional.empty();
        }
        String why;
        try {
            return Optional.of(new Loaded(read(latest), Optional.empty()));
        } catch (IllegalArgumentException e) {
            why = latest + ": " + e.getMessage();
        }
        if (!Files.exists(previous)) {
            throw InputException.of(latest, why.substring(why.indexOf(": ") + 2), REMEDY);
        }
        try {
            var taken = read(previous);
            disk.move(previous, latest); // or the next one saved would push it out
            return Optional.of(new Loaded(taken, Optional.of(why + "; the checkpoint before it is taken")));
        } catch (IllegalArgumentException e) {
            throw InputException.of(previous, e.getMessage() + "; and " + why, REMEDY);
        }
    }

    private static Checkpoint read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no such file");
        }
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("it is larger than any checkpoint");
        }
        return CheckpointFormat.read(Files.readAllBytes(file));
    }

    /** Removes all of it. */
    public void remove() throws IOException {
        for (var name : NAMES) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
