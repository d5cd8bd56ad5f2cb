package org.mclnn.app.terminal;

import java.util.Arrays;

/**
 * A rectangle of character cells, each of which is a small grid of dots: 2 x 4 with braille, 1 x 2 with plain ASCII. Characters put
 * into a cell hide its dots.
 */
final class CharCanvas {
    /** Bit of the dot in column 0 or 1 and row 0..3 of a braille cell; the order is historical. */
    private static final int[][] BRAILLE = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

    private static final String ASCII = " '.:";

    private final int columns;
    private final int rows;
    private final boolean unicode;
    private final int[][] dots; // [row][column], bit mask
    private final char[][] characters; // 0 where there is none
    private final Ink[][] inks;

    CharCanvas(int columns, int rows, boolean unicode) {
        this.columns = columns;
        this.rows = rows;
        this.unicode = unicode;
        dots = new int[rows][columns];
        characters = new char[rows][columns];
        inks = new Ink[rows][columns];
        for (var row : inks) {
            Arrays.fill(row, Ink.NONE);
        }
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** Dots across one cell. */
    int across() {
        return unicode ? 2 : 1;
    }

    /** Dots down one cell. */
    int down() {
        return unicode ? 4 : 2;
    }

    void dot(int x, int y, Ink ink) {
        if (x < 0 || y < 0 || x >= columns * across() || y >= rows * down()) {
            return;
        }
        int row = y / down();
        int column = x / across();
        dots[row][column] |= unicode ? BRAILLE[x % 2][y % 4] : 1 << (y % 2);
        inks[row][column] = ink;
    }

    /** A straight line in dot coordinates. */
    void line(double x0, double y0, double x1, double y1, Ink ink) {
        int steps = (int) Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))) + 1;
        for (int k = 0; k <= steps; k++) {
            double t = (double) k / steps;
            dot((int) Math.floor(x0 + t * (x1 - x0)), (int) Math.floor(y0 + t * (y1 - y0)), ink);
        }
    }

    void put(int column, int row, char character, Ink ink) {
        if (column >= 0 && row >= 0 && column < columns && row < rows) {
            characters[row][column] = character;
            inks[row][column] = ink;
        }
    }

    boolean empty(int column, int row) {
        return dots[row][column] == 0 && characters[row][column] == 0;
    }

    void appendRow(int row, StringBuilder out, boolean color) {
        var line = new Line(out, color);
        for (int column = 0; column < columns; column++) {
            line.add(glyph(column, row), inks[row][column]);
        }
        line.end();
    }

    private char glyph(int column, int row) {
        if (characters[row][column] != 0) {
            return characters[row][column];
        }
        int mask = dots[row][column];
        if (mask == 0) {
            return ' ';
        }
        return unicode ? (char) (0x2800 + mask) : ASCII.charAt(mask);
    }

    /** Colours of the 256 that every terminal of today has, close to those of Okabe and Ito. */
    enum Ink {
        NONE(""),
        STRONG("1"),
        FAINT("38;5;245"),
        FIRST("38;5;74"),
        SECOND("38;5;214"),
        SEEN("38;5;72"),
        ALERT("38;5;203");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        String paint(String text, boolean color) {
            return color && this != NONE ? "\033[" + code + "m" + text + "\033[0m" : text;
        }
    }

    /** Changes colour only where it changes. */
    private static final class Line {
        private final StringBuilder out;
        private final boolean color;
        private final StringBuilder run = new StringBuilder();
        private Ink ink = Ink.NONE;

        Line(StringBuilder out, boolean color) {
            this.out = out;
            this.color = color;
        }

        void add(char c, Ink next) {
            if (next != ink && c != ' ') {
                end();
                ink = next;
            }
            run.append(c);
        }

        void end() {
            out.append(ink.paint(run.toString(), color));
            run.setLength(0);
        }
    }
}
