package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command line run in this JVM: its exit code and what it printed. */
record Session(int code, String out, String err) {
    static Session run(Object... words) {
        var screen = new Screen();
        var args = new String[words.length];
        for (int k = 0; k < words.length; k++) {
            args[k] = words[k].toString();
        }
        int code = Main.run(screen.terminal(false, true), args);
        return new Session(code, screen.out(), screen.err());
    }

    /** As {@link #run}, and it must end well. */
    static Session ok(Object... words) {
        var session = run(words);
        assertThat(session.code).as(session.err).isEqualTo(ExitCode.OK);
        return session;
    }

    /** Stdout as the one JSON object that it must be. */
    JsonNode json() {
        assertThat(out.lines()).hasSize(1);
        return JsonMapper.shared().readTree(out);
    }

    /** Names in a folder, sorted. */
    static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
