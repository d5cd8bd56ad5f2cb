package org.mclnn.app.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mclnn.potential.Names;

/** What picocli says about values, in our words. */
public final class Words {
    private static final Pattern CHOICE =
            Pattern.compile("option '([^']+)'.*expected one of \\[([^]]*)\\].*but was '([^']*)'");
    private static final Pattern PREFIX =
            Pattern.compile("Invalid value for (option|positional parameter at index \\S+) ?('[^']*'|\\([^)]*\\)): ");

    private Words() {}

    /** Of a value that is none of a few words: the option, and what was meant; anything else as it is. */
    public static String choice(String message) {
        var choice = CHOICE.matcher(message);
        if (!choice.find()) {
            return message;
        }
        var known = List.of(choice.group(2).toLowerCase(Locale.ROOT).split(", "));
        return choice.group(1) + ": " + Names.unknown("choice", choice.group(3), known);
    }

    /** About a value, without the option: the place says which it is. */
    static String value(String option, String message) {
        var text = choice(message);
        return text.startsWith(option + ": ")
                ? text.substring(option.length() + 2)
                : PREFIX.matcher(text).replaceFirst("");
    }
}
