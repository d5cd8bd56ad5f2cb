package org.mclnn.io;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.mclnn.dynamics.Box;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.Morse;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.PotentialForm;
import org.mclnn.potential.Powers;
import org.mclnn.potential.SplineForm;

/** A model of every family, with and without a cut-off. */
final class Models {
    private static final Manifest MANIFEST = new Manifest(
            Long.MIN_VALUE,
            Map.of("train.lr", "1e-3", "name", "Zoë \"x\"\n"),
            "tracks 粒子.csv",
            "0".repeat(64),
            "0.1.0",
            "17.0.15");

    private Models() {}

    static Model of(FormPotential law, double cutoff) {
        var random = new SplittableRandom(11);
        var distances =
                random.doubles(500).map(x -> x < 0.3 ? 0.8 + x : 1.5 + x).toArray();
        var box = cutoff > 0 ? new Box(2 * cutoff + 1.0 / 3, 7, 0) : Box.open();
        return new Model(
                LearnedPotential.of(law, Coverage.of(distances, distances.length), cutoff > 0),
                cutoff,
                box,
                List.of(1.0, 1.0 / 3, Double.MIN_VALUE),
                0.001,
                10,
                1.0 / 7e8,
                OptionalDouble.of(2.0 / 7e8),
                MANIFEST);
    }

    static List<Model> all() {
        var random = new SplittableRandom(2);
        double cutoff = 2.2000000000000006;
        var network = PairNetwork.of(4, 3);
        var spline = SplineForm.uniform(SplineForm.Coordinate.INVERSE_CUBE, 0.7, 2.6, 5);
        return List.of(
                of(network.at(network.normalStart(random)), 0),
                of(network.withCutoff(cutoff).at(network.normalStart(random)), cutoff),
                of(spline.at(theta(spline, random)), 0),
                of(spline.withCutoff(cutoff).at(theta(spline.withCutoff(cutoff), random)), cutoff),
                of(new Harmonic().at(1.0 / 3, 1.1), 0),
                of(new Harmonic().withCutoff(cutoff).at(1.0 / 3, 1.1), cutoff),
                of(new LennardJones(9, 6).at(1.0, 1.0 / 3), 0),
                of(Powers.of(-4, 3).at(theta(Powers.of(-4, 3), random)), 0),
                of(Powers.of(0, 5).withCutoff(cutoff).at(theta(Powers.of(0, 5), random)), cutoff),
                of(new Morse().withCutoff(cutoff).at(theta(new Morse(), random)), cutoff));
    }

    private static double[] theta(PotentialForm form, SplittableRandom random) {
        return random.doubles(form.size()).toArray();
    }
}
