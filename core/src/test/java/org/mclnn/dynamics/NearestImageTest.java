package org.mclnn.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** In a box of any shape the one image within the cut-off is found (theory, T67), and what is no box is refused. */
class NearestImageTest {
    /** How the image of a difference vector within half the smallest height is found; absent if there is none. */
    private interface Rule {
        Optional<double[]> image(Box box, double[] d);
    }

    private static Optional<double[]> asPairsDo(Box box, double[] d) {
        var pairs = new Pairs(1, 2, box, 0.5 * box.shortest());
        pairs.update(new double[] {d[0], d[1], d[2], 0, 0, 0});
        return pairs.count() == 0
                ? Optional.empty()
                : Optional.of(new double[] {pairs.dx[0], pairs.dy[0], pairs.dz[0]});
    }

    /** Forgets the tilt: the mistake of a program that knows orthogonal boxes only. */
    private static Optional<double[]> roundingTheDiagonalOnly(Box box, double[] d) {
        var image = d.clone();
        for (int axis = 0; axis < 3; axis++) {
            double period = Math.abs(box.vectors()[4 * axis]);
            image[axis] = Pairs.nearest(d[axis], period);
        }
        return norm(image) < 0.5 * box.shortest() ? Optional.of(image) : Optional.empty();
    }

    private static double norm(double[] x) {
        return Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
    }

    /** Any orientation, handedness and skewness; each third of them open along one or two axes, each second far from reduced. */
    private static Box box(SplittableRandom random, int number) {
        while (true) {
            var v = random.doubles(9, -5, 5).toArray();
            if (number % 2 == 1) {
                for (int k = 0; k < 3; k++) {
                    int times = random.nextInt(-2, 3);
                    v[3 + k] += times * v[k];
                    v[6 + k] += (times + 1) * v[3 + k];
                }
            }
            for (int axis = 0; axis < number % 3; axis++) {
                int open = (axis + number) % 3;
                Arrays.fill(v, 3 * open, 3 * open + 3, 0.0);
            }
            try {
                var box = Box.of(v);
                if (box.shortest() > 0.1) {
                    return box;
                }
            } catch (IllegalArgumentException e) {
                // flat: another one
            }
        }
    }

    private static double[] shifted(double[] d, Box box, double[] n) {
        var v = box.vectors();
        var x = d.clone();
        for (int k = 0; k < 9; k++) {
            x[k % 3] += n[k / 3] * v[k];
        }
        return x;
    }

    private static void assertNearestImages(Rule rule) {
        var random = new SplittableRandom(7);
        for (int number = 0; number < 300; number++) {
            var box = box(random, number);
            for (int k = 0; k < 20; k++) {
                assertImageOfANeighbour(rule, box, random);
                assertBruteForce(rule, box, random);
            }
        }
    }

    /** A particle within the cut-off and one of its images far away. */
    private static void assertImageOfANeighbour(Rule rule, Box box, SplittableRandom random) {
        double cutoff = 0.5 * box.shortest();
        var near = random.doubles(3, -cutoff, cutoff).toArray();
        if (norm(near) > 0.999 * cutoff) {
            return;
        }
        var whole = random.ints(3, -3, 4).asDoubleStream().toArray();
        var found = rule.image(box, shifted(near, box, whole));
        assertThat(found).as("%s", box).isPresent();
        for (int c = 0; c < 3; c++) {
            assertThat(found.orElseThrow()[c]).isEqualTo(near[c], within(1e-12)); // worst seen 1.6e-14
        }
    }

    /** Two particles in the cell, all 125 images. */
    private static void assertBruteForce(Rule rule, Box box, SplittableRandom random) {
        var open = random.doubles(3, -1, 1).toArray();
        var d = shifted(open, box, random.doubles(3, -1, 1).toArray());
        double shortest = Double.POSITIVE_INFINITY;
        int within = 0;
        for (int k = 0; k < 125; k++) {
            var n = new double[] {k % 5 - 2, k / 5 % 5 - 2, k / 25 - 2};
            boolean image = true;
            for (int axis = 0; axis < 3; axis++) {
                image &= n[axis] == 0 || box.isPeriodic(axis);
            }
            double r = norm(shifted(d, box, n));
            if (image && r < 0.5 * box.shortest()) {
                within++;
            }
            shortest = image ? Math.min(shortest, r) : shortest;
        }
        assertThat(within).isLessThanOrEqualTo(1);
        var found = rule.image(box, d);
        assertThat(found.isPresent()).as("%s", box).isEqualTo(within == 1);
        if (within == 1) {
            assertThat(norm(found.orElseThrow())).isEqualTo(shortest, within(1e-12)); // worst seen 3e-15
        }
    }

    @Test
    void theImageWithinTheCutoffIsFoundInBoxesOfEveryShape() {
        assertNearestImages(NearestImageTest::asPairsDo);
    }

    @Test
    void roundingTheDiagonalOnlyIsCaught() {
        assertThatThrownBy(() -> assertNearestImages(NearestImageTest::roundingTheDiagonalOnly))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theSmallestHeightIsTheVolumeOverTheLargestFace() {
        // a x b = (0, 0, 12), b x c = (12, -3, -2.5), c x a = (0, 9, 1.5); volume 36
        var box = Box.of(3, 0, 0, 1, 4, 0, 0.5, -0.5, 3);
        assertThat(box.shortest()).isEqualTo(36 / Math.sqrt(144 + 9 + 6.25), within(1e-14));
        // a plane and a line of cells
        assertThat(Box.of(3, 4, 0, 0, 0, 0, 4, 3, 0).shortest()).isEqualTo(1.4, within(1e-14));
        assertThat(Box.of(0, 0, 0, 3, 4, 0, 0, 0, 0).shortest()).isEqualTo(5.0, within(1e-14));
        assertThat(new Box(7, 0.1, 0).shortest()).isEqualTo(0.1);
        assertThat(Box.open().shortest()).isInfinite();
    }

    @Test
    void lengthsOfAnySizeDo() {
        for (double scale : new double[] {1e-150, 1, 1e150}) {
            var box = Box.of(3 * scale, 0, 0, 1 * scale, 4 * scale, 0, 0.5 * scale, -0.5 * scale, 3 * scale);
            assertThat(box.shortest() / scale).isEqualTo(36 / Math.sqrt(159.25), within(1e-13));
            assertThat(box.fraction(1, 0, 2 * scale, 0)).isEqualTo(0.5, within(1e-15));
        }
    }

    @Test
    void nineNumbersOfAnOrthogonalBoxAreThatBox() {
        var box = Box.of(6, -0.0, 0, 0, 5.5, 0, -0.0, 0, 0);
        assertThat(box).isEqualTo(new Box(6, 5.5, 0)).hasSameHashCodeAs(new Box(6, 5.5, 0));
        assertThat(box.isOrthogonal()).isTrue();
        assertThat(box.numbers()).containsExactly(6, 5.5, 0);
        assertThat(box.vectors()).containsExactly(6, 0, 0, 0, 5.5, 0, 0, 0, 0);
        assertThat(box).hasToString("6.0 x 5.5 x 0.0");
        assertThat(Box.of(0, 6, 0, 5.5, 0, 0, 0, 0, 0).isOrthogonal()).isFalse(); // not along x, y, z in this order
    }

    @Test
    void aTriclinicBoxIsDescribedByItsVectors() {
        var box = Box.of(5, 0, 0, 2.5, 4, 0, 0, 0, 3);
        assertThat(Box.of(box.numbers())).isEqualTo(box);
        assertThat(box).isNotEqualTo(Box.of(5, 0, 0, 2.5, 4, 0, 0, 0, 3.5)).isNotEqualTo(new Box(5, 4, 3));
        assertThat(box).hasToString("a = (5.0, 0.0, 0.0), b = (2.5, 4.0, 0.0), c = (0.0, 0.0, 3.0)");
        var flat = box.opened(2);
        assertThat(flat).hasToString("a = (5.0, 0.0, 0.0), b = (2.5, 4.0, 0.0), open along c");
        assertThat(flat.isPeriodic(1)).isTrue();
        assertThat(flat.isPeriodic(2)).isFalse();
        assertThat(flat.length(2)).isZero();
        assertThat(box.opened(1)).isEqualTo(new Box(5, 0, 3));
        assertThat(box.opened(0).opened(1).opened(2)).isEqualTo(Box.open());
    }

    @Test
    void whatIsNoBoxIsRefused() {
        assertThatThrownBy(() -> Box.of(1, 2)).hasMessage("box has 2 numbers, not 3 or 9");
        assertThatThrownBy(() -> Box.of(1, 0, 0, 0, Double.NaN, 0, 0, 0, 1))
                .hasMessageContaining("must be finite, was NaN");
        assertThatThrownBy(() -> Box.of(1, 2, 0, 0, 1, 0, 0, 0, Double.NEGATIVE_INFINITY))
                .hasMessageContaining("must be finite, was -Infinity");
        assertThatThrownBy(() -> Box.of(1, 2, 0, 0.5, 1, 0, 0, 0, 0)) // two on a line
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "no volume: a = (1.0, 2.0, 0.0), b = (0.5, 1.0, 0.0) lie in a plane or on a line");
        assertThatThrownBy(() -> Box.of(1, 2, 3, 4, 5, 6, 7, 8, 9)).hasMessageContaining("the box has no volume");
        assertThatThrownBy(() -> Box.of(1, 0, 0, 1e7, 1, 0, 0, 0, 1)).hasMessageContaining("no volume"); // all but flat
        assertThatThrownBy(() -> Box.of(-1, 0, 0, 0, 1, 0, 0, 0, 1))
                .hasMessageContaining("box length must be positive");
        var box = Box.of(3, 4, 0, 0, 0, 0, 4, 3, 0);
        assertThatThrownBy(() -> box.checkCutoff(0.75))
                .hasMessageContaining("cut-off 0.75 is beyond half the smallest height of the box, 0.7");
        assertThatThrownBy(() -> box.checkCutoff(0))
                .hasMessageContaining(
                        "a periodic box (a = (3.0, 4.0, 0.0), c = (4.0, 3.0, 0.0), open along b) needs a cut-off")
                .hasMessageContaining("half its smallest height");
    }

    @Test
    void aPairThatIsLostSaysSo() {
        for (double lost : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e308}) {
            assertThatThrownBy(() -> asPairsDo(Box.of(5, 0, 0, 2.5, 4, 0, 0, 0, 3), new double[] {lost, lost, 0}))
                    .isInstanceOf(DivergedException.class);
        }
    }
}
