package org.mclnn.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.Normal;
import org.mclnn.potential.PairPotential;
import org.mclnn.training.TrainingOptions.Optimizer;

/** The golden windows as a camera would have them: positions alone, noisy, with gaps; what is learned from them, and how wrong it is. */
final class GoldenTracks {
    private GoldenTracks() {}

    /** The golden windows without velocities, with noise on x and y, and a share of the particles missing at random. */
    static Windows windows(String system, double sigma, double missing, long seed) {
        var golden = Golden.windows(system);
        var random = new SplittableRandom(seed);
        var positions = new double[golden.count()][golden.frames()][];
        for (int w = 0; w < golden.count(); w++) {
            for (int f = 0; f < golden.frames(); f++) {
                positions[w][f] = golden.at(w, f).clone();
                for (int c : golden.active()) {
                    positions[w][f][c] += sigma * Normal.next(random);
                }
                for (int i = 0; i < golden.particles(); i++) {
                    if (random.nextDouble() < missing) {
                        Arrays.fill(positions[w][f], 3 * i, 3 * i + 3, Double.NaN);
                    }
                }
            }
        }
        return new Windows(positions, null, null);
    }

    static TrainingResult train(Mechanics mechanics, Windows windows, FormChoice form) {
        return Trainer.of(TrainingOptions.of(form, Optimizer.LM).withThreads(2), TrainingListener.NONE)
                .train(TrajectoryDataset.of(mechanics, windows));
    }

    /** Relative RMS error of F over the distances in the golden windows. */
    static double forceError(PairPotential law, String system) {
        var golden = Golden.windows(system);
        var truth = ReferenceSystem.named(system).law();
        var pairs = Golden.mechanics(system).pairs();
        double difference = 0.0;
        double norm = 0.0;
        for (int w = 0; w < golden.count(); w++) {
            for (int f = 0; f < golden.frames(); f++) {
                pairs.update(golden.at(w, f));
                for (int k = 0; k < pairs.count(); k++) {
                    double force = truth.force(pairs.distance(k));
                    double error = law.force(pairs.distance(k)) - force;
                    difference += error * error;
                    norm += force * force;
                }
            }
        }
        return Math.sqrt(difference / norm);
    }
}
