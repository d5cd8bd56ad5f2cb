package org.mclnn.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.potential.Normal;

/** The evidence against the Gaussian it integrates, written out. */
class EvidenceTest {
    private static final int ROWS = 40;
    private static final int SIZE = 5;
    private static final double NOISE = 0.1;

    private final DMatrixRMaj x = new DMatrixRMaj(ROWS, SIZE);
    private final DMatrixRMaj roots = new DMatrixRMaj(SIZE, SIZE);
    private final double[] y = new double[ROWS];
    private final NormalEquations data = new NormalEquations(SIZE);
    private final NormalEquations penalty = new NormalEquations(SIZE);

    EvidenceTest() {
        var random = new SplittableRandom(8);
        var rows = new double[ROWS][SIZE];
        var residuals = new double[ROWS];
        for (int k = 0; k < ROWS; k++) {
            double sum = NOISE * Normal.next(random);
            for (int p = 0; p < SIZE; p++) {
                rows[k][p] = random.nextDouble(-1, 1);
                x.set(k, p, rows[k][p]);
                sum += rows[k][p] * 0.7 * (p - 1);
            }
            y[k] = sum;
            residuals[k] = -sum; // at theta = 0
        }
        data.add(rows, residuals, ROWS);
        var root = new double[SIZE][SIZE];
        for (int p = 0; p < SIZE; p++) {
            for (int m = 0; m < SIZE; m++) {
                root[p][m] = (p == m ? 2 : 0) + random.nextDouble(-1, 1);
                roots.set(p, m, root[p][m]);
            }
        }
        penalty.add(root, new double[SIZE], SIZE);
    }

    private Evidence evidence(OptionalDouble sigma) {
        return new Evidence(data, penalty, ROWS, sigma, 0, 1.0);
    }

    /** log N(y; 0, s^2 (1 + X R^-1 X^T / w)) of a proper prior. */
    private double marginal(double weight, double sigma) {
        var r = new DMatrixRMaj(SIZE, SIZE);
        CommonOps_DDRM.multTransA(roots, roots, r);
        CommonOps_DDRM.invert(r);
        var half = new DMatrixRMaj(ROWS, SIZE);
        CommonOps_DDRM.mult(x, r, half);
        var covariance = new DMatrixRMaj(ROWS, ROWS);
        CommonOps_DDRM.multTransB(1 / weight, half, x, covariance);
        for (int k = 0; k < ROWS; k++) {
            covariance.add(k, k, 1.0);
        }
        CommonOps_DDRM.scale(sigma * sigma, covariance);
        double determinant = CommonOps_DDRM.det(covariance);
        CommonOps_DDRM.invert(covariance);
        double square = 0.0;
        for (int j = 0; j < ROWS; j++) {
            for (int k = 0; k < ROWS; k++) {
                square += y[j] * covariance.get(j, k) * y[k];
            }
        }
        return -0.5 * square - 0.5 * StrictMath.log(determinant);
    }

    @Test
    void withTheNoiseKnownItIsTheMarginalLikelihood() {
        var evidence = evidence(OptionalDouble.of(NOISE));
        double reference = Objects.requireNonNull(evidence.at(0.01)).log - marginal(0.01, NOISE);
        for (double weight : new double[] {1e-4, 0.1, 1, 30}) {
            double difference = Objects.requireNonNull(evidence.at(weight)).log - marginal(weight, NOISE);
            assertThat(Math.abs(difference - reference)).isLessThan(1e-8); // seen 3e-11
        }
    }

    @Test
    void withTheNoiseUnknownItIsTheLikelihoodOfTheBestNoise() {
        var evidence = evidence(OptionalDouble.empty());
        double reference = Double.NaN;
        for (double weight : new double[] {1e-4, 0.1, 1, 30}) {
            double best = Double.NEGATIVE_INFINITY;
            for (double sigma = 0.02; sigma < 3; sigma *= 1.002) {
                best = Math.max(best, marginal(weight, sigma));
            }
            double difference = Objects.requireNonNull(evidence.at(weight)).log - best;
            reference = Double.isNaN(reference) ? difference : reference;
            assertThat(Math.abs(difference - reference)).isLessThan(1e-3); // seen 4e-5: the grid of sigma
        }
    }

    @Test
    void theBestWeightIsWhereTheEvidenceIsLargestAndTellsTheNoise() {
        var best = Objects.requireNonNull(evidence(OptionalDouble.empty()).best());
        for (double factor : new double[] {0.2, 5, 100}) {
            assertThat(Objects.requireNonNull(evidence(OptionalDouble.empty()).at(best.weight * factor)).log)
                    .isLessThan(best.log + 0.1);
        }
        assertThat(best.effective).isBetween(4.5, 5.0);
        assertThat(best.sigma).isBetween(0.08, 0.12); // the noise is 0.1
    }

    @Test
    void aGivenShareIsObeyed() {
        var evidence = evidence(OptionalDouble.empty());
        assertThat(Objects.requireNonNull(evidence.share(3)).weight).isEqualTo(3 * evidence.balance());
    }
}
