package org.mclnn.app.chart;

import java.util.Random;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PowerLaw;

/** Three laws as if learned. */
public final class Laws {
    private Laws() {}

    public static LearnedPotential spring() {
        return seen(Harmonic.of(1, 1), new double[][] {{0.2, 2.5}});
    }

    /** Two bands: a close pair and a third body far away. */
    public static LearnedPotential gravity() {
        return seen(PowerLaw.of(-1, -1), new double[][] {{0.6, 2}, {8, 12}});
    }

    public static LearnedPotential lennardJones() {
        return seen(LennardJones.of(1, 1), new double[][] {{0.9, 2.2}});
    }

    private static LearnedPotential seen(FormPotential law, double[][] bands) {
        var random = new Random(1);
        var r = new double[20_000];
        for (int k = 0; k < r.length; k++) {
            var band = bands[k % bands.length];
            r[k] = band[0] + (band[1] - band[0]) * random.nextDouble();
        }
        return LearnedPotential.of(law, Coverage.of(r, r.length), false);
    }
}
