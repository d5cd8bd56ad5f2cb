package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Unfinished outputs, removed when the program is stopped from outside. */
final class Leftovers {
    private static final Set<Path> PATHS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PATHS.forEach(Leftovers::remove), "mclnn-leftovers"));
    }

    private Leftovers() {}

    /** Remove this file or folder at the end, unless it is forgotten first. */
    static void remember(Path path) {
        PATHS.add(path);
    }

    static void forget(Path path) {
        PATHS.remove(path);
    }

    private static void remove(Path path) {
        try (var tree = Files.walk(path)) {
            for (var part : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // nobody is left to tell
        }
    }
}
