package org.mclnn.baseline;

import java.util.stream.IntStream;

/** True accelerations of samples beside those of a model (paper, Fig. 6), sample by sample, a number for each coordinate. Immutable. */
public final class Predictions {
    private final double[] masses;
    private final double[] truth;
    private final double[] predicted;

    private Predictions(double[] masses, double[] truth, double[] predicted) {
        this.masses = masses;
        this.truth = truth;
        this.predicted = predicted;
    }

    /** @param model at the parameters that are asked for, a block wide */
    static Predictions of(AccelerationModel model, AccelerationSamples samples) {
        int n = samples.coordinates();
        var all = IntStream.range(0, samples.count()).toArray();
        var block = new SampleBlock(samples, model.moving());
        var a = new double[n][SampleBlock.POINTS];
        var truth = new double[all.length * n];
        var predicted = new double[truth.length];
        for (int first = 0; first < all.length; first += SampleBlock.POINTS) {
            block.take(all, first);
            model.accelerations(block.q, block.v, a);
            for (int k = 0; k < block.count(); k++) {
                for (int c = 0; c < n; c++) {
                    truth[(first + k) * n + c] = block.a[c][k];
                    predicted[(first + k) * n + c] = a[c][k];
                }
            }
        }
        return new Predictions(samples.masses(), truth, predicted);
    }

    /** n: entry {@code sample * n + coordinate} of each array belongs to this coordinate of the sample. */
    public int coordinates() {
        return masses.length;
    }

    /** A copy. */
    public double[] trueAccelerations() {
        return truth.clone();
    }

    /** A copy. */
    public double[] predictedAccelerations() {
        return predicted.clone();
    }

    /** Masses times accelerations. */
    public double[] trueForces() {
        return forces(truth);
    }

    /** Masses times accelerations. */
    public double[] predictedForces() {
        return forces(predicted);
    }

    private double[] forces(double[] accelerations) {
        var forces = accelerations.clone();
        for (int k = 0; k < forces.length; k++) {
            forces[k] *= masses[k % masses.length];
        }
        return forces;
    }

    /** The mean over samples and coordinates of the squared error of the accelerations. */
    public double meanSquaredError() {
        double errors = 0.0;
        for (int k = 0; k < truth.length; k++) {
            errors += (predicted[k] - truth[k]) * (predicted[k] - truth[k]);
        }
        return errors / truth.length;
    }

    /** RMS of the errors of the accelerations over the RMS of the true ones. */
    public double relativeRms() {
        double errors = 0.0;
        double squares = 0.0;
        for (int k = 0; k < truth.length; k++) {
            errors += (predicted[k] - truth[k]) * (predicted[k] - truth[k]);
            squares += truth[k] * truth[k];
        }
        return Math.sqrt(errors / squares);
    }

    /**
     * Coefficient of determination of the accelerations: 1 less the squared errors over the squares of the true ones about their mean, all
     * coordinates together.
     */
    public double rSquared() {
        double mean = 0.0;
        for (double a : truth) {
            mean += a / truth.length;
        }
        double squares = 0.0;
        for (double a : truth) {
            squares += (a - mean) * (a - mean);
        }
        return 1.0 - meanSquaredError() * truth.length / squares;
    }
}
