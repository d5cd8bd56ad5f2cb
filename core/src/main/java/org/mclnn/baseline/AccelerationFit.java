package org.mclnn.baseline;

import java.util.Arrays;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.LeastSquaresProblem;
import org.mclnn.optimisation.Linearisation;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;

/**
 * Residuals e = -(dV/dq)/m - a over all coordinates of all samples, their sum of squares, its gradient, and their normal equations. Samples
 * are dealt to a fixed number of chunks whose sums are joined in order: the bits do not depend on the threads.
 */
final class AccelerationFit implements LeastSquaresProblem {
    private final CoordinateNetwork network;
    private final AccelerationSamples samples;
    private final Workers workers;
    private final Chunks chunks;

    AccelerationFit(CoordinateNetwork network, AccelerationSamples samples, Workers workers) {
        this.network = network;
        this.samples = samples;
        this.workers = workers;
        chunks = new Chunks(samples.count());
    }

    /** How many residuals there are: the loss is the sum of squares over this number. */
    double terms() {
        return (double) samples.count() * samples.coordinates();
    }

    @Override
    public int size() {
        return network.size();
    }

    @Override
    public double[] sizes(double[] theta) {
        return network.sizes(theta);
    }

    /** What is done with one sample: the sweep stands at its positions. */
    private interface Visit {
        void sample(int chunk, CoordinateSweep sweep, double[] residuals);
    }

    /** Visits all samples; returns the sum of squares, infinite where it is not a number. */
    private double visit(double[] theta, Visit visit) {
        var sums = new double[chunks.count()];
        workers.run(chunks.count(), c -> {
            var sweep = network.sweep(theta);
            var residuals = new double[samples.coordinates()];
            for (int k = chunks.first(c); k < chunks.first(c + 1); k++) {
                residuals(k, sweep, residuals);
                for (double e : residuals) {
                    sums[c] += e * e;
                }
                visit.sample(c, sweep, residuals);
            }
        });
        double sum = 0.0;
        for (double part : sums) {
            sum += part;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    private void residuals(int sample, CoordinateSweep sweep, double[] residuals) {
        sweep.accelerations(samples.positions(sample), samples.masses(), residuals);
        var a = samples.accelerations(sample);
        for (int c = 0; c < residuals.length; c++) {
            residuals[c] -= a[c];
        }
    }

    @Override
    public double sumOfSquares(double[] theta) {
        return visit(theta, (chunk, sweep, residuals) -> {});
    }

    /** The sum of squares; writes its gradient. */
    double gradient(double[] theta, double[] dTheta) {
        var parts = new double[chunks.count()][theta.length];
        double sum = visit(theta, (chunk, sweep, residuals) -> {
            for (int c = 0; c < residuals.length; c++) {
                residuals[c] /= samples.masses()[c];
            }
            sweep.pullback(residuals, -2.0, parts[chunk]);
        });
        for (int p = 0; p < theta.length; p++) {
            double total = 0.0;
            for (var part : parts) {
                total += part[p];
            }
            dTheta[p] = total;
        }
        return sum;
    }

    @Override
    public Linearisation linearise(double[] theta) {
        var parts = new NormalEquations[chunks.count()];
        var rows = new double[chunks.count()][theta.length];
        var units = new double[chunks.count()][samples.coordinates()];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = new NormalEquations(theta.length);
        }
        visit(theta, (chunk, sweep, residuals) -> {
            var unit = units[chunk];
            var row = rows[chunk];
            for (int c = 0; c < residuals.length; c++) {
                unit[c] = 1.0;
                Arrays.fill(row, 0.0);
                sweep.pullback(unit, -1.0 / samples.masses()[c], row);
                unit[c] = 0.0;
                parts[chunk].add(row, residuals[c]);
            }
        });
        for (int c = 1; c < parts.length; c++) {
            parts[0].add(parts[c]);
        }
        return parts[0];
    }
}
