package org.mclnn.potential;

import java.util.Collection;
import java.util.Optional;

/** Messages about names that do not exist. */
public final class Names {
    private Names() {}

    /** {@code Unknown form 'harmonik'. Did you mean 'harmonic'? Known: ...} */
    public static String unknown(String what, String name, Collection<String> known) {
        var guess = closest(name, known).map(c -> " Did you mean '" + c + "'?").orElse("");
        return "Unknown " + what + " '" + name + "'." + guess + " Known: " + String.join(", ", known) + ".";
    }

    /** The known name within a few typing errors of the given one. */
    public static Optional<String> closest(String name, Collection<String> known) {
        String best = null;
        int least = Math.max(2, name.length() / 3) + 1;
        for (var candidate : known) {
            int distance = edits(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein distance. */
    private static int edits(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
