package org.mclnn.app.config;

import java.util.List;

/**
 * What is wrong with a file of settings, and where.
 *
 * @param line from 1; column likewise
 */
record Problem(int line, int column, String what) {
    private static final int WIDEST = 100;

    /** {@code my.toml:2:1: what}, the line and a caret below the place. */
    String text(String file, List<String> lines) {
        return file + ":" + line + ":" + column + ": " + what + excerpt(lines);
    }

    private String excerpt(List<String> lines) {
        if (line > lines.size()) { // at the end of the file
            return "";
        }
        var whole = lines.get(line - 1).replace('\t', ' ');
        int from = column <= WIDEST ? 0 : column - WIDEST / 2;
        var shown = whole.substring(Math.min(from, whole.length()), Math.min(whole.length(), from + WIDEST));
        return "\n    " + shown.stripTrailing() + "\n    " + " ".repeat(column - 1 - from) + "^";
    }
}
