package org.mclnn.io;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.Units;

/** What a CSV table has no column for: kept in a comment line above the header, {@code # mclnn box=5.0,5.0,5.0 steps_per_frame=10 length_unit=um}. */
record CsvNotes(Box box, int stepsPerFrame, Units units) {
    private static final String START = "# mclnn ";
    private static final List<String> UNITS = List.of(UnitNotes.LENGTH, UnitNotes.TIME, UnitNotes.MASS);

    static CsvNotes none() {
        return new CsvNotes(Box.open(), 0, Units.REDUCED);
    }

    /** The comment line, or nothing if there is nothing to say. */
    static String text(Header header) {
        var box = header.box();
        int stepsPerFrame = header.stepsPerFrame();
        var text = new StringBuilder();
        if (box.isPeriodic()) {
            text.append(" box=")
                    .append(DoubleStream.of(box.numbers())
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(",")));
        }
        if (stepsPerFrame > 0) {
            text.append(" steps_per_frame=").append(stepsPerFrame);
        }
        text.append(UnitNotes.text(header.units()));
        return text.isEmpty() ? "" : START.strip() + text + '\n';
    }

    /** These notes and what a comment line adds; comments of others add nothing. */
    CsvNotes and(String comment, Cursor cursor) throws InputException {
        if (!comment.startsWith(START)) {
            return this;
        }
        var notes = this;
        var words = new Fields().split(comment.substring(START.length()));
        for (int k = 0; k < words.count(); k++) {
            var pair = words.text(k).split("=", 2);
            if (pair.length == 2 && pair[0].equals("box")) {
                notes = new CsvNotes(box(pair[1], cursor), notes.stepsPerFrame, notes.units);
            } else if (pair.length == 2 && pair[0].equals("steps_per_frame")) {
                long steps = cursor.whole(pair[1], 1, pair[0]);
                if (steps < 0 || steps > Integer.MAX_VALUE) {
                    throw cursor.error("steps_per_frame is " + steps, "Give a number from 0 to " + Integer.MAX_VALUE);
                }
                notes = new CsvNotes(notes.box, (int) steps, notes.units);
            } else if (pair.length == 2 && UNITS.contains(pair[0])) {
                var noted = UnitNotes.of(key -> Optional.of(pair[1]).filter(value -> key.equals(pair[0])));
                notes = new CsvNotes(notes.box, notes.stepsPerFrame, noted.orElse(notes.units));
            } else {
                throw cursor.error(
                        "unknown note " + Cursor.quoted(words.text(k)),
                        "Known: box=5,5,5, steps_per_frame=10 and " + String.join(", ", UNITS));
            }
        }
        return notes;
    }

    private static Box box(String text, Cursor cursor) throws InputException {
        var parts = text.split(",", -1);
        var numbers = new double[parts.length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = cursor.number(parts[k], 1, "a number of the box");
        }
        return Boxes.of(
                numbers,
                cursor,
                "Write three lengths, 0 for an open axis, as box=5,5,0; or nine numbers, the components of a, b and c");
    }
}
