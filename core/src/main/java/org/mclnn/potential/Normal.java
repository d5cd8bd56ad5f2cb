package org.mclnn.potential;

import java.util.SplittableRandom;

/** Standard normal numbers with the same bits on every JVM (Marsaglia's polar method on StrictMath). */
public final class Normal {
    private Normal() {}

    /** One draw from N(0, 1). */
    public static double next(SplittableRandom random) {
        while (true) {
            double x = 2.0 * random.nextDouble() - 1.0;
            double y = 2.0 * random.nextDouble() - 1.0;
            double s = x * x + y * y;
            if (s < 1.0 && s > 0.0) {
                return x * Math.sqrt(-2.0 * StrictMath.log(s) / s);
            }
        }
    }
}
