package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mclnn.io.Checkpoint;
import org.mclnn.io.CheckpointFiles;
import org.mclnn.io.Unfinished;

/**
 * The folder {@code NAME.unfinished} beside the place of a run, for one process at a time: a lock with the number of the process, the
 * checkpoints, and at the end the run itself. Without a checkpoint it goes away with the process; with one it stays to be gone on with.
 */
final class UnfinishedRun implements AutoCloseable {
    static final String ENDING = ".unfinished";

    private static final String LOCK = "lock";
    private static final String RUN = "run";
    private static final long BEYOND = 1L << 30; // what is locked lies behind what others may read
    private static final int ATTEMPTS = 100;

    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet(); // by this process

    private final Path folder;
    private final CheckpointFiles checkpoints;
    private final FileChannel lock;

    private UnfinishedRun(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        checkpoints = new CheckpointFiles(folder);
        if (!checkpoints.exist()) {
            Unfinished.own(folder);
        }
    }

    static Path beside(Path place) {
        var whole = place.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ENDING);
    }

    /** @throws CannotCreateException if another process has it, or it is not ours */
    static UnfinishedRun claim(Path place) throws IOException {
        var folder = beside(place);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !isOurs(folder)) {
            throw new CannotCreateException(
                    place, folder + " is there and is no unfinished run. Give another name to -o");
        }
        for (int k = 0; k < ATTEMPTS; k++) {
            Files.createDirectories(folder);
            var lock = lock(place, folder);
            if (lock.isPresent()) {
                return new UnfinishedRun(folder, lock.get());
            }
        }
        throw new CannotCreateException(place, folder + " comes and goes. Give another name to -o");
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var content = Files.list(folder)) {
            return content.map(file -> String.valueOf(file.getFileName()))
                    .allMatch(name -> name.equals(LOCK) || name.equals(RUN) || CheckpointFiles.NAMES.contains(name));
        }
    }

    /**
     * Absent where the file that was locked is not the one that is there now: the process that had it took it away meanwhile. The file may
     * not be opened a second time while the lock is held: on POSIX systems closing it again would end the lock.
     */
    private static Optional<FileChannel> lock(Path place, Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        if (!CLAIMED.add(folder)) {
            throw taken(place, folder, "this process");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            var opened = identity(file);
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock(BEYOND, 1, false) == null) {
                var owner = Files.readString(file);
                throw taken(place, folder, owner.isEmpty() ? "another process" : "process " + owner);
            }
            sign(channel);
            locked = identity(file).equals(opened);
            return locked ? Optional.of(channel) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            if (!locked) {
                CLAIMED.remove(folder);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static void sign(FileChannel channel) {
        var pid = Long.toString(ProcessHandle.current().pid());
        try {
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException e) {
            // it is for the message to others only
        }
    }

    /** What tells the file of a path from a later one of the same path; the file is made where there is none. */
    private static Object identity(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) { // another process was faster
            }
        }
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    private static CannotCreateException taken(Path place, Path folder, String who) {
        return new CannotCreateException(
                place, who + " is at work on it (" + folder + "). Wait for it, or give another name to -o");
    }

    CheckpointFiles checkpoints() {
        return checkpoints;
    }

    /** Saves; from now on the folder stays when the process ends. */
    void save(Checkpoint checkpoint) throws IOException {
        checkpoints.save(checkpoint);
        Unfinished.finished(folder);
    }

    /** A new empty folder for the files of the run. */
    Path result() throws IOException {
        var run = folder.resolve(RUN);
        removeResult();
        Files.createDirectory(run);
        Unfinished.own(run);
        return run;
    }

    private void removeResult() throws IOException {
        Unfinished.own(folder.resolve(RUN));
        Unfinished.remove(folder.resolve(RUN));
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (checkpoints.exist()) {
                removeResult();
            } else {
                Unfinished.own(folder);
                Unfinished.remove(folder);
            }
        } catch (DirectoryNotEmptyException e) { // the next process has it already
        } finally {
            CLAIMED.remove(folder);
        }
    }
}
