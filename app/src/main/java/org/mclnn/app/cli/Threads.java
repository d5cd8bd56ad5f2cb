package org.mclnn.app.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many threads compute: {@code @Mixin private Threads threads = new Threads();} */
final class Threads {
    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Converters.Count.class,
            description = "Threads (default: all processors); the result is the same with any number.")
    private OptionalInt given = OptionalInt.empty();

    int count() {
        return given.orElse(Runtime.getRuntime().availableProcessors());
    }
}
