package org.mclnn.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import org.mclnn.training.TrainingState;
import org.mclnn.training.TrainingState.Piece;

/** Checkpoints to write and damage. */
final class Checkpoints {
    static final Manifest MANIFEST = new Manifest(
            7, Map.of("form", "network", "dt", "0.01"), "Spuren 粒子.xyz", "5d".repeat(32), "0.1.0", "a JVM");

    private Checkpoints() {}

    /** Two finished pieces and an optimiser after {@code step} steps, of so many numbers. */
    static Checkpoint at(int step, int numbers) {
        var random = new SplittableRandom(step);
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece("start of knots", true, new double[0], new double[] {1.5, -0.0, Double.NaN}));
        pieces.add(new Piece("knots", true, new double[] {2, 1, Double.MIN_VALUE}, new double[] {Math.PI}));
        pieces.add(new Piece(
                "network",
                false,
                random.doubles(step).toArray(),
                random.doubles(numbers).toArray()));
        return new Checkpoint(MANIFEST, Instant.parse("2026-11-23T14:03:05.123456789Z"), new TrainingState(pieces));
    }
}
