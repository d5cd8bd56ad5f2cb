package org.mclnn.io;

import java.util.Arrays;

/** The fields of a line between blanks; reused from line to line. */
final class Fields {
    private String line = "";
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    Fields split(String newLine) {
        line = newLine;
        count = 0;
        int at = 0;
        while (true) {
            while (at < line.length() && isBlank(line.charAt(at))) {
                at++;
            }
            if (at == line.length()) {
                return this;
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
            }
            from[count] = at;
            while (at < line.length() && !isBlank(line.charAt(at))) {
                at++;
            }
            to[count++] = at;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }

    int count() {
        return count;
    }

    /** Field k, counted from 0. */
    String text(int k) {
        return line.substring(from[k], to[k]);
    }

    /** Field k, counted from 0, as a finite number. */
    double number(int k, String name, Cursor cursor) throws InputException {
        return cursor.number(text(k), k + 1, name);
    }
}
