package org.mclnn.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mclnn.app.terminal.Paragraph;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** All settings of a command as a file that makes it again. */
public final class ConfigText {
    private static final int WIDEST = 98;

    private ConfigText() {}

    /**
     * The file.
     *
     * @param given the command as it was understood
     * @param resolved what was chosen where nothing was given, by the name of the setting, {@code targetLoss} for {@code target-loss}
     */
    public static String of(ParseResult given, Map<String, String> resolved) {
        var verb = given.commandSpec();
        var text = new StringBuilder();
        var command = verb.qualifiedName();
        comment(
                "All settings of '" + command + "'. '" + command
                        + " --config THIS -o ANOTHER' does the same again, to the same bits.",
                text);
        comment(
                "Where a line is commented out nothing was given: it shows what was chosen, by default or from the data, and"
                        + " the same will be chosen again.",
                text);
        for (var key : Keys.of(verb).all()) {
            text.append('\n');
            comment(key.description(), text);
            var values = values(key, given);
            if (!values.isEmpty()) {
                text.append(key.name()).append(" = ").append(Values.toml(key.kind(), values));
            } else {
                var chosen = resolved.get(camel(key.name()));
                text.append("# ").append(key.name()).append(" =");
                if (chosen != null) {
                    text.append(' ').append(Values.toml(key.kind(), List.of(chosen)));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** What was given; else what holds where nothing is given. */
    private static List<String> values(Key key, ParseResult given) {
        var arg = key.arg();
        boolean matched = arg instanceof OptionSpec option
                ? given.hasMatchedOption(option)
                : given.hasMatchedPositional((PositionalParamSpec) arg);
        if (!matched) {
            return Values.held(arg.initialValue()).orElse(List.of());
        }
        return switch (key.kind()) {
            case TRUTH -> List.of("true");
            case LIST, AMOUNTS, TABLE -> Values.held(arg.getValue()).orElse(List.of());
            default -> List.copyOf(arg.stringValues());
        };
    }

    private static String camel(String name) {
        var parts = name.split("-");
        var camel = new StringBuilder(parts[0]);
        for (int k = 1; k < parts.length; k++) {
            camel.append(parts[k].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[k].substring(1));
        }
        return camel.toString();
    }

    private static void comment(String words, StringBuilder text) {
        for (var line : Paragraph.lines(words, WIDEST)) {
            text.append("# ").append(line).append('\n');
        }
    }
}
