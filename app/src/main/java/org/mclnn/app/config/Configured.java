package org.mclnn.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mclnn.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The words of a command line in which {@code --config FILE} and {@code --set KEY=VALUE} are written out as the options they stand for.
 * What the command line says itself comes before --set, and --set before the file. So there is one way in which options are understood,
 * checked and kept, and the words make the same command without the file.
 */
public final class Configured {
    /** The option that names a file, which each verb with settings has. */
    public static final String CONFIG = "--config";

    /** The option that changes one setting. */
    public static final String SET = "--set";

    private final List<String> words;
    private final Optional<ConfigFile> file;
    private final Map<String, ConfigFile.Entry> origins; // by option

    private Configured(List<String> words, Optional<ConfigFile> file, Map<String, ConfigFile.Entry> origins) {
        this.words = List.copyOf(words);
        this.file = file;
        this.origins = origins;
    }

    /** Whether some words ask for settings. */
    public static boolean isAsked(String... words) {
        return Arrays.stream(words).anyMatch(word -> isOption(word, CONFIG) || isOption(word, SET));
    }

    private static boolean isOption(String word, String name) {
        return word.equals(name) || word.startsWith(name + "=");
    }

    /** Words that are as they should be. */
    public static Configured plain(String... words) {
        return new Configured(List.of(words), Optional.empty(), Map.of());
    }

    /**
     * Writes settings out.
     *
     * @param verb of which nothing is wanted but to look at words
     * @param words after its name; where they are wrong themselves nothing is done about them: whoever takes them will say so
     * @throws ConfigException with all that is wrong with the settings
     * @throws InputException if the file cannot be read
     */
    public static Configured of(CommandLine verb, List<String> words)
            throws ConfigException, InputException, IOException {
        verb.getCommandSpec().parser().collectErrors(true);
        var given = verb.parseArgs(words.toArray(String[]::new));
        if (given.isUsageHelpRequested() || !wrong(given).isEmpty()) {
            return plain(words.toArray(String[]::new));
        }
        var keys = Keys.of(verb.getCommandSpec());
        Path path = given.matchedOptionValue(CONFIG, (Path) null);
        List<String> sets = given.matchedOptionValue(SET, List.of());
        var matched = keys.all().stream().filter(key -> isGiven(key, given)).toList();
        Optional<ConfigFile> file = path == null ? Optional.empty() : Optional.of(ConfigFile.read(path, keys));

        var origins = new LinkedHashMap<Key, ConfigFile.Entry>();
        var written = new LinkedHashMap<Key, List<String>>();
        for (var entry : file.map(ConfigFile::entries).orElse(List.of())) {
            var said = entry.key().words(entry.values());
            for (var what : complaints(verb, entry.key(), said)) {
                file.get().complain(entry, what);
            }
            written.put(entry.key(), said);
            origins.put(entry.key(), entry);
        }
        var complaints = new ArrayList<String>();
        for (var set : sets) {
            takeSet(verb, keys, set, written, complaints);
        }
        boolean inFile = !file.map(ConfigFile::isFine).orElse(true);
        if (inFile || !complaints.isEmpty()) {
            if (inFile) {
                complaints.add(0, file.get().complaints());
            }
            throw new ConfigException(String.join("\n", complaints), inFile);
        }
        matched.forEach(written::remove);
        return new Configured(joined(written, words), file, byOption(origins, written));
    }

    /** Errors in words, except that something required is missing: that may be set elsewhere. */
    private static List<Exception> wrong(ParseResult parsed) {
        return parsed.errors().stream()
                .filter(e -> !(e instanceof MissingParameterException missing
                        && missing.getMissing().stream().allMatch(ArgSpec::required)))
                .toList();
    }

    private static boolean isGiven(Key key, ParseResult given) {
        return key.arg() instanceof OptionSpec option
                ? given.hasMatchedOption(option)
                : given.hasMatchedPositional((PositionalParamSpec) key.arg());
    }

    /** What is wrong with the values of one setting. */
    private static List<String> complaints(CommandLine verb, Key key, List<String> said) {
        var words = key.arg().isPositional() ? Stream.concat(Stream.of("--"), said.stream()) : said.stream();
        return wrong(verb.parseArgs(words.toArray(String[]::new))).stream()
                .map(e -> Words.value("--" + key.name(), String.valueOf(e.getMessage())))
                .limit(1)
                .toList();
    }

    private static void takeSet(
            CommandLine verb, Keys keys, String set, Map<Key, List<String>> written, List<String> complaints) {
        int at = set.indexOf('=');
        var name = at < 0 ? set : set.substring(0, at);
        var value = at < 0 ? "" : set.substring(at + 1);
        int dot = name.indexOf('.');
        boolean entry =
                dot > 0 && keys.find(name.substring(0, dot)).map(Key::kind).equals(Optional.of(Kind.TABLE));
        if (entry) {
            value = name.substring(dot + 1) + "=" + value;
            name = name.substring(0, dot);
        }
        var start = SET + " " + set + ": ";
        var key = keys.find(name);
        if (at < 0) {
            complaints.add(start + "write it as KEY=VALUE");
        } else if (key.isEmpty()) {
            complaints.add(start + keys.unknown(name));
        } else if (key.get().kind() == Kind.TRUTH && !value.equals("true") && !value.equals("false")) {
            complaints.add(start + "'" + name + "' is true or false");
        } else {
            var said = key.get().words(List.of(value));
            complaints(verb, key.get(), said).forEach(what -> complaints.add(start + what));
            written.put(key.get(), entry ? with(written.getOrDefault(key.get(), List.of()), said.get(0)) : said);
        }
    }

    /** The entries of a table with one more, which takes the place of an older one of its name. */
    private static List<String> with(List<String> entries, String added) {
        var name = added.substring(0, added.indexOf('=', added.indexOf('=') + 1) + 1); // --map=x=
        return Stream.concat(entries.stream().filter(word -> !word.startsWith(name)), Stream.of(added))
                .toList();
    }

    /** Options first, then the words that were given, then parameters. */
    private static List<String> joined(Map<Key, List<String>> written, List<String> words) {
        var joined = new ArrayList<String>();
        written.forEach((key, said) -> {
            if (key.arg().isOption()) {
                joined.addAll(said);
            }
        });
        boolean optionsEnd = false;
        for (int k = 0; k < words.size(); k++) {
            var word = words.get(k);
            optionsEnd |= word.equals("--");
            boolean settings = !optionsEnd && (isOption(word, CONFIG) || isOption(word, SET));
            if (!settings) {
                joined.add(word);
            } else if (!word.contains("=")) {
                k++; // its value
            }
        }
        for (var entry : written.entrySet()) {
            if (entry.getKey().arg().isPositional()) {
                if (!optionsEnd && entry.getValue().stream().anyMatch(value -> value.startsWith("-"))) {
                    optionsEnd = true;
                    joined.add("--");
                }
                joined.addAll(entry.getValue());
            }
        }
        return joined;
    }

    private static Map<String, ConfigFile.Entry> byOption(
            Map<Key, ConfigFile.Entry> origins, Map<Key, List<String>> written) {
        var byOption = new LinkedHashMap<String, ConfigFile.Entry>();
        origins.forEach((key, entry) -> {
            if (key.words(entry.values()).equals(written.get(key))) {
                byOption.put("--" + key.name(), entry);
            }
        });
        return byOption;
    }

    /** The words, settings written out. */
    public List<String> words() {
        return words;
    }

    /** What is wrong with an option, said about the line of the file that it comes from; absent where it comes from elsewhere. */
    public Optional<String> complaint(String option, String what) {
        return Optional.ofNullable(origins.get(option)).flatMap(entry -> file.map(from -> from.complaint(entry, what)));
    }
}
