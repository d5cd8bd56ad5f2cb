package org.mclnn.baseline;

import java.util.Arrays;
import java.util.List;

/**
 * The undivided Lagrangian network (Cranmer et al. 2020; paper 3.1): L(q, v) by one network of all coordinates and velocities, which knows
 * neither T nor V. Its motion follows by Eq. 3; only up to a factor, a constant and the rate of a function of q is L determined by it.
 * Immutable.
 */
public final class LagrangianNetwork implements Lagrangian {
    private final CoordinateNetwork network;
    private final double[] theta;
    private final int[] active;
    private final double loss;
    private final List<Double> losses;

    LagrangianNetwork(CoordinateNetwork network, double[] theta, AccelerationSamples samples, List<Double> losses) {
        this.network = network;
        this.theta = theta.clone();
        active = samples.active();
        this.losses = List.copyOf(losses);
        loss = predictions(samples).meanSquaredError();
    }

    /**
     * The network of parameters that are known, as they were trained.
     *
     * @param samples it was trained on: its coordinates and loss are theirs
     * @param hidden widths of the hidden layers
     * @param theta copied
     * @throws IllegalArgumentException if theta has another length
     */
    public static LagrangianNetwork of(AccelerationSamples samples, List<Integer> hidden, double[] theta) {
        var network = CoordinateNetwork.of(2 * samples.coordinates(), hidden);
        Lengths.check("theta", network.size(), theta);
        return new LagrangianNetwork(network, theta, samples, List.of());
    }

    /** n, those that varied in training. */
    @Override
    public int coordinates() {
        return active.length;
    }

    /** Of 3N numbers, positions or velocities, the n that it is a function of, in their order. */
    public double[] seen(double[] whole) {
        return Arrays.stream(active).mapToDouble(c -> whole[c]).toArray();
    }

    /** Widths of the hidden layers. */
    public List<Integer> hidden() {
        return network.hidden();
    }

    /** A copy of the parameters. */
    public double[] theta() {
        return theta.clone();
    }

    /** Mean squared error of the accelerations it was trained on. */
    public double loss() {
        return loss;
    }

    /** The same after each iteration or epoch of the training; empty if it was not trained here. */
    public List<Double> losses() {
        return losses;
    }

    /** {@inheritDoc} By sweeps through the network. */
    @Override
    public LagrangianDerivatives at(double[] q, double[] v) {
        int n = coordinates();
        Lengths.check(n, q, v);
        var sweep = new CoordinateSweep(network.layers(), 1, 2 * n);
        sweep.parameters(theta);
        var dX = new double[2 * n][1];
        for (int c = 0; c < n; c++) {
            sweep.inputs(0)[c][0] = q[c];
            sweep.inputs(0)[n + c][0] = v[c];
            sweep.inputs(1 + c)[c][0] = 1.0;
            sweep.inputs(1 + n + c)[n + c][0] = 1.0;
        }
        double value = sweep.forward()[0];
        sweep.gradient(dX);
        sweep.along(1, 2 * n);
        var dVdV = new double[n * n];
        var dVdQ = new double[n * n];
        var second = new double[1];
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                sweep.second(1 + n + j, 1 + n + k, second);
                dVdV[j * n + k] = second[0];
                sweep.second(1 + n + j, 1 + k, second);
                dVdQ[j * n + k] = second[0];
            }
        }
        var all = Arrays.stream(dX).mapToDouble(d -> d[0]).toArray();
        return new LagrangianDerivatives(value, Arrays.copyOf(all, n), Arrays.copyOfRange(all, n, 2 * n), dVdV, dVdQ);
    }

    /**
     * True accelerations and its own.
     *
     * @throws IllegalArgumentException if the samples have another number of coordinates
     * @throws IllegalStateException if the samples have no velocities
     */
    public Predictions predictions(AccelerationSamples samples) {
        if (samples.coordinates() != active.length) {
            throw new IllegalArgumentException("the samples have " + samples.coordinates()
                    + " coordinates, the network was trained on " + active.length
                    + ": it holds for one number of particles");
        }
        var model = new LagrangianModel(network.layers(), InputScale.none(2 * active.length), SampleBlock.POINTS);
        model.parameters(theta);
        return Predictions.of(model, samples);
    }

    /** {@link Predictions#rSquared} of {@link #predictions}. */
    public double rSquared(AccelerationSamples samples) {
        return predictions(samples).rSquared();
    }
}
