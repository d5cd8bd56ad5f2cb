package org.mclnn.io;

import static org.mclnn.io.CsvHeader.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.mclnn.potential.Units;

/** Which columns of a table are read, and what is read from them. */
final class CsvColumns {
    private final CsvHeader header;
    private final Cursor cursor;
    private final TableKind kind;
    private final int time;
    private final int particle;
    private final int mass;
    private final int species;
    private final int[] position;
    private final int[] velocity;
    private final int dimensions;
    private final Words tracks = new Words(); // of a tracker, as they are written
    private final List<Integer> labels = new ArrayList<>(); // of each of them; NONE: no track
    private boolean counts; // whether times are numbers of frames
    private Units units;

    CsvColumns(CsvHeader header, ReadOptions options, Cursor cursor) throws InputException {
        this.header = header;
        this.cursor = cursor;
        kind = header.kind();
        boolean framed = header.at(Column.FRAME) != NONE
                && (header.at(Column.T) == NONE
                        || (options.timePerFrame().isPresent() && !(options.assumed() && kind == TableKind.PLAIN)));
        time = header.at(framed ? Column.FRAME : Column.T);
        particle = header.at(Column.PARTICLE);
        position = followed(Column.POSITIONS);
        dimensions = position.length;
        var moving = followed(Column.VELOCITIES);
        if (moving.length != 0 && moving.length != dimensions) {
            throw cursor.error(
                    moving.length + " velocity columns for " + dimensions + " coordinates",
                    "Give a velocity for each of x, y, z that is there, or none");
        }
        velocity = options.velocities() ? moving : new int[0];
        mass = header.at(Column.MASS);
        species = header.at(Column.SPECIES);
        counts = framed || ColumnUnits.isFrames(header.name(time));
        units = units(header::name);
        if (!counts) {
            options.checkNoTimePerFrame(cursor, "the table has times and no column of frame numbers");
        }
        checkVelocities();
    }

    /** The columns of the axes that are there, in order. */
    private int[] followed(List<Column> axes) throws InputException {
        int count = 0;
        while (count < 3 && header.at(axes.get(count)) != NONE) {
            count++;
        }
        for (int axis = count + 1; axis < 3; axis++) {
            int place = header.at(axes.get(axis));
            if (place != NONE) {
                throw cursor.error(
                        place + 1,
                        "a column " + axes.get(axis) + " without a column " + axes.get(count),
                        "Name the axes in order: x, then y, then z");
            }
        }
        return axes.stream().limit(count).mapToInt(header::at).toArray();
    }

    /**
     * The units that columns have, the coordinates one. Times that are counted have none.
     *
     * @param name with the unit behind it, of a column
     */
    private Units units(IntFunction<String> name) throws InputException {
        var length = "";
        int first = NONE; // coordinate that has one
        for (int k : position) {
            var unit = ColumnUnits.of(name.apply(k));
            if (first == NONE && !unit.isEmpty()) {
                first = k;
                length = unit;
            } else if (!unit.isEmpty() && !unit.equals(length)) {
                throw cursor.error(
                        k + 1,
                        "column " + Cursor.quoted(header.written(k)) + " is in " + unit + ", column "
                                + Cursor.quoted(header.written(first)) + " in " + length,
                        "Give all coordinates in one unit");
            }
        }
        return new Units(length, counts ? "" : ColumnUnits.of(name.apply(time)), "");
    }

    private void checkVelocities() throws InputException {
        for (int k : velocity) {
            var own = ColumnUnits.ofVelocity(header.name(k));
            if (!own.orElse(units).equals(units.orElse(own))) {
                throw cursor.error(
                        k + 1,
                        "column " + Cursor.quoted(header.written(k)) + " is not in the units of "
                                + Cursor.quoted(header.written(position[0])) + " and "
                                + Cursor.quoted(header.written(time)),
                        "Give velocities in the unit of lengths over that of times, or leave them out");
            }
        }
    }

    int count() {
        return header.count();
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
            int found = header.at(column);
            if (found != NONE && (found == time || (column != Column.T && column != Column.FRAME))) {
                var name = header.name(found);
                text.append(separator).append(column).append(name.equals(column.toString()) ? "" : " = " + name);
                separator = ", ";
                used.add(found);
            }
        }
        var others = new ArrayList<String>();
        for (int k = 0; k < count(); k++) {
            if (!used.contains(k) && !header.name(k).isEmpty()) {
                others.add(header.name(k));
            }
        }
        return text + (others.isEmpty() ? "" : "; passed over: " + String.join(", ", others));
    }

    /** A unit that stands alone, as one behind a name. */
    private static String named(Fields fields, int k) {
        return "x " + fields.text(k);
    }

    /** Whether a row below the header is one more row of names or units, in which there is no number; the units are noted. */
    boolean isHeader(Fields fields) throws InputException {
        if (fields.count() != count()) {
            return false;
        }
        for (int k = 0; k < count(); k++) {
            if (fields.isNumber(k)) {
                return false;
            }
        }
        counts = counts || ColumnUnits.isFrames(named(fields, time));
        units = units(k -> named(fields, k)).orElse(units);
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
        double value = fields.number(time, header.written(time), cursor);
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
        fields.numbers(position, row.q, header::written, cursor);
        fields.numbers(velocity, row.v, header::written, cursor);
    }
}
