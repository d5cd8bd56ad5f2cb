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
            boolean alike = distance < Math.max(name.length(), candidate.length()); // something is left of it
            boolean begun = distance == least && candidate.startsWith(name); // rather than ended otherwise
            if (alike && (distance < least || begun)) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many characters were left out, put in, changed, or exchanged with their neighbour (Damerau and Levenshtein). */
    private static int edits(String a, String b) {
        var edits = new int[a.length() + 1][b.length() + 1]; // of the first characters of both
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
