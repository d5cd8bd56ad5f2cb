package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mclnn.io.ModelFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.json.JsonMapper;

/** Options from a file: which one counts, that a run is made again from its own file, and what is said about a wrong one. */
class ConfigTest {
    /** Options that say how to go about it. */
    private static final List<String> DEEDS = List.of(
            "--config",
            "--set",
            "--dry-run",
            "--restart",
            "--force",
            "--help",
            "--json",
            "--quiet",
            "--debug",
            "--color");

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static Path springs;
    private Path run;

    @BeforeAll
    static void generate() {
        springs = data.resolve("spring run.xyz");
        Session.ok("generate", "linear", "--frames", 400, "-o", springs, "-q");
    }

    @BeforeEach
    void names() {
        run = folder.resolve("run");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private String configured(String key) throws Exception {
        var model = ModelFile.read(run.resolve("model.json"));
        return key.equals("seed")
                ? Long.toString(model.manifest().seed())
                : String.valueOf(model.manifest().configuration().get(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --form spline
            --form powers:-1..2 --seed 0x
            --layers 4,4 --iterations 6 --target-loss 1e-20 --smoothness .5
            --layers 3 --optimizer adam --batch 3 --rate 1e-2 --iterations 20
            --form harmonic --positions-only --sigma 1E-3 --frames 10
            """)
    void aRunIsMadeAgainFromItsOwnFileToTheSameBits(String words) throws IOException {
        var all = new ArrayList<Object>(List.of("train", springs, "--windows", "1e1", "-o", run, "-q"));
        all.addAll(List.of(words.replace(" --seed 0x", " --seed 1_0").split(" ")));
        Session.ok(all.toArray());
        var again = folder.resolve("again");
        Session.ok("train", "--config", run.resolve("config.toml"), "-o", again, "-q");
        for (var file : new String[] {"model.json", "metrics.jsonl", "law.csv", "law.npz", "figures/law.svg"}) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
        var text = Files.readString(again.resolve("config.toml"));
        assertThat(text.replaceAll("output = .*", ""))
                .isEqualTo(Files.readString(run.resolve("config.toml")).replaceAll("output = .*", ""));
        assertThat(Files.readString(again.resolve("manifest.json"))).doesNotContain("--config");
    }

    @Test
    void theCommandLineComesBeforeSetAndSetBeforeTheFile() throws Exception {
        var file = write(
                "my settings.toml",
                "file = '" + springs + "'",
                "form = \"harmonic\"",
                "seed = 1",
                "windows = 7",
                "frames = 5",
                "output = '" + run + "'");
        Session.ok("train", "--config", file, "-q");
        assertThat(configured("seed")).isEqualTo("1");
        assertThat(configured("form")).isEqualTo("harmonic");
        Session.ok("train", "--config=" + file, "--set", "seed=2", "--set=windows=8", "-q");
        assertThat(configured("seed")).isEqualTo("2");
        assertThat(configured("windows")).isEqualTo("8");
        Session.ok("train", "--seed", 3, "--set", "seed=2", "--config", file, "--form=quartic", "-q");
        assertThat(configured("seed")).isEqualTo("3");
        assertThat(configured("form")).isEqualTo("quartic");
        assertThat(configured("windows")).isEqualTo("7");
        assertThat(configured("frames")).isEqualTo("5");
    }

    @Test
    void whatIsTrueInTheFileStaysTrueAndCanBeTakenBack() throws Exception {
        var file = write("a.toml", "positions-only = true", "form = 'harmonic'", "frames = 10");
        Session.ok("train", springs, "--config", file, "-o", run, "-q");
        assertThat(configured("positionsOnly")).isEqualTo("true");
        Session.ok("train", springs, "--positions-only", "--config", file, "-o", run, "-q");
        assertThat(configured("positionsOnly")).isEqualTo("true");
        Session.ok("train", springs, "--config", file, "--set", "positions-only=false", "-o", run, "-q");
        assertThat(configured("positionsOnly")).isEqualTo("null");
    }

    @Test
    void arraysAndNumbersMayBeWrittenAsTomlHasThem() throws Exception {
        var file = write(
                "a.toml",
                "layers = [3, 3]",
                "windows = 1e1",
                "iterations = 1_000",
                "target-loss = 1",
                "figures = ['svg', 'pdf']");
        Session.ok("train", springs, "--config", file, "-o", run, "-q");
        assertThat(configured("layers")).isEqualTo("3,3");
        assertThat(configured("windows")).isEqualTo("10");
        assertThat(configured("iterations")).isEqualTo("1000");
        assertThat(Session.names(run.resolve("figures"))).contains("law.pdf", "law.svg", "motion.pdf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mass = 2.5                 | 2.5
            mass = "2.5"               | 2.5
            mass = { X = 2.5 }         | X=2.5
            mass = { "X" = "2.5" }     | X=2.5
            mass = ["X=2.5"]           | X=2.5
            """)
    void massesMayBeANumberOrATableOfThem(String line, String kept) throws Exception {
        var file = write("a.toml", line);
        Session.ok("train", springs, "--config", file, "--form", "harmonic", "-o", run, "-q");
        assertThat(configured("mass")).isEqualTo(kept);
        Session.ok("train", "--config", run.resolve("config.toml"), "-o", folder.resolve("again"), "-q");
        assertThat(Files.readAllBytes(folder.resolve("again/law.csv")))
                .isEqualTo(Files.readAllBytes(run.resolve("law.csv")));
    }

    @Test
    void aWrongFileIsNotRecited() throws IOException {
        var lines = new String[40];
        Arrays.fill(lines, "1.5,0.2");
        var said = Session.run("train", springs, "--config", write("a.csv", lines), "-o", run);
        assertThat(said.code()).isEqualTo(ExitCode.CONFIG);
        assertThat(said.err().lines().filter(line -> line.contains("Unexpected")))
                .hasSize(10);
        assertThat(said.err()).contains("and 30 more");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException {
        var file = write(
                "bad.toml",
                "windws = 50",
                "cutoff = \"abc\" # no number",
                "  frames = 1.5",
                "iterations = 0",
                "optimizer = \"sgd\"",
                "positions-only = \"yes\"",
                "layers = [10, \"x\"]",
                "seed = 3",
                "seed = 4",
                "sigma =",
                "[data]",
                "windows = 5");
        var refused = Session.run("train", springs, "--config", file, "-o", run);
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
        var at = "mclnn: " + file;
        assertThat(refused.err()).isEqualTo(at + """
                :1:1: Unknown key 'windws'. Did you mean 'windows'?
                    windws = 50
                    ^
                F:2:10: 'cutoff' is a number, was the string "abc"
                    cutoff = "abc" # no number
                             ^
                F:3:12: 'frames' is a whole number, was 1.5
                      frames = 1.5
                               ^
                F:4:14: '0' is not a positive whole number, such as 1000 or 1e6
                    iterations = 0
                                 ^
                F:5:13: Unknown choice 'sgd'. Known: lm, lbfgs, adam.
                    optimizer = "sgd"
                                ^
                F:6:18: 'positions-only' is true or false, was the string "yes"
                    positions-only = "yes"
                                     ^
                F:7:10: 'layers' is an array of numbers, was the array [10, x]
                    layers = [10, "x"]
                             ^
                F:9:1: seed previously defined at line 8, column 1
                    seed = 4
                    ^
                F:10:8: Unexpected end of line, expected a value
                    sigma =
                           ^
                F:11:1: There is no table 'data': write its keys without [data]
                    [data]
                    ^
                """.replaceAll("(?m)^F:", file + ":"));
        assertThat(run).doesNotExist();
        var json = Session.run("train", springs, "--config", file, "-o", run, "--json");
        assertThat(json.json().path("exitCode").asInt()).isEqualTo(ExitCode.CONFIG);
    }

    @Test
    void whatOptionsSayOfEachOtherIsSaidAboutTheLineThatTheyComeFrom() throws IOException {
        var file = write("bad.toml", "# a comment", "form =   \"yukwa\"");
        var refused = Session.run("train", springs, "--config", file, "-o", run);
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIG);
        assertThat(refused.err())
                .startsWith("mclnn: " + file + ":2:10: --form: Unknown form 'yukwa'. Did you mean 'yukawa'?")
                .endsWith("    form =   \"yukwa\"\n             ^\n");
        var overruled = Session.run("train", springs, "--config", file, "--form", "hartz", "-o", run);
        assertThat(overruled.code()).isEqualTo(ExitCode.USAGE);
        assertThat(overruled.err()).startsWith("mclnn: --form: Unknown form 'hartz'");
    }

    @Test
    void aWrongSetIsTheFaultOfTheCommandLine() throws IOException {
        var refused = Session.run(
                "train",
                springs,
                "-o",
                run,
                "--set",
                "seed=x",
                "--set",
                "widnows=3",
                "--set",
                "frames",
                "--set",
                "positions-only=ja");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).isEqualTo("""
                mclnn: --set seed=x: 'x' is not a whole number
                --set widnows=3: Unknown key 'widnows'. Did you mean 'windows'?
                --set frames: write it as KEY=VALUE
                --set positions-only=ja: 'positions-only' is true or false
                """);
        var missing = Session.run("train", springs, "-o", run, "--set");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("--set");
        var other = Session.run("simulate", "x", "--config", "y");
        assertThat(other.code()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("Unknown option '--config'");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThat(Session.run("train", "--config", folder.resolve("none.toml")).code())
                .isEqualTo(ExitCode.NO_INPUT);
        var directory = Session.run("train", "--config", folder);
        assertThat(directory.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(directory.err()).contains("/config.toml");
        var latin = folder.resolve("latin.toml");
        Files.write(latin, new byte[] {'#', (byte) 0xe4, '\n'});
        assertThat(Session.run("train", "--config", latin).err()).contains("no text in UTF-8");
        var large = folder.resolve("large.toml");
        Files.write(large, new byte[(1 << 20) + 1]);
        assertThat(Session.run("train", "--config", large).err()).contains("larger than any file of settings");
        var nothing = Session.run("train", "--config", write("empty.toml", ""));
        assertThat(nothing.code()).isEqualTo(ExitCode.USAGE); // what is required stays so
        assertThat(nothing.err()).contains("Missing required");
    }

    /** Whoever adds an option to train need not think of files of settings. */
    @Test
    void everyOptionIsAKeyOfFileAndSchema() throws IOException {
        Session.ok("train", springs, "--form", "harmonic", "-o", run, "-q");
        var text = Files.readString(run.resolve("config.toml"));
        var schema =
                JsonMapper.shared().readTree(Session.ok("completion", "toml").out());
        var properties = schema.path("properties");
        int keys = 0;
        for (var option : new CommandLine(new Train()).getCommandSpec().options()) {
            if (!DEEDS.contains(option.longestName())) {
                keys++;
                var name = option.longestName().substring(2);
                assertThat(text).containsPattern("(?m)^(# )?" + name + " =");
                assertThat(properties.path(name).path("description").asString()).isNotBlank();
            }
        }
        assertThat(properties.size()).isEqualTo(keys + 1); // the file
        assertThat(text)
                .contains("file = [\"" + springs + "\"]", "form = \"harmonic\"", "# frames = 20", "# sigma =\n");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(properties.path("windows").path("type").asString()).isEqualTo("integer");
        assertThat(properties.path("cutoff").path("type").asString()).isEqualTo("number");
        assertThat(properties.path("positions-only").path("type").asString()).isEqualTo("boolean");
        assertThat(properties.path("layers").path("items").path("type").asString())
                .isEqualTo("number");
    }

    @Test
    void namesWithQuotesAndBackslashesComeBack() throws Exception {
        var odd = folder.resolve("a \"quoted\" \\ name \u00e9.xyz");
        Files.copy(springs, odd);
        Session.ok("train", odd, "--form", "harmonic", "-o", run, "-q");
        Session.ok("train", "--config", run.resolve("config.toml"), "-o", folder.resolve("again"), "-q");
        assertThat(ModelFile.read(folder.resolve("again/model.json")).manifest().dataFile())
                .isEqualTo(odd.toString());
    }

    @Test
    void theOptionsOfTrainThatAreDeedsAreKnown() {
        var names = new CommandLine(new Train())
                .getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .toList();
        assertThat(names).containsAll(DEEDS);
        assertThat(Arrays.asList("--figures", "--save-every", "--threads")).allMatch(names::contains);
    }
}
