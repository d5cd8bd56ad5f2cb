package org.mclnn.optimisation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a minimisation stopped. */
public enum Stop {
    /** The sum of squares reached the target. */
    TARGET,
    /** Every scaled gradient component vanished. */
    GRADIENT,
    /** No step of a size that matters lowers the sum of squares. */
    STEP,
    /** The last iterations gained almost nothing. */
    PROGRESS,
    /** The allowed number of iterations is used up. */
    ITERATIONS;

    /** The number that stands for a reason in a state; -1 for none. */
    static int number(@Nullable Stop why) {
        return Arrays.asList(values()).indexOf(why);
    }

    /** The reason that a number in a state stands for. */
    static @Nullable Stop of(double number) {
        if (number == -1) {
            return null;
        }
        int k = (int) number;
        if (k != number || k < 0 || k >= values().length) {
            throw new OtherTrainingException(number + " is no reason to stop");
        }
        return values()[k];
    }
}
