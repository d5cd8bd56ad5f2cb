package org.mclnn.io;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mclnn.potential.Units;

/** The unit behind a column's name: {@code x (um)}, {@code y [px]}, {@code t_ms}. */
final class ColumnUnits {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("um", "um"),
            Map.entry("µm", "um"), // micro sign
            Map.entry("μm", "um"), // Greek letter
            Map.entry("micron", "um"),
            Map.entry("microns", "um"),
            Map.entry("micrometer", "um"),
            Map.entry("nm", "nm"),
            Map.entry("mm", "mm"),
            Map.entry("cm", "cm"),
            Map.entry("m", "m"),
            Map.entry("km", "km"),
            Map.entry("au", "au"),
            Map.entry("angstrom", "angstrom"),
            Map.entry("px", "px"),
            Map.entry("pixel", "px"),
            Map.entry("pixels", "px"),
            Map.entry("s", "s"),
            Map.entry("sec", "s"),
            Map.entry("second", "s"),
            Map.entry("seconds", "s"),
            Map.entry("ms", "ms"),
            Map.entry("us", "us"),
            Map.entry("ns", "ns"),
            Map.entry("ps", "ps"),
            Map.entry("fs", "fs"),
            Map.entry("min", "min"),
            Map.entry("h", "h"),
            Map.entry("day", "day"),
            Map.entry("days", "day"),
            Map.entry("yr", "yr"));
    private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)[ _]*[(\\[]([^)\\]]*)[)\\]]");
    private static final Pattern BEHIND = Pattern.compile("([a-z]{1,2}|time)_([^_]+)");

    private ColumnUnits() {}

    /** The name without its unit. */
    static String bare(String name) {
        var brackets = IN_BRACKETS.matcher(name);
        if (brackets.matches()) {
            return brackets.group(1);
        }
        var behind = BEHIND.matcher(name);
        return behind.matches() && named(behind.group(2)).isPresent() ? behind.group(1) : name;
    }

    /** The unit in a name, if it is one that is known; empty where there is none. */
    static String of(String name) {
        return named(text(name)).orElse("");
    }

    /** Whether the unit in a name is a frame. */
    static boolean isFrames(String name) {
        return text(name).strip().matches("(?i)frames?");
    }

    /** Those of {@code vx (nm/s)}, if they are known. */
    static Units ofVelocity(String name) {
        var parts = text(name).split("/", -1);
        return parts.length == 2
                ? new Units(named(parts[0]).orElse(""), named(parts[1]).orElse(""), "")
                : Units.REDUCED;
    }

    /** What stands behind a name; empty where there is nothing. */
    private static String text(String name) {
        var brackets = IN_BRACKETS.matcher(name);
        if (brackets.matches()) {
            return brackets.group(2);
        }
        var behind = BEHIND.matcher(name);
        return behind.matches() ? behind.group(2) : "";
    }

    /** The usual name of a unit. */
    static Optional<String> named(String text) {
        return Optional.ofNullable(KNOWN.get(text.strip().toLowerCase(Locale.ROOT)));
    }
}
