package org.mclnn.diagnostics;

import org.mclnn.potential.Units;

/** One look at a trajectory: a record of numbers, and what follows from them. */
public interface Diagnostic {
    /** One word, such as {@code noise}. */
    String topic();

    /** @param units of the trajectory's numbers, which are printed with them */
    Finding finding(Units units);
}
