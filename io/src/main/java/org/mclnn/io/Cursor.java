package org.mclnn.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a reader stands in a file: reads single values there, and makes the errors that say where they are. */
final class Cursor {
    private static final Set<String> NOT_FINITE =
            Set.of("nan", "+nan", "-nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");
    private static final int SHOWN = 40; // characters of a text
    private static final int LISTED = 8; // texts

    private final Path file;
    private long line;

    Cursor(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Counted from 1; 0 before the first line. */
    long line() {
        return line;
    }

    void moveTo(long newLine) {
        line = newLine;
    }

    /** At the line; of the file as a whole before the first one. */
    InputException error(String what, String remedy) {
        return line == 0 ? InputException.of(file, what, remedy) : InputException.at(file, line, what, remedy);
    }

    /** @param column the field, counted from 1 */
    InputException error(int column, String what, String remedy) {
        return InputException.at(file, line, column, what, remedy);
    }

    /** A finite decimal number, written the same way in every locale. */
    double number(String text, int column, String name) throws InputException {
        if (isDecimal(text)) {
            try {
                return finite(Double.parseDouble(text), text, column, name);
            } catch (NumberFormatException e) {
                // signs or exponents in the wrong place: reported below
            }
        }
        if (text.isBlank() || NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))) {
            throw notFinite(text, column, name);
        }
        throw error(
                column,
                name + " is " + quoted(text) + ", which is not a number",
                "Write numbers with a decimal point, as 1.5e-3");
    }

    private double finite(double value, String text, int column, String name) throws InputException {
        if (Double.isInfinite(value)) {
            throw notFinite(text, column, name);
        }
        return value;
    }

    private InputException notFinite(String text, int column, String name) {
        return error(
                column,
                text.isBlank() ? name + " is not there" : name + " is " + quoted(text) + ", which is not finite",
                "Every value must be a finite number: leave out the row of a particle that was not seen, and the columns"
                        + " of velocities that are not known; or repair what wrote it");
    }

    double mass(String text, int column) throws InputException {
        double mass = number(text, column, "the mass");
        if (!(mass > 0.0)) {
            throw error(
                    column, "the mass is " + text + ", which is not positive", "Give every particle a mass above 0");
        }
        return mass;
    }

    /** A whole number of at most 18 digits. */
    long whole(String text, int column, String name) throws InputException {
        int digits = text.startsWith("-") || text.startsWith("+") ? text.length() - 1 : text.length();
        boolean good = digits >= 1 && digits <= 18;
        for (int k = text.length() - digits; good && k < text.length(); k++) {
            good = text.charAt(k) >= '0' && text.charAt(k) <= '9';
        }
        if (!good) {
            throw error(
                    column,
                    name + " is " + quoted(text) + ", which is not a whole number",
                    "Write it with digits only, as 108");
        }
        return Long.parseLong(text);
    }

    /** How many particles a frame declares: never used to reserve memory. */
    int particles(String text, String remedy) throws InputException {
        long n = whole(text, 1, "the number of atoms");
        if (n < 1 || n > Integer.MAX_VALUE / 3) {
            throw error(1, "the number of atoms is " + n, remedy);
        }
        return (int) n;
    }

    /** The text as an error shows it: short, and without characters that would disturb a terminal. */
    static String quoted(String text) {
        var start = text.substring(0, Math.min(SHOWN, text.length()));
        return "'" + printable(start) + (text.length() > SHOWN ? "...'" : "'");
    }

    /** The first of some texts as an error shows them. */
    static String quoted(List<String> texts) {
        var first = texts.stream().limit(LISTED).map(Cursor::quoted).collect(Collectors.joining(", "));
        return texts.size() > LISTED ? first + " and " + (texts.size() - LISTED) + " more" : first;
    }

    /** The text without characters that would disturb a terminal. */
    static String printable(String text) {
        var shown = new StringBuilder();
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            shown.append(
                    c == '\t'
                            ? "\\t"
                            : Character.isISOControl(c) || Character.isSurrogate(c) ? "?" : String.valueOf(c));
        }
        return shown.toString();
    }

    static boolean isDecimal(String text) {
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
