package org.mclnn.app.config;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;

/** What a setting holds, in TOML's terms. */
enum Kind {
    TRUTH("true or false"),
    WHOLE("a whole number"),
    NUMBER("a number"),
    TEXT("a string, in quotes"),
    /** Numbers that an option takes as one word with commas. */
    NUMBERS("an array of numbers"),
    LIST("an array of strings"),
    /** Numbers, by name where there are several: a number, a table of numbers, or both as an option has them. */
    AMOUNTS("a number, a table of numbers, or an array of strings"),
    /** Words that an option takes as {@code NAME=VALUE}. */
    TABLE("a table of strings");

    private static final Set<Class<?>> WHOLES =
            Set.of(int.class, Integer.class, long.class, Long.class, OptionalInt.class, OptionalLong.class);
    private static final Set<Class<?>> NUMBER_TYPES = Set.of(double.class, Double.class, OptionalDouble.class);

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** {@code a whole number}. */
    String words() {
        return words;
    }

    static Kind of(ArgSpec arg) {
        var type = arg.type();
        if (type == boolean.class || type == Boolean.class) {
            return TRUTH;
        }
        if (arg.paramLabel().matches("[A-Z]+=[A-Z]+")) {
            return TABLE;
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return arg.paramLabel().contains("=") ? AMOUNTS : LIST;
        }
        var single = type == Optional.class && arg.auxiliaryTypes().length > 0 ? arg.auxiliaryTypes()[0] : type;
        if (WHOLES.contains(single)) {
            return WHOLE;
        }
        if (NUMBER_TYPES.contains(single)) {
            return NUMBER;
        }
        return arg.paramLabel().matches("N(,N)+") ? NUMBERS : TEXT;
    }
}
