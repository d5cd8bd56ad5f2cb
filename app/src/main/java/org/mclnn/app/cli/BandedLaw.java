package org.mclnn.app.cli;

import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairPotential;

/** A learned law whose V has the constant of its own band everywhere, as tables and figures show it. */
record BandedLaw(LearnedPotential law) implements PairPotential {
    @Override
    public double energy(double r) {
        return law.alignedEnergies(r)[0];
    }

    @Override
    public double force(double r) {
        return law.force(r);
    }
}
