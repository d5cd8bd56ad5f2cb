package org.mclnn.baseline;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.mclnn.optimisation.Chunks;
import org.mclnn.optimisation.LeastSquaresProblem;
import org.mclnn.optimisation.Linearisation;
import org.mclnn.optimisation.NormalEquations;
import org.mclnn.optimisation.Workers;
import org.mclnn.training.AdamEpochs;

/**
 * Residuals e = a(theta) - a over all coordinates of samples, their sum of squares, its gradient, and their normal equations. Blocks of
 * samples are dealt to a fixed number of chunks whose sums are joined in order: the bits do not depend on the threads.
 */
final class AccelerationFit implements LeastSquaresProblem, AdamEpochs.Loss {
    private static final int POINTS = SampleBlock.POINTS;

    private final CoordinateNetwork network;
    private final AccelerationSamples samples;
    private final Workers workers;
    private final int[] all;
    private final Part[] parts = new Part[Chunks.MOST];

    /** What works on a chunk, and what its samples add up to. */
    private final class Part {
        final AccelerationModel model;
        final SampleBlock block;
        final double[][] residuals; // [coordinate][point]
        final double[] gradient = new double[size()];
        double sum;
        double[][] rows = new double[0][]; // take much memory: made when first needed
        NormalEquations equations = new NormalEquations(0);

        Part(AccelerationModel model) {
            this.model = model;
            block = new SampleBlock(samples, model.moving());
            residuals = new double[samples.coordinates()][POINTS];
        }

        void begin(double[] theta) {
            model.parameters(theta);
            sum = 0.0;
        }

        /** Goes to the next samples; residuals are 0 where there is none. */
        void visit(int[] which, int first) {
            block.take(which, first);
            model.accelerations(block.q, block.v, residuals);
            for (int c = 0; c < residuals.length; c++) {
                var e = residuals[c];
                for (int k = 0; k < block.count(); k++) {
                    e[k] -= block.a[c][k];
                    sum += e[k] * e[k];
                }
                Arrays.fill(e, block.count(), POINTS, 0.0);
            }
        }

        void clear() {
            if (rows.length == 0) {
                rows = new double[POINTS][size()];
                equations = new NormalEquations(size());
            }
            equations.clear();
        }

        /** Adds the rows of J of the samples visited last. */
        void addRows() {
            var unit = new double[residuals.length][POINTS];
            for (int c = 0; c < unit.length; c++) {
                Arrays.fill(unit[c], 1.0);
                model.back(unit).rows(block.count(), rows);
                Arrays.fill(unit[c], 0.0);
                for (int k = 0; k < block.count(); k++) {
                    equations.add(rows[k], residuals[c][k]);
                }
            }
        }
    }

    /** @param models makes workers that share nothing */
    AccelerationFit(
            CoordinateNetwork network,
            Supplier<? extends AccelerationModel> models,
            AccelerationSamples samples,
            Workers workers) {
        this.network = network;
        this.samples = samples;
        this.workers = workers;
        all = IntStream.range(0, samples.count()).toArray();
        Arrays.setAll(parts, c -> new Part(models.get()));
    }

    /** How many residuals some of the samples have: their loss is the sum of squares over this number. */
    @Override
    public double terms(int[] which) {
        return (double) which.length * samples.coordinates();
    }

    @Override
    public double terms() {
        return terms(all);
    }

    @Override
    public int size() {
        return network.size();
    }

    @Override
    public double[] sizes(double[] theta) {
        return network.sizes(theta);
    }

    private static Chunks chunks(int[] which) {
        return new Chunks((which.length + POINTS - 1) / POINTS);
    }

    /** Visits samples; returns the sum of squares, infinite where it is not a number. */
    private double visit(double[] theta, int[] which, Consumer<Part> begin, Consumer<Part> visit) {
        var chunks = chunks(which);
        workers.run(chunks.count(), c -> {
            var part = parts[c];
            part.begin(theta);
            begin.accept(part);
            for (int b = chunks.first(c); b < chunks.first(c + 1); b++) {
                part.visit(which, b * POINTS);
                visit.accept(part);
            }
        });
        double sum = 0.0;
        for (int c = 0; c < chunks.count(); c++) {
            sum += parts[c].sum;
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    @Override
    public double sumOfSquares(double[] theta) {
        return visit(theta, all, part -> {}, part -> {});
    }

    /** The sum of squares; writes its gradient. */
    double gradient(double[] theta, double[] dTheta) {
        return gradient(theta, all, dTheta);
    }

    @Override
    public double gradient(double[] theta, int[] which, double[] dTheta) {
        double sum = visit(
                theta,
                which,
                part -> Arrays.fill(part.gradient, 0.0),
                part -> part.model.back(part.residuals).pullback(part.gradient));
        Arrays.fill(dTheta, 0.0);
        for (int c = 0; c < chunks(which).count(); c++) {
            for (int p = 0; p < dTheta.length; p++) {
                dTheta[p] += 2.0 * parts[c].gradient[p];
            }
        }
        return sum;
    }

    @Override
    public Linearisation linearise(double[] theta) {
        visit(theta, all, Part::clear, Part::addRows);
        var joined = parts[0].equations;
        for (int c = 1; c < chunks(all).count(); c++) {
            joined.add(parts[c].equations);
        }
        return joined;
    }
}
