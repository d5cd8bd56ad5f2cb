package org.mclnn.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mclnn.potential.Names;

/** Which column of an extended XYZ row holds what; -1 for what the file does not have. */
final class XyzColumns {
    private static final String PLAIN = "species:S:1:pos:R:3";
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("species", "species"),
            Map.entry("symbols", "species"),
            Map.entry("element", "species"),
            Map.entry("type", "type"),
            Map.entry("pos", "pos"),
            Map.entry("positions", "pos"),
            Map.entry("vel", "velo"),
            Map.entry("velo", "velo"),
            Map.entry("velocity", "velo"),
            Map.entry("velocities", "velo"),
            Map.entry("momenta", "momenta"),
            Map.entry("momentum", "momenta"),
            Map.entry("mass", "masses"),
            Map.entry("masses", "masses"),
            Map.entry("id", "id"),
            Map.entry("label", "id"));
    private static final int MOST = 10_000; // columns of one property

    private final String properties;
    private final Map<String, Integer> columns;
    private final int width;
    private final boolean open; // plain XYZ: more columns may follow
    private final int id;
    private final int kind;
    private final int mass;
    private final int[] position;
    private final int[] velocity; // or momentum, or none
    private final boolean momenta; // and no velocities
    private final Map<String, Double> masses; // by species, where the file has none

    private XyzColumns(
            String properties, Map<String, Integer> columns, int width, boolean open, Map<String, Double> masses) {
        this.masses = masses;
        this.properties = properties;
        this.columns = columns;
        this.width = width;
        this.open = open;
        id = at("id");
        kind = has("type") ? at("type") : at("species");
        mass = at("masses");
        momenta = has("momenta") && !has("velo");
        position = vector("pos");
        velocity = vector(momenta ? "momenta" : "velo");
    }

    static XyzColumns of(Optional<String> declared, ReadOptions options, Cursor cursor) throws InputException {
        var properties = declared.orElse(PLAIN);
        var parts = properties.trim().split(":", -1);
        if (parts.length % 3 != 0) {
            throw malformed(properties, cursor);
        }
        int width = 0;
        for (int k = 2; k < parts.length; k += 3) {
            width += (int) Math.min(MOST, cursor.whole(parts[k], 1, "the number of columns of " + parts[k - 2]));
        }
        var columns = places(properties, parts, cursor);
        if (!options.velocities()) {
            columns.keySet().removeAll(List.of("velo", "momenta"));
        }
        var read = new XyzColumns(properties, columns, width, declared.isEmpty(), options.masses());
        if (read.momenta && read.mass < 0 && options.masses().isEmpty()) {
            throw cursor.error(
                    "the file has momenta but no masses",
                    "Velocities are momenta over masses: give them with --mass, or add masses:R:1 to Properties; or let"
                            + " --positions-only do without velocities");
        }
        return read;
    }

    private static Map<String, Integer> places(String properties, String[] parts, Cursor cursor) throws InputException {
        var columns = new HashMap<String, Integer>();
        int at = 0;
        var names = new HashSet<String>();
        var unknown = new ArrayList<String>();
        for (int k = 0; k < parts.length; k += 3) {
            var name = parts[k].toLowerCase(Locale.ROOT);
            long count = cursor.whole(parts[k + 2], 1, "the number of columns of " + parts[k]);
            if (count < 1 || count > MOST || !List.of("S", "R", "I", "L").contains(parts[k + 1])) {
                throw malformed(properties, cursor);
            }
            if (!names.add(name)) {
                throw cursor.error("Properties names " + Cursor.quoted(parts[k]) + " twice", "Keep one of the two");
            }
            var meaning = ALIASES.getOrDefault(name, "");
            if (meaning.isEmpty()) {
                unknown.add(parts[k]);
            } else {
                int wanted = meaning.equals("pos") || meaning.equals("velo") || meaning.equals("momenta") ? 3 : 1;
                if (count != wanted) {
                    throw cursor.error(
                            parts[k] + " has " + count + " columns in Properties",
                            "Give it " + wanted + " per particle");
                }
                if (columns.putIfAbsent(meaning, at) != null) {
                    throw cursor.error(
                            "Properties has two columns for " + meaning + ", the second is " + parts[k],
                            "Keep one of the two");
                }
            }
            at += (int) count;
        }
        if (!columns.containsKey("pos")) {
            var guess = Names.closest("pos", unknown).map(c -> "Rename '" + c + "' to 'pos'");
            throw cursor.error(
                    "Properties names no positions",
                    guess.orElse("Add pos:R:3 to Properties, and the columns to the rows"));
        }
        return columns;
    }

    private static InputException malformed(String properties, Cursor cursor) {
        return cursor.error(
                "Properties is " + Cursor.quoted(properties),
                "Write name:type:columns for each, as species:S:1:pos:R:3:velo:R:3, types being S, R, I and L");
    }

    boolean isFor(Optional<String> declared) {
        return open
                ? declared.isEmpty()
                : declared.isPresent() && declared.get().equals(properties);
    }

    Known known() {
        return new Known(
                columns.containsKey("id"),
                columns.containsKey("type") || columns.containsKey("species"),
                columns.containsKey("masses"),
                velocity.length > 0);
    }

    private double mass(Row row, Cursor cursor) throws InputException {
        var species = kind < 0 ? "" : row.kinds.text(row.species);
        var known = masses.getOrDefault(species, masses.get(""));
        if (known == null) {
            throw cursor.error(
                    "no mass was given for species " + Cursor.quoted(species) + ", and the file has momenta",
                    "Give --mass one for each species, as --mass A=1,B=16");
        }
        return known;
    }

    /** Columns that hold numbers which are read. */
    long numbers() {
        return LineBlock.columns(new int[] {mass}, position, velocity);
    }

    /** Reads one row of the file. */
    void read(Fields fields, Row row, Cursor cursor) throws InputException {
        if (fields.count() < width || (fields.count() > width && !open)) {
            throw cursor.error(
                    fields.count() + " columns where Properties names " + width,
                    "Write one row a particle as Properties (" + Cursor.quoted(properties) + ") says");
        }
        if (id >= 0) {
            row.label = fields.word(id, row.labels);
        }
        if (kind >= 0) {
            row.species = fields.word(kind, row.kinds);
        }
        if (mass >= 0) {
            row.mass = fields.mass(mass, cursor);
        }
        fields.numbers(position, row.q, k -> "a position", cursor);
        fields.numbers(velocity, row.v, k -> momenta ? "a momentum" : "a velocity", cursor);
        if (momenta) {
            row.mass = mass < 0 ? mass(row, cursor) : row.mass;
            for (int axis = 0; axis < 3; axis++) {
                row.v[axis] /= row.mass;
            }
            row.computed = true;
        }
    }

    /** What is read of a row. */
    String words() {
        var used = new ArrayList<String>();
        for (var meaning : List.of("id", "type", "species", "masses", "pos", "velo", "momenta")) {
            if (has(meaning) && !(meaning.equals("species") && has("type"))) {
                used.add(meaning);
            }
        }
        return String.join(", ", used);
    }

    private boolean has(String meaning) {
        return columns.containsKey(meaning);
    }

    private int at(String meaning) {
        return columns.getOrDefault(meaning, -1);
    }

    private int[] vector(String meaning) {
        return has(meaning) ? IntStream.range(at(meaning), at(meaning) + 3).toArray() : new int[0];
    }
}
