package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Energy, force, curvature and parameter derivatives of every family belong to one function. */
class DerivativesTest {
    private static final double H = 1e-3;

    static List<FormPotential> allLaws() {
        return Laws.all();
    }

    static List<FormPotential> lawsWithFormulas() {
        return Laws.withFormulas();
    }

    @ParameterizedTest
    @MethodSource("lawsWithFormulas")
    void energyAndForceAreThoseOfTheFormulaByTheComplexStep(FormPotential law) {
        double worst = 0.0;
        for (double r : Laws.distances(law)) {
            worst = Math.max(worst, Laws.error(law.energy(r), NaiveLaws.energy(law, r)));
            worst = Math.max(worst, Laws.error(law.force(r), -NaiveLaws.slope(law, r)));
        }
        assertThat(worst).isLessThan(1e-13); // worst seen 9e-15 (power law at r^-5.5)
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void forceIsMinusTheSlopeOfTheEnergy(FormPotential law) {
        double worst = 0.0;
        for (double r : Laws.distances(law)) {
            worst = Math.max(worst, Laws.error(law.force(r), -Laws.derivative(law::energy, r, H)));
        }
        assertThat(worst).isLessThan(1e-9); // worst seen 2.3e-11: the difference formula on r^-12
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void curvatureIsTheSlopeOfTheSlope(FormPotential law) {
        var r = Laws.distances(law);
        var curvature = new double[r.length];
        law.kernel()
                .rows(
                        r,
                        r.length,
                        new double[r.length],
                        curvature,
                        new double[r.length * law.form().size()],
                        law.form().size());
        double worst = 0.0;
        for (int k = 0; k < r.length; k++) {
            worst = Math.max(worst, Laws.error(curvature[k], -Laws.derivative(law::force, r[k], H)));
        }
        assertThat(worst).isLessThan(1e-9); // worst seen 2.5e-11
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void rowsAreTheDerivativesOfTheSlopeByTheParameters(FormPotential law) {
        var r = Laws.distances(law);
        int size = law.form().size();
        var rows = new double[r.length * size];
        law.kernel().rows(r, r.length, new double[r.length], new double[r.length], rows, size);
        double worst = 0.0;
        for (int p = 0; p < size; p++) {
            int parameter = p;
            for (int k = 0; k < r.length; k += 5) {
                double at = r[k];
                double expected = Laws.derivative(x -> slopeWith(law, parameter, x, at), law.theta()[p], H);
                worst = Math.max(worst, Laws.error(rows[k * size + p], expected));
            }
        }
        assertThat(worst).isLessThan(1e-10); // worst seen 6e-12
    }

    private static double slopeWith(FormPotential law, int parameter, double value, double r) {
        var theta = law.theta();
        theta[parameter] = value;
        return -law.form().at(theta).force(r);
    }

    @ParameterizedTest
    @MethodSource("allLaws")
    void pullbackAddsTheRowsTimesTheirCoefficients(FormPotential law) {
        var random = new SplittableRandom(3);
        var r = Laws.distances(law);
        int n = r.length;
        int size = law.form().size();
        var slope = new double[n];
        var curvature = new double[n];
        var rows = new double[n * size];
        law.kernel().rows(r, n, slope, curvature, rows, size);
        var c = random.doubles(n, -1.0, 1.0).toArray();
        var expected = new double[size];
        var weight = new double[size];
        for (int p = 0; p < size; p++) {
            expected[p] = 0.5;
            weight[p] = 0.5;
            for (int k = 0; k < n; k++) {
                expected[p] += c[k] * rows[k * size + p];
                weight[p] += Math.abs(c[k] * rows[k * size + p]);
            }
        }
        var dTheta = new double[size];
        Arrays.fill(dTheta, 0.5);
        var pulledSlope = new double[n];
        var pulledCurvature = new double[n];
        law.kernel().pullback(r, n, c, pulledSlope, pulledCurvature, dTheta);
        assertThat(pulledSlope).containsExactly(slope);
        assertThat(pulledCurvature).containsExactly(curvature);
        double worst = 0.0;
        for (int p = 0; p < size; p++) {
            worst = Math.max(worst, Math.abs(dTheta[p] - expected[p]) / weight[p]);
        }
        assertThat(worst).isLessThan(2e-14); // worst seen 1.2e-15: another order of the sum
    }
}
