package org.mclnn.app.cli;

import java.nio.file.Path;
import org.mclnn.app.report.UnitWords;
import org.mclnn.io.InputException;
import org.mclnn.potential.Units;

/** Refuses files whose numbers would be taken for others: no unit is ever converted. */
final class SameUnits {
    private SameUnits() {}

    /**
     * Of runs of one system.
     *
     * @throws InputException if a file has other units than the first one, or has some where that has none
     */
    static void ofRuns(Path file, Units units, String first, Units there) throws InputException {
        if (!units.equals(there)) {
            throw differ(file, units, first, there, "Convert one of them");
        }
    }

    /**
     * Of a law and the motion that it is to go on with, or to be judged by; a file without units has those of the law.
     *
     * @throws InputException if the file has other units
     */
    static void asLaw(Path file, Units units, Units law) throws InputException {
        if (units.contradict(law)) {
            throw differ(file, units, "the law", law, "Convert the file");
        }
    }

    private static InputException differ(Path file, Units units, String other, Units there, String remedy) {
        return InputException.of(
                file,
                "its units (" + UnitWords.base(units) + ") are not those of " + other + " (" + UnitWords.base(there)
                        + ")",
                remedy + "; or, where only the names differ, name them with --length-unit and --time-unit");
    }
}
