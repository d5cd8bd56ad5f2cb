package org.mclnn.potential;

import java.util.Arrays;

/**
 * A law learned from data: a form at its parameters, the distances it was learned from, and one gauge constant per connected band.
 *
 * <p>V is known up to one constant in each band. {@link #energy} is one continuous function, fixed by the gauge of the band seen most;
 * {@link #alignedEnergies} uses each band's own gauge and is what tables and figures show. With a cut-off the constants are 0 and V
 * vanishes at the cut-off; without one, V is 0 at its lowest point inside each band.
 */
public final class LearnedPotential implements PairPotential {
    private final FormPotential law;
    private final Coverage coverage;
    private final double[] gauge;
    private final Units units;

    private LearnedPotential(FormPotential law, Coverage coverage, double[] gauge, Units units) {
        this.law = law;
        this.coverage = coverage;
        this.gauge = gauge;
        this.units = units;
    }

    /** The learned law whose gauge is chosen as said above. */
    public static LearnedPotential of(FormPotential law, Coverage coverage, boolean endsAtCutoff) {
        var gauge = new double[coverage.bands().size()];
        if (!endsAtCutoff) {
            var r = coverage.grid(1000);
            var v = new double[r.length];
            law.kernel().energies(r, r.length, v);
            Arrays.fill(gauge, Double.POSITIVE_INFINITY);
            for (int k = 0; k < r.length; k++) {
                int band = coverage.bandOf(r[k]);
                gauge[band] = Math.min(gauge[band], v[k]);
            }
        }
        return new LearnedPotential(law, coverage, gauge, Units.REDUCED);
    }

    /** The same numbers, in these units; in reduced ones unless this is said. */
    public LearnedPotential in(Units value) {
        return new LearnedPotential(law, coverage, gauge, value);
    }

    /** The units of r, V and F. */
    public Units units() {
        return units;
    }

    public FormPotential law() {
        return law;
    }

    public Coverage coverage() {
        return coverage;
    }

    /** The constant subtracted from the form's V in the given band. */
    public double gauge(int band) {
        return gauge[band];
    }

    @Override
    public double energy(double r) {
        return law.energy(r) - gauge[coverage.mainBand()];
    }

    @Override
    public double force(double r) {
        return law.force(r);
    }

    /** V at each r with the gauge of the band that holds it; outside every band as {@link #energy}. */
    public double[] alignedEnergies(double... r) {
        var energies = new double[r.length];
        law.kernel().energies(r, r.length, energies);
        for (int k = 0; k < r.length; k++) {
            int band = coverage.bandOf(r[k]);
            energies[k] -= gauge[band < 0 ? coverage.mainBand() : band];
        }
        return energies;
    }

    /** F = -dV/dr at each r. */
    public double[] forces(double... r) {
        var forces = new double[r.length];
        law.kernel().slopes(r, r.length, forces);
        for (int k = 0; k < r.length; k++) {
            forces[k] = 0.0 - forces[k]; // no -0.0
        }
        return forces;
    }

    @Override
    public PairKernel kernel() {
        var inner = law.kernel();
        double constant = gauge[coverage.mainBand()];
        return new PairKernel() {
            @Override
            public void energies(double[] r, int n, double[] energy) {
                inner.energies(r, n, energy);
                for (int k = 0; k < n; k++) {
                    energy[k] -= constant;
                }
            }

            @Override
            public void slopes(double[] r, int n, double[] slope) {
                inner.slopes(r, n, slope);
            }
        };
    }
}
