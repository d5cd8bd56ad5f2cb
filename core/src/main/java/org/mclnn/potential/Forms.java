package org.mclnn.potential;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms by name. */
public final class Forms {
    private static final List<String> FAMILIES = List.of(
            "network",
            "spline",
            "harmonic",
            "quartic",
            "power",
            "powers",
            "logarithm",
            "lennard-jones",
            "morse",
            "yukawa",
            "buckingham",
            "hertz");

    // formulas whose name goes on after a colon
    private static final List<String> OPEN = List.of("powers", "lennard-jones");
    private static final Pattern RANGE = Pattern.compile("([-+]?[0-9]{1,6})\\.\\.([-+]?[0-9]{1,6})");

    private Forms() {}

    /** The families, in the order they are listed to users. */
    public static List<String> families() {
        return FAMILIES;
    }

    /**
     * The closed form of a name such as {@code harmonic}, {@code lennard-jones} (12-6), {@code lennard-jones:9-6} or
     * {@code powers:0..5}.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static ClosedForm closed(String name) {
        var parts = name.split(":", 2);
        if (parts.length == 2 && !OPEN.contains(parts[0]) && FAMILIES.contains(parts[0])) {
            throw new IllegalArgumentException(
                    "form '" + parts[0] + "' takes nothing after a colon, was '" + name + "'");
        }
        return switch (parts[0]) {
            case "harmonic" -> new Harmonic();
            case "quartic" -> new Quartic();
            case "power" -> new PowerLaw();
            case "morse" -> new Morse();
            case "logarithm" -> new Logarithm();
            case "yukawa" -> new Yukawa();
            case "buckingham" -> new Buckingham();
            case "hertz" -> new Hertz();
            case "powers" -> powers(parts.length == 2 ? parts[1] : "", name);
            case "lennard-jones" -> {
                var exponents = integers(parts.length == 2 ? parts[1] : "12-6", "-");
                if (exponents.length != 2) {
                    throw new IllegalArgumentException(
                            "write lennard-jones with two exponents, as lennard-jones:12-6, was '" + name + "'");
                }
                yield new LennardJones(exponents[0], exponents[1]);
            }
            default -> throw new IllegalArgumentException(Names.unknown("form", parts[0], FAMILIES));
        };
    }

    private static Powers powers(String range, String name) {
        var ends = RANGE.matcher(range);
        if (!ends.matches()) {
            throw new IllegalArgumentException(
                    "write powers with its first and last whole power, as powers:0..5 or powers:-4..0, was '" + name
                            + "'");
        }
        return Powers.of(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)));
    }

    /**
     * The form of a {@link PotentialForm#name()}.
     *
     * @throws IllegalArgumentException if no form has this name
     */
    public static PotentialForm parse(String name) {
        int at = name.lastIndexOf('@');
        if (at >= 0) {
            return new SmoothCutoff(parse(name.substring(0, at)), number(name.substring(at + 1), name));
        }
        var parts = name.split(":", -1);
        if (parts[0].equals("network")) {
            if (parts.length != 2) {
                throw new IllegalArgumentException(
                        "a network needs its hidden widths, as network:10,10, was '" + name + "'");
            }
            return PairNetwork.of(integers(parts[1], ","));
        }
        if (parts[0].equals("spline")) {
            boolean end = parts.length == 4 && parts[2].equals("end0");
            if (parts.length != 3 && !end) {
                throw new IllegalArgumentException(
                        "a spline needs its coordinate and knots, as spline:r:1.0,1.5,2.0, was '" + name + "'");
            }
            var coordinate = Arrays.stream(SplineForm.Coordinate.values())
                    .filter(c -> c.symbol().equals(parts[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown spline coordinate '" + parts[1] + "'"));
            var knots = Arrays.stream(parts[parts.length - 1].split(","))
                    .mapToDouble(x -> number(x, name))
                    .toArray();
            return SplineForm.inCoordinate(coordinate, knots, end);
        }
        return closed(name);
    }

    private static double number(String text, String name) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' in form '" + name + "' is not a number", e);
        }
    }

    /** Whole numbers separated by {@code separator}. */
    private static int[] integers(String text, String separator) {
        try {
            return Arrays.stream(text.toLowerCase(Locale.ROOT).split(separator))
                    .mapToInt(s -> Integer.parseInt(s.trim()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected whole numbers separated by '" + separator + "', was '" + text + "'", e);
        }
    }
}
