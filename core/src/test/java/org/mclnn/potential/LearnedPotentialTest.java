package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The free constants of V: one in each band, none where the law ends at a cut-off. */
class LearnedPotentialTest {
    private static final Coverage TWO_BANDS = coverage();

    private static Coverage coverage() {
        var inner = DoubleStream.iterate(0.8, r -> r + 0.01).limit(100);
        var outer = DoubleStream.iterate(8.0, r -> r + 0.01).limit(50);
        var all = DoubleStream.concat(inner, outer).toArray();
        return Coverage.of(all, all.length);
    }

    @Test
    void withoutACutoffTheLowestPointOfEachBandIsZero() {
        var law = PowerLaw.of(-1, -1);
        var learned = LearnedPotential.of(law, TWO_BANDS, false);
        assertThat(learned.gauge(0)).isEqualTo(law.energy(0.8));
        assertThat(learned.gauge(1)).isEqualTo(law.energy(8.0));
        assertThat(learned.alignedEnergies(0.8)[0]).isZero();
        assertThat(learned.alignedEnergies(8.0)[0]).isZero();
        assertThat(learned.alignedEnergies(8.4)[0]).isPositive();
    }

    @Test
    void energyIsOneContinuousFunctionInTheGaugeOfTheBandSeenMost() {
        var law = PowerLaw.of(-1, -1);
        var learned = LearnedPotential.of(law, TWO_BANDS, false);
        for (double r : new double[] {0.5, 0.9, 4.0, 8.2, 20.0}) {
            assertThat(learned.energy(r)).isEqualTo(law.energy(r) - law.energy(0.8));
            assertThat(learned.force(r)).isEqualTo(law.force(r));
        }
        assertThat(learned.alignedEnergies(4.0)[0]).isEqualTo(learned.energy(4.0)); // between the bands
    }

    @Test
    void withACutoffTheConstantsAreZero() {
        var law = LennardJones.of(1, 1).form().withCutoff(9.0).at(1, 1);
        var learned = LearnedPotential.of(law, TWO_BANDS, true);
        assertThat(learned.gauge(0)).isZero();
        assertThat(learned.gauge(1)).isZero();
        assertThat(learned.energy(9.0)).isZero();
        assertThat(learned.energy(1.1)).isEqualTo(law.energy(1.1)).isEqualTo(learned.alignedEnergies(1.1)[0]);
    }

    @Test
    void itsKernelGivesTheSameBitsAsOneDistanceAtATime() {
        var learned = LearnedPotential.of(Morse.of(1, 2, 1), TWO_BANDS, false);
        var r = new double[] {0.7, 0.9, 3.0, 8.3};
        var energy = new double[4];
        var slope = new double[4];
        learned.kernel().energies(r, 4, energy);
        learned.kernel().slopes(r, 4, slope);
        for (int k = 0; k < 4; k++) {
            assertThat(energy[k]).isEqualTo(learned.energy(r[k]));
            assertThat(slope[k]).isEqualTo(-learned.force(r[k]));
        }
    }

    @Test
    void aLawOfYourOwnNeedsTwoMethodsOnly() {
        var own = new PairPotential() {
            @Override
            public double energy(double r) {
                return 0.5 * r * r;
            }

            @Override
            public double force(double r) {
                return -r;
            }
        };
        var out = new double[] {0, 0, 7};
        own.kernel().energies(new double[] {1, 2}, 2, out);
        assertThat(out).containsExactly(0.5, 2, 7);
        own.kernel().slopes(new double[] {1, 2}, 2, out);
        assertThat(out).containsExactly(1, 2, 7);
    }
}
