package org.mclnn.app.study;

import java.util.ArrayList;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON: what is not finite is a string, exact numbers are their 64 bits in hexadecimal. */
public final class FindingsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FindingsJson() {}

    /** With the findings' numbers and tables, for other programs; words and exact arrays, which make a law again, are left out. */
    public static String text(Findings findings) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node(findings)) + "\n";
    }

    private static ObjectNode node(Findings findings) {
        var node = NODES.objectNode();
        var numbers = node.putObject("numbers");
        findings.numbers().forEach((name, value) -> numbers.set(name, number(value)));
        var tables = node.putObject("tables");
        findings.tables().forEach((name, table) -> {
            var columns = tables.putObject(name);
            table.columns().forEach((column, values) -> columns.set(column, numbers(values)));
        });
        return node;
    }

    private static ArrayNode numbers(double[] values) {
        var array = NODES.arrayNode();
        for (double value : values) {
            array.add(number(value));
        }
        return array;
    }

    private static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(Digits.decimal(value)) : NODES.stringNode(Digits.text(value));
    }

    /** All of it, with what it was made from. */
    static String kept(Findings findings, String inputs) {
        var node = NODES.objectNode().put("inputs", inputs);
        node.setAll(node(findings));
        var words = node.putObject("words");
        findings.words().forEach(words::put);
        var exact = node.putObject("exact");
        findings.exact().forEach((name, values) -> {
            var array = exact.putArray(name);
            Arrays.stream(values)
                    .mapToObj(value -> Long.toHexString(Double.doubleToRawLongBits(value)))
                    .forEach(array::add);
        });
        return JsonMapper.shared().writeValueAsString(node) + "\n";
    }

    /**
     * What {@link #kept} wrote.
     *
     * @throws IllegalArgumentException if it was made from other inputs, or is no such text
     */
    static Findings read(String text, String inputs) {
        try {
            var node = JsonMapper.shared().readTree(text);
            if (!inputs.equals(node.path("inputs").asString(""))) {
                throw new IllegalArgumentException("it was made from other inputs");
            }
            var findings = Findings.builder();
            node.path("numbers").properties().forEach(e -> findings.number(e.getKey(), value(e.getValue())));
            node.path("words")
                    .properties()
                    .forEach(e -> findings.word(e.getKey(), e.getValue().asString()));
            node.path("tables").properties().forEach(e -> findings.table(e.getKey(), table(e.getValue())));
            node.path("exact").properties().forEach(e -> findings.exact(e.getKey(), bits(e.getValue())));
            return findings.build();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static double value(JsonNode node) {
        return Digits.parse(node.asString());
    }

    private static Table table(JsonNode node) {
        var table = Table.empty();
        for (var column : node.properties()) {
            var values = new ArrayList<Double>();
            column.getValue().forEach(value -> values.add(value(value)));
            table = table.with(column.getKey(), values);
        }
        return table;
    }

    private static double[] bits(JsonNode node) {
        var values = new double[node.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] =
                    Double.longBitsToDouble(Long.parseUnsignedLong(node.get(k).asString(), 16));
        }
        return values;
    }
}
