package org.mclnn.app.config;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mclnn.potential.Names;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The settings of a verb: all its parameters and options but those that are {@link NotKept}. */
final class Keys {
    private final List<Key> keys;

    private Keys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    static Keys of(CommandSpec verb) {
        var keys = new ArrayList<Key>();
        verb.positionalParameters().forEach(parameter -> add(parameter, keys));
        verb.options().forEach(option -> add(option, keys));
        return new Keys(keys);
    }

    private static void add(ArgSpec arg, List<Key> keys) {
        boolean kept = !(arg.userObject() instanceof Field field)
                || !(field.isAnnotationPresent(NotKept.class)
                        || field.getDeclaringClass().isAnnotationPresent(NotKept.class));
        if (kept && !arg.hidden()) {
            keys.add(Key.of(arg));
        }
    }

    List<Key> all() {
        return keys;
    }

    Optional<Key> find(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /** {@code Unknown key 'windws'. Did you mean 'windows'?} */
    String unknown(String name) {
        var names = keys.stream().map(Key::name).toList();
        return "Unknown key '" + name + "'. "
                + Names.closest(name.replace('_', '-'), names)
                        .map(guess -> "Did you mean '" + guess + "'?")
                        .orElse("Known: " + String.join(", ", names) + ".");
    }
}
