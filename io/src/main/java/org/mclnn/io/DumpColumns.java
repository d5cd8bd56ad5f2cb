package org.mclnn.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mclnn.potential.Names;

/** Which column of a LAMMPS dump row holds what. */
final class DumpColumns {
    private static final List<String> KNOWN = List.of(
            "id", "type", "element", "mass", "x", "y", "z", "xu", "yu", "zu", "xs", "ys", "zs", "xsu", "ysu", "zsu",
            "ix", "iy", "iz", "vx", "vy", "vz");
    private static final int NONE = -1;

    private final String header;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;
    private final int dimensions;
    private final int id;
    private final int species;
    private final int mass;
    private final int[] position; // along each axis
    private final int[] image = {NONE, NONE, NONE};
    private final int[] velocity; // along each axis, or along none
    private final boolean[] scaled = new boolean[3];
    private final boolean[] wrapped = new boolean[3];
    private final boolean moved; // whether a position is another than its column says
    private final long[] images = new long[3]; // of the row being read

    /** @param header the names after ITEM: ATOMS */
    DumpColumns(String header, ReadOptions options, Cursor cursor) throws InputException {
        this.header = header;
        var names = new Fields().split(header);
        width = names.count();
        for (int k = 0; k < width; k++) {
            if (columns.put(names.text(k), k) != null) {
                throw cursor.error(
                        k + 3, "column " + Cursor.quoted(names.text(k)) + " is named twice", "Keep one of the two");
            }
        }
        id = at("id");
        if (id == NONE) {
            throw missing("id", "atoms change places from frame to frame", cursor);
        }
        species = at("element") != NONE ? at("element") : at("type");
        mass = at("mass");
        int[] places = {place(0, "x"), place(1, "y"), place(2, "z")};
        if (places[0] == NONE) {
            throw missing("x", "there are no positions", cursor);
        }
        moved = scaled[0] || scaled[1] || scaled[2] || image[0] != NONE || image[1] != NONE || image[2] != NONE;
        dimensions = places[1] == NONE ? 1 : places[2] == NONE ? 2 : 3;
        if (dimensions == 1 && places[2] != NONE) {
            throw missing("y", "there is a z but no y", cursor);
        }
        position = Arrays.copyOf(places, dimensions);
        velocity = velocities(options, cursor);
    }

    /** Unwrapped coordinates before wrapped ones, plain before scaled. */
    private int place(int axis, String name) {
        for (var form : List.of(name + "u", name, name + "su", name + "s")) {
            if (at(form) != NONE) {
                scaled[axis] = form.startsWith("s", 1);
                wrapped[axis] = !form.endsWith("u");
                image[axis] = wrapped[axis] ? at("i" + name) : NONE;
                return at(form);
            }
        }
        return NONE;
    }

    private int[] velocities(ReadOptions options, Cursor cursor) throws InputException {
        int[] places = {at("vx"), at("vy"), at("vz")};
        for (int axis = 1; axis < dimensions; axis++) {
            if ((places[axis] == NONE) != (places[0] == NONE)) {
                throw cursor.error("velocities along some axes only", "Dump vx, vy and vz together, or none of them");
            }
        }
        return Arrays.copyOf(places, places[0] == NONE || !options.velocities() ? 0 : dimensions);
    }

    private InputException missing(String name, String why, Cursor cursor) {
        var unknown = columns.keySet().stream()
                .filter(c -> !KNOWN.contains(c))
                .sorted()
                .toList();
        var guess = Names.closest(name, unknown).filter(c -> name.length() > 1).map(c -> "Did you mean '" + c + "'? ");
        return cursor.error(
                "no column " + name + ": " + why,
                guess.orElse("") + "Add " + name + " to the columns of the dump command");
    }

    private int at(String name) {
        return columns.getOrDefault(name, NONE);
    }

    boolean isFor(String otherHeader) {
        return header.equals(otherHeader);
    }

    Known known() {
        return new Known(true, species != NONE, mass != NONE, velocity.length > 0);
    }

    int dimensions() {
        return dimensions;
    }

    /** Columns that hold numbers which are read. */
    long numbers() {
        return LineBlock.columns(new int[] {mass}, position, velocity);
    }

    /** The columns that are read. */
    String words() {
        var used = new TreeSet<Integer>(List.of(id, species, mass));
        for (int axis = 0; axis < dimensions; axis++) {
            used.addAll(List.of(position[axis], image[axis]));
        }
        IntStream.of(velocity).forEach(used::add);
        used.remove(NONE);
        var names = new Fields().split(header);
        return used.stream().map(names::text).collect(Collectors.joining(", "));
    }

    /** Whether the axis is wrapped into the box without saying how often. */
    boolean needsUnwrapping(int axis) {
        return wrapped[axis] && image[axis] == NONE;
    }

    /** Whether the same columns mean the same in another frame. */
    boolean sameKind(DumpColumns other) {
        return known().equals(other.known())
                && dimensions == other.dimensions
                && Arrays.equals(wrapped, other.wrapped)
                && needsUnwrapping(0) == other.needsUnwrapping(0)
                && needsUnwrapping(1) == other.needsUnwrapping(1)
                && needsUnwrapping(2) == other.needsUnwrapping(2);
    }

    /** Reads one row, with the box of its frame. */
    void read(Fields fields, Row row, DumpBounds bounds, Cursor cursor) throws InputException {
        if (fields.count() != width) {
            throw cursor.error(
                    fields.count() + " columns where ITEM: ATOMS names " + width,
                    "Complete the row or remove the frame");
        }
        row.label = fields.wholeWord(id, row.labels, "the id", cursor);
        if (species != NONE) {
            row.species = fields.word(species, row.kinds);
        }
        if (mass != NONE) {
            row.mass = fields.mass(mass, cursor);
        }
        fields.numbers(position, row.q, k -> "a position", cursor);
        if (moved) {
            move(fields, row, bounds, cursor);
        }
        fields.numbers(velocity, row.v, k -> "a velocity", cursor);
    }

    private void move(Fields fields, Row row, DumpBounds bounds, Cursor cursor) throws InputException {
        for (int axis = 0; axis < dimensions; axis++) {
            if (image[axis] != NONE) {
                images[axis] = fields.whole(image[axis], "an image count", cursor);
            }
        }
        bounds.place(row.q, scaled, images);
        row.computed = true;
    }

    /** In a triclinic box a coordinate tells nothing without the others. */
    void check(DumpBounds bounds, Cursor cursor) throws InputException {
        if (bounds.isOrthogonal()) {
            return;
        }
        if (!bounds.isApart(dimensions)) {
            throw cursor.error(
                    "the box is tilted along an axis that has no coordinate",
                    "Add x, y and z to the columns of the dump");
        }
        int first = bounds.isPeriodic(0) ? 0 : bounds.isPeriodic(1) ? 1 : 2; // that may have images
        for (int axis = 0; axis < dimensions; axis++) {
            boolean sameForm = scaled[axis] == scaled[0] && wrapped[axis] == wrapped[0];
            if (!sameForm || (bounds.isPeriodic(axis) && needsUnwrapping(axis) != needsUnwrapping(first))) {
                throw cursor.error(
                        "in a triclinic box the coordinates are of different kinds",
                        "Dump x y z ix iy iz, or xu yu zu, or xs ys zs ix iy iz, or xsu ysu zsu");
            }
        }
    }
}
