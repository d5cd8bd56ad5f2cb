package org.mclnn.io;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.mclnn.potential.Units;

/** Units by the names that they have in our XYZ and CSV files. */
final class UnitNotes {
    static final String LENGTH = "length_unit";
    static final String TIME = "time_unit";
    static final String MASS = "mass_unit";

    private UnitNotes() {}

    /** {@code  length_unit=um time_unit=s}: what is known, each with a blank before it. */
    static String text(Units units) {
        return pair(LENGTH, units.length()) + pair(TIME, units.time()) + pair(MASS, units.mass());
    }

    /** A value that neither format takes for more than one, whatever the unit is called. */
    private static String pair(String key, String unit) {
        var value = new StringBuilder();
        unit.codePoints().forEach(c -> {
            boolean plain = !Character.isWhitespace(c) && !Character.isISOControl(c) && "%\"'{}[]\\,".indexOf(c) < 0;
            var text = Character.toString(c);
            value.append(
                    plain
                            ? text
                            : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return unit.isEmpty() ? "" : " " + key + "=" + value;
    }

    private static String unit(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value; // of another program
        }
    }

    /** @param values by key */
    static Units of(Function<String, Optional<String>> values) {
        return new Units(
                values.apply(LENGTH).map(UnitNotes::unit).orElse(""),
                values.apply(TIME).map(UnitNotes::unit).orElse(""),
                values.apply(MASS).map(UnitNotes::unit).orElse(""));
    }
}
