package org.mclnn.app.figure;

import java.util.StringTokenizer;

/** Path data in the short form: steps instead of places, in hundredths of a pixel without rounding on the way. */
final class PathData {
    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;
    private char last;

    private PathData() {}

    /** @param absolute with the commands M, L and Z, as Batik writes it; others are left as they are */
    static String shortened(String absolute) {
        for (int k = 0; k < absolute.length(); k++) {
            if (Character.isLetter(absolute.charAt(k)) && "MLZ".indexOf(absolute.charAt(k)) < 0) {
                return absolute;
            }
        }
        var path = new PathData();
        var tokens = new StringTokenizer(absolute.replaceAll("([MLZ])", " $1 "));
        char command = 'M';
        while (tokens.hasMoreTokens()) {
            var token = tokens.nextToken();
            if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
                if (command == 'Z') {
                    path.close();
                }
            } else {
                path.step(command, hundredths(token), hundredths(tokens.nextToken()));
            }
        }
        return path.out.toString();
    }

    private static long hundredths(String number) {
        return Math.round(Double.parseDouble(number) * 100);
    }

    private void step(char command, long toX, long toY) {
        long dx = toX - x;
        long dy = toY - y;
        x = toX;
        y = toY;
        if (command == 'M') {
            startX = x;
            startY = y;
            command('m');
            number(dx);
            number(dy);
        } else if (dy == 0) {
            command('h');
            number(dx);
        } else if (dx == 0) {
            command('v');
            number(dy);
        } else {
            command('l');
            number(dx);
            number(dy);
        }
    }

    private void close() {
        command('z');
        x = startX;
        y = startY;
    }

    /** A letter is left out where the last one still holds; after m it would mean l. */
    private void command(char letter) {
        if (letter != last || letter == 'm' || letter == 'z') {
            out.append(letter);
        }
        last = letter;
    }

    private void number(long hundredths) {
        boolean first = Character.isLetter(out.charAt(out.length() - 1));
        if (!first && hundredths >= 0) {
            out.append(' ');
        }
        if (hundredths < 0) {
            out.append('-');
        }
        long size = Math.abs(hundredths);
        if (size >= 100 || size == 0) {
            out.append(size / 100);
        }
        if (size % 100 != 0) {
            out.append('.').append(size % 100 / 10);
            if (size % 10 != 0) {
                out.append(size % 10);
            }
        }
    }
}
