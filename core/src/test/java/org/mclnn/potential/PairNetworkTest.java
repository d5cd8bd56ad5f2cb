package org.mclnn.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Shape, parameters and starts of the paper's network. */
class PairNetworkTest {
    @Test
    void thePapersNetworkHas141Parameters() {
        var network = PairNetwork.of(10, 10);
        assertThat(network.size()).isEqualTo(141);
        assertThat(network.name()).isEqualTo("network:10,10");
        assertThat(network.hidden()).containsExactly(10, 10);
        assertThat(network.parameterNames()).hasSize(141).doesNotHaveDuplicates();
        assertThat(PairNetwork.of(2).parameterNames())
                .containsExactly("W0[0,0]", "W0[1,0]", "b0[0]", "b0[1]", "W1[0,0]", "W1[0,1]", "b1[0]");
    }

    @Test
    void oneUnitIsSquareplusByHand() {
        // V = 3 s(2 r - 1) + 5 with s(x) = (x + sqrt(x^2 + 4)) / 2: at r = 2, s(3) = (3 + sqrt 13) / 2
        var law = PairNetwork.of(1).at(2, -1, 3, 5);
        assertThat(law.energy(2)).isEqualTo(3 * 0.5 * (3 + Math.sqrt(13)) + 5);
        assertThat(Math.abs(law.force(2) + 3 * 2 * 0.5 * (1 + 3 / Math.sqrt(13))))
                .isLessThan(1e-14);
    }

    @Test
    void noForceDependsOnTheLastBias() {
        var network = PairNetwork.of(4, 4);
        var theta = network.normalStart(new SplittableRandom(2));
        var law = network.at(theta);
        theta[theta.length - 1] += 7.0;
        var shifted = network.at(theta);
        assertThat(shifted.force(1.3)).isEqualTo(law.force(1.3));
        assertThat(Math.abs(shifted.energy(1.3) - law.energy(1.3) - 7.0)).isLessThan(1e-14);
    }

    @Test
    void startsAreReproducedByTheirSeed() {
        var network = PairNetwork.of(10, 10);
        assertThat(network.normalStart(new SplittableRandom(5)))
                .containsExactly(network.normalStart(new SplittableRandom(5)));
        assertThat(network.spreadStart(1, 2, 1.0, new SplittableRandom(5)))
                .containsExactly(network.spreadStart(1, 2, 1.0, new SplittableRandom(5)));
        assertThat(network.normalStart(new SplittableRandom(5)))
                .isNotEqualTo(network.normalStart(new SplittableRandom(6)));
    }

    @Test
    void aSpreadStartPutsEveryKinkInsideTheDistancesSeen() {
        var theta = PairNetwork.of(16).spreadStart(0.6, 12.0, 1.0, new SplittableRandom(8));
        for (int j = 0; j < 16; j++) {
            assertThat(-theta[16 + j] / theta[j]).isBetween(0.6, 12.0);
        }
    }

    @Test
    void impossibleWidthsAreRefused() {
        assertThatThrownBy(PairNetwork::of).hasMessage("the number of hidden layers must be at least 1, was 0");
        assertThatThrownBy(() -> PairNetwork.of(3, 0))
                .hasMessage("the width of hidden layer 2 must be at least 1, was 0");
        assertThatThrownBy(() -> PairNetwork.of(60_000, 60_000))
                .hasMessageContaining("has more parameters than an array holds");
    }
}
