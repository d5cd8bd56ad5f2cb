package org.mclnn.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mclnn.potential.Names;
import org.mclnn.potential.Units;

/** Which column of a table holds what: by the names in its header, or as the user says. */
final class CsvColumns {
    private static final int NONE = -1;

    private final List<String> names = new ArrayList<>(); // lower case, as written
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Cursor cursor;
    private final TableKind kind;
    private final int time;
    private final boolean counts;
    private final int particle;
    private final int mass;
    private final int species;
    private final int[] position;
    private final int[] velocity;
    private final int dimensions;
    private final Words tracks = new Words(); // of a tracker, as they are written
    private final List<Integer> labels = new ArrayList<>(); // of each of them; NONE: no track
    private Units units;

    CsvColumns(List<String> header, ReadOptions options, Cursor cursor) throws InputException {
        this.cursor = cursor;
        for (var written : header) {
            var name = written.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && names.contains(name)) {
                throw cursor.error(
                        names.size() + 1,
                        "column " + Cursor.quoted(name) + " is named twice",
                        "Rename or remove one of the two");
            }
            names.add(name);
        }
        kind = TableKind.of(names);
        for (var column : Column.values()) {
            place(column, options);
        }
        particle = required(Column.PARTICLE);
        counts = at(Column.FRAME) != NONE
                && (at(Column.T) == NONE
                        || (options.timePerFrame().isPresent() && !(options.assumed() && kind == TableKind.PLAIN)));
        time = counts ? at(Column.FRAME) : required(Column.T);
        if (!counts) {
            options.checkNoTimePerFrame(cursor, "the table has times and no column of frame numbers");
        }
        required(Column.X);
        position = followed(Column.POSITIONS);
        dimensions = position.length;
        var moving = followed(Column.VELOCITIES);
        if (moving.length != 0 && moving.length != dimensions) {
            throw cursor.error(
                    moving.length + " velocity columns for " + dimensions + " coordinates",
                    "Give a velocity for each of x, y, z that is there, or none");
        }
        velocity = options.velocities() ? moving : new int[0];
        mass = at(Column.MASS);
        species = at(Column.SPECIES);
        units = new Units(ColumnUnits.of(names.get(position[0])), counts ? "" : ColumnUnits.of(names.get(time)), "");
    }

    private void place(Column column, ReadOptions options) throws InputException {
        var asked = options.columns().get(column);
        int found = asked == null ? NONE : names.indexOf(asked.strip().toLowerCase(Locale.ROOT));
        if (asked != null && (found >= 0 || !options.assumed())) {
            if (found < 0) {
                throw cursor.error(
                        "no column " + Cursor.quoted(asked) + " for " + column,
                        Names.closest(asked, names)
                                        .map(name -> "Did you mean '" + name + "'? ")
                                        .orElse("")
                                + "The header names " + String.join(", ", names));
            }
            places.put(column, found);
            return;
        }
        if (kind.passesOver(column)) {
            return;
        }
        for (var name : column.names()) {
            found = names.indexOf(name);
            for (int k = 0; found < 0 && k < names.size(); k++) {
                found = ColumnUnits.bare(names.get(k)).equals(name) ? k : NONE;
            }
            if (found >= 0) {
                places.put(column, found);
                return;
            }
        }
    }

    private int at(Column column) {
        return places.getOrDefault(column, NONE);
    }

    private int required(Column column) throws InputException {
        int found = at(column);
        if (found != NONE) {
            return found;
        }
        var known = column == Column.T ? "t, time or frame" : String.join(", ", column.names());
        throw cursor.error(
                "no column " + known + " in the header " + Cursor.quoted(String.join(",", names)),
                guess(column)
                                .map(name -> "If it is " + Cursor.quoted(name) + ", say so with --map " + column + "="
                                        + name + ". ")
                                .orElse("")
                        + "The first line names the columns, as t,particle,x,y,z");
    }

    /** A name that nothing else explains and that looks like what is sought. */
    private Optional<String> guess(Column column) {
        var unknown = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            if (!names.get(k).isEmpty() && !places.containsValue(k)) {
                unknown.add(names.get(k));
            }
        }
        for (var name : column.names()) {
            // within two typing errors of a single letter lies every short word
            var near = name.length() > 1
                    ? Names.closest(name, unknown)
                    : unknown.stream()
                            .filter(n -> n.matches(name + "\\W.*|.*\\W" + name + "|.*_" + name + "|" + name + "_.*"))
                            .findFirst();
            if (near.isPresent()) {
                return near;
            }
        }
        return Optional.empty();
    }

    /** The columns of the axes that are there, in order. */
    private int[] followed(List<Column> axes) throws InputException {
        int count = 0;
        while (count < 3 && at(axes.get(count)) != NONE) {
            count++;
        }
        for (int axis = count + 1; axis < 3; axis++) {
            if (at(axes.get(axis)) != NONE) {
                throw cursor.error(
                        at(axes.get(axis)) + 1,
                        "a column " + axes.get(axis) + " without a column " + axes.get(count),
                        "Name the axes in order: x, then y, then z");
            }
        }
        return axes.stream().limit(count).mapToInt(this::at).toArray();
    }

    int count() {
        return names.size();
    }

    int dimensions() {
        return dimensions;
    }

    TableKind kind() {
        return kind;
    }

    /** Columns that hold numbers which are read. */
    long numbers() {
        return LineBlock.columns(new int[] {time, mass}, position, velocity);
    }

    Known known() {
        return new Known(true, species != NONE, mass != NONE, velocity.length > 0);
    }

    Units units() {
        return units;
    }

    /** Which column is what: {@code trackpy table: frame, particle, x, y = left; passed over: mass, size}. */
    String words() {
        var text = new StringBuilder(kind.words());
        var used = new ArrayList<Integer>();
        var separator = ": ";
        for (var column : Column.values()) {
            int found = at(column);
            if (found != NONE && (found == time || (column != Column.T && column != Column.FRAME))) {
                var name = names.get(found);
                text.append(separator).append(column).append(name.equals(column.toString()) ? "" : " = " + name);
                separator = ", ";
                used.add(found);
            }
        }
        var others = new ArrayList<String>();
        for (int k = 0; k < names.size(); k++) {
            if (!used.contains(k) && !names.get(k).isEmpty()) {
                others.add(names.get(k));
            }
        }
        return text + (others.isEmpty() ? "" : "; passed over: " + String.join(", ", others));
    }

    /** Whether a row below the header is one more row of names or units, as TrackMate writes three; the units are noted. */
    boolean isHeader(Fields fields) {
        if (kind != TableKind.TRACKMATE || fields.count() != count() || fields.isNumber(position[0])) {
            return false;
        }
        units = new Units(
                ColumnUnits.of("x " + fields.text(position[0])),
                counts ? "" : ColumnUnits.of("t " + fields.text(time)),
                "");
        return true;
    }

    /** Whether the row is passed over: the spot of no track. Else the row has its label. */
    boolean isLoose(Fields fields, Row row) {
        if (!kind.hasLooseSpots()) {
            row.label = fields.word(particle, row.labels);
            return false;
        }
        int track = fields.word(particle, tracks);
        if (track == labels.size()) {
            var name = fields.text(particle);
            labels.add(kind.isLoose(name) ? NONE : row.labels.number(TableKind.label(name)));
        }
        row.label = labels.get(track);
        return row.label == NONE;
    }

    /** Time of a row. */
    double time(Fields fields, ReadOptions options) throws InputException {
        double value = fields.number(time, names.get(time), cursor);
        return counts
                ? options.frameTime(
                        value,
                        cursor,
                        "Give the frames per second with --fps, or the time from frame to frame with --dt, or name the"
                                + " column of times with --map t=NAME")
                : value;
    }

    /** Everything else of a row but its label. */
    void read(Fields fields, Row row) throws InputException {
        if (species != NONE) {
            row.species = fields.word(species, row.kinds);
        }
        if (mass != NONE) {
            row.mass = fields.mass(mass, cursor);
        }
        fields.numbers(position, row.q, names::get, cursor);
        fields.numbers(velocity, row.v, names::get, cursor);
    }
}
