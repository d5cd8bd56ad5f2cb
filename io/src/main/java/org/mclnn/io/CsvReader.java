package org.mclnn.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.mclnn.dynamics.Trajectory;

/** A long table with a header: one row per particle and time, separated by commas, tabs or semicolons, in any order. */
final class CsvReader {
    private static final char[] DELIMITERS = {',', '\t', ';'};
    private static final String DELIMITER_LINE = "sep=";
    private static final int LONGEST_RECORD = 1 << 20;

    private final TextLines lines;
    private final Cursor cursor; // at the first line of a row
    private final ReadOptions options;
    private final Fields fields = new Fields();
    private final Row row = new Row();
    private char delimiter = ',';
    private long loose;

    private CsvReader(TextLines lines, ReadOptions options) {
        this.lines = lines;
        this.cursor = new Cursor(lines.cursor().file());
        this.options = options;
    }

    static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        var sorted = read(file, options, false);
        return sorted.isPresent() ? sorted.get() : read(file, options, true).orElseThrow();
    }

    /** Empty where rows are not in the order of time and are not to be sorted. */
    private static Optional<Trajectory> read(Path file, ReadOptions options, boolean sorting)
            throws InputException, IOException {
        try (var lines = new TextLines(file)) {
            return new CsvReader(lines, options).read(sorting);
        }
    }

    private Optional<Trajectory> read(boolean sorting) throws InputException, IOException {
        var notes = CsvNotes.none();
        boolean header = lines.nextFilled();
        Optional<Character> told = Optional.empty();
        while (header && (lines.startsWith('#') || isDelimiterLine(lines.text()))) {
            if (lines.startsWith('#')) {
                notes = notes.and(lines.text(), lines.cursor());
            } else {
                told = Optional.of(lines.text().charAt(DELIMITER_LINE.length()));
            }
            header = lines.nextFilled();
        }
        if (!header) {
            throw InputException.of(cursor.file(), "there is no header in it", CsvHeader.EXAMPLE);
        }
        cursor.moveTo(lines.cursor().line());
        var line = lines.text();
        delimiter = told.isPresent() ? checked(told.get(), line) : delimiter(line);
        lines.separatedBy(delimiter);
        var columns = new CsvColumns(new CsvHeader(line, quoted("the header"), options, cursor), options, cursor);
        lines.numbersIn(columns.numbers());
        var frames = new FrameCollector(cursor, row, columns.known());
        var rows = sorting ? new SortedRows(cursor, row, frames) : new RowsInOrder(cursor, frames);
        boolean more = next();
        for (int k = 0; more && k < columns.kind().moreHeaders() && columns.isHeader(fields); k++) {
            more = next();
        }
        for (; more; more = next()) {
            if (fields.count() != columns.count()) {
                throw cursor.error(
                        fields.count() + " columns where the header names " + columns.count(),
                        "Complete the row or remove it");
            }
            if (columns.isLoose(fields, row)) {
                loose++;
                continue;
            }
            double time = columns.time(fields, options);
            columns.read(fields, row);
            if (!rows.add(time)) {
                return Optional.empty();
            }
        }
        rows.end();
        var noted = notes;
        return Optional.of(frames.build(run -> run.box(noted.box())
                .stepsPerFrame(noted.stepsPerFrame())
                .dimensions(dimensions(columns, frames))
                .units(columns.units().orElse(noted.units()))
                .origin(columns.words() + (loose == 0 ? "" : "; " + loose + " spots without a track passed over"))));
    }

    /** A tracker writes a z of 0 for pictures. */
    private static int dimensions(CsvColumns columns, FrameCollector frames) {
        return columns.kind() != TableKind.PLAIN && columns.dimensions() == 3 && frames.isFlat()
                ? 2
                : columns.dimensions();
    }

    /** Moves to the next row. */
    private boolean next() throws InputException, IOException {
        while (lines.next()) {
            if (lines.isBlank() || lines.startsWith('#')) {
                continue;
            }
            cursor.moveTo(lines.cursor().line());
            if (fields.split(lines, delimiter).hasQuotes()) {
                fields.of(quoted("the row that begins here"));
            }
            return true;
        }
        return false;
    }

    /** The fields of a row in which some are quoted, which may hold line ends. */
    private List<String> quoted(String what) throws InputException, IOException {
        var text = new StringBuilder(lines.text());
        long quotes = quotes(lines.text());
        while (quotes % 2 == 1 && text.length() < LONGEST_RECORD && lines.next()) {
            text.append('\n').append(lines.text());
            quotes += quotes(lines.text());
        }
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (var parser = CSVParser.parse(text.toString(), format)) {
            return parser.getRecords().get(0).toList();
        } catch (UncheckedIOException e) {
            throw wrongQuotes(what, Objects.requireNonNull(e.getCause()));
        } catch (CSVException e) {
            throw wrongQuotes(what, e);
        }
    }

    private InputException wrongQuotes(String what, IOException e) {
        return cursor.error(what + " cannot be read: " + e.getMessage(), "Check its quotes");
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"').count();
    }

    /** Whether this is the line above a header by which Excel tells the delimiter: {@code sep=;}. */
    static boolean isDelimiterLine(String line) {
        return line.matches("(?i)" + DELIMITER_LINE + "[,;\t|]\\s*");
    }

    private char checked(char told, String header) throws InputException {
        if (header.indexOf(told) < 0) {
            throw cursor.error(
                    "the header " + Cursor.quoted(header) + " has no " + Cursor.quoted(Character.toString(told))
                            + ", which a line above gives as delimiter (sep=)",
                    "Correct that line or remove it");
        }
        return told;
    }

    /** The delimiter that the header has most of. */
    private char delimiter(String header) throws InputException {
        char best = 0;
        long most = 0;
        for (char delimiter : DELIMITERS) {
            long count = header.chars().filter(c -> c == delimiter).count();
            if (count > most) {
                most = count;
                best = delimiter;
            }
        }
        if (most == 0) {
            throw cursor.error(
                    "the header " + Cursor.quoted(header) + " has no comma, tab or semicolon", CsvHeader.EXAMPLE);
        }
        return best;
    }
}
