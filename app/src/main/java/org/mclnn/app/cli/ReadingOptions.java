package org.mclnn.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mclnn.app.report.UnitWords;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.io.InputException;
import org.mclnn.io.ReadOptions;
import org.mclnn.io.TrajectoryFiles;
import org.mclnn.potential.Names;
import org.mclnn.potential.Units;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What a trajectory file does not tell, or tells otherwise: {@code @Mixin private ReadingOptions reading;} */
final class ReadingOptions {
    private static final String MICROMETRE = "um";
    private static final String SECOND = "s";
    private static final double SHORT_TRACK = 0.1; // of the frames

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "WHAT=COLUMN",
            description = "Columns of a table whose names do not tell: t, frame, particle, x, y, z, vx, vy, vz, mass,"
                    + " species; as x=POSITION_X,t=FRAME.")
    private List<String> map = List.of();

    @Option(
            names = "--fps",
            paramLabel = "F",
            converter = Converters.Positive.class,
            description = "Frames per second, where the file counts frames; the unit of time is then s.")
    private OptionalDouble fps = OptionalDouble.empty();

    @Option(
            names = "--um-per-px",
            paramLabel = "S",
            converter = Converters.Positive.class,
            description = "Micrometres per pixel: all lengths are multiplied by it; the unit of length is then um.")
    private OptionalDouble umPerPx = OptionalDouble.empty();

    @Option(
            names = "--length-unit",
            paramLabel = "UNIT",
            description = "Unit of the file's lengths, to be printed with every number; nothing is converted.")
    private String lengthUnit = "";

    @Option(names = "--time-unit", paramLabel = "UNIT", description = "Unit of the file's times, likewise.")
    private String timeUnit = "";

    @Option(names = "--mass-unit", paramLabel = "UNIT", description = "Unit of the masses, likewise.")
    private String massUnit = "";

    @Option(
            names = "--mass",
            split = ",",
            paramLabel = "M|SPECIES=M",
            description = "Mass of every particle, or of each species, as A=1,B=16. Without masses V/m is learned.")
    private List<String> mass = List.of();

    @Option(
            names = "--species",
            split = ",",
            paramLabel = "NAME",
            description = "Only particles of these species; the others are taken to exert no force.")
    private List<String> species = List.of();

    @Option(
            names = "--shortest-track",
            paramLabel = "N",
            converter = Converters.Count.class,
            description =
                    "Particles that are seen in fewer frames are left out (default: a tenth of the run; 1: none).")
    private OptionalInt shortestTrack = OptionalInt.empty();

    private boolean assumed; // of another file

    /** The trajectory in a file, as these options have it understood; its notes say what was left out. */
    Trajectory read(Path file, OptionalDouble dt, OptionalInt stride, boolean velocities)
            throws InputException, IOException {
        var columns = UsageException.in("--map", () -> ColumnMap.of(map));
        var options =
                new ReadOptions(dt, stride.orElse(1), velocities).with(columns).withMasses(masses());
        if (fps.isPresent()) {
            options = options.withTimePerFrame(1.0 / fps.getAsDouble());
        }
        if (assumed) {
            options = options.asAssumed();
        }
        return interpret(file, TrajectoryFiles.read(file, options));
    }

    private Trajectory interpret(Path file, Trajectory read) throws InputException {
        var run = withoutShortTracks(file, ofSpecies(file, read));
        boolean otherLength = !List.of("", "px").contains(run.units().length());
        if (umPerPx.isPresent() && !(assumed && otherLength)) {
            if (otherLength) {
                throw new UsageException("--um-per-px: the lengths of " + file + " are in "
                        + run.units().length() + ", not in pixels. Leave it out");
            }
            run = run.scaled(umPerPx.getAsDouble());
        }
        if (!(assumed && run.masses().length > 0)) {
            run = withMasses(run);
        }
        return named(run);
    }

    /** With the units that were given, and a note where the file has others. */
    private Trajectory named(Trajectory run) {
        var own = run.units();
        if (assumed) {
            return run.in(own.orElse(units()));
        }
        var named = run.in(units().orElse(own));
        var kept = umPerPx.isPresent() ? new Units("", own.time(), own.mass()) : own;
        return kept.contradict(units())
                ? named.noted("the file says " + UnitWords.base(own) + "; " + UnitWords.base(named.units())
                        + " is what was asked for, and no number is converted")
                : named;
    }

    private Units units() {
        return new Units(lengthUnit, timeUnit, massUnit)
                .orElse(new Units(umPerPx.isPresent() ? MICROMETRE : "", fps.isPresent() ? SECOND : "", ""));
    }

    private Trajectory ofSpecies(Path file, Trajectory run) throws InputException {
        if (species.isEmpty()) {
            return run;
        }
        var known = run.species().stream().distinct().sorted().toList();
        for (var name : species) {
            if (!known.contains(name)) {
                throw new UsageException("--species: " + Names.unknown("species", name, known));
            }
        }
        var chosen = IntStream.range(0, run.particles())
                .filter(i -> species.contains(run.species().get(i)))
                .toArray();
        return enough(file, run, chosen, "of species " + String.join(", ", species));
    }

    private Trajectory withoutShortTracks(Path file, Trajectory run) throws InputException {
        int least = shortestTrack.orElse((int) Math.ceil(SHORT_TRACK * run.frames()));
        if (least <= 1 || run.isComplete()) {
            return run;
        }
        var seen = new int[run.particles()];
        for (int k = 0; k < run.frames(); k++) {
            for (int i = 0; i < seen.length; i++) {
                seen[i] += run.isSeen(k, i) ? 1 : 0;
            }
        }
        var chosen =
                IntStream.range(0, seen.length).filter(i -> seen[i] >= least).toArray();
        if (chosen.length == seen.length) {
            return run;
        }
        int left = seen.length - chosen.length;
        return enough(
                        file,
                        run,
                        chosen,
                        "seen in at least " + least + " of " + run.frames() + " frames (--shortest-track)")
                .noted(left + (left == 1 ? " short track is" : " short tracks are") + " left out: seen in fewer than "
                        + least + " of " + run.frames() + " frames (--shortest-track)");
    }

    private static Trajectory enough(Path file, Trajectory run, int[] chosen, String which) throws InputException {
        if (chosen.length < 2) {
            throw InputException.of(
                    file,
                    chosen.length + (chosen.length == 1 ? " particle is " : " particles are ") + which,
                    "A law between particles needs at least two");
        }
        return run.only(chosen);
    }

    private Trajectory withMasses(Trajectory run) {
        var bySpecies = masses();
        if (bySpecies.isEmpty()) {
            return run;
        }
        var known = run.species().stream().distinct().sorted().toList();
        var masses = new double[run.particles()];
        for (int i = 0; i < masses.length; i++) {
            var name = run.species().get(i);
            var value = bySpecies.getOrDefault(name, bySpecies.getOrDefault("", Double.NaN));
            if (Double.isNaN(value)) {
                throw new UsageException("--mass: none for species '" + name + "'. Give one for each of "
                        + String.join(", ", known) + ", as --mass " + known.get(0) + "=1");
            }
            masses[i] = value;
        }
        for (var name : bySpecies.keySet()) {
            if (!name.isEmpty() && !known.contains(name)) {
                throw new UsageException("--mass: " + Names.unknown("species", name, known));
            }
        }
        return run.withMasses(masses);
    }

    /** By species; of all others under an empty name. */
    private Map<String, Double> masses() {
        var bySpecies = new LinkedHashMap<String, Double>();
        for (var entry : mass) {
            int at = entry.lastIndexOf('=');
            var name = at < 0 ? "" : entry.substring(0, at);
            if (bySpecies.put(name, mass(entry.substring(at + 1))) != null) {
                throw new UsageException("--mass: " + (name.isEmpty() ? "that of every particle" : "that of " + name)
                        + " is given twice. Leave one out");
            }
        }
        return bySpecies;
    }

    private static double mass(String text) {
        try {
            return new Converters.Positive().convert(text).getAsDouble();
        } catch (TypeConversionException e) {
            throw new UsageException("--mass: " + e.getMessage());
        }
    }

    /** Every option that was given. */
    void describe(Map<String, String> configuration) {
        given().forEach((option, value) -> configuration.put(key(option), value));
    }

    /** The key of an option: {@code umPerPx} of {@code --um-per-px}. */
    private static String key(String option) {
        return Pattern.compile("-([a-z])")
                .matcher(option.substring(2))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /**
     * As a model's data were read, where nothing else was asked for; what a file tells itself holds then. How long a track has to be depends
     * on the file, and is not taken over.
     */
    void orElse(Map<String, String> configuration) {
        if (!words().isEmpty()) {
            return;
        }
        assumed = true;
        map = list(configuration, "map");
        fps = number(configuration, "fps");
        umPerPx = number(configuration, "umPerPx");
        lengthUnit = configuration.getOrDefault("lengthUnit", "");
        timeUnit = configuration.getOrDefault("timeUnit", "");
        massUnit = configuration.getOrDefault("massUnit", "");
        mass = list(configuration, "mass");
        species = list(configuration, "species");
    }

    private static List<String> list(Map<String, String> configuration, String key) {
        var text = configuration.getOrDefault(key, "");
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static OptionalDouble number(Map<String, String> configuration, String key) {
        var text = configuration.get(key);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** One of the paper's systems is simulated here and needs none of these. */
    void refuse(String system) {
        if (!words().isEmpty()) {
            throw new UsageException(
                    words().get(0) + " is for files: " + system + " is simulated here, in reduced units");
        }
    }

    /** What was given, as words of a command line. */
    List<String> words() {
        return given().entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Values by the names of their options, in the order of the help. */
    private Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        given.put("--map", String.join(",", map));
        fps.ifPresent(f -> given.put("--fps", Double.toString(f)));
        umPerPx.ifPresent(s -> given.put("--um-per-px", Double.toString(s)));
        given.put("--length-unit", lengthUnit);
        given.put("--time-unit", timeUnit);
        given.put("--mass-unit", massUnit);
        given.put("--mass", String.join(",", mass));
        given.put("--species", String.join(",", species));
        shortestTrack.ifPresent(n -> given.put("--shortest-track", Integer.toString(n)));
        given.values().removeIf(String::isEmpty);
        return given;
    }
}
