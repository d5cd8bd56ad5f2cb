package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values a physicist knows by heart. */
class ClosedFormTest {
    @Test
    void springsRestAtTheirRestLengthAndPushWhenCompressed() {
        assertThat(Harmonic.of(2, 1).energy(1.5)).isEqualTo(0.25);
        assertThat(Harmonic.of(2, 1).force(1.5)).isEqualTo(-1.0);
        assertThat(Harmonic.of(2, 1).force(0.5)).isEqualTo(1.0);
        assertThat(Quartic.of(1, 1).energy(3)).isEqualTo(8.0);
        assertThat(Quartic.of(1, 1).force(3)).isEqualTo(-16.0);
        assertThat(Quartic.of(1, 1).force(0.5)).isEqualTo(0.25);
    }

    @Test
    void gravityAttractsWithTheInverseSquare() {
        var gravity = PowerLaw.of(-1, -1);
        assertThat(gravity.energy(2)).isEqualTo(-0.5);
        assertThat(gravity.force(2)).isEqualTo(-0.25);
        assertThat(PowerLaw.of(1, 2).force(3)).isEqualTo(-6.0);
    }

    @ParameterizedTest
    @CsvSource({"12, 6", "9, 6", "14, 7", "8, 4"})
    void theMieWellIsEpsilonDeepAtItsMinimum(int n, int m) {
        var law = new LennardJones(n, m).at(0.7, 1.3);
        double minimum = 1.3 * Math.pow(n / (double) m, 1.0 / (n - m));
        assertThat(law.energy(minimum)).isCloseTo(-0.7, within(1e-14)); // exponents as large as 14: some 1e-15
        assertThat(Math.abs(law.force(minimum))).isLessThan(1e-13); // worst seen 1.7e-15
        assertThat(law.energy(1.3)).isZero(); // sigma is where V = 0
    }

    @Test
    void lennardJonesHasThePrefactorFour() {
        var law = LennardJones.of(1, 1);
        assertThat(law.energy(2)).isCloseTo(4 * (1 / 4096.0 - 1 / 64.0), within(1e-16));
        assertThat(law.energy(Math.pow(2, 1 / 6.0))).isCloseTo(-1, within(1e-14));
    }

    @Test
    void morseIsZeroAtItsMinimumAndItsDepthFarAway() {
        var law = Morse.of(0.8, 3, 1.2);
        assertThat(law.energy(1.2)).isZero();
        assertThat(law.force(1.2)).isZero();
        assertThat(law.energy(100)).isEqualTo(0.8);
        assertThat(law.energy(1.1)).isPositive();
        assertThat(law.force(1.1)).isPositive();
        assertThat(law.force(1.3)).isNegative();
    }

    @Test
    void aScreenedChargeFallsFasterThanABareOne() {
        var law = Yukawa.of(2, 0.5);
        assertThat(law.energy(1)).isCloseTo(2 * Math.exp(-2), within(1e-15));
        assertThat(law.force(1)).isCloseTo(6 * Math.exp(-2), within(1e-15)); // V (1/lambda + 1/r)
        var bare = Yukawa.of(2, 1e12);
        assertThat(bare.energy(4)).isCloseTo(0.5, within(1e-11)); // 2 r / lambda = 8e-12 is missing
        assertThat(Yukawa.of(-2, 0.5).force(1)).isNegative();
    }

    @Test
    void buckinghamHasItsMinimumWhereTheExpSixFormPutsIt() {
        // depth 1 at rm = 1.2, alpha = 12: V = exp(alpha (1 - r/rm)) - 2 (rm/r)^6
        var law = Buckingham.of(Math.exp(12), 10, 2 * Math.pow(1.2, 6));
        assertThat(law.energy(1.2)).isCloseTo(-1, within(1e-13));
        assertThat(Math.abs(law.force(1.2))).isLessThan(1e-12); // seen 4e-14
        assertThat(law.force(1.1)).isPositive();
        assertThat(law.force(1.4)).isNegative();
    }

    @Test
    void elasticSpheresPushOnlyWhileTheyOverlap() {
        var law = Hertz.of(3, 2);
        assertThat(law.energy(0.5)).isCloseTo(3 * Math.pow(0.75, 2.5), within(1e-15));
        assertThat(law.force(0.5)).isCloseTo(2.5 * 1.5 * Math.pow(0.75, 1.5), within(1e-15));
        for (double r : new double[] {2, Math.nextUp(2.0), 5}) {
            assertThat(law.energy(r)).isZero();
            assertThat(law.force(r)).isZero();
        }
        assertThat(law.force(1.999)).isBetween(0.0, 1e-4);
    }

    @Test
    void aLogarithmHasOneForceTimesDistance() {
        var law = Logarithm.of(-1.5);
        assertThat(law.force(0.5)).isEqualTo(3.0);
        assertThat(law.force(3)).isEqualTo(0.5);
        assertThat(law.energy(1)).isZero();
    }

    @Test
    void sumsOfPowersHoldSpringsAndGravity() {
        var spring = Powers.of(0, 5).at(2, -2, 0, 0, 0, 0); // F = -2 (r - 1)
        assertThat(spring.force(1.5)).isEqualTo(-1.0);
        assertThat(spring.energy(1.5) - spring.energy(1)).isCloseTo(0.25, within(1e-15));
        var gravity = Powers.of(-4, 0).at(0, 0, -1, 0, 0);
        assertThat(gravity.force(2)).isEqualTo(-0.25);
        assertThat(gravity.energy(2)).isEqualTo(-0.5);
        assertThat(Powers.of(-1, -1).at(3).energy(2)).isEqualTo(-3 * StrictMath.log(2));
    }

    @Test
    void theReferenceOfASumOfPowersChangesNoValue() {
        var bare = Powers.of(-3, 2);
        var there = bare.over(0.5, 8);
        var theta = new double[] {1, -2, 3, -4, 5, -6};
        assertThat(there).isEqualTo(new Powers(-3, 2, 2.0));
        assertThat(there.name()).isEqualTo(bare.name());
        assertThat(there.sizes(theta)).containsExactly(8, 4, 2, 1, 0.5, 0.25);
        assertThat(there.at(theta).energy(1.3)).isEqualTo(bare.at(theta).energy(1.3));
        assertThat(there.at(theta).force(1.3)).isEqualTo(bare.at(theta).force(1.3));
    }

    @Test
    void badParametersAreRefusedByNameAndValue() {
        assertRefused(() -> Harmonic.of(-1, 1), "k must be positive, was -1.0");
        assertRefused(() -> Harmonic.of(1, 0), "r0 must be positive, was 0.0");
        assertRefused(() -> Quartic.of(Double.NaN, 1), "k must be positive, was NaN");
        assertRefused(() -> Quartic.of(1, Double.POSITIVE_INFINITY), "r0 must be positive, was Infinity");
        assertRefused(() -> PowerLaw.of(0, -1), "a power law a r^p needs a and p other than 0, was 0.0 r^-1.0");
        assertRefused(() -> PowerLaw.of(1, 0), "a power law a r^p needs a and p other than 0, was 1.0 r^0.0");
        assertRefused(() -> PowerLaw.of(1, Double.NaN), "power: parameter p is NaN");
        assertRefused(() -> LennardJones.of(0, 1), "epsilon must be positive, was 0.0");
        assertRefused(() -> LennardJones.of(1, -1), "sigma must be positive, was -1.0");
        assertRefused(() -> new LennardJones(6, 12), "lennard-jones needs exponents n > m >= 1, was 6-12");
        assertRefused(() -> new LennardJones(6, 0), "lennard-jones needs exponents n > m >= 1, was 6-0");
        assertRefused(() -> Morse.of(0, 1, 1), "d must be positive, was 0.0");
        assertRefused(() -> Morse.of(1, 0, 1), "a must be positive, was 0.0");
        assertRefused(() -> Morse.of(1, 1, 0), "r0 must be positive, was 0.0");
        assertRefused(() -> Yukawa.of(0, 1), "a screened charge needs a strength a other than 0, was 0.0");
        assertRefused(() -> Yukawa.of(1, -1), "lambda must be positive, was -1.0");
        assertRefused(() -> Buckingham.of(0, 1, 1), "a must be positive, was 0.0");
        assertRefused(() -> Buckingham.of(1, 0, 1), "b must be positive, was 0.0");
        assertRefused(() -> Buckingham.of(1, 1, -1), "c must be positive, was -1.0");
        assertRefused(() -> Hertz.of(0, 1), "epsilon must be positive, was 0.0");
        assertRefused(() -> Hertz.of(1, 0), "sigma must be positive, was 0.0");
        assertRefused(() -> Logarithm.of(0), "a logarithm a ln r needs a strength a other than 0, was 0.0");
        assertRefused(() -> new Harmonic().at(1), "harmonic has 2 parameters, was given 1");
        assertRefused(() -> new Morse().at(1, 1, Double.NEGATIVE_INFINITY), "morse: parameter r0 is -Infinity");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void everyStartHasFiniteParametersAndTheSlopeAskedFor() {
        for (var form : List.of(
                new Harmonic(),
                new Quartic(),
                new PowerLaw(),
                new Morse(),
                new LennardJones(12, 6),
                new Logarithm(),
                new Yukawa(),
                new Buckingham(),
                new Hertz())) {
            for (var theta : form.starts(0.5, 2.5, 3.0)) {
                assertThat(theta).hasSize(form.size());
                var law = form.at(theta); // refuses what is not finite
                double steepest = 0.0;
                for (double r = 0.5; r <= 2.5; r += 0.01) {
                    steepest = Math.max(steepest, Math.abs(law.force(r)));
                }
                assertThat(steepest).as("%s", law).isBetween(0.3, 50.0);
            }
        }
    }

    @Test
    void aLawKeepsItsOwnParameters() {
        var theta = new double[] {1, 2};
        var law = new Harmonic().at(theta);
        theta[0] = 5;
        law.theta()[1] = 7;
        assertThat(law.theta()).containsExactly(1, 2);
        assertThat(law).hasToString("harmonic[1.0, 2.0]");
    }
}
