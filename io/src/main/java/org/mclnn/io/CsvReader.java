package org.mclnn.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mclnn.dynamics.Trajectory;

/** A long table with a header: one row per particle and time, separated by commas, tabs or semicolons. */
final class CsvReader {
    private static final char[] DELIMITERS = {',', '\t', ';'};

    private final TextLines lines;
    private final Cursor cursor; // of the rows; the lines are read a little ahead of them
    private final ReadOptions options;

    private CsvReader(TextLines lines, ReadOptions options) {
        this.lines = lines;
        this.cursor = new Cursor(lines.cursor().file());
        this.options = options;
    }

    static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        try (var lines = new TextLines(file)) {
            return new CsvReader(lines, options).read();
        } catch (CSVException e) {
            throw InputException.of(file, "the header cannot be read: " + e.getMessage(), "Check its quotes");
        }
    }

    private Trajectory read() throws InputException, IOException {
        var notes = CsvNotes.none();
        boolean header = lines.nextFilled();
        while (header && lines.text().startsWith("#")) {
            notes = notes.and(lines.text(), lines.cursor());
            header = lines.nextFilled();
        }
        if (!header) {
            throw InputException.of(
                    cursor.file(), "there is no header in it", "The first line names the columns, as t,particle,x,y,z");
        }
        var format = format(delimiter(lines.text(), lines.cursor()));
        var columns = new CsvColumns(split(lines.text(), format), options, lines.cursor());
        long above = lines.cursor().line();
        var frames = new FrameCollector(cursor, columns.known(), false);
        try (var parser =
                CSVParser.builder().setReader(lines.rest()).setFormat(format).get()) {
            rows(parser, above, columns, frames);
        }
        return frames.build(notes.box(), columns.dimensions(), notes.stepsPerFrame());
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setCommentMarker('#')
                .setIgnoreSurroundingSpaces(true)
                .get();
    }

    private static List<String> split(String header, CSVFormat format) throws IOException {
        try (var parser = CSVParser.parse(header, format)) {
            return parser.getRecords().stream()
                    .flatMap(r -> r.toList().stream())
                    .toList();
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
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

    private void rows(CSVParser parser, long above, CsvColumns columns, FrameCollector frames)
            throws InputException, IOException {
        var records = parser.iterator();
        var row = new Row();
        double time = 0.0;
        while (hasNext(records, above + parser.getCurrentLineNumber() + 1)) {
            var record = records.next();
            long before = cursor.line();
            cursor.moveTo(above + parser.getCurrentLineNumber());
            if (record.size() != columns.count()) {
                throw cursor.error(
                        record.size() + " columns where the header names " + columns.count(),
                        "Complete the row or remove it");
            }
            var fields = record.toList();
            double now = columns.time(fields, options, cursor);
            if (frames.rows() > 0 && now != time) {
                end(frames, time, now, before);
            }
            time = now;
            columns.read(fields, row, cursor);
            frames.add(row);
        }
        if (frames.rows() > 0) {
            frames.endFrame(time);
        }
    }

    private void end(FrameCollector frames, double time, double now, long lastLine) throws InputException {
        if (now < time) {
            throw cursor.error(
                    "non-increasing times: " + now + " follows " + time, "Sort the rows by time, then by particle");
        }
        long here = cursor.line();
        cursor.moveTo(lastLine);
        frames.endFrame(time);
        cursor.moveTo(here);
    }

    private boolean hasNext(Iterator<CSVRecord> records, long line) throws InputException, IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            var cause = Objects.requireNonNull(e.getCause());
            if (cause.getCause() instanceof InputException inside) {
                throw inside;
            }
            if (cause instanceof CSVException) {
                cursor.moveTo(line);
                throw cursor.error(
                        "the row that begins here cannot be read: " + cause.getMessage(), "Check its quotes");
            }
            throw cause;
        }
    }
}
