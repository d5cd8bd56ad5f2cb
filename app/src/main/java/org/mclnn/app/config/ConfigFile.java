package org.mclnn.app.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mclnn.io.InputException;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A TOML file of settings as it was read: what it sets, and what is wrong with it. */
final class ConfigFile {
    private static final int LARGEST = 1 << 20; // bytes
    private static final int MOST_PROBLEMS = 10;

    /** One setting of the file, as the words of a command line. */
    record Entry(Key key, List<String> values, int line, int column) {
        Entry {
            values = List.copyOf(values);
        }
    }

    private final Path file;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ConfigFile(Path file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it is not there, no text, or larger than any file of settings
     */
    static ConfigFile read(Path file, Keys keys) throws InputException, IOException {
        var text = text(file);
        var config = new ConfigFile(file, text.lines().toList());
        TomlParseResult parsed;
        try {
            parsed = Toml.parse(text);
        } catch (RuntimeException e) { // of the parser, on what it should call an error
            config.problems.add(new Problem(config.firstLineThatFails(), 1, "this is no TOML"));
            return config;
        }
        for (var error : parsed.errors()) {
            config.problems.add(new Problem(
                    error.position().line(), error.position().column(), String.valueOf(error.getMessage())));
        }
        for (var name : parsed.keySet()) {
            config.take(name, parsed, keys);
        }
        return config;
    }

    private int firstLineThatFails() {
        int good = 0; // lines that the parser does not fail on
        int bad = lines.size();
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            try {
                Toml.parse(String.join("\n", lines.subList(0, middle)));
                good = middle;
            } catch (RuntimeException e) {
                bad = middle;
            }
        }
        return bad;
    }

    private static String text(Path file) throws InputException, IOException {
        if (!Files.exists(file)) {
            throw InputException.noInput(file, "there is no such file of settings", "Look at the name after --config");
        }
        if (Files.isDirectory(file)) {
            throw InputException.noInput(
                    file, "this is a directory", "Give the file of settings in it, such as " + file + "/config.toml");
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LARGEST + 1);
        }
        if (bytes.length > LARGEST) {
            throw InputException.of(
                    file, "this is larger than any file of settings, above " + LARGEST + " bytes", "Give another one");
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw InputException.of(file, "this is no text in UTF-8", "Save it as UTF-8");
        }
    }

    private void take(String name, TomlTable parsed, Keys keys) {
        var path = List.of(name);
        var at = parsed.inputPositionOf(path);
        var value = parsed.get(path);
        if (at == null || value == null) {
            return;
        }
        var key = keys.find(name);
        if (key.isEmpty()) {
            boolean section = value instanceof TomlTable table
                    && table.keySet().stream()
                            .anyMatch(inner -> keys.find(inner).isPresent());
            var what = section
                    ? "There is no table '" + name + "': write its keys without [" + name + "]"
                    : keys.unknown(name);
            problems.add(new Problem(at.line(), at.column(), what));
            return;
        }
        var entry = parsed.entry(path);
        var place = entry == null || entry.value().position() == null
                ? at
                : entry.value().position();
        var values = Values.of(key.get().kind(), value);
        if (values.isEmpty()) {
            var what = "'" + name + "' is " + key.get().kind().words() + ", was " + Values.described(value);
            problems.add(new Problem(place.line(), place.column(), what));
        } else {
            entries.add(new Entry(key.get(), values.get(), place.line(), place.column()));
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Adds what turned out to be wrong with a value. */
    void complain(Entry entry, String what) {
        problems.add(new Problem(entry.line(), entry.column(), what));
    }

    boolean isFine() {
        return problems.isEmpty();
    }

    /** Everything that is wrong, from top to bottom. */
    String complaints() {
        var sorted = new ArrayList<>(problems);
        sorted.sort((a, b) -> a.line() != b.line() ? a.line() - b.line() : a.column() - b.column());
        var text = new StringBuilder();
        for (var problem : sorted.subList(0, Math.min(MOST_PROBLEMS, sorted.size()))) {
            text.append(text.isEmpty() ? "" : "\n").append(problem.text(file.toString(), lines));
        }
        if (sorted.size() > MOST_PROBLEMS) {
            text.append("\nand ").append(sorted.size() - MOST_PROBLEMS).append(" more");
        }
        return text.toString();
    }

    /** A complaint about one setting, as one of {@link #complaints}. */
    String complaint(Entry entry, String what) {
        return new Problem(entry.line(), entry.column(), what).text(file.toString(), lines);
    }
}
