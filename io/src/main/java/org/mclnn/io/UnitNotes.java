package org.mclnn.io;

import java.util.Map;
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

    /** A value without blanks, whatever the unit is called. */
    private static String pair(String key, String unit) {
        return unit.isEmpty()
                ? ""
                : " " + key + "=" + unit.replace("%", "%25").replace(" ", "%20").replace("\"", "%22");
    }

    private static String unit(String value) {
        return value.replace("%22", "\"").replace("%20", " ").replace("%25", "%");
    }

    /** @param values by key */
    static Units of(Function<String, Optional<String>> values) {
        return new Units(
                values.apply(LENGTH).map(UnitNotes::unit).orElse(""),
                values.apply(TIME).map(UnitNotes::unit).orElse(""),
                values.apply(MASS).map(UnitNotes::unit).orElse(""));
    }

    static Units of(Map<String, String> values) {
        return of(key -> Optional.ofNullable(values.get(key)));
    }
}
