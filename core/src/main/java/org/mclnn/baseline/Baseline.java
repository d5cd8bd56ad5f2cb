package org.mclnn.baseline;

import java.util.Arrays;
import java.util.List;
import org.mclnn.dynamics.AccelerationField;

/**
 * The paper's baseline (4.1.2): T given, V(q) by one network of all coordinates. It knows nothing of pairs, so it holds for one number of
 * particles, and conserves neither momentum nor angular momentum. Immutable.
 */
public final class Baseline {
    private final CoordinateNetwork network;
    private final double[] theta;
    private final int[] active;
    private final double[] masses;
    private final double loss;
    private final List<Double> losses;

    Baseline(CoordinateNetwork network, double[] theta, AccelerationSamples samples, double loss, List<Double> losses) {
        this.network = network;
        this.theta = theta.clone();
        active = samples.active();
        masses = samples.masses();
        this.loss = loss;
        this.losses = List.copyOf(losses);
    }

    /** Mean squared error of the accelerations it was trained on. */
    public double loss() {
        return loss;
    }

    /** The same after each iteration or epoch. */
    public List<Double> losses() {
        return losses;
    }

    /** A copy of the parameters. */
    public double[] theta() {
        return theta.clone();
    }

    /** V at positions q, length 3N; a constant is free. */
    public double potentialEnergy(double[] q) {
        return network.sweep(theta).at(AccelerationSamples.picked(q, active));
    }

    /** a = -(dV/dq)/m, a worker; coordinates left out in training are not accelerated. */
    public AccelerationField field() {
        var sweep = network.sweep(theta);
        var some = new double[active.length];
        return (q, a) -> {
            sweep.accelerations(AccelerationSamples.picked(q, active), masses, some);
            Arrays.fill(a, 0.0);
            for (int c = 0; c < active.length; c++) {
                a[active[c]] = some[c];
            }
        };
    }

    /**
     * Coefficient of determination of the accelerations (Fig. 6): 1 less the squared errors over the squares of the true accelerations about
     * their mean, all coordinates together.
     *
     * @throws IllegalArgumentException if the samples have another number of coordinates
     */
    public double rSquared(AccelerationSamples samples) {
        if (samples.coordinates() != active.length) {
            throw new IllegalArgumentException("the samples have " + samples.coordinates()
                    + " coordinates, the baseline was trained on " + active.length
                    + ": it holds for one number of particles");
        }
        var sweep = network.sweep(theta);
        var predicted = new double[active.length];
        double mean = 0.0;
        for (int k = 0; k < samples.count(); k++) {
            for (double a : samples.accelerations(k)) {
                mean += a / ((double) samples.count() * active.length);
            }
        }
        double errors = 0.0;
        double squares = 0.0;
        for (int k = 0; k < samples.count(); k++) {
            sweep.accelerations(samples.positions(k), masses, predicted);
            for (int c = 0; c < active.length; c++) {
                double a = samples.accelerations(k)[c];
                double error = predicted[c] - a;
                errors += error * error;
                squares += (a - mean) * (a - mean);
            }
        }
        return 1.0 - errors / squares;
    }
}
