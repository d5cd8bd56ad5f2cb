package org.mclnn.app.cli;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mclnn.app.config.NotKept;
import org.mclnn.io.ShellWords;
import org.mclnn.kernel.Kernels;
import org.mclnn.potential.Names;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The options that every verb has: {@code @Mixin private Common common;} */
@NotKept
public final class Common {
    /** When to use colours. */
    public enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec verb;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and leave.")
    @SuppressWarnings("UnusedVariable") // read by picocli
    private boolean help;

    @Option(names = "--json", description = "Write one JSON object to stdout; everything else goes to stderr.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Only results, warnings and errors.")
    private boolean quiet;

    @Option(names = "--debug", description = "Show the stack trace of an error.")
    private boolean debug;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Use colours: auto (default), always or never. NO_COLOR is heeded by auto.")
    private When color = When.AUTO;

    private @Nullable Console console;

    boolean debug() {
        return debug;
    }

    /** The words of this verb as they were understood. */
    ParseResult parsed() {
        return verb.commandLine().getParseResult();
    }

    /** The command line, to be given to a shell again; without one word. */
    String commandLine(String without) {
        var words = verb.root().commandLine().getParseResult().originalArgs();
        return ShellWords.quoted(
                Stream.concat(Stream.of(verb.root().name()), words.stream().filter(word -> !word.equals(without)))
                        .toList());
    }

    /** How this verb talks. */
    public Console console() {
        var made = console;
        if (made == null) {
            made = new Console(Main.terminal(verb), json, quiet, color);
            console = made;
            checkKernel();
            Kernels.remark().ifPresent(made::note);
        }
        return made;
    }

    private static void checkKernel() {
        var name = System.getProperty(Kernels.PROPERTY, "");
        if (!name.isEmpty() && !Kernels.NAMES.contains(name)) {
            throw new UsageException("-D" + Kernels.PROPERTY + ": " + Names.unknown("kernel", name, Kernels.NAMES));
        }
        UsageException.in("-D" + Kernels.PROPERTY, Kernels::active);
    }
}
