package org.mclnn.baseline;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
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

    Baseline(CoordinateNetwork network, double[] theta, AccelerationSamples samples, List<Double> losses) {
        this.network = network;
        this.theta = theta.clone();
        active = samples.active();
        masses = samples.masses();
        this.losses = List.copyOf(losses);
        loss = predictions(samples).meanSquaredError();
    }

    /**
     * The baseline of parameters that are known, as they were trained.
     *
     * @param samples it was trained on: its coordinates, masses and loss are theirs
     * @param hidden widths of the hidden layers
     * @param theta copied
     * @throws IllegalArgumentException if theta has another length
     */
    public static Baseline of(AccelerationSamples samples, List<Integer> hidden, double[] theta) {
        var network = CoordinateNetwork.of(samples.coordinates(), hidden);
        Lengths.check("theta", network.size(), theta);
        return new Baseline(network, theta, samples, List.of());
    }

    /** Widths of the hidden layers. */
    public List<Integer> hidden() {
        return network.hidden();
    }

    /** Mean squared error of the accelerations it was trained on. */
    public double loss() {
        return loss;
    }

    /** The same after each iteration or epoch of the training; empty if it was not trained here. */
    public List<Double> losses() {
        return losses;
    }

    /** A copy of the parameters. */
    public double[] theta() {
        return theta.clone();
    }

    /** V at positions q, length 3N; a constant is free. */
    public double potentialEnergy(double[] q) {
        return potentialEnergy().applyAsDouble(q);
    }

    /** The same, a worker: one per thread. */
    public ToDoubleFunction<double[]> potentialEnergy() {
        var model = model(1);
        return q -> model.energies(column(q, active))[0];
    }

    /** a = -(dV/dq)/m, a worker; coordinates left out in training are not accelerated. */
    public AccelerationField field() {
        var model = model(1);
        var some = new double[active.length][1];
        return (q, a) -> {
            model.accelerations(column(q, active), some, some);
            Arrays.fill(a, 0.0);
            for (int c = 0; c < active.length; c++) {
                a[active[c]] = some[c][0];
            }
        };
    }

    /** Some of 3N numbers as one point, [coordinate][0]. */
    private static double[][] column(double[] whole, int[] active) {
        var column = new double[active.length][1];
        for (int c = 0; c < active.length; c++) {
            column[c][0] = whole[active[c]];
        }
        return column;
    }

    private PotentialModel model(int points) {
        var model = new PotentialModel(network.layers(), InputScale.none(active.length), masses, points);
        model.parameters(theta);
        return model;
    }

    /**
     * True accelerations and its own.
     *
     * @throws IllegalArgumentException if the samples have another number of coordinates
     */
    public Predictions predictions(AccelerationSamples samples) {
        if (samples.coordinates() != active.length) {
            throw new IllegalArgumentException("the samples have " + samples.coordinates()
                    + " coordinates, the baseline was trained on " + active.length
                    + ": it holds for one number of particles");
        }
        return Predictions.of(model(SampleBlock.POINTS), samples);
    }

    /** {@link Predictions#rSquared} of {@link #predictions}. */
    public double rSquared(AccelerationSamples samples) {
        return predictions(samples).rSquared();
    }
}
