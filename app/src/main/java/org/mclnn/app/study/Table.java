package org.mclnn.app.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mclnn.potential.Names;

/** Columns of numbers of one length, by name. Immutable; numbers have twelve digits. */
public final class Table {
    private final Map<String, double[]> columns; // in order

    private Table(Map<String, double[]> columns) {
        this.columns = columns;
    }

    /** A table without columns. */
    public static Table empty() {
        return new Table(new LinkedHashMap<>());
    }

    /**
     * The same with one more column on the right.
     *
     * @throws IllegalArgumentException if its length differs, or the name is there already
     */
    public Table with(String name, double... values) {
        if (!columns.isEmpty() && values.length != rows()) {
            throw new IllegalArgumentException(
                    "column '" + name + "' has " + values.length + " rows, the others " + rows());
        }
        var all = new LinkedHashMap<>(columns);
        if (all.put(name, Arrays.stream(values).map(Digits::rounded).toArray()) != null) {
            throw new IllegalArgumentException("there are two columns '" + name + "'");
        }
        return new Table(all);
    }

    /** As {@link #with(String, double...)}. */
    public Table with(String name, List<Double> values) {
        return with(name, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    public int rows() {
        return columns.isEmpty() ? 0 : columns.values().iterator().next().length;
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /**
     * A copy of a column.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public double[] column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(Names.unknown("column", name, names()));
        }
        return column.clone();
    }

    /** With a line of names, comma separated. */
    public String csv() {
        var text = new StringBuilder(String.join(",", columns.keySet())).append('\n');
        for (int k = 0; k < rows(); k++) {
            String separator = "";
            for (var column : columns.values()) {
                text.append(separator).append(Digits.text(column[k]));
                separator = ",";
            }
            text.append('\n');
        }
        return text.toString();
    }

    Map<String, double[]> columns() {
        return columns;
    }
}
