package org.mclnn.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mclnn.app.config.Words;
import org.mclnn.potential.Names;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where errors become words and exit codes. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Pattern OPTION =
            Pattern.compile("(--[a-z][a-z-]*):? .*", Pattern.DOTALL); // that is complained about

    private static final Pattern SUBCOMMAND = Pattern.compile("Unknown subcommand '([^']*)'"); // of help

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return report(e, line);
    }

    int report(Throwable e, CommandLine line) {
        var failure = Failure.of(e);
        var common = common(line.getCommandSpec());
        if (failure.code() == ExitCode.USAGE) {
            failure = inFile(failure, line.getCommandSpec()).orElse(failure);
        }
        console(common).error(failure.code(), withAdvice(failure, line.getCommandSpec()));
        if (common.stream().anyMatch(Common::debug)) {
            e.printStackTrace(terminal.err());
        }
        return failure.code();
    }

    /** Where the option that is complained about comes from a file of settings, that is where to look. */
    private static Optional<Failure> inFile(Failure failure, CommandSpec verb) {
        var option = OPTION.matcher(failure.message());
        return option.matches()
                ? Main.configured(verb)
                        .complaint(option.group(1), failure.message())
                        .map(text -> new Failure(ExitCode.CONFIG, text))
                : Optional.empty();
    }

    /** Before it is known what the words mean. */
    int early(Exception e, String... args) {
        var failure = Failure.of(e);
        unparsed(args).error(failure.code(), failure.message());
        return failure.code();
    }

    private Console unparsed(String... args) {
        boolean json = Arrays.asList(args).contains("--json"); // parsing stopped before or after it
        return new Console(terminal, json, false, Common.When.AUTO);
    }

    private static String withAdvice(Failure failure, CommandSpec verb) {
        return failure.code() == ExitCode.USAGE ? failure.message() + advice(verb) : failure.message();
    }

    private static String advice(CommandSpec verb) {
        return "\nTry '" + verb.qualifiedName() + " --help'.";
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        var verb = e.getCommandLine().getCommandSpec();
        unparsed(args).error(ExitCode.USAGE, problem(e, verb) + advice(verb));
        return ExitCode.USAGE;
    }

    private static String problem(ParameterException e, CommandSpec verb) {
        var unmatched = e.getCommandLine().getUnmatchedArguments();
        var first = unmatched.isEmpty() ? "" : unmatched.get(0);
        if (first.startsWith("-")) { // also where something else is missing: it may be what was meant
            var name = first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
            return Names.unknown("option", name, options(verb));
        }
        if (e instanceof UnmatchedArgumentException && !first.isEmpty()) {
            return verb.subcommands().isEmpty()
                    ? "'" + first + "' is a word too many. Put quotes around names with blanks"
                    : Names.unknown("verb", first, verb.subcommands().keySet());
        }
        var message = e.getMessage();
        var subcommand = SUBCOMMAND.matcher(String.valueOf(message));
        if (subcommand.find()) {
            return Names.unknown(
                    "verb", subcommand.group(1), verb.root().subcommands().keySet());
        }
        return message == null ? "the command line cannot be understood" : Words.choice(message);
    }

    private static List<String> options(CommandSpec verb) {
        var names = new ArrayList<String>();
        for (var option : verb.options()) {
            if (!option.hidden()) {
                names.add(option.longestName());
            }
        }
        return names;
    }

    private Console console(List<Common> common) {
        return common.isEmpty()
                ? new Console(terminal, false, false, Common.When.AUTO)
                : common.get(0).console();
    }

    /** The mixin of the verb, if it has it. */
    private static List<Common> common(CommandSpec verb) {
        return verb.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Common.class::isInstance)
                .map(Common.class::cast)
                .toList();
    }
}
