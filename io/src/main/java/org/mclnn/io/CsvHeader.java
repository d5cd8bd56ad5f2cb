package org.mclnn.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mclnn.potential.Names;

/** The line that names the columns of a table: what each of them means, and what to say where one is not found. */
final class CsvHeader {
    static final int NONE = -1;
    static final String EXAMPLE = "The first line names the columns, as t,particle,x,y,z";

    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final Pattern OF_ONE_PARTICLE = Pattern.compile("v?[xyz][ _]?[0-9]+"); // in a row for all
    private static final Pattern FOR_MAP = Pattern.compile("[^,\"\\p{Cntrl}]+"); // --map takes no others

    private final String line;
    private final List<String> written;
    private final List<String> names; // in lower case
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final ReadOptions options;
    private final Cursor cursor;
    private final TableKind kind;

    /**
     * @param line as it stands in the file
     * @param fields of it
     */
    CsvHeader(String line, List<String> fields, ReadOptions options, Cursor cursor) throws InputException {
        this.line = line;
        this.options = options;
        this.cursor = cursor;
        written = fields.stream().map(String::strip).toList();
        names = written.stream().map(CsvHeader::lower).toList();
        checkNames();
        kind = TableKind.of(names);
        for (var column : Column.values()) {
            place(column);
        }
        checkComplete();
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private void checkNames() throws InputException {
        if (isRow() && options.columns().values().stream().noneMatch(name -> names.contains(lower(name)))) {
            throw cursor.error(
                    "there is no header: the first line " + Cursor.quoted(line) + " holds numbers",
                    "Put a line above it that names the columns, as t,particle,x,y,z");
        }
        for (int k = 1; k < names.size(); k++) {
            int first = names.indexOf(names.get(k));
            if (first < k && !names.get(k).isEmpty()) {
                throw cursor.error(
                        k + 1,
                        "column " + Cursor.quoted(written.get(first)) + " is named twice",
                        "Rename or remove one of the two");
            }
        }
    }

    /** Whether these are numbers, but for the name of a particle; their decimal commas may have been taken for delimiters. */
    private boolean isRow() {
        var parts = Stream.of(line.split("[,;\t|]"))
                .map(part -> part.replace("\"", "").strip())
                .filter(part -> !part.isEmpty())
                .toList();
        long words = parts.stream().filter(part -> !isNumber(part)).count();
        return !parts.isEmpty() && isNumber(parts.get(0)) && words <= 1;
    }

    private static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    private void place(Column column) throws InputException {
        var asked = options.columns().get(column);
        int found = asked == null ? NONE : names.indexOf(lower(asked));
        if (asked != null && (found >= 0 || !options.assumed())) {
            if (found < 0) {
                throw noColumn(asked, column);
            }
            places.put(column, found);
            return;
        }
        if (kind.passesOver(column)) {
            return;
        }
        for (var name : column.names()) {
            found = names.contains(name) ? names.indexOf(name) : withUnit(name).orElse(NONE);
            if (found >= 0) {
                places.put(column, found);
                return;
            }
        }
    }

    /** The column of this name with a unit behind it. */
    private Optional<Integer> withUnit(String name) {
        return IntStream.range(0, names.size())
                .filter(k -> ColumnUnits.bare(names.get(k)).equals(name))
                .boxed()
                .findFirst();
    }

    private InputException noColumn(String asked, Column column) {
        var guess = withUnit(lower(asked))
                .or(() -> Names.closest(lower(asked), filled(names)).map(names::indexOf));
        return cursor.error(
                "no column " + Cursor.quoted(asked) + " for " + column,
                guess.map(k -> "Did you mean " + Cursor.quoted(written.get(k)) + "? ")
                                .orElse("")
                        + "The header names " + String.join(", ", filled(written)));
    }

    private static List<String> filled(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private void checkComplete() throws InputException {
        var missing = new ArrayList<Column>();
        if (at(Column.T) == NONE && at(Column.FRAME) == NONE) {
            missing.add(Column.T);
        }
        for (var column : List.of(Column.PARTICLE, Column.X)) {
            if (at(column) == NONE) {
                missing.add(column);
            }
        }
        if (!missing.isEmpty()) {
            var map = example(missing);
            throw cursor.error(
                    missing.stream().map(CsvHeader::sought).collect(Collectors.joining("; ")) + " in the header "
                            + Cursor.quoted(line),
                    (map.isEmpty() ? "" : "Say which column is what, as --map " + map + ". ") + EXAMPLE);
        }
    }

    private static String sought(Column column) {
        return "no column " + (column == Column.T ? "t, time or frame" : String.join(", ", column.names()));
    }

    /** What {@code --map} could say: the names that look like what is missing, then others in their order if they are enough. */
    private String example(List<Column> missing) {
        var unknown = IntStream.range(0, names.size())
                .filter(k -> !places.containsValue(k)
                        && FOR_MAP.matcher(names.get(k)).matches()
                        && !isNumber(names.get(k)))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        var found = new EnumMap<Column, Integer>(Column.class);
        var sought = new ArrayList<>(missing);
        if (missing.contains(Column.X)) { // with the axes that would be lost without a word
            Column.POSITIONS.stream()
                    .filter(axis -> axis != Column.X && at(axis) == NONE)
                    .forEach(sought::add);
        }
        for (var column : sought) {
            guess(column, unknown.stream().map(names::get).toList()).ifPresent(name -> {
                found.put(column, names.indexOf(name));
                unknown.remove(found.get(column));
            });
        }
        var others =
                missing.stream().filter(column -> !found.containsKey(column)).toList();
        unknown.removeIf(k -> OF_ONE_PARTICLE.matcher(names.get(k)).matches());
        for (int k = 0; others.size() <= unknown.size() && k < others.size(); k++) {
            found.put(others.get(k), unknown.get(k));
        }
        var map = found.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + written.get(entry.getValue()))
                .collect(Collectors.joining(","));
        return map.isEmpty() ? "" : ShellWords.quoted(map);
    }

    /** One of these names that looks like what is sought. */
    private static Optional<String> guess(Column column, List<String> unknown) {
        for (var name : column.names()) {
            // within two typing errors of one or two letters lies every short word
            var near = name.length() > 2
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

    /** The column of this meaning, counted from 0, or {@link #NONE}. */
    int at(Column column) {
        return places.getOrDefault(column, NONE);
    }

    int count() {
        return names.size();
    }

    /** Of column k, in lower case. */
    String name(int k) {
        return names.get(k);
    }

    /** Of column k, as it is written. */
    String written(int k) {
        return written.get(k);
    }

    TableKind kind() {
        return kind;
    }
}
