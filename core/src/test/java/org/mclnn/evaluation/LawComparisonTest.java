package org.mclnn.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.FormPotential;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.PowerLaw;
import org.mclnn.potential.SplineForm;

/** Errors of laws whose errors are known. */
class LawComparisonTest {
    private static final Coverage ONE_BAND =
            of(DoubleStream.iterate(0.5, r -> r + 0.01).limit(150));
    private static final Coverage TWO_BANDS = of(DoubleStream.concat(
            DoubleStream.iterate(0.6, r -> r + 0.01).limit(140),
            DoubleStream.iterate(8.0, r -> r + 0.05).limit(80)));

    private static Coverage of(DoubleStream distances) {
        var all = distances.toArray();
        return Coverage.of(all, all.length);
    }

    private static LearnedPotential learned(FormPotential law, Coverage coverage) {
        return LearnedPotential.of(law, coverage, false);
    }

    /** A law with something added to its energy, and nothing to its force. */
    private record Raised(PairPotential law, DoubleUnaryOperator by) implements PairPotential {
        @Override
        public double energy(double r) {
            return law.energy(r) + by.applyAsDouble(r);
        }

        @Override
        public double force(double r) {
            return law.force(r);
        }
    }

    @Test
    void aLawDiffersFromItselfByNothing() {
        for (var coverage : new Coverage[] {ONE_BAND, TWO_BANDS}) {
            var comparison = LawComparison.of(learned(PowerLaw.of(-1, -1), coverage), PowerLaw.of(-1, -1));
            assertThat(comparison.forceRelativeRms()).isZero();
            assertThat(comparison.potentialRelativeRms())
                    .isLessThan(2e-12); // worst seen 5e-14: 1/0.6 added to V of 0.02
            assertThat(comparison.bands()).hasSize(coverage.bands().size());
            assertThat(comparison.bands()).allMatch(b -> b.forceMax() == 0 && b.forceRelativeRms() == 0);
        }
    }

    @Test
    void aConstantInEachBandIsNoError() {
        var truth = new Raised(PowerLaw.of(-1, -1), r -> r < 5 ? 1.0 : -3.0);
        var comparison = LawComparison.of(learned(PowerLaw.of(-1, -1), TWO_BANDS), truth);
        assertThat(comparison.forceRelativeRms()).isZero();
        assertThat(comparison.potentialRelativeRms()).isLessThan(2e-12); // seen 1e-13
        // the learned law is 0 at 0.6: it stands 1/0.6 higher than -1/r, and 1 or -3 is taken off
        assertThat(Math.abs(comparison.offsets().get(0) - (1 / 0.6 - 1))).isLessThan(1e-12); // seen 4e-15
        assertThat(Math.abs(comparison.offsets().get(1) - (1 / 0.6 + 3))).isLessThan(1e-12); // seen 4e-14
    }

    @Test
    void oneHundredthMoreForceIsAnErrorOfOneHundredth() {
        var comparison = LawComparison.of(learned(PowerLaw.of(-1.01, -1), TWO_BANDS), PowerLaw.of(-1, -1));
        assertThat(Math.abs(comparison.forceRelativeRms() - 0.01)).isLessThan(1e-14);
        assertThat(Math.abs(comparison.potentialRelativeRms() - 0.01)).isLessThan(1e-14); // seen 1e-17
        for (var band : comparison.bands()) {
            assertThat(Math.abs(band.forceRelativeRms() - 0.01)).isLessThan(1e-14);
            assertThat(Math.abs(band.potentialRelativeRms() - 0.01)).isLessThan(1e-14); // worst seen 1e-16
            assertThat(Math.abs(band.forceMax() - 0.01 / (band.from() * band.from())))
                    .isLessThan(1e-14); // worst seen 1e-16
        }
    }

    @Test
    void errorsCountAsOftenAsTheirDistancesWereSeen() {
        // right below 1, wrong above; seen 9 times as often below
        var distances = DoubleStream.concat(
                DoubleStream.iterate(0.5, r -> r + 0.5 / 900).limit(900),
                DoubleStream.iterate(1.0, r -> r + 0.5 / 100).limit(101));
        var truth = new PairPotential() {
            @Override
            public double energy(double r) {
                return r;
            }

            @Override
            public double force(double r) {
                return r < 1 ? -1 : -2;
            }
        };
        var slope = SplineForm.withKnots(SplineForm.Coordinate.DISTANCE, 0.5, 1.5);
        var comparison = LawComparison.of(learned(slope.at(1, 1, 1, 1), of(distances)), truth);
        // a tenth of the weight is off by 1; the true square is 0.9 + 0.1 * 4 = 1.3
        assertThat(Math.abs(comparison.forceRelativeRms() - Math.sqrt(0.1 / 1.3)))
                .isLessThan(2e-2); // seen 1e-3: the grid of 2,000 points
        assertThat(comparison.bands().get(0).forceMax()).isEqualTo(1.0);
    }

    @Test
    void aBandOfASingleDistanceSpoilsNothing() {
        var outlier =
                of(DoubleStream.concat(DoubleStream.iterate(0.5, r -> r + 0.01).limit(150), DoubleStream.of(9.0)));
        assertThat(outlier.bands()).hasSize(2);
        var comparison = LawComparison.of(learned(Harmonic.of(1.01, 1), outlier), Harmonic.of(1, 1));
        assertThat(comparison.bands().get(1).potentialRelativeRms()).isZero(); // one point says nothing of its shape
        assertThat(Math.abs(comparison.bands().get(1).forceRelativeRms() - 0.01))
                .isLessThan(1e-14);
        assertThat(Math.abs(comparison.forceRelativeRms() - 0.01)).isLessThan(1e-14);
        assertThat(Math.abs(comparison.potentialRelativeRms() - 0.01)).isLessThan(1e-13);
    }
}
