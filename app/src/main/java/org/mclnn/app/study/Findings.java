package org.mclnn.app.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mclnn.potential.Names;

/**
 * What one piece of work found: numbers, words and tables by name, in order. Numbers have twelve digits, so that what is read back is what
 * was found; exact numbers, such as parameters, are kept apart. Immutable.
 */
public final class Findings {
    private final Map<String, Double> numbers;
    private final Map<String, String> words;
    private final Map<String, Table> tables;
    private final Map<String, double[]> exact;

    private Findings(Builder b) {
        numbers = new LinkedHashMap<>(b.numbers);
        words = new LinkedHashMap<>(b.words);
        tables = new LinkedHashMap<>(b.tables);
        exact = new LinkedHashMap<>(b.exact);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Findings under way. */
    public static final class Builder {
        private final Map<String, Double> numbers = new LinkedHashMap<>();
        private final Map<String, String> words = new LinkedHashMap<>();
        private final Map<String, Table> tables = new LinkedHashMap<>();
        private final Map<String, double[]> exact = new LinkedHashMap<>();

        private Builder() {}

        public Builder number(String name, double value) {
            numbers.put(name, Digits.rounded(value));
            return this;
        }

        public Builder word(String name, String text) {
            words.put(name, text);
            return this;
        }

        public Builder table(String name, Table table) {
            tables.put(name, table);
            return this;
        }

        /** Numbers of which every bit matters. */
        public Builder exact(String name, double[] values) {
            exact.put(name, values.clone());
            return this;
        }

        public Findings build() {
            return new Findings(this);
        }
    }

    /** @throws IllegalArgumentException if there is no number of this name */
    public double number(String name) {
        var number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(Names.unknown("number", name, List.copyOf(numbers.keySet())));
        }
        return number;
    }

    public Optional<Double> find(String name) {
        return Optional.ofNullable(numbers.get(name));
    }

    /** @throws IllegalArgumentException if there are no words of this name */
    public String word(String name) {
        var word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException(Names.unknown("word", name, List.copyOf(words.keySet())));
        }
        return word;
    }

    /** @throws IllegalArgumentException if there is no table of this name */
    public Table table(String name) {
        var table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException(Names.unknown("table", name, List.copyOf(tables.keySet())));
        }
        return table;
    }

    /** @throws IllegalArgumentException if there is nothing of this name */
    public double[] exact(String name) {
        var values = exact.get(name);
        if (values == null) {
            throw new IllegalArgumentException(Names.unknown("array", name, List.copyOf(exact.keySet())));
        }
        return values.clone();
    }

    public Map<String, Double> numbers() {
        return numbers;
    }

    public Map<String, String> words() {
        return words;
    }

    public Map<String, Table> tables() {
        return tables;
    }

    Map<String, double[]> exact() {
        return exact;
    }
}
