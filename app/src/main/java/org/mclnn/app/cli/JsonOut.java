package org.mclnn.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object under construction; keys keep their order. What is absent, NaN or infinite is null. */
public final class JsonOut {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode node = NODES.objectNode();

    public JsonOut put(String name, double value) {
        node.set(name, number(value));
        return this;
    }

    public JsonOut put(String name, long value) {
        node.put(name, value);
        return this;
    }

    public JsonOut put(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    public JsonOut put(String name, @Nullable String value) {
        node.put(name, value);
        return this;
    }

    public JsonOut put(String name, double[] values) {
        var array = node.putArray(name);
        for (double value : values) {
            array.add(number(value));
        }
        return this;
    }

    public JsonOut put(String name, JsonOut value) {
        node.set(name, value.node);
        return this;
    }

    /**
     * A list, a map, an optional, a number, a string, a boolean, a {@link JsonOut}, a public record by its components, a path; anything
     * else by its toString.
     */
    public JsonOut put(String name, @Nullable Object value) {
        node.set(name, tree(value));
        return this;
    }

    private static tools.jackson.databind.JsonNode tree(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof JsonOut object) {
            return object.node;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? tree(optional.get()) : NODES.nullNode();
        }
        if (value instanceof OptionalDouble optional) {
            return number(optional.orElse(Double.NaN));
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? NODES.numberNode(optional.getAsLong()) : NODES.nullNode();
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? NODES.numberNode(optional.getAsInt()) : NODES.nullNode();
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof Number whole) {
            return NODES.numberNode(whole.longValue());
        }
        if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        }
        if (value instanceof double[] values) {
            ArrayNode array = NODES.arrayNode();
            for (double number : values) {
                array.add(number(number));
            }
            return array;
        }
        if (value instanceof Record record) {
            return components(record);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(item -> array.add(tree(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), tree(item)));
            return object;
        }
        return NODES.stringNode(value.toString());
    }

    private static ObjectNode components(Record record) {
        ObjectNode object = NODES.objectNode();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                object.set(component.getName(), tree(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a public record tells its components", e);
            }
        }
        return object;
    }

    private static tools.jackson.databind.JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
    }

    /** One line of JSON. */
    public String toText() {
        return JsonMapper.shared().writeValueAsString(node);
    }

    /** Many lines, for people. */
    public String toIndentedText() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
