package org.mclnn.io;

import java.util.List;
import java.util.OptionalDouble;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.LearnedPotential;

/**
 * A learned law as it is kept on disk.
 *
 * @param cutoff 0 if all pairs interact
 * @param box the box it was learned in
 * @param masses the mass of each particle in training
 * @param dt integrator step in training
 * @param stride steps between frames in training
 * @param validLoss absent where nothing was kept for validation
 */
public record Model(
        LearnedPotential potential,
        double cutoff,
        Box box,
        List<Double> masses,
        double dt,
        int stride,
        double trainLoss,
        OptionalDouble validLoss,
        Manifest manifest) {
    public Model {
        masses = List.copyOf(masses);
    }
}
