package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.potential.ClosedForm;
import org.mclnn.potential.LennardJones;
import org.mclnn.potential.PairNetwork;
import org.mclnn.potential.SplineForm;
import org.mclnn.potential.SplineForm.Coordinate;

/** Tangent, adjoint and differences of rollouts over 20 frames. */
class GradientTest {
    private static final TrajectoryDataset SPRINGS = Problems.springs(3);

    @Test
    void theNetworksGradientIsRight() {
        for (var hidden : new int[][] {{10, 10}, {4}, {3, 2, 3}}) {
            var network = PairNetwork.of(hidden);
            var theta = network.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(4));
            Gradients.assertAllAgree(SPRINGS.training(), SPRINGS.mechanics(), network, theta, 1e-3);
        }
    }

    @Test
    void theSplinesGradientIsRight() {
        for (var coordinate : Coordinate.values()) {
            var spline = SplineForm.withKnots(coordinate, 0.5, 0.8, 1.0, 1.5, 2.2);
            var theta =
                    new SplittableRandom(5).doubles(spline.size(), -0.5, 0.5).toArray();
            Gradients.assertAllAgree(SPRINGS.training(), SPRINGS.mechanics(), spline, theta, 1e-5);
        }
    }

    @Test
    void theGradientUnderGravityIsRight() {
        var run = Problems.run(ReferenceSystem.GRAVITY, 400);
        var data = TrajectoryDataset.windows(run, 2, 20, 7);
        var power = ReferenceSystem.GRAVITY.law().form();
        Gradients.assertAllAgree(data.training(), data.mechanics(), power, new double[] {-0.9, -1.1}, 1e-3);
    }

    @Test
    void theGradientWithUnequalMassesIsRight() {
        var mechanics =
                new Mechanics(new double[] {1, 2, 0.5}, SPRINGS.mechanics().box(), 0, 0.01, 10);
        var network = PairNetwork.of(4, 4);
        var theta = network.spreadStart(0.5, 2.0, 1.0, new SplittableRandom(6));
        Gradients.assertAllAgree(SPRINGS.training(), mechanics, network, theta, 1e-3);
    }

    @Test
    void theGradientWithACutoffInAPeriodicBoxIsRight() {
        var data = gas();
        var form = new LennardJones(12, 6).withCutoff(2.0);
        Gradients.assertAllAgree(data.training(), data.mechanics(), form, new double[] {1.05, 0.98}, 1e-5);
        var network = PairNetwork.of(4).withCutoff(2.0);
        var theta = PairNetwork.of(4).spreadStart(0.9, 2.0, 1.0, new SplittableRandom(8));
        Gradients.assertAllAgree(data.training(), data.mechanics(), network, theta, 1e-5);
        var spline = SplineForm.uniform(Coordinate.INVERSE_CUBE, 0.9, 2.0, 5).withCutoff(2.0);
        var coefficients =
                new SplittableRandom(5).doubles(spline.size(), -0.5, 0.5).toArray();
        Gradients.assertAllAgree(data.training(), data.mechanics(), spline, coefficients, 1e-5);
    }

    private static TrajectoryDataset gas() {
        return TrajectoryDataset.windows(
                Problems.gas(120),
                new TrajectoryDataset.Sampling(
                        OptionalInt.of(2), 20, OptionalDouble.empty(), OptionalInt.empty(), 2.0, false, 3));
    }

    /** A spring with one of its derivatives wrong: the check above must see each. */
    private record Wrong(DoubleUnaryOperator slope, DoubleUnaryOperator curvature, DoubleUnaryOperator row)
            implements ClosedForm {
        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public List<String> parameterNames() {
            return List.of("k");
        }

        @Override
        public double energy(double[] t, double r) {
            return 0.5 * t[0] * (r - 1) * (r - 1);
        }

        @Override
        public double slope(double[] t, double r) {
            return t[0] * slope.applyAsDouble(r);
        }

        @Override
        public double curvature(double[] t, double r) {
            return t[0] * curvature.applyAsDouble(r);
        }

        @Override
        public void row(double[] t, double r, double[] row, int at) {
            row[at] = this.row.applyAsDouble(r);
        }

        @Override
        public List<double[]> starts(double near, double far, double slope) {
            return List.of(new double[] {1});
        }
    }

    private static void check(Wrong form) {
        Gradients.assertAllAgree(SPRINGS.training(), SPRINGS.mechanics(), form, new double[] {0.8}, 1e-3);
    }

    @Test
    void wrongDerivativesAreCaught() {
        DoubleUnaryOperator slope = r -> r - 1;
        DoubleUnaryOperator curvature = r -> 1;
        check(new Wrong(slope, curvature, slope));
        assertCaught(new Wrong(slope, r -> 0.999, slope));
        assertCaught(new Wrong(slope, r -> -1, slope));
        assertCaught(new Wrong(slope, curvature, r -> 0.999 * (r - 1)));
        assertCaught(new Wrong(r -> 0.999 * (r - 1), curvature, slope));
    }

    private static void assertCaught(Wrong form) {
        assertThatThrownBy(() -> check(form)).isInstanceOf(AssertionError.class);
    }
}
