package org.mclnn.app.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table: columns first, then rows. Immutable; each method gives a new table with one thing more. The first column names the rows. All
 * texts may have {@link org.mclnn.app.figure.Marks}.
 */
public final class Table {
    private final String name;
    private final String caption;
    private final List<Column> columns;
    private final List<List<String>> rows;
    private final List<String> notes;
    private final List<String> files;

    enum Kind {
        TEXT,
        NUMBER,
        VERDICT
    }

    /** @param unit below the head; empty: none */
    record Column(Kind kind, String head, String unit) {}

    private Table(
            String name,
            String caption,
            List<Column> columns,
            List<List<String>> rows,
            List<String> notes,
            List<String> files) {
        this.name = name;
        this.caption = caption;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.notes = List.copyOf(notes);
        this.files = List.copyOf(files);
    }

    /**
     * A table without columns yet.
     *
     * @param name small letters, digits and hyphens; the page refers to it as {@code [](#table-name)}
     * @throws IllegalArgumentException for a name of other characters
     */
    public static Table of(String name, String caption) {
        return new Table(Ids.checked(name), caption, List.of(), List.of(), List.of(), List.of());
    }

    /** A column of words. */
    public Table text(String head) {
        return column(new Column(Kind.TEXT, head, ""));
    }

    /** A column of numbers, which stand below each other on the right. */
    public Table number(String head) {
        return number(head, "");
    }

    public Table number(String head, String unit) {
        return column(new Column(Kind.NUMBER, head, unit));
    }

    /** A column of {@link Verdict#label labels} of verdicts; empty cells are allowed. */
    public Table verdict(String head) {
        return column(new Column(Kind.VERDICT, head, ""));
    }

    private Table column(Column column) {
        if (!rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "table '" + name + "' gets its columns before its rows, was '" + column.head() + "' after one");
        }
        return new Table(name, caption, appended(columns, column), rows, notes, files);
    }

    /** @throws IllegalArgumentException for more or fewer cells than columns, or a verdict that is none */
    public Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("table '" + name + "' has " + columns.size()
                    + " columns, a row of it was " + String.join(", ", cells));
        }
        for (int k = 0; k < cells.length; k++) {
            if (columns.get(k).kind() == Kind.VERDICT && !cells[k].isEmpty()) {
                Verdict.of(cells[k]);
            }
        }
        return new Table(name, caption, columns, appended(rows, List.of(cells)), notes, files);
    }

    /** Small words below it. */
    public Table note(String text) {
        return new Table(name, caption, columns, rows, appended(notes, text), files);
    }

    /**
     * Links below it to files beside the page: the same numbers as CSV.
     *
     * @throws IllegalArgumentException for a file elsewhere
     */
    public Table file(String path) {
        return new Table(name, caption, columns, rows, notes, appended(files, Ids.beside(path)));
    }

    private static <T> List<T> appended(List<T> list, T more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    String name() {
        return name;
    }

    String caption() {
        return caption;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<String>> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }

    List<String> files() {
        return files;
    }
}
