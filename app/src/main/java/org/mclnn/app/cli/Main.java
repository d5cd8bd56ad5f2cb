package org.mclnn.app.cli;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mclnn.app.config.ConfigException;
import org.mclnn.app.config.Configured;
import org.mclnn.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program. Its verbs are listed here. */
@Command(
        name = "mclnn",
        versionProvider = Main.Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.BUG,
        synopsisSubcommandLabel = "VERB",
        header = "Trajectories of particles go in, the law V(r) between them comes out.%n",
        commandListHeading = "%nVerbs:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mclnn demo                               a spring learned, no data needed",
            "  mclnn check tracks.xyz                   can a law be learned from it?",
            "  mclnn train tracks.xyz -o run1           the law in a trajectory",
            "  mclnn simulate run1 --init tracks.xyz --steps 1e6 -o sim.xyz",
            "  mclnn evaluate run1 --against heldout.xyz",
            "",
            "'mclnn VERB --help' explains a verb."
        })
public final class Main implements Runnable {
    private static final String HELP = "help";
    static final Map<String, Class<?>> VERBS = verbs();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and leave.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and leave.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean version;

    private final Terminal terminal;
    private Configured configured = Configured.plain();

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // numbers and letter case as in the files, whatever the user's language
        System.setProperty("java.awt.headless", "true");
        var out = new Pipe(FileDescriptor.out);
        var terminal = Terminal.detect(out, new Pipe(FileDescriptor.err));
        int code = run(terminal, args);
        if (code == ExitCode.OK && out.loss().isPresent()) {
            terminal.err().println("mclnn: standard output: " + out.loss().get().getMessage());
            code = ExitCode.IO;
        }
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        boolean one = args.length > 0 && !args[0].equals(HELP) && VERBS.containsKey(args[0]);
        boolean version = args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"));
        // picocli takes a while for each
        Map<String, Class<?>> verbs = one ? Map.of(args[0], VERBS.get(args[0])) : version ? Map.of() : VERBS;
        var line = commandLine(terminal, verbs);
        return one && Configured.isAsked(args) ? runConfigured(terminal, line, args) : run(terminal, line, args);
    }

    /** With the settings that the words ask for written out. */
    private static int runConfigured(Terminal terminal, CommandLine line, String... args) {
        try {
            var verb = understanding(new CommandLine(VERBS.get(args[0])));
            var configured = Configured.of(verb, List.of(args).subList(1, args.length));
            ((Main) line.getCommandSpec().userObject()).configured = configured;
            var words = Stream.concat(Stream.of(args[0]), configured.words().stream());
            return run(terminal, line, words.toArray(String[]::new));
        } catch (ConfigException | InputException | IOException e) {
            return new Failures(terminal).early(e, args);
        }
    }

    static int run(Terminal terminal, CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) { // picocli handles exceptions and lets errors such as a full heap pass
            var verb = line;
            for (var parsed = line.getParseResult(); parsed.hasSubcommand(); parsed = parsed.subcommand()) {
                verb = parsed.subcommand().commandSpec().commandLine();
            }
            return new Failures(terminal).report(e, verb);
        }
    }

    /** @param verbs by name, each a class or an object of it */
    static CommandLine commandLine(Terminal terminal, Map<String, ?> verbs) {
        var line = new CommandLine(new Main(terminal));
        verbs.forEach(line::addSubcommand);
        var failures = new Failures(terminal);
        boolean color = terminal.outIsTerminal() && !terminal.noColor();
        return understanding(line)
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setUsageHelpWidth(Math.max(80, Math.min(120, terminal.columns())))
                .setColorScheme(Help.defaultColorScheme(color ? Help.Ansi.ON : Help.Ansi.OFF));
    }

    /** With words taken as they are everywhere, in subcommands too. */
    private static CommandLine understanding(CommandLine line) {
        return line.registerConverter(Path.class, new Converters.Place()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static Terminal terminal(CommandSpec verb) {
        return ((Main) verb.root().userObject()).terminal;
    }

    /** Where the options of a verb come from. */
    static Configured configured(CommandSpec verb) {
        return ((Main) verb.root().userObject()).configured;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "mclnn " + version() + " (Java " + Runtime.version().feature() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch") + ")"
            };
        }
    }

    private static Map<String, Class<?>> verbs() {
        var verbs = new LinkedHashMap<String, Class<?>>(); // in the order of the help
        verbs.put("demo", Demo.class);
        verbs.put("check", Check.class);
        verbs.put("generate", Generate.class);
        verbs.put("train", Train.class);
        verbs.put("convert", Convert.class);
        verbs.put("simulate", Simulate.class);
        verbs.put("evaluate", Evaluate.class);
        verbs.put("reproduce", Reproduce.class);
        verbs.put("sweep", SweepWidths.class);
        verbs.put("runs", Runs.class);
        verbs.put("compare", Compare.class);
        verbs.put("completion", Completion.class);
        verbs.put(HELP, HelpCommand.class);
        return verbs;
    }

    /** Of this program, as the jar says. */
    static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
