package org.mclnn.app.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Values of settings: as TOML has them, as a command line has them, as options hold them. */
final class Values {
    private Values() {}

    /** A value of TOML as a command line has it; absent where it is of another kind. */
    static Optional<List<String>> of(Kind kind, Object value) {
        return switch (kind) {
            case TRUTH -> value instanceof Boolean ? one(value.toString()) : Optional.empty();
            case WHOLE -> whole(value).flatMap(Values::one);
            case NUMBER -> number(value).flatMap(Values::one);
            case TEXT -> value instanceof String text ? one(text) : Optional.empty();
            case NUMBERS -> numbers(value);
            case LIST -> strings(value);
            case AMOUNTS ->
                value instanceof TomlTable
                        ? pairs(kind, value)
                        : number(value).map(List::of).or(() -> strings(value));
            case TABLE -> pairs(kind, value);
        };
    }

    private static Optional<List<String>> one(String text) {
        return Optional.of(List.of(text));
    }

    private static Optional<String> whole(Object value) {
        if (value instanceof Double d && Double.isFinite(d) && d == Math.rint(d)) { // 1e6
            return Optional.of(new BigDecimal(d).toBigInteger().toString());
        }
        return value instanceof Long ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Optional<String> number(Object value) {
        return value instanceof Long || value instanceof Double ? Optional.of(value.toString()) : Optional.empty();
    }

    private static Optional<List<String>> numbers(Object value) {
        if (value instanceof String text) {
            return one(text);
        }
        if (!(value instanceof TomlArray array)) {
            return Optional.empty();
        }
        var parts = new ArrayList<String>();
        for (int k = 0; k < array.size(); k++) {
            var part = number(array.get(k));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return one(String.join(",", parts));
    }

    private static Optional<List<String>> strings(Object value) {
        if (value instanceof String text) {
            return one(text);
        }
        if (!(value instanceof TomlArray array)) {
            return Optional.empty();
        }
        var all = new ArrayList<String>();
        for (int k = 0; k < array.size(); k++) {
            if (!array.isString(k)) {
                return Optional.empty();
            }
            all.add(array.getString(k));
        }
        return Optional.of(all);
    }

    private static Optional<List<String>> pairs(Kind kind, Object value) {
        if (!(value instanceof TomlTable table)) {
            return Optional.empty();
        }
        var all = new ArrayList<String>();
        for (var entry : table.entrySet()) {
            var text = entry.getValue() instanceof String string
                    ? Optional.of(string)
                    : kind == Kind.AMOUNTS ? number(entry.getValue()) : Optional.<String>empty();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            all.add(entry.getKey() + "=" + text.get());
        }
        return Optional.of(all);
    }

    /** {@code the string "abc"}. */
    static String described(Object value) {
        if (value instanceof String text) {
            return "the string " + quoted(text);
        }
        if (value instanceof TomlArray array) {
            return "the array " + array.toList();
        }
        return value instanceof TomlTable ? "a table" : value.toString();
    }

    /** What an option holds, as a command line has it; absent where it holds nothing. */
    static Optional<List<String>> held(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(Values::held);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? one(Integer.toString(optional.getAsInt())) : Optional.empty();
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? one(Long.toString(optional.getAsLong())) : Optional.empty();
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? one(Double.toString(optional.getAsDouble())) : Optional.empty();
        }
        if (value instanceof Iterable<?> list && !(value instanceof Path)) {
            var all = new ArrayList<String>();
            list.forEach(item -> held(item).ifPresent(all::addAll));
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        }
        if (value instanceof Enum<?> constant) {
            return one(constant.name().toLowerCase(Locale.ROOT));
        }
        return value.toString().isEmpty() ? Optional.empty() : one(value.toString());
    }

    /** Values of a command line as TOML. */
    static String toml(Kind kind, List<String> values) {
        return switch (kind) {
            case TRUTH -> values.get(0);
            case WHOLE, NUMBER -> number(kind, values.get(0));
            case TEXT -> quoted(values.get(0));
            case NUMBERS -> "[" + values.get(0).replace(",", ", ") + "]";
            case LIST, AMOUNTS -> values.stream().map(Values::quoted).collect(Collectors.joining(", ", "[", "]"));
            case TABLE -> values.stream().map(Values::pair).collect(Collectors.joining(", ", "{ ", " }"));
        };
    }

    /** Options take more ways of writing numbers than TOML does; what is no number at all stays as it is. */
    private static String number(Kind kind, String text) {
        try {
            return kind == Kind.WHOLE
                    ? new BigDecimal(text.replace("_", "")).toBigIntegerExact().toString()
                    : Double.toString(Double.parseDouble(text));
        } catch (ArithmeticException | NumberFormatException e) {
            return quoted(text);
        }
    }

    private static String pair(String text) {
        int at = text.indexOf('=');
        return at < 0
                ? quoted(text) + " = \"\""
                : quoted(text.substring(0, at)) + " = " + quoted(text.substring(at + 1));
    }

    /** A basic string of TOML. */
    static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
