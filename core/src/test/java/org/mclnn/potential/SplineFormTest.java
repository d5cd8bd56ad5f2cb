package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.potential.SplineForm.Coordinate;

/** The spline against the textbook recursion, its integral, and what it does at and beyond its ends. */
class SplineFormTest {
    static List<FormPotential> splines() {
        return Laws.splines();
    }

    /** Cox-de Boor recursion at one point, with fourfold end knots. */
    private static double basis(double[] knots, int index, int degree, double u) {
        double a = knot(knots, index);
        if (degree == 0) {
            double b = knot(knots, index + 1);
            return u >= a && (u < b || (u == b && b == knots[knots.length - 1] && a < b)) ? 1.0 : 0.0;
        }
        double sum = 0.0;
        double left = knot(knots, index + degree) - a;
        double right = knot(knots, index + degree + 1) - knot(knots, index + 1);
        if (left > 0) {
            sum += (u - a) / left * basis(knots, index, degree - 1, u);
        }
        if (right > 0) {
            sum += (knot(knots, index + degree + 1) - u) / right * basis(knots, index + 1, degree - 1, u);
        }
        return sum;
    }

    private static double knot(double[] knots, int k) {
        return knots[Math.max(0, Math.min(knots.length - 1, k - 3))];
    }

    @ParameterizedTest
    @MethodSource("splines")
    void theSlopeIsTheTextbookBSpline(FormPotential law) {
        var form = (SplineForm) law.form();
        var theta = law.theta();
        boolean ascending = form.coordinate() == Coordinate.DISTANCE;
        int held = form.zeroAtFarEnd() && !ascending ? 1 : 0; // basis 0 is at the far end where u falls with r
        double worst = 0.0;
        for (int k = 0; k < 100; k++) {
            double r = form.near() + (form.far() - form.near()) * k / 100.0;
            double expected = 0.0;
            for (int p = 0; p < theta.length; p++) {
                expected += theta[p]
                        * basis(form.knots(), p + held, 3, form.coordinate().of(r));
            }
            worst = Math.max(worst, Math.abs(law.force(r) + expected));
        }
        assertThat(worst).isLessThan(1e-13); // worst seen 2.4e-15
    }

    @ParameterizedTest
    @MethodSource("splines")
    void energySlopeAndCurvatureAreContinuousAtEveryKnot(FormPotential law) {
        var form = (SplineForm) law.form();
        double worst = 0.0;
        for (double u : form.knots()) {
            double r = form.coordinate().distance(u);
            if (form.zeroAtFarEnd() && r == form.far()) {
                continue; // the curvature steps to 0 there
            }
            var around = new double[] {r - 1e-12, r + 1e-12};
            var energy = new double[2];
            var slope = new double[2];
            var curvature = new double[2];
            law.kernel().energies(around, 2, energy);
            law.kernel().rows(around, 2, slope, curvature, new double[2 * form.size()], form.size());
            worst = Math.max(worst, Math.abs(energy[1] - energy[0]));
            worst = Math.max(worst, Math.abs(slope[1] - slope[0]));
            worst = Math.max(worst, Math.abs(curvature[1] - curvature[0]));
        }
        assertThat(worst).isLessThan(1e-6); // worst seen 9e-9: the third derivative times 2e-12
    }

    @ParameterizedTest
    @MethodSource("splines")
    void aBatchIsItsDistancesOneByOne(FormPotential law) {
        var form = (SplineForm) law.form();
        int size = form.size();
        double reach = form.far() - form.near();
        for (int n : new int[] {0, 1, 63, 64, 65, 207}) {
            var r = new SplittableRandom(n)
                    .doubles(n, 0.5 * form.near(), form.far() + 0.2 * reach)
                    .toArray();
            if (n > 2) {
                r[0] = form.near();
                r[1] = form.far();
                r[2] = Double.NaN;
            }
            var c = new SplittableRandom(n).doubles(n, -1.0, 1.0).toArray();
            var slope = new double[n];
            var curvature = new double[n];
            var rows = new double[n * size];
            law.kernel().rows(r, n, slope, curvature, rows, size);
            var slopes = new double[n];
            law.kernel().slopes(r, n, slopes);
            assertThat(slopes).containsExactly(slope);
            var gradient = new double[size];
            law.kernel().pullback(r, n, c, slopes, new double[n], gradient);
            assertThat(slopes).containsExactly(slope);
            var sum = new double[size];
            for (int k = 0; k < n; k++) {
                var one = new double[1];
                var row = new double[size];
                law.kernel().rows(new double[] {r[k]}, 1, one, new double[1], row, size);
                assertThat(Arrays.copyOfRange(slope, k, k + 1)).containsExactly(one);
                assertThat(Arrays.copyOfRange(rows, k * size, (k + 1) * size)).containsExactly(row);
                for (int p = 0; p < size; p++) {
                    sum[p] += row[p] == 0.0 ? 0.0 : c[k] * row[p];
                }
            }
            assertThat(gradient).containsExactly(sum);
        }
    }

    @ParameterizedTest
    @EnumSource(Coordinate.class)
    void beyondItsEndsTheForceGoesOnInAStraightLine(Coordinate coordinate) {
        var form = SplineForm.uniform(coordinate, 0.8, 2.0, 5);
        var random = new SplittableRandom(9);
        var law = form.at(random.doubles(form.size(), -1, 1).toArray());
        double worst = 0.0;
        for (double end : new double[] {form.near(), form.far()}) {
            double outwards = end == form.near() ? -1.0 : 1.0;
            double at = law.force(end);
            double rise = law.force(end + outwards * 0.25) - at;
            worst = Math.max(worst, Math.abs(law.force(end + outwards * 0.5) - at - 2 * rise));
            double work = law.energy(end) - law.energy(end + outwards * 0.5); // the integral of a straight line
            worst = Math.max(worst, Math.abs(work - outwards * 0.5 * (at + rise)));
        }
        assertThat(worst).isLessThan(1e-14); // worst seen 6e-17
    }

    @Test
    void equalCoefficientsGiveAConstantForce() {
        for (var coordinate : Coordinate.values()) {
            var form = SplineForm.withKnots(coordinate, 0.5, 0.9, 1.0, 3.0);
            var theta = new double[form.size()];
            Arrays.fill(theta, 2.0);
            var law = form.at(theta);
            double worst = 0.0;
            for (double r = 0.3; r < 4.0; r += 0.1) {
                worst = Math.max(worst, Math.abs(law.force(r) + 2.0));
                worst = Math.max(worst, Math.abs(law.energy(r) - law.energy(1.0) - 2.0 * (r - 1.0)));
            }
            assertThat(worst).isLessThan(1e-13); // worst seen 4e-15
        }
    }

    @Test
    void knotsComeInAnyOrderAndAreKeptInTheCoordinate() {
        var form = SplineForm.withKnots(Coordinate.INVERSE, 2.0, 0.5, 1.0);
        assertThat(form.knots()).containsExactly(0.5, 1.0, 2.0);
        assertThat(form.near()).isEqualTo(0.5);
        assertThat(form.far()).isEqualTo(2.0);
        assertThat(form.size()).isEqualTo(5);
        assertThat(form.parameterNames()).containsExactly("c0", "c1", "c2", "c3", "c4");
        form.knots()[0] = 99;
        assertThat(form.knots()[0]).isEqualTo(0.5);
    }

    @Test
    void aCutoffInsideDropsTheKnotsBeyondAndOneParameter() {
        var form = SplineForm.withKnots(Coordinate.DISTANCE, 1, 2, 3, 4).withCutoff(2.5);
        assertThat(form.knots()).containsExactly(1, 2, 2.5);
        assertThat(form.size()).isEqualTo(4);
        assertThat(SplineForm.withKnots(Coordinate.INVERSE, 1, 2)
                        .withCutoff(4.0)
                        .knots())
                .containsExactly(0.25, 0.5, 1.0);
    }

    @Test
    void badKnotsAreRefusedByName() {
        assertThatThrownBy(() -> SplineForm.withKnots(Coordinate.DISTANCE, 1.0, 2.0, 1.0))
                .hasMessage("two spline knots coincide at 1.0");
        assertThatThrownBy(() -> SplineForm.withKnots(Coordinate.DISTANCE, 1.0, -2.0))
                .hasMessage("knot 1 must be positive, was -2.0");
        assertThatThrownBy(() -> SplineForm.withKnots(Coordinate.DISTANCE, 1.0))
                .hasMessage("the number of knots must be at least 2, was 1");
        assertThatThrownBy(() -> SplineForm.uniform(Coordinate.DISTANCE, 1.0, 2.0, 0))
                .hasMessage("the number of intervals must be at least 1, was 0");
        assertThatThrownBy(() -> SplineForm.uniform(Coordinate.DISTANCE, 0.0, 2.0, 3))
                .hasMessage("near must be positive, was 0.0");
        assertThatThrownBy(() -> SplineForm.withKnots(Coordinate.DISTANCE, 1, 2).withCutoff(0.5))
                .hasMessage("the number of knots must be at least 2, was 1");
    }

    @Test
    void knotsAreFinite() {
        for (double wrong : new double[] {Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> SplineForm.inCoordinate(Coordinate.DISTANCE, new double[] {1, 2, wrong}, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a spline knot is " + wrong + ", which is not finite");
        }
    }
}
