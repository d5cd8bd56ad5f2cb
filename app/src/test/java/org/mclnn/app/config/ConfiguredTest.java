package org.mclnn.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any kind of option can be a setting: what a verb does not have today it may have tomorrow. */
class ConfiguredTest {
    enum Mode {
        FAST,
        SAFE
    }

    @Command(name = "probe")
    static final class Probe {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files.")
        List<Path> files = List.of();

        @Option(names = "--map", paramLabel = "COLUMN=NAME", description = "Columns.")
        List<String> map = List.of();

        @Option(names = "--tags", split = ",", description = "Tags.")
        List<String> tags = List.of();

        @Option(names = "--mode", description = "Mode.")
        Optional<Mode> mode = Optional.empty();

        @Option(names = "--widths", paramLabel = "N,N", description = "Widths.")
        String widths = "";

        @Option(names = "--number", description = "A number, 100 %% of it.", converter = Real.class)
        OptionalDouble number = OptionalDouble.empty();

        @Option(
                names = {"-v", "--very-deep"},
                description = "Deep.")
        boolean deep;

        @Option(names = "--count", required = true, description = "A count.")
        int count;

        @Option(names = "--now")
        @NotKept
        boolean now;

        @Option(names = "--config")
        @NotKept
        Path config = Path.of("");

        @Option(names = "--set")
        @NotKept
        List<String> set = List.of();
    }

    static final class Real implements CommandLine.ITypeConverter<OptionalDouble> {
        @Override
        public OptionalDouble convert(String text) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
    }

    private static final int MUTANTS = 500;

    @TempDir
    Path folder;

    private static CommandLine line(Probe probe) {
        return new CommandLine(probe).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private List<String> words(String toml, String... words) throws Exception {
        var file = Files.writeString(folder.resolve("a.toml"), toml);
        var all = new ArrayList<>(List.of("--config", file.toString()));
        all.addAll(List.of(words));
        return Configured.of(line(new Probe()), all).words();
    }

    @Test
    void everyKindOfValueIsWrittenOut() throws Exception {
        var words = words("""
                file = ["a b.xyz", "c.xyz"]
                map = { x = "POSITION_X", "y y" = "POSITION=Y" }
                tags = ["one", "two"]
                mode = "safe"
                widths = [3, 4]
                number = -2.5e-3
                very-deep = true
                count = 3
                """);
        assertThat(words)
                .containsExactly(
                        "--map=x=POSITION_X",
                        "--map=y y=POSITION=Y",
                        "--tags=one",
                        "--tags=two",
                        "--mode=safe",
                        "--widths=3,4",
                        "--number=-0.0025",
                        "--very-deep",
                        "--count=3",
                        "a b.xyz",
                        "c.xyz");
        var probe = new Probe();
        line(probe).parseArgs(words.toArray(String[]::new));
        assertThat(probe.files).containsExactly(Path.of("a b.xyz"), Path.of("c.xyz"));
        assertThat(probe.map).containsExactly("x=POSITION_X", "y y=POSITION=Y");
        assertThat(probe.mode).contains(Mode.SAFE);
        assertThat(probe.deep).isTrue();
    }

    @Test
    void theFileThatIsWrittenGivesTheSameWords() throws Exception {
        var probe = new Probe();
        var given = line(probe)
                .parseArgs(
                        "-v",
                        "--tags",
                        "one,two",
                        "--map",
                        "x=a \"b\" \\c",
                        "--widths",
                        "3,4",
                        "--number",
                        "1e-3",
                        "--count",
                        "7",
                        "a.xyz",
                        "--now",
                        "b.xyz");
        var text = ConfigText.of(given, Map.of("mode", "fast"));
        assertThat(text)
                .contains("file = [\"a.xyz\", \"b.xyz\"]\n", "very-deep = true\n", "tags = [\"one\", \"two\"]\n")
                .contains("map = { \"x\" = \"a \\\"b\\\" \\\\c\" }\n", "widths = [3, 4]\n", "number = 0.001\n")
                .contains("# mode = \"fast\"\n", "# A number, 100 % of it.\n")
                .doesNotContain("now", "config =", "set =");
        assertThat(words(text))
                .containsExactly(
                        "--map=x=a \"b\" \\c",
                        "--tags=one",
                        "--tags=two",
                        "--widths=3,4",
                        "--number=0.001",
                        "--very-deep",
                        "--count=7",
                        "a.xyz",
                        "b.xyz");
    }

    @Test
    void whatTheCommandLineSaysIsLeftOut() throws Exception {
        var toml = "file = 'a.xyz'\ncount = 3\nvery-deep = true\ntags = ['x']\n";
        assertThat(words(toml, "-v", "--count=4", "--tags", "y", "mine.xyz"))
                .containsExactly("-v", "--count=4", "--tags", "y", "mine.xyz");
        assertThat(words(toml, "--set", "count=5", "--set=map.x=P", "--set", "file=-odd"))
                .containsExactly("--count=5", "--very-deep", "--tags=x", "--map=x=P", "--", "-odd");
        assertThat(words(toml, "--set", "very-deep=false", "--", "-b.xyz"))
                .containsExactly("--count=3", "--tags=x", "--", "-b.xyz");
    }

    @Test
    void oneEntryOfATableIsSetBesideTheOthers() throws Exception {
        var toml = "file = 'a.xyz'\ncount = 3\nmap = { x = 'A', y = 'B=C' }\n";
        assertThat(words(toml, "--set", "map.x=P", "--set", "map.t=F"))
                .containsExactly("--count=3", "--map=y=B=C", "--map=x=P", "--map=t=F", "a.xyz");
        assertThat(words(toml, "--set", "map=x=P")).containsExactly("--count=3", "--map=x=P", "a.xyz");
    }

    @Test
    void aCommandLineThatIsWrongItselfIsLeftToItsOwnErrors() throws Exception {
        assertThat(words("count = 3\n", "--conut", "4")).contains("--config", "--conut");
        assertThat(Configured.of(line(new Probe()), List.of("--config")).words())
                .containsExactly("--config");
    }

    @Test
    void valuesOfAnotherKindAreNamed() {
        assertThatThrownBy(() -> words("""
                        file = 3
                        map = ["x"]
                        tags = [1]
                        widths = true
                        count = 2020-01-01
                        now = true
                        very = 1
                        """))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(":1:8: 'file' is an array of strings, was 3\n")
                .hasMessageContaining(":2:7: 'map' is a table of strings, was the array [x]\n")
                .hasMessageContaining(":3:8: 'tags' is an array of strings, was the array [1]\n")
                .hasMessageContaining(":4:10: 'widths' is an array of numbers, was true\n")
                .hasMessageContaining(":5:9: 'count' is a whole number, was 2020-01-01\n")
                .hasMessageContaining(":6:1: Unknown key 'now'. Known: file, map,")
                .hasMessageContaining(":7:1: Unknown key 'very'.");
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        var wide = "x".repeat(300);
        assertThatThrownBy(() -> words("widths = \"" + wide + "\" oops\n"))
                .hasMessageContaining(":1:313: ")
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).allMatch(line -> line.length() < 160));
    }

    /** Any text gives words, or complaints with places; never anything else. */
    @Test
    void whatTheParserFailsOnIsAnErrorAtItsLine() {
        assertThatThrownBy(() -> words("count = 3\n\nmap = {a, # \0\0\n\ntags = []\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a.toml:3:1: this is no TOML");
    }

    @Test
    void mutatedFilesAreReadOrRefused() throws Exception {
        var seed =
                "file = [\"a.xyz\", 'b']\nmap = { x = \"P\" }\ncount = 3 # three\nnumber = -2.5e-3\nvery-deep = true\n"
                        + "widths = [3, 4]\ntags = [\"\"\"\nmany\nlines\"\"\", ]\n";
        var random = new SplittableRandom(3);
        int read = 0;
        for (int k = 0; k < MUTANTS; k++) {
            var text = new StringBuilder(seed);
            for (int m = random.nextInt(1, 5); m > 0; m--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(1, 0x250));
                    default -> text.setCharAt(at, "=\"'[]{}#,.\n\\ 019e-".charAt(random.nextInt(18)));
                }
            }
            try {
                words(text.toString());
                read++;
            } catch (ConfigException e) {
                assertThat(e.getMessage()).contains("a.toml:");
            } catch (InputException e) {
                assertThat(e.getMessage()).contains("a.toml");
            }
        }
        assertThat(read).isBetween(1, MUTANTS - 1);
    }
}
