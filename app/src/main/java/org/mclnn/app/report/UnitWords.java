package org.mclnn.app.report;

import org.mclnn.app.figure.Marks;
import org.mclnn.potential.Units;

/** Units in figures and on pages, in their markup; in reduced units the name of the dimension where something has to stand. */
public final class UnitWords {
    private UnitWords() {}

    /** {@code um}, or {@code length}. */
    static String length(Units units) {
        return units.length().isEmpty() ? "length" : Marks.escape(units.length());
    }

    static String lengthSquared(Units units) {
        return length(units) + "^{2}";
    }

    /** A number with its unit of length behind it. */
    static String length(String number, Units units) {
        return units.length().isEmpty() ? number : number + " " + Marks.escape(units.length());
    }

    /** A number with its unit of time behind it. */
    static String time(String number, Units units) {
        return units.time().isEmpty() ? number : number + " " + Marks.escape(units.time());
    }

    /** {@code time since the start (s)}. */
    static String timeAxis(Units units) {
        return "time since the start" + (units.time().isEmpty() ? "" : " (" + Marks.escape(units.time()) + ")");
    }

    /** {@code length um, time s, V/m in um^2/s^2}, as plain text. */
    public static String all(Units units) {
        return base(units)
                + (units.perMass() ? ", without masses" : ", mass " + named(units.mass()))
                + "; V" + units.behindSymbol() + " in " + units.energyWords();
    }

    /** {@code length um, time s}, as plain text. */
    public static String base(Units units) {
        return "length " + named(units.length()) + ", time " + named(units.time());
    }

    private static String named(String unit) {
        return unit.isEmpty() ? "reduced" : unit;
    }
}
