package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.training.Residuals;

/**
 * Whether the residuals of a law are noise. White noise of one size everywhere has no autocorrelation, and the same size for each particle
 * and at each frame of a window; a wrong law leaves errors that go on from frame to frame. What fitted starts take away from white noise is
 * put back before anything is compared. Immutable.
 *
 * @param sigma standard deviation of a coordinate: the root of the sum of squares over their number less what fitted starts absorb
 * @param autocorrelation at lags of 1, 2, ... frames: the mean of e(t) e(t + k) over sigma^2, within windows; 0 for white noise
 * @param bound of each: 95 % of white noise lie within it on either side, 1.96 over the root of the number of pairs
 * @param byParticle standard deviation of the coordinates of each particle; NaN where none is compared
 * @param byFrame root mean square at each frame of a window; NaN where nothing is compared
 * @param expectedByFrame the same as it would be for white noise
 * @param statistic sum over lags of (number of pairs) times (autocorrelation)^2: chi-squared for white noise
 * @param critical what white noise exceeds once in a hundred times
 */
public record ResidualAnalysis(
        double sigma,
        List<Double> autocorrelation,
        List<Double> bound,
        List<Double> byParticle,
        List<Double> byFrame,
        List<Double> expectedByFrame,
        double statistic,
        double critical) {
    private static final double NORMAL_95 = 1.959964;
    private static final double NORMAL_99 = 2.326348; // one-sided
    private static final int LEAST_PAIRS = 30;

    public ResidualAnalysis {
        autocorrelation = List.copyOf(autocorrelation);
        bound = List.copyOf(bound);
        byParticle = List.copyOf(byParticle);
        byFrame = List.copyOf(byFrame);
        expectedByFrame = List.copyOf(expectedByFrame);
    }

    /**
     * Looks at lags up to half a window.
     *
     * @throws IllegalArgumentException if what fitted starts absorb is not known
     */
    public static ResidualAnalysis of(Residuals residuals) {
        if (!residuals.isCorrected()) {
            throw new IllegalArgumentException("what the fitted starts of " + residuals.particles()
                    + " particles absorb takes too long to find: residuals cannot be told from noise");
        }
        int frames = residuals.frames();
        var byFrame = new double[frames];
        var countByFrame = new long[frames];
        var byParticle = new double[residuals.particles()];
        var countByParticle = new long[residuals.particles()];
        double sum = 0.0;
        long count = 0;
        for (int w = 0; w < residuals.windows(); w++) {
            for (int f = 0; f < frames; f++) {
                for (int c = 0; c < 3 * residuals.particles(); c++) {
                    double e = residuals.at(w, f, c);
                    if (!Double.isNaN(e)) {
                        sum += e * e;
                        count++;
                        byFrame[f] += e * e;
                        countByFrame[f]++;
                        byParticle[c / 3] += e * e;
                        countByParticle[c / 3]++;
                    }
                }
            }
        }
        double variance = sum / Math.max(1.0, count - residuals.absorbed(0));
        var frameRms = new ArrayList<Double>();
        var expected = new ArrayList<Double>();
        for (int f = 0; f < frames; f++) {
            long n = countByFrame[f];
            frameRms.add(n == 0 ? Double.NaN : Math.sqrt(byFrame[f] / n));
            double share = Math.max(0.0, 1.0 - residuals.absorbedAt(f) / n);
            expected.add(n == 0 ? Double.NaN : Math.sqrt(variance * share));
        }
        var particles = new ArrayList<Double>();
        for (int i = 0; i < residuals.particles(); i++) {
            double n = countByParticle[i] - residuals.absorbedBy(i);
            particles.add(countByParticle[i] == 0 ? Double.NaN : Math.sqrt(byParticle[i] / Math.max(1.0, n)));
        }
        var lags = lags(residuals, variance);
        double statistic = 0.0;
        var autocorrelation = new ArrayList<Double>();
        var bound = new ArrayList<Double>();
        for (var lag : lags) {
            autocorrelation.add(lag.value);
            bound.add(NORMAL_95 / Math.sqrt(lag.pairs));
            statistic += lag.pairs * lag.value * lag.value;
        }
        return new ResidualAnalysis(
                Math.sqrt(variance),
                autocorrelation,
                bound,
                particles,
                frameRms,
                expected,
                statistic,
                chiSquared99(lags.size()));
    }

    private record Lag(double value, double pairs) {}

    private static List<Lag> lags(Residuals residuals, double variance) {
        var lags = new ArrayList<Lag>();
        for (int k = 1; k <= residuals.frames() / 2; k++) {
            double sum = 0.0;
            long pairs = 0;
            for (int w = 0; w < residuals.windows(); w++) {
                for (int f = 0; f + k < residuals.frames(); f++) {
                    for (int c = 0; c < 3 * residuals.particles(); c++) {
                        double product = residuals.at(w, f, c) * residuals.at(w, f + k, c);
                        if (!Double.isNaN(product)) {
                            sum += product;
                            pairs++;
                        }
                    }
                }
            }
            if (pairs < LEAST_PAIRS) {
                break;
            }
            double product = variance > 0.0 ? sum / variance : 0.0;
            lags.add(new Lag((product + residuals.absorbed(k)) / pairs, pairs));
        }
        return lags;
    }

    /** What chi-squared of so many degrees of freedom exceeds once in a hundred times (Wilson and Hilferty, PNAS 17:684, 1931). */
    private static double chiSquared99(int freedom) {
        if (freedom == 0) {
            return 0.0;
        }
        double a = 2.0 / (9.0 * freedom);
        double root = 1.0 - a + NORMAL_99 * Math.sqrt(a);
        return freedom * root * root * root;
    }

    /** Whether they cannot be told from white noise: the statistic is not above what is critical. */
    public boolean isWhite() {
        return statistic <= critical;
    }
}
