package org.mclnn.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mclnn.dynamics.ReferenceSystem;

/** Derivatives of Lagrangians, and points that are none. */
class LagrangianTest {
    static Stream<Lagrangian> all() {
        return Stream.of(
                Formulas.oscillator(0.7, 2.0),
                Formulas.pendulum(0.8),
                Formulas.doublePendulum(1.0, 0.6, 0.9, 1.3),
                Formulas.charge(0.5, -1.5, 2.0, 0.3),
                Formulas.relativistic(1.2, 3.0, 0.8),
                Formulas.pairs(new double[] {1.0, 2.0}, r -> r.subtract(1.0).square()),
                Lagrangian.of(ReferenceSystem.NONLINEAR.system(3)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void derivativesAreThoseOfDifferences(Lagrangian lagrangian) {
        var random = new SplittableRandom(5);
        int n = lagrangian.coordinates();
        double worst = 0.0;
        for (int trial = 0; trial < 5; trial++) {
            var q = Formulas.numbers(random, n, 1.5);
            var v = Formulas.numbers(random, n, 1.5);
            var at = lagrangian.at(q, v);
            for (int k = 0; k < n; k++) {
                worst = Math.max(
                        worst, off(at.dQ(k), difference(lagrangian, q, v, q, k, LagrangianDerivatives::value)));
                worst = Math.max(
                        worst, off(at.dV(k), difference(lagrangian, q, v, v, k, LagrangianDerivatives::value)));
                for (int j = 0; j < n; j++) {
                    int row = j;
                    worst = Math.max(worst, off(at.dVdQ(j, k), difference(lagrangian, q, v, q, k, one -> one.dV(row))));
                    worst = Math.max(worst, off(at.dVdV(j, k), difference(lagrangian, q, v, v, k, one -> one.dV(row))));
                }
            }
        }
        assertThat(worst).isLessThan(1e-9); // worst seen 2.2e-11 (quartic springs): the difference formula
    }

    private static double off(double seen, double expected) {
        return Math.abs(seen - expected) / (1.0 + Math.abs(expected));
    }

    /** Of fourth order in h = 1e-3; {@code moved} is q or v itself. */
    private static double difference(
            Lagrangian lagrangian,
            double[] q,
            double[] v,
            double[] moved,
            int k,
            ToDoubleFunction<LagrangianDerivatives> part) {
        double h = 1e-3;
        double middle = moved[k];
        var values = new double[4];
        var steps = new double[] {-2 * h, -h, h, 2 * h};
        for (int s = 0; s < steps.length; s++) {
            moved[k] = middle + steps[s];
            values[s] = part.applyAsDouble(lagrangian.at(q, v));
        }
        moved[k] = middle;
        return (8 * (values[2] - values[1]) - (values[3] - values[0])) / (12 * h);
    }

    @Test
    void theMassMatrixOfAFormulaIsSymmetricToTheLastBit() {
        var at = Formulas.doublePendulum(1.0, 0.6, 0.9, 1.3).at(new double[] {0.3, 1.1}, new double[] {-0.7, 0.4});
        assertThat(at.dVdV(0, 1)).isNotZero().isEqualTo(at.dVdV(1, 0));
    }

    @Test
    void aFormulaMayIgnoreItsArguments() {
        var at = Lagrangian.of(2, (q, v) -> q[0].newInstance(3.0)).at(new double[2], new double[2]);
        assertThat(at.value()).isEqualTo(3.0);
        assertThat(at.dVdV(1, 1)).isZero();
    }

    @Test
    void pointsOfAnotherLengthAreRefused() {
        for (var lagrangian : List.of(Formulas.charge(1, 1, 1, 0), Lagrangian.of(ReferenceSystem.LINEAR.system(2)))) {
            int n = lagrangian.coordinates();
            assertThatThrownBy(() -> lagrangian.at(new double[n + 1], new double[n]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the coordinates q must hold " + n + " numbers, held " + (n + 1));
            assertThatThrownBy(() -> lagrangian.at(new double[n], new double[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the velocities v must hold " + n + " numbers, held 1");
        }
        assertThatThrownBy(
                        () -> new LagrangianDerivatives(0, new double[2], new double[2], new double[4], new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("d2L/dv dq must hold 4 numbers, held 2");
        assertThatThrownBy(() -> Lagrangian.of(0, (q, v) -> q[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the number of coordinates must be at least 1, was 0");
    }

    @Test
    void aFormulaThatReturnsOtherNumbersThanItsOwnIsRefused() {
        var foreign = new DSFactory(3, 1).constant(1.0);
        assertThatThrownBy(() -> Lagrangian.of(1, (q, v) -> foreign).at(new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the formula must return a number made from its arguments, with 2 parameters and derivatives"
                                + " of order 2, returned one with 3 and order 1");
    }
}
