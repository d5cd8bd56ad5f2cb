package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** V' between equidistant values. */
class InterpolationTest {
    private static final double NEAR = 0.7;
    private static final double FAR = 2.3;

    private static double[] values(Interpolation grid, DoubleUnaryOperator slope) {
        var values = new double[grid.points()];
        for (int k = 0; k < values.length; k++) {
            values[k] = slope.applyAsDouble(grid.point(k));
        }
        return values;
    }

    private static Interpolation through(int intervals, DoubleUnaryOperator slope) {
        var grid = new Interpolation(NEAR, FAR, intervals);
        grid.fit(values(grid, slope));
        return grid;
    }

    /** Distances inside, none of them a point. */
    private static double[] inside(int n) {
        return new SplittableRandom(3).doubles(n, 1.0, 2.0).toArray();
    }

    private static double worst(Interpolation grid, DoubleUnaryOperator slope) {
        var r = inside(1000);
        var found = new double[r.length];
        assertThat(grid.slopes(r, r.length, found, new int[r.length])).isZero();
        double worst = 0.0;
        for (int k = 0; k < r.length; k++) {
            worst = Math.max(worst, Math.abs(found[k] - slope.applyAsDouble(r[k])));
        }
        return worst;
    }

    @Test
    void aPolynomialOfDegreeSevenIsItself() {
        DoubleUnaryOperator seventh = r -> {
            double x = r - 1.4;
            return 0.3 + x * (1 + x * (-2 + x * (0.5 + x * (3 + x * (-1 + x * (2 + 4 * x))))));
        };
        assertThat(worst(through(16, seventh), seventh)).isLessThan(1e-14); // seen 1.8e-15
        DoubleUnaryOperator eighth = r -> Math.pow(r - 1.4, 8);
        assertThat(worst(through(16, eighth), eighth)).isGreaterThan(1e-11);
    }

    /** Order 8, and the eighth differences foretell it. */
    @Test
    void theErrorFallsWithTheEighthPowerAndIsForetold() {
        DoubleUnaryOperator smooth = r -> 1.0 / (1.0 + 4.0 * r * r);
        double before = Double.NaN;
        for (int intervals = 32; intervals <= 128; intervals *= 2) {
            var grid = through(intervals, smooth);
            double error = worst(grid, smooth);
            var values = values(grid, smooth);
            double foretold = Interpolation.error(values) * values[0]; // the largest
            assertThat(foretold / error).isBetween(1.0, 20.0); // values near the ends count too
            if (!Double.isNaN(before)) {
                assertThat(before / error).isBetween(150.0, 330.0); // 256 in the limit
            }
            before = error;
        }
    }

    @Test
    void errorsAreRelativeAndThoseOfAConstantNone() {
        var grid = new Interpolation(NEAR, FAR, 16);
        var values = values(grid, r -> 1.0 / r);
        var scaled = values(grid, r -> 1024.0 / r);
        assertThat(Interpolation.error(scaled)).isEqualTo(Interpolation.error(values));
        assertThat(Interpolation.error(new double[17])).isZero();
        values[5] = Double.NaN;
        assertThat(Interpolation.error(values)).isNaN();
    }

    @Test
    void pointsOfACoarserGridAreAmongThoseOfAFiner() {
        var coarse = new Interpolation(0.1, 0.7, 128);
        var fine = new Interpolation(0.1, 0.7, 256);
        for (int k = 0; k < coarse.points(); k++) {
            assertThat(fine.point(2 * k)).isEqualTo(coarse.point(k));
        }
    }

    @Test
    void curvatureIsTheDerivativeOfTheInterpolatedSlope() {
        var grid = through(32, r -> 1.0 / r);
        var r = inside(100);
        var c = new double[r.length];
        var slope = new double[r.length];
        var curvature = new double[r.length];
        grid.pullback(r, r.length, c, slope, curvature, new double[grid.size()], new int[r.length]);
        var again = new double[r.length];
        grid.slopes(r, r.length, again, new int[r.length]);
        assertThat(slope).containsExactly(again);
        for (int k = 0; k < r.length; k++) {
            assertThat(Math.abs(curvature[k] + 1.0 / (r[k] * r[k]))).isLessThan(1e-7); // seen 2.4e-8, of order 7
        }
    }

    /** sum of c V'(r) = sum of (its derivative by each value) (that value), because V'(r) is linear in the values. */
    @Test
    void theAdjointIsTheTranspose() {
        var random = new SplittableRandom(9);
        var grid = new Interpolation(NEAR, FAR, 24);
        var values = random.doubles(grid.points(), -1, 1).toArray();
        grid.fit(values);
        var r = inside(200);
        var c = random.doubles(r.length, -1, 1).toArray();
        var slope = new double[r.length];
        var adjoint = new double[grid.size()];
        grid.pullback(r, r.length, c, slope, new double[r.length], adjoint, new int[r.length]);
        double forward = 0.0;
        for (int k = 0; k < r.length; k++) {
            forward += c[k] * slope[k];
        }
        double back = 0.0;
        for (int k = 0; k < values.length; k++) {
            back += grid.valueAdjoint(adjoint, k) * values[k];
        }
        assertThat(Math.abs(back - forward)).isLessThan(1e-13); // seen 9e-16 of 4.6
    }

    @Test
    void whatIsTooNearTheEndsIsLeft() {
        var grid = through(16, r -> 1.0 / r); // h = 0.1: from 1.0 to 2.0
        var r = new double[] {1.5, 0.5, 0.99, 1.01, 1.99, 2.01, 1e300, -1.0};
        var slope = new double[r.length];
        var outside = new int[r.length];
        assertThat(grid.slopes(r, r.length, slope, outside)).isEqualTo(5);
        assertThat(outside).startsWith(1, 2, 5, 6, 7);
        assertThat(slope[1]).isZero();
        assertThat(Math.abs(slope[3] - 1 / 1.01)).isLessThan(1e-6); // seen 1.1e-7
        var again = new int[r.length];
        int left = grid.pullback(r, r.length, r, slope, new double[r.length], new double[grid.size()], again);
        assertThat(left).isEqualTo(5);
        assertThat(again).containsExactly(outside);
    }
}
