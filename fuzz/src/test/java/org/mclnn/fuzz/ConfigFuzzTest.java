package org.mclnn.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mclnn.app.config.ConfigException;
import org.mclnn.app.config.Configured;
import org.mclnn.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ConfigFuzzTest {
    private static final Damaged DAMAGED = new Damaged("config.toml");

    private enum Kind {
        NETWORK,
        SPLINE
    }

    /** A setting of each kind. */
    @Command(name = "verb")
    private static final class Verb {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Of each there is a description.")
        private List<String> files = List.of();

        @Option(names = "--config", description = "A file.")
        private Path config = Path.of("");

        @Option(names = "--set", description = "A setting.")
        private List<String> set = List.of();

        @Option(names = "--windows", description = "A whole number.")
        private int windows = 1;

        @Option(names = "--sigma", description = "A number.")
        private OptionalDouble sigma = OptionalDouble.empty();

        @Option(names = "--force", description = "A truth.")
        private boolean force;

        @Option(names = "--form", description = "A word.")
        private Kind form = Kind.SPLINE;

        @Option(names = "--layers", split = ",", description = "Numbers.")
        private List<Integer> layers = List.of();

        @Option(names = "--map", split = ",", description = "A table.")
        private Map<String, String> map = new LinkedHashMap<>();
    }

    @FuzzTest(maxExecutions = Damaged.INPUTS, maxDuration = "")
    void damaged(byte[] content) throws IOException {
        DAMAGED.read(content, ConfigFuzzTest::read);
    }

    private static Object read(Path file) throws InputException, IOException {
        try {
            return Configured.of(new CommandLine(new Verb()), List.of("--config", file.toString()));
        } catch (ConfigException e) {
            throw InputException.of(file, String.valueOf(e.getMessage()), "Mend it");
        }
    }
}
