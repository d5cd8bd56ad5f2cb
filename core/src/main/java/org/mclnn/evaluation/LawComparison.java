package org.mclnn.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/**
 * A learned law beside the true one over the distances seen, weighted by how often they were seen. V has one free constant per connected
 * band: it is aligned band by band (equal weighted means) before anything is compared.
 *
 * @param forceRelativeRms RMS of F - F* over RMS of F*, all bands together
 * @param potentialRelativeRms RMS of V - V* after alignment over the RMS of V* about its mean in each band
 * @param bands the same, band by band
 * @param offsets what to subtract from the learned V in each band to align it
 */
public record LawComparison(
        double forceRelativeRms, double potentialRelativeRms, List<BandError> bands, List<Double> offsets) {
    private static final int POINTS = 2000;

    /**
     * One connected band.
     *
     * @param forceMax largest |F - F*| in the band
     */
    public record BandError(
            double from, double to, double forceRelativeRms, double potentialRelativeRms, double forceMax) {}

    public LawComparison {
        bands = List.copyOf(bands);
        offsets = List.copyOf(offsets);
    }

    /** Compares over the coverage of the learned law. */
    public static LawComparison of(LearnedPotential learned, PairPotential truth) {
        var coverage = learned.coverage();
        var r = coverage.grid(POINTS);
        var table = new Table(r, learned, truth, coverage);
        var bands = new ArrayList<BandError>();
        var offsets = new ArrayList<Double>();
        var sums = new double[4];
        for (int b = 0; b < coverage.bands().size(); b++) {
            var band = coverage.bands().get(b);
            var part = table.band(b);
            offsets.add(part.offset);
            bands.add(new BandError(
                    band.from(),
                    band.to(),
                    relative(part.sums[0], part.sums[1]),
                    relative(part.sums[2], part.sums[3]),
                    part.forceMax));
            for (int k = 0; k < 4; k++) {
                sums[k] += part.sums[k];
            }
        }
        return new LawComparison(relative(sums[0], sums[1]), relative(sums[2], sums[3]), bands, offsets);
    }

    /** The learned V moved onto the true one: in each band, and up to half the gap beside it, by the constant of that band. */
    public PairPotential aligned(LearnedPotential learned) {
        return new AlignedPotential(learned, offsets);
    }

    /** Nothing of nothing is no error: V does not vary over a band of a single distance. */
    private static double relative(double difference, double norm) {
        return difference == 0.0 ? 0.0 : Math.sqrt(difference / norm);
    }

    /** Values on a grid over the coverage. */
    private static final class Table {
        private final double[] weight;
        private final int[] band;
        private final double[] force;
        private final double[] trueForce;
        private final double[] energy;
        private final double[] trueEnergy;

        Table(double[] r, LearnedPotential learned, PairPotential truth, Coverage coverage) {
            int n = r.length;
            weight = new double[n];
            band = new int[n];
            force = new double[n];
            trueForce = new double[n];
            energy = new double[n];
            trueEnergy = new double[n];
            learned.kernel().slopes(r, n, force);
            learned.kernel().energies(r, n, energy);
            truth.kernel().slopes(r, n, trueForce);
            truth.kernel().energies(r, n, trueEnergy);
            long seen =
                    coverage.bands().stream().mapToLong(Coverage.Band::count).sum();
            for (int k = 0; k < n; k++) {
                band[k] = coverage.bandOf(r[k]);
                var b = coverage.bands().get(band[k]);
                int points = coverage.bands().size() == 1 ? n : countIn(r, b);
                // grid spacing differs between bands; a band of a single distance has none, but a share of what was
                // seen
                weight[k] = b.width() > 0
                        ? coverage.density(r[k]) * b.width() / points
                        : b.count() / ((double) seen * points);
            }
        }

        private static int countIn(double[] r, Coverage.Band b) {
            int count = 0;
            for (double x : r) {
                count += b.contains(x) ? 1 : 0;
            }
            return count;
        }

        BandSums band(int b) {
            double total = 0;
            double mean = 0;
            double trueMean = 0;
            for (int k = 0; k < weight.length; k++) {
                if (band[k] == b) {
                    total += weight[k];
                    mean += weight[k] * energy[k];
                    trueMean += weight[k] * trueEnergy[k];
                }
            }
            mean /= total;
            trueMean /= total;
            var part = new BandSums(mean - trueMean);
            for (int k = 0; k < weight.length; k++) {
                if (band[k] == b) {
                    double f = force[k] - trueForce[k];
                    double v = energy[k] - mean - (trueEnergy[k] - trueMean);
                    part.sums[0] += weight[k] * f * f;
                    part.sums[1] += weight[k] * trueForce[k] * trueForce[k];
                    part.sums[2] += weight[k] * v * v;
                    part.sums[3] += weight[k] * (trueEnergy[k] - trueMean) * (trueEnergy[k] - trueMean);
                    part.forceMax = Math.max(part.forceMax, Math.abs(f));
                }
            }
            return part;
        }
    }

    private static final class BandSums {
        private final double offset;
        private final double[] sums = new double[4]; // of (F - F*)^2, F*^2, (V - V*)^2, (V* - mean)^2
        private double forceMax;

        BandSums(double offset) {
            this.offset = offset;
        }
    }
}
