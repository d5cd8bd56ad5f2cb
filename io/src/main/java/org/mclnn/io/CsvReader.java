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
        while (header && lines.startsWith('#')) {
            notes = notes.and(lines.text(), lines.cursor());
            header = lines.nextFilled();
        }
        if (!header) {
            throw InputException.of(
                    cursor.file(), "there is no header in it", "The first line names the columns, as t,particle,x,y,z");
        }
        delimiter = delimiter(lines.text(), lines.cursor());
        lines.separatedBy(delimiter);
        cursor.moveTo(lines.cursor().line());
        var columns = new CsvColumns(quoted("the header"), options, cursor);
        lines.numbersIn(columns.numbers());
        var frames = new FrameCollector(cursor, row, columns.known());
        var rows = sorting ? new SortedRows(cursor, row, frames) : new RowsInOrder(cursor, frames);
        boolean below = false;
        while (next()) {
            if (!below && columns.isHeader(fields)) {
                continue;
            }
            below = true;
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
        var told = notes;
        return Optional.of(frames.build(run -> run.box(told.box())
                .stepsPerFrame(told.stepsPerFrame())
                .dimensions(dimensions(columns, frames))
                .units(columns.units().orElse(told.units()))
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

    /** The delimiter that the header has most of. */
    static char delimiter(String header, Cursor cursor) throws InputException {
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
                    "the header " + Cursor.quoted(header) + " has no comma, tab or semicolon",
                    "The first line names the columns, as t,particle,x,y,z");
        }
        return best;
    }
}
