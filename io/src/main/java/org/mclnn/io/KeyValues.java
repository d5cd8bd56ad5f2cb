package org.mclnn.io;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The pairs {@code key=value} of a line of extended XYZ, as ASE and others write them: blanks around {@code =} do no harm, keys and values may stand
 * in quotes with {@code \"} for a quote, values also in {@code {}} or {@code []}; a comma after a value is none of it (CP2K). Words without a value are
 * passed over, of a key that is there twice the first holds. Keys are in lower case.
 */
final class KeyValues {
    private static final String OPENING = "\"'{[";
    private static final String CLOSING = "\"'}]";

    private final String line;
    private final Cursor cursor;
    private int at;

    private KeyValues(String line, Cursor cursor) {
        this.line = line;
        this.cursor = cursor;
    }

    static Map<String, String> of(String line, Cursor cursor) throws InputException {
        return new KeyValues(line, cursor).pairs();
    }

    private Map<String, String> pairs() throws InputException {
        var pairs = new HashMap<String, String>();
        skipBlanks();
        while (at < line.length()) {
            var key = key();
            if (isAt('=')) {
                at++;
                pairs.putIfAbsent(key.toLowerCase(Locale.ROOT), value());
            }
            skipBlanks();
        }
        return pairs;
    }

    private boolean isAt(char c) {
        return at < line.length() && line.charAt(at) == c;
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }

    private String word(boolean endsAtEquals) {
        int from = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at)) && !(endsAtEquals && isAt('='))) {
            at++;
        }
        return line.substring(from, at);
    }

    /** A word and the blanks after it; of free text a quote that is not closed is a character like others. */
    private String key() throws InputException {
        boolean quoted = isAt('"') && end(at) < line.length();
        var key = quoted ? enclosed() : word(true);
        skipBlanks();
        return key;
    }

    private String value() throws InputException {
        int after = at;
        skipBlanks();
        if (at > after && isKey()) {
            return ""; // "note= Time=3"
        }
        if (at < line.length() && OPENING.indexOf(line.charAt(at)) >= 0) {
            return enclosed();
        }
        var value = word(false);
        return value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
    }

    private boolean isKey() throws InputException {
        int from = at;
        key();
        boolean is = isAt('=');
        at = from;
        return is;
    }

    private static char closing(char open) {
        return CLOSING.charAt(OPENING.indexOf(open));
    }

    /** Where what is opened here is closed; the length of the line if it is not. */
    private int end(int from) {
        char open = line.charAt(from);
        char close = closing(open);
        int depth = 0;
        for (int k = from + 1; k < line.length(); k++) {
            char c = line.charAt(k);
            if (c == '\\' && open == close) {
                k++;
            } else if (c == close && depth-- == 0) {
                return k;
            } else if (c == open) {
                depth++;
            }
        }
        return line.length();
    }

    private String enclosed() throws InputException {
        char close = closing(line.charAt(at));
        int end = end(at);
        if (end == line.length()) {
            throw cursor.error(
                    "what begins with " + Cursor.quoted(line.substring(at)) + " is not closed",
                    "Write " + close + " where it ends");
        }
        var text = line.substring(at + 1, end);
        boolean escapes = line.charAt(at) == close; // in quotes
        at = end + 1;
        return escapes && text.indexOf('\\') >= 0 ? text.replaceAll("\\\\(.)", "$1") : text;
    }
}
