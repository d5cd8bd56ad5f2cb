package org.mclnn.io;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands that are shown, to be given to a shell. */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

    private ShellWords() {}

    /** A word as a shell reads it. */
    public static String quoted(Object word) {
        return quoted(List.of(word.toString()));
    }

    /** Words as a shell reads them. */
    public static String quoted(List<String> words) {
        return words.stream()
                .map(word -> PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
