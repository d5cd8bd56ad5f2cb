package org.mclnn.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One setting: an option of a verb under its long name, or a parameter under its label.
 *
 * @param name {@code target-loss} for {@code --target-loss}, {@code file} for {@code FILE}
 */
record Key(String name, ArgSpec arg, Kind kind) {
    static Key of(ArgSpec arg) {
        var name = arg instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : arg.paramLabel().replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return new Key(name, arg, Kind.of(arg));
    }

    /** What it means, in one line. */
    String description() {
        return Arrays.stream(arg.description())
                .collect(Collectors.joining(" "))
                .replace("%n", " ")
                .replace("%%", "%");
    }

    /** How values of it are said on a command line. */
    List<String> words(List<String> values) {
        var words = new ArrayList<String>();
        for (var value : values) {
            if (arg instanceof OptionSpec option) {
                if (kind != Kind.TRUTH) {
                    words.add(option.longestName() + "=" + value);
                } else if (value.equals("true")) {
                    words.add(option.longestName());
                }
            } else {
                words.add(value);
            }
        }
        return words;
    }
}
