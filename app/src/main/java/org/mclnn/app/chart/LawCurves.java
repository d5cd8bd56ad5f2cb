package org.mclnn.app.chart;

import java.util.Optional;
import org.mclnn.potential.Coverage;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;
import org.mclnn.potential.Units;

/**
 * A learned law on a grid over its bands, beside the truth if that is known. V is known up to a constant per band: with a truth it is
 * moved onto it band by band, by the mean difference over the distances seen.
 */
public final class LawCurves {
    private final Coverage coverage;
    private final Units units;
    private final double[] r;
    private final int[] band;
    private final double[] density;
    private final double[] energy;
    private final double[] force;
    private final double[] truthEnergy;
    private final double[] truthForce;

    private LawCurves(
            Coverage coverage,
            Units units,
            double[] r,
            int[] band,
            double[] density,
            double[] energy,
            double[] force,
            double[] truthEnergy,
            double[] truthForce) {
        this.coverage = coverage;
        this.units = units;
        this.r = r;
        this.band = band;
        this.density = density;
        this.energy = energy;
        this.force = force;
        this.truthEnergy = truthEnergy;
        this.truthForce = truthForce;
    }

    public static LawCurves of(LearnedPotential law, Optional<PairPotential> truth, int points) {
        var coverage = law.coverage();
        var r = coverage.grid(points);
        var band = new int[r.length];
        var density = new double[r.length];
        var energy = law.alignedEnergies(r);
        var force = law.forces(r);
        var trueEnergy = new double[truth.isPresent() ? r.length : 0];
        var trueForce = new double[trueEnergy.length];
        for (int k = 0; k < r.length; k++) {
            band[k] = coverage.bandOf(r[k]);
            density[k] = coverage.density(r[k]);
            if (truth.isPresent()) {
                trueEnergy[k] = truth.get().energy(r[k]);
                trueForce[k] = truth.get().force(r[k]);
            }
        }
        if (truth.isPresent()) {
            for (int b = 0; b < coverage.bands().size(); b++) {
                align(b, band, density, energy, trueEnergy);
            }
        }
        return new LawCurves(coverage, law.units(), r, band, density, energy, force, trueEnergy, trueForce);
    }

    private static void align(int b, int[] band, double[] density, double[] energy, double[] truth) {
        double weight = 0;
        double shift = 0;
        for (int k = 0; k < band.length; k++) {
            if (band[k] == b) {
                weight += density[k];
                shift += density[k] * (truth[k] - energy[k]);
            }
        }
        if (weight > 0) {
            for (int k = 0; k < band.length; k++) {
                if (band[k] == b) {
                    energy[k] += shift / weight;
                }
            }
        }
    }

    public Coverage coverage() {
        return coverage;
    }

    public Units units() {
        return units;
    }

    /** The grid, ascending within each band. The arrays here are shared, not copied. */
    public double[] r() {
        return r;
    }

    /** Index of the band of each point. */
    public int[] band() {
        return band;
    }

    /** Share of the distances seen per unit length at each point. */
    public double[] density() {
        return density;
    }

    public double[] energy() {
        return energy;
    }

    public double[] force() {
        return force;
    }

    /** Empty if the truth is not known; so is {@link #truthForce}. */
    public double[] truthEnergy() {
        return truthEnergy;
    }

    public double[] truthForce() {
        return truthForce;
    }

    public boolean hasTruth() {
        return truthEnergy.length > 0;
    }
}
