package org.mclnn.app.cli;

import java.util.ArrayList;
import java.util.Locale;
import org.mclnn.dynamics.DivergedException;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.State;
import org.mclnn.potential.Coverage;

/** What is conserved, and where the law is asked beyond what it knows; looked at in every stored frame. */
final class Watch {
    private static final double RUNAWAY = 100.0; // change of H over the energies at the start

    private final ParticleSystem system;
    private final Coverage coverage;
    private final Pairs found;
    private double firstEnergy = Double.NaN;
    private double scale; // of the energies at the start
    private double[] firstMomentum = {};
    private double[] firstAngular = {};
    private double energyDrift;
    private double momentumDrift;
    private double angularDrift;
    private double nearest = Double.POSITIVE_INFINITY;
    private double farthest;
    private long pairs;
    private long outside;

    Watch(ParticleSystem system, Coverage coverage) {
        this.system = system;
        this.coverage = coverage;
        found = system.pairs();
    }

    void look(double time, double[] q, double[] v) {
        var state = new State(time, q, v);
        double energy = system.hamiltonian(state);
        var p = system.momentum(state);
        var l = system.angularMomentum(state);
        if (firstMomentum.length == 0) {
            firstEnergy = energy;
            scale = Math.abs(energy) + system.kineticEnergy(state) + Math.abs(energy - system.kineticEnergy(state));
            firstMomentum = p;
            firstAngular = l;
        }
        energyDrift = Math.max(energyDrift, Math.abs(energy - firstEnergy));
        momentumDrift = Math.max(momentumDrift, largest(p, firstMomentum));
        angularDrift = Math.max(angularDrift, largest(l, firstAngular));
        found.update(q);
        checkEnergy(energy);
        for (int k = 0; k < found.count(); k++) {
            double r = found.distance(k);
            pairs++;
            if (coverage.bandOf(r) < 0) {
                outside++;
                nearest = Math.min(nearest, r);
                farthest = Math.max(farthest, r);
            }
        }
    }

    /** A step too long for a close encounter shows in the energy first. */
    private void checkEnergy(double energy) {
        if (Math.abs(energy - firstEnergy) <= RUNAWAY * scale) {
            return;
        }
        int closest = 0;
        for (int k = 1; k < found.count(); k++) {
            closest = found.distance(k) < found.distance(closest) ? k : closest;
        }
        throw new DivergedException(String.format(
                Locale.ROOT,
                "the energy went from %.6g to %.6g; %s. Try a shorter --dt, or look whether the"
                        + " particles come closer than any pair did in training",
                firstEnergy,
                energy,
                found.count() == 0 ? "no pair is within the cut-off" : found.describe(closest)));
    }

    private static double largest(double[] a, double[] b) {
        double largest = 0.0;
        for (int k = 0; k < a.length; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    /** H at the start. */
    double energy() {
        return firstEnergy;
    }

    /** Largest change of H so far. */
    double energyDrift() {
        return energyDrift;
    }

    /** Largest change of a component of the momentum. */
    double momentumDrift() {
        return momentumDrift;
    }

    /** Largest change of a component of the angular momentum about the origin. */
    double angularDrift() {
        return angularDrift;
    }

    /** Share of the pair distances that lie outside those seen in training. */
    double shareOutside() {
        return pairs == 0 ? 0.0 : outside / (double) pairs;
    }

    /** {@code down to 0.83, up to 2.4}. */
    String whereOutside() {
        var parts = new ArrayList<String>();
        if (nearest < coverage.from()) {
            parts.add(String.format(Locale.ROOT, "down to %.4g", nearest));
        }
        if (farthest > coverage.to()) {
            parts.add(String.format(Locale.ROOT, "up to %.4g", farthest));
        }
        return parts.isEmpty() ? "between the bands" : String.join(", ", parts);
    }
}
