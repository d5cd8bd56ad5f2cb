package org.mclnn.io;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mclnn.dynamics.Box;

/** The second line of an extended XYZ frame. */
final class XyzComment {
    private static final Set<String> TRUE = Set.of("T", "t", "1", "True", "true", "TRUE");
    private static final Set<String> FALSE = Set.of("F", "f", "0", "False", "false", "FALSE");

    private final Cursor cursor;
    private final Map<String, String> values;

    XyzComment(String line, Cursor cursor) throws InputException {
        this.cursor = cursor;
        values = KeyValues.of(line, cursor);
    }

    /** The value of a key in lower case. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<Double> time() throws InputException {
        var text = value("time");
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(cursor.number(text.get().trim(), 1, "Time"));
    }

    /** A whole number of at least 0 that we write ourselves. */
    int count(String key, int otherwise, int most) throws InputException {
        var text = value(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        long count = cursor.whole(text.get().trim(), 1, key);
        if (count < 0 || count > most) {
            throw cursor.error(key + " is " + count, "Give a number from 0 to " + most);
        }
        return (int) count;
    }

    boolean flag(String key) {
        return value(key)
                .map(text -> text.equals("T") || text.equals("1") || text.equalsIgnoreCase("true"))
                .orElse(false);
    }

    /** Periodic along the axes that pbc names; all three if there is a lattice and no pbc. */
    Box box() throws InputException {
        var lattice = value("lattice");
        var periodic = periodic(lattice.isPresent());
        if (lattice.isEmpty()) {
            if (periodic[0] || periodic[1] || periodic[2]) {
                throw cursor.error(
                        "pbc says that the box is periodic, but there is no Lattice",
                        "Add Lattice=\"ax ay az bx by bz cx cy cz\", or write pbc=\"F F F\"");
            }
            return Box.open();
        }
        var entries = new Fields().split(lattice.get());
        if (entries.count() != 9) {
            throw cursor.error(
                    "Lattice has " + entries.count() + " numbers", "Write nine, as Lattice=\"5 0 0 0 5 0 0 0 5\"");
        }
        var vectors = new double[9];
        boolean diagonal = true;
        for (int k = 0; k < 9; k++) {
            vectors[k] = cursor.number(entries.text(k), 1, "entry " + (k + 1) + " of Lattice");
            diagonal &= k % 4 == 0 || vectors[k] == 0.0;
        }
        for (int axis = 0; axis < 3; axis++) {
            int k = 3 * axis;
            boolean none = vectors[k] == 0.0 && vectors[k + 1] == 0.0 && vectors[k + 2] == 0.0;
            if (!periodic[axis]) {
                Arrays.fill(vectors, k, k + 3, 0.0);
            } else if (none || (diagonal && vectors[4 * axis] < 0.0)) {
                throw cursor.error(
                        "the periodic box has the length " + vectors[4 * axis] + " along " + "xyz".charAt(axis),
                        "Give a positive length, or write F for this axis in pbc");
            }
        }
        return Boxes.of(vectors, cursor, "Give vectors that span a volume, or write F for an axis in pbc");
    }

    private boolean[] periodic(boolean otherwise) throws InputException {
        var text = value("pbc");
        var periodic = new boolean[] {otherwise, otherwise, otherwise};
        if (text.isEmpty()) {
            return periodic;
        }
        var flags = new Fields().split(text.get());
        boolean good = flags.count() == 3;
        for (int axis = 0; good && axis < 3; axis++) {
            periodic[axis] = TRUE.contains(flags.text(axis));
            good = periodic[axis] || FALSE.contains(flags.text(axis));
        }
        if (!good) {
            throw cursor.error("pbc is " + Cursor.quoted(text.get()), "Write three of T and F, as pbc=\"T T F\"");
        }
        return periodic;
    }
}
