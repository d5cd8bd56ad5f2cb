package org.mclnn.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mclnn.potential.Names;

/** Which column of a CSV row holds what, by the names in the header; -1 for what the file does not have. */
final class CsvColumns {
    private static final List<String> TIME = List.of("t", "time", "frame");
    private static final List<String> PARTICLE = List.of("particle", "id", "particle_id");
    private static final List<String> AXES = List.of("x", "y", "z");
    private static final List<String> VELOCITIES = List.of("vx", "vy", "vz");
    private static final List<String> OTHERS = List.of("mass", "species");
    private static final int NONE = -1;

    private final List<String> names = new ArrayList<>(); // lower case
    private final Cursor cursor;
    private final int time;
    private final int particle;
    private final int mass;
    private final int species;
    private final int[] position = {NONE, NONE, NONE};
    private final int[] velocity = {NONE, NONE, NONE};
    private final int dimensions;

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
        particle = required(PARTICLE);
        time = required(TIME);
        position[0] = required(AXES.subList(0, 1));
        dimensions = followed(AXES, position);
        velocity[0] = names.indexOf("vx");
        int moving = followed(VELOCITIES, velocity);
        if (moving != 0 && moving != dimensions) {
            throw cursor.error(
                    moving + " velocity columns for " + dimensions + " coordinates",
                    "Give a velocity for each of " + String.join(", ", AXES.subList(0, dimensions)) + ", or none");
        }
        if (!options.velocities()) {
            Arrays.fill(velocity, NONE);
        }
        mass = names.indexOf("mass");
        species = names.indexOf("species");
    }

    private int required(List<String> aliases) throws InputException {
        for (var alias : aliases) {
            if (names.contains(alias)) {
                return names.indexOf(alias);
            }
        }
        var guess = guess(aliases).map(g -> "Rename the column '" + g + "' to '" + aliases.get(0) + "'. ");
        throw cursor.error(
                "no column " + String.join(" or ", aliases) + " in the header "
                        + Cursor.quoted(String.join(",", names)),
                guess.orElse("") + "The first line names the columns, as t,particle,x,y,z");
    }

    /** A name that nothing else explains and that looks like one of the aliases. */
    private Optional<String> guess(List<String> aliases) {
        var unknown = names.stream()
                .filter(n -> !n.isEmpty() && !TIME.contains(n) && !PARTICLE.contains(n))
                .filter(n -> !AXES.contains(n) && !VELOCITIES.contains(n) && !OTHERS.contains(n))
                .toList();
        for (var alias : aliases) {
            // within two typing errors of a single letter lies every short word
            var near = alias.length() > 1
                    ? Names.closest(alias, unknown)
                    : unknown.stream()
                            .filter(n ->
                                    n.matches(alias + "\\W.*|.*\\W" + alias + "|.*_" + alias + "|" + alias + "_.*"))
                            .findFirst();
            if (near.isPresent()) {
                return near;
            }
        }
        return Optional.empty();
    }

    /** Finds the columns of the second and third axis; how many axes there are. */
    private int followed(List<String> axes, int[] found) throws InputException {
        int count = found[0] == NONE ? 0 : 1;
        for (int axis = 1; axis < 3; axis++) {
            found[axis] = names.indexOf(axes.get(axis));
            if (found[axis] != NONE && count != axis) {
                throw cursor.error(
                        found[axis] + 1,
                        "a column " + axes.get(axis) + " without a column " + axes.get(count),
                        "Name the axes in order: x, then y, then z");
            }
            count += found[axis] == NONE ? 0 : 1;
        }
        return count;
    }

    int count() {
        return names.size();
    }

    int dimensions() {
        return dimensions;
    }

    Known known() {
        return new Known(true, species != NONE, mass != NONE, velocity[0] != NONE);
    }

    /** Time of a row. */
    double time(List<String> fields, ReadOptions options, Cursor at) throws InputException {
        double value = at.number(fields.get(time), time + 1, names.get(time));
        return names.get(time).equals("frame")
                ? options.frameTime(value, at, "Add a column t, or give the time between frames with --dt")
                : value;
    }

    /** Everything else of a row. */
    void read(List<String> fields, Row row, Cursor at) throws InputException {
        row.label = fields.get(particle);
        if (species != NONE) {
            row.species = fields.get(species);
        }
        if (mass != NONE) {
            row.mass = at.mass(fields.get(mass), mass + 1);
        }
        for (int axis = 0; axis < dimensions; axis++) {
            row.q[axis] = number(fields, position[axis], at);
            if (velocity[0] != NONE) {
                row.v[axis] = number(fields, velocity[axis], at);
            }
        }
    }

    private double number(List<String> fields, int column, Cursor at) throws InputException {
        return at.number(fields.get(column), column + 1, names.get(column));
    }
}
