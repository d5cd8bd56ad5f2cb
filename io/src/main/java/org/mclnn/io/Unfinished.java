package org.mclnn.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Outputs that are being written, under a name of their own beside their place. What is left of them is removed when the program is
 * stopped from outside; nothing else ever is.
 */
public final class Unfinished {
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OURS.forEach(Unfinished::removeQuietly), "mclnn-unfinished"));
    }

    private Unfinished() {}

    /** A new empty file beside the target, {@code .NAME.part-PID}; a number follows where that exists. */
    public static Path file(Path target) throws IOException {
        return create(target, Files::createFile);
    }

    /** A new empty folder beside the target, named as {@link #file}. */
    public static Path folder(Path target) throws IOException {
        return create(target, Files::createDirectory);
    }

    private interface Maker {
        Path make(Path path) throws IOException;
    }

    private static Path create(Path target, Maker maker) throws IOException {
        var name =
                "." + target.getFileName() + ".part-" + ProcessHandle.current().pid();
        for (int k = 0; ; k++) {
            try {
                var made = maker.make(target.resolveSibling(k == 0 ? name : name + "-" + k));
                OURS.add(made);
                return made;
            } catch (FileAlreadyExistsException e) {
                if (k == 1000) {
                    throw e;
                }
            }
        }
    }

    /** A folder that was made by other means is ours too. */
    public static void own(Path folder) {
        OURS.add(folder);
    }

    /**
     * Gives it its name at once. Never while it is being removed: a folder would get its name with a part of its files.
     *
     * @throws IOException if that fails, or the program is being stopped and it is removed already
     */
    public static void name(Path part, Path place, CopyOption... options) throws IOException {
        synchronized (OURS) {
            if (!OURS.contains(part)) {
                throw new InterruptedIOException("stopped before " + place + " was complete");
            }
            Files.move(part, place, options);
            OURS.remove(part);
        }
    }

    /** It is to stay: nothing is left to remove. */
    public static void finished(Path part) {
        OURS.remove(part);
    }

    /** Removes what {@link #file} or {@link #folder} made, or is {@link #own}, with all that is in a folder. */
    public static void remove(Path part) throws IOException {
        synchronized (OURS) {
            if (OURS.remove(part)) {
                removeAll(part);
            }
        }
    }

    private static void removeAll(Path part) throws IOException {
        if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            try (var content = Files.list(part)) {
                for (var file : content.toList()) {
                    removeAll(file);
                }
            }
        }
        Files.deleteIfExists(part);
    }

    private static void removeQuietly(Path part) {
        try {
            remove(part);
        } catch (IOException e) {
            // nobody is left to tell
        }
    }
}
