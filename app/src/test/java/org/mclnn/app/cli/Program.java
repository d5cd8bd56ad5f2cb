package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line run in a process of its own. */
final class Program {
    private static final long PATIENCE = 120_000; // ms until a process that does not do its work is given up

    private final Process process;
    private final Path err;

    private Program(Process process, Path err) {
        this.process = process;
        this.err = err;
    }

    static Program start(Path err, Object... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (var word : words) {
            command.add(word.toString());
        }
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        return new Program(process, err);
    }

    /** Waits until a file is there. */
    Program until(Path file) throws InterruptedException {
        long begin = System.nanoTime();
        while (!Files.exists(file)) {
            assertThat(process.isAlive()).as("it runs until %s is there", file).isTrue();
            assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(PATIENCE);
            Thread.sleep(5);
        }
        return this;
    }

    /** The TERM signal. */
    Program stop() {
        process.destroy();
        return this;
    }

    Program kill() {
        process.destroyForcibly();
        return this;
    }

    long pid() {
        return process.pid();
    }

    /** Its exit code. */
    int code() throws InterruptedException {
        return process.waitFor();
    }

    String err() throws IOException {
        return Files.readString(err);
    }
}
