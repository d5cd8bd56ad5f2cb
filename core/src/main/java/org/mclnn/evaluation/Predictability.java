package org.mclnn.evaluation;

import java.util.OptionalDouble;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Check;

/** How long a predicted motion can be told from any other (theory, T65). */
public final class Predictability {
    private Predictability() {}

    /**
     * The time after the first frame at which the RMS distance of the particles from where they truly are is for the first time more than a
     * share of the RMS distance of all pairs in all frames; none if it never is. Open space.
     *
     * @param share above 0; where it is near 1 nothing of the motion is known any more
     * @throws IllegalArgumentException if the two have other numbers of frames or particles, or there is one particle
     */
    public static OptionalDouble horizon(Trajectory truth, Trajectory predicted, double share) {
        if (truth.frames() != predicted.frames() || truth.particles() != predicted.particles()) {
            throw new IllegalArgumentException(
                    "the true motion has " + truth.frames() + " frames of " + truth.particles()
                            + " particles, the predicted one " + predicted.frames() + " of " + predicted.particles());
        }
        Check.positive("the share", share);
        double limit = share * share * meanSquaredDistance(truth);
        for (int f = 0; f < truth.frames(); f++) {
            if (!(meanSquaredError(truth.positions(f), predicted.positions(f)) <= limit)) {
                return OptionalDouble.of(truth.time(f) - truth.time(0));
            }
        }
        return OptionalDouble.empty();
    }

    private static double meanSquaredError(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum / (a.length / 3.0);
    }

    /** Over all pairs and frames: twice the sum of squares about the centre over N - 1, in each frame. */
    private static double meanSquaredDistance(Trajectory run) {
        int n = Check.atLeast(2, "the number of particles", run.particles());
        double sum = 0.0;
        for (int f = 0; f < run.frames(); f++) {
            var q = run.positions(f);
            for (int axis = 0; axis < 3; axis++) {
                double centre = 0.0;
                for (int k = axis; k < q.length; k += 3) {
                    centre += q[k] / n;
                }
                for (int k = axis; k < q.length; k += 3) {
                    sum += 2.0 * (q[k] - centre) * (q[k] - centre) / (n - 1);
                }
            }
        }
        return sum / run.frames();
    }
}
