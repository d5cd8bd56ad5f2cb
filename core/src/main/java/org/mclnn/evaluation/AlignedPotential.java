package org.mclnn.evaluation;

import java.util.List;
import org.mclnn.potential.LearnedPotential;
import org.mclnn.potential.PairKernel;
import org.mclnn.potential.PairPotential;

/** A learned law with the constant of each band shifted; a distance between bands takes the constant of the nearer one. */
record AlignedPotential(LearnedPotential learned, List<Double> offsets) implements PairPotential {
    @Override
    public double energy(double r) {
        return learned.energy(r) - offsets.get(nearestBand(r));
    }

    private int nearestBand(double r) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        var bands = learned.coverage().bands();
        for (int b = 0; b < bands.size(); b++) {
            var band = bands.get(b);
            double away = Math.max(0, Math.max(band.from() - r, r - band.to()));
            if (away < least) {
                least = away;
                nearest = b;
            }
        }
        return nearest;
    }

    @Override
    public double force(double r) {
        return learned.force(r);
    }

    @Override
    public PairKernel kernel() {
        var inner = learned.kernel();
        return new PairKernel() {
            @Override
            public void energies(double[] r, int n, double[] energy) {
                inner.energies(r, n, energy);
                for (int k = 0; k < n; k++) {
                    energy[k] -= offsets.get(nearestBand(r[k]));
                }
            }

            @Override
            public void slopes(double[] r, int n, double[] slope) {
                inner.slopes(r, n, slope);
            }
        };
    }
}
