package org.mclnn.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mclnn.potential.SplineForm.Coordinate;

/** One law of every family, at parameters of order 1, as it is and made to end at a cut-off. */
final class Laws {
    static final double CUTOFF = 2.0;

    private Laws() {}

    static List<FormPotential> withFormulas() {
        var laws = new ArrayList<FormPotential>();
        for (var law : bare()) {
            laws.add(law);
            laws.add(law.form().withCutoff(CUTOFF).at(law.theta()));
        }
        return laws;
    }

    private static List<FormPotential> bare() {
        var laws = new ArrayList<>(List.of(
                Harmonic.of(1.3, 0.9),
                Quartic.of(0.7, 1.1),
                PowerLaw.of(-1.0, -1.0),
                PowerLaw.of(0.8, 2.5),
                PowerLaw.of(0.2, -3.5),
                LennardJones.of(1.2, 0.75),
                new LennardJones(9, 6).at(0.9, 0.7),
                Morse.of(1.5, 2.0, 1.1),
                Powers.of(0, 5).at(0.3, -0.8, 0.6, -0.4, 0.2, -0.05),
                Powers.of(-4, 0).at(0.3, -0.7, 0.4, 0.9, -0.6),
                Powers.of(-13, -7).at(1.2, 0, 0, 0.1, 0, -0.3, -0.8),
                Logarithm.of(1.4),
                Yukawa.of(1.2, 0.8),
                Yukawa.of(-0.7, 3.0),
                Buckingham.of(20.0, 2.5, 0.3),
                Hertz.of(2.0, 1.6)));
        int seed = 1;
        for (var hidden : new int[][] {{1}, {5}, {8}, {2, 2}, {4, 4}, {10, 10}, {3, 4, 5}}) {
            var form = PairNetwork.of(hidden);
            laws.add(form.at(form.normalStart(new SplittableRandom(seed++))));
        }
        return laws;
    }

    static List<FormPotential> splines() {
        var laws = new ArrayList<FormPotential>();
        int seed = 50;
        for (var coordinate : Coordinate.values()) {
            for (var form : List.of(
                    SplineForm.uniform(coordinate, 0.7, 2.4, 6),
                    SplineForm.withKnots(coordinate, 0.7, 0.8, 1.3, 1.4, 2.4),
                    SplineForm.withKnots(coordinate, 0.8, 2.2))) {
                for (var ended : List.of(form, form.withCutoff(CUTOFF))) {
                    var random = new SplittableRandom(seed++);
                    var theta = new double[ended.size()];
                    Arrays.setAll(theta, p -> Normal.next(random));
                    laws.add(ended.at(theta));
                }
            }
        }
        return laws;
    }

    static List<FormPotential> all() {
        var laws = new ArrayList<>(withFormulas());
        laws.addAll(splines());
        return laws;
    }

    /** Where a law has fewer than infinitely many derivatives: knots, ends, the cut-off, the touch of two spheres. */
    private static DoubleStream joints(PotentialForm form, double[] theta) {
        if (form instanceof SplineForm spline) {
            return Arrays.stream(spline.knots()).map(spline.coordinate()::distance);
        } else if (form instanceof SmoothCutoff cut) {
            return DoubleStream.concat(DoubleStream.of(cut.cutoff()), joints(cut.form(), theta));
        }
        double touch = form instanceof Hertz ? theta[1] : Double.NaN; // differences of a root need more room
        return DoubleStream.of(touch - 0.04, touch - 0.02, touch);
    }

    /** Distances from 0.6 to 2.8, none within 0.01 of a joint. */
    static double[] distances(FormPotential law) {
        var joints = joints(law.form(), law.theta()).toArray();
        return IntStream.range(0, 90)
                .mapToDouble(k -> 0.6 + 2.2 * k / 89.0)
                .filter(r -> Arrays.stream(joints).allMatch(joint -> Math.abs(r - joint) > 0.01))
                .toArray();
    }

    /** First derivative by six points around x: exact for polynomials of degree six. */
    static double derivative(DoubleUnaryOperator f, double x, double h) {
        double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
        double further = f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h);
        double furthest = f.applyAsDouble(x + 3 * h) - f.applyAsDouble(x - 3 * h);
        return (45 * near - 9 * further + furthest) / (60 * h);
    }

    /** Difference relative to the expected value, absolute where that is below 1. */
    static double error(double actual, double expected) {
        return Math.abs(actual - expected) / Math.max(1.0, Math.abs(expected));
    }
}
