package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A table is a law: its force belongs to its energy, and both are as near to those of the law behind it as it says. */
class TabulatedPotentialTest {
    private static final double NEAR = 0.85;
    private static final double FAR = 2.0; // the cut-off of Laws

    static List<FormPotential> smoothLaws() {
        return Laws.withFormulas().stream()
                .filter(law -> !law.toString().startsWith("hertz"))
                .toList();
    }

    private static double[] distances(double from, double to) {
        return new SplittableRandom(5).doubles(20_000, from, to).toArray();
    }

    private static double rms(PairPotential law) {
        return Math.sqrt(Arrays.stream(distances(NEAR, FAR))
                .map(r -> law.force(r) * law.force(r))
                .average()
                .orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void theErrorIsWhatTheTableSaysAndWithinTheTolerance(FormPotential law) {
        var table = TabulatedPotential.of(law, NEAR, FAR);
        assertThat(table.forceError()).isLessThanOrEqualTo(TabulatedPotential.TOLERANCE);
        assertThat(table.energyError()).isLessThanOrEqualTo(TabulatedPotential.TOLERANCE);
        var r = distances(NEAR, FAR);
        double force = 0.0;
        double energy = 0.0;
        for (double x : r) {
            force = Math.max(force, Math.abs(table.force(x) - law.force(x)));
            energy = Math.max(energy, Math.abs(table.energy(x) - law.energy(x)));
        }
        double range = Arrays.stream(r).map(law::energy).max().orElseThrow()
                - Arrays.stream(r).map(law::energy).min().orElseThrow();
        // other distances than those checked, scales from other samples: worst seen 1.018 and 1.004 times what it says
        assertThat(force / rms(law)).isLessThan(1.2 * table.forceError());
        assertThat(energy / range).isLessThan(1.2 * table.energyError());
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void theForceIsThatOfTheTabulatedEnergyHoweverCoarseTheTable(FormPotential law) {
        var coarse = TabulatedPotential.of(law, NEAR, FAR, 0.1);
        double worst = 0.0;
        double off = 0.0;
        for (double r = NEAR + 0.01; r < FAR - 0.01; r += 0.007) {
            worst = Math.max(worst, Laws.error(coarse.force(r), -Laws.derivative(coarse::energy, r, 1e-4)));
            off = Math.max(off, Math.abs(coarse.force(r) - law.force(r)));
        }
        assertThat(worst).isLessThan(1e-9); // worst seen 4.5e-11 (r^-13): rounding over the width of the difference
        assertThat(off).isGreaterThan(1e-7); // least seen 1.6e-6: it is not the force of the law that was compared
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void energyForceAndItsDerivativeHaveNoStepAtKnotsAndEnds(FormPotential law) {
        var coarse = TabulatedPotential.of(law, NEAR, FAR, 0.1);
        for (double r :
                new double[] {NEAR, Math.sqrt(0.75), 1.0, Math.sqrt(1.5), Math.sqrt(2.0), Math.sqrt(3.0), FAR}) {
            double below = r - 1e-9;
            double above = r + 1e-9;
            double steepest =
                    1e-8 * (1.0 + Math.abs(law.force(r)) + Math.abs(law.force(below) - law.force(above)) / 2e-9);
            assertThat(Math.abs(coarse.energy(above) - coarse.energy(below))).isLessThan(steepest);
            assertThat(Math.abs(coarse.force(above) - coarse.force(below))).isLessThan(steepest);
        }
        double h = 1e-6;
        for (double r : new double[] {1.0, Math.sqrt(1.5), Math.sqrt(2.0)}) {
            double left = (coarse.force(r) - coarse.force(r - h)) / h;
            double right = (coarse.force(r + h) - coarse.force(r)) / h;
            assertThat(Laws.error(left, right)).isLessThan(1e-3); // h times the second derivative
        }
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void outsideTheRangeTheLawItselfAnswers(FormPotential law) {
        var coarse = TabulatedPotential.of(law, NEAR, FAR, 0.1);
        double constant = coarse.energy(0.7) - law.energy(0.7);
        for (double r : new double[] {0.6, 0.7, Math.nextDown(NEAR), FAR, 2.6, 40}) {
            assertThat(coarse.force(r)).isEqualTo(law.force(r));
            double expected = law.energy(r) + (r < NEAR ? constant : 0.0);
            assertThat(Laws.error(coarse.energy(r), expected)).isLessThan(1e-13); // rounding of the constant
        }
    }

    @ParameterizedTest
    @MethodSource("smoothLaws")
    void aBatchGivesTheSameBitsAsOneDistanceAtATime(FormPotential law) {
        var table = TabulatedPotential.of(law, NEAR, FAR, 1e-4);
        var kernel = table.kernel();
        for (int n : new int[] {0, 1, 2, 17, 207, 3}) {
            var r = new SplittableRandom(n).doubles(n, 0.6, 2.6).toArray();
            var energy = new double[n + 1];
            var slope = new double[n + 1];
            kernel.energies(r, n, energy);
            kernel.slopes(r, n, slope);
            for (int k = 0; k < n; k++) {
                assertThat(energy[k]).isEqualTo(table.energy(r[k]));
                assertThat(slope[k]).isEqualTo(-table.force(r[k]));
                if (kernel.covers(r[k] * r[k])) {
                    assertThat(kernel.forceOverDistance(r[k] * r[k]) * r[k]).isEqualTo(table.force(r[k]));
                }
            }
            assertThat(energy[n]).isZero();
            assertThat(slope[n]).isZero();
        }
        assertThat(kernel.covers(Double.NaN)).isFalse();
        assertThat(kernel.covers(NEAR * NEAR)).isTrue();
        assertThat(kernel.covers(FAR * FAR)).isFalse();
    }

    @Test
    void halvingTheCellsDividesTheErrorBySixteen() {
        var coarse = new SquareTable(LennardJones.of(1, 1), NEAR, FAR, 7);
        var fine = new SquareTable(LennardJones.of(1, 1), NEAR, FAR, 8);
        assertThat(error(coarse) / error(fine)).isBetween(12.0, 20.0); // seen 13.2: fourth order
    }

    private static double error(SquareTable table) {
        var law = LennardJones.of(1, 1);
        return Arrays.stream(distances(NEAR, FAR))
                .map(r -> Math.abs(table.forceOverDistance(r * r) * r - law.force(r)))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.0", "1.0, 2.0", "0.5, 4.0", "0.999999, 1.000001", "1e-3, 1e3", "1e-12, 1.5e-12", "3e8, 9e8"})
    void rangesOfAnyWidthAndUnit(double near, double far) {
        var law = PowerLaw.of(1.0, 1.5); // no scale of its own
        var table = TabulatedPotential.of(law, near, far);
        assertThat(table.near()).isEqualTo(near);
        assertThat(table.far()).isEqualTo(far);
        assertThat(table.forceError()).isLessThan(TabulatedPotential.TOLERANCE);
        assertThat(table.energyError()).isLessThan(TabulatedPotential.TOLERANCE);
        assertThat(table.knots()).isLessThan(10_000);
        for (double r : new double[] {near, Math.sqrt(near * far), Math.nextDown(far)}) {
            assertThat(Math.abs(table.force(r) / law.force(r) - 1)).isLessThan(1e-6); // RMS over F at near: up to 30
        }
    }

    @Test
    void aKinkThatNoTableFollowsIsReportedAsItIs() {
        var law = Hertz.of(1.0, 1.5); // s grows like the root cubed where the spheres part
        var table = TabulatedPotential.of(law, NEAR, FAR);
        assertThat(table.forceError()).isBetween(TabulatedPotential.TOLERANCE, 1e-6); // seen 2.6e-7
        assertThat(table.knots()).isBetween(10_000, 1 << 15);
    }

    @Test
    void aLawWithoutForceHasATable() {
        var table = TabulatedPotential.of(new Harmonic().at(0, 1), 1, 2);
        assertThat(table.force(1.5)).isZero();
        assertThat(table.energy(1.5)).isZero();
        assertThat(table.forceError()).isZero();
    }

    @Test
    void impossibleTablesAreRefused() {
        var law = Harmonic.of(1, 1);
        assertRefused(() -> TabulatedPotential.of(law, 0, 1), "near must be positive, was 0.0");
        assertRefused(() -> TabulatedPotential.of(law, 2, 1), "a table needs near < far, was 2.0 to 1.0");
        assertRefused(() -> TabulatedPotential.of(law, 1, 2, 0), "tolerance must be positive, was 0.0");
        assertRefused(
                () -> TabulatedPotential.of(PowerLaw.of(1, -400), 0.1, 1),
                "no table can be made of this law: at r = 0.1 its force is Infinity and its energy Infinity");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
