package org.mclnn.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.jspecify.annotations.Nullable;
import org.mclnn.optimisation.NormalEquations;

/**
 * The evidence of the data for a weight of the penalty on roughness (MacKay, Neural Computation 4:415, 1992): the likelihood of Gaussian noise
 * times a prior exp(-weight roughness / 2 sigma^2), integrated over all unknowns in the quadratic model around a fit. With S, b, c the
 * reduced normal equations of theta and R those of the penalty, n the residuals, l the local unknowns and rho the rank of R:
 *
 * <pre>
 *   log evidence = -(n - l - P + rho)/2 log(misfit + weight roughness) + rho/2 log weight - log det(S + weight R)/2
 * </pre>
 *
 * where sigma^2 is the one that makes it largest; with sigma known the first term is -(misfit + weight roughness)/(2 sigma^2).
 */
final class Evidence {
    private static final double DECADES = 12; // to either side of where penalty and data weigh equally
    private static final double STEP = 0.25;
    private static final double AS_GOOD = 0.1; // of a logarithm of evidence

    private final NormalEquations data;
    private final NormalEquations penalty;
    private final double freedom; // n - l
    private final OptionalDouble sigma;
    private final int flat;
    private final double logPenalty;
    private final double balance; // the weight at which penalty and data weigh equally
    private final DMatrixRMaj s;

    /**
     * @param data reduced equations of theta
     * @param penalty equations of the roughness, weight 1
     * @param freedom residuals less local unknowns
     * @param sigma of the noise, where known
     * @param flat how many laws the penalty does not see
     * @param typicalSlope size of V', by order of magnitude
     */
    Evidence(
            NormalEquations data,
            NormalEquations penalty,
            double freedom,
            OptionalDouble sigma,
            int flat,
            double typicalSlope) {
        this.data = data;
        this.penalty = penalty;
        this.freedom = freedom;
        this.sigma = sigma;
        this.flat = flat;
        balance = trace(data) / trace(penalty);
        s = data.symmetric();
        int size = data.size();
        var eigen = DecompositionFactory_DDRM.eig(size, false, true);
        eigen.decompose(penalty.symmetric());
        var values = new double[size];
        for (int p = 0; p < size; p++) {
            values[p] = eigen.getEigenvalue(p).getReal();
        }
        Arrays.sort(values);
        double sum = 0.0;
        for (int p = flat; p < size; p++) {
            sum += StrictMath.log(values[p]);
        }
        logPenalty = 0.5 * sum - 0.5 * flat * StrictMath.log(100.0 * typicalSlope * typicalSlope * size);
    }

    /** What a weight means. */
    static final class Level {
        final double weight;
        /** The weight where it is 1 if penalty and data weigh equally. */
        final double share;
        /** Log evidence, up to a constant that is the same for every weight and form. */
        final double log;
        /** How many parameters the data determine rather than the penalty. */
        final double effective;
        /** Standard deviation of the residuals. */
        final double sigma;
        /** From theta to where the quadratic model is least. */
        final double[] step;

        Level(double weight, double share, double log, double effective, double sigma, double[] step) {
            this.weight = weight;
            this.share = share;
            this.log = log;
            this.effective = effective;
            this.sigma = sigma;
            this.step = step;
        }

        /** All of it after one more number. */
        double[] numbers(double first) {
            var numbers = new double[6 + step.length];
            System.arraycopy(new double[] {first, weight, share, log, effective, sigma}, 0, numbers, 0, 6);
            System.arraycopy(step, 0, numbers, 6, step.length);
            return numbers;
        }

        /** From {@link #numbers}. */
        static Level of(double[] numbers) {
            return new Level(
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    numbers[5],
                    Arrays.copyOfRange(numbers, 6, numbers.length));
        }
    }

    /** A weight given as a share of where penalty and data weigh equally; null where it does not make S + weight R positive definite. */
    @Nullable
    Level share(double share) {
        return at(share * balance);
    }

    /** The weight of the largest evidence; null where no weight makes S + weight R positive definite. */
    @Nullable
    Level best() {
        Fit best = null;
        double at = -DECADES;
        for (double d = -DECADES; d <= DECADES; d += STEP) {
            var fit = fit(balance * power(d));
            if (fit != null && (best == null || fit.log > best.log)) {
                best = fit;
                at = d;
            }
        }
        if (best == null) {
            return null;
        }
        // the smallest weight that is as good: beyond, the penalty is obeyed and only the rounding grows
        double least = best.log - AS_GOOD;
        double low = at - STEP;
        for (var fit = fit(balance * power(low)); fit != null && fit.log >= least; low -= STEP) {
            best = fit;
            fit = fit(balance * power(low - STEP));
        }
        return best.level();
    }

    double balance() {
        return balance;
    }

    private static double power(double decades) {
        return StrictMath.pow(10.0, decades);
    }

    private static double trace(NormalEquations equations) {
        double sum = Double.MIN_NORMAL;
        for (int p = 0; p < equations.size(); p++) {
            sum += equations.at(p, p);
        }
        return sum;
    }

    /** Null where S + weight R is not positive definite, or not finite. */
    @Nullable
    Level at(double weight) {
        var fit = fit(weight);
        return fit == null ? null : fit.level();
    }

    private @Nullable Fit fit(double weight) {
        int size = data.size();
        var matrix = new DMatrixRMaj(size, size);
        var right = new DMatrixRMaj(size, 1);
        for (int j = 0; j < size; j++) {
            for (int k = j; k < size; k++) {
                double value = s.get(j, k) + weight * penalty.at(j, k);
                matrix.set(j, k, value);
                matrix.set(k, j, value);
            }
            right.set(j, 0, -data.gradient(j) - weight * penalty.gradient(j));
        }
        var solver = LinearSolverFactory_DDRM.chol(size);
        if (!solver.setA(matrix)) {
            return null;
        }
        var fit = new Fit(weight, solver, right);
        return Double.isFinite(fit.log) ? fit : null;
    }

    /** The quadratic model at its least under a weight. */
    private final class Fit {
        private final double weight;
        private final double log;
        private final LinearSolverDense<DMatrixRMaj> solver; // of S + weight R
        private final DMatrixRMaj delta;
        private final double misfit;

        Fit(double weight, LinearSolverDense<DMatrixRMaj> solver, DMatrixRMaj right) {
            this.weight = weight;
            this.solver = solver;
            int size = data.size();
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky = solver.getDecomposition();
            var factor = cholesky.getT(null);
            double logDeterminant = 0.0;
            for (int p = 0; p < size; p++) {
                logDeterminant += 2.0 * StrictMath.log(factor.get(p, p));
            }
            delta = new DMatrixRMaj(size, 1);
            solver.solve(right, delta);
            misfit = Math.max(quadratic(data, delta), 1e-16 * data.sumOfSquares());
            double objective = misfit + weight * Math.max(0.0, quadratic(penalty, delta));
            double rank = size - flat;
            double known = sigma.orElse(0.0);
            double fit = sigma.isPresent()
                    ? objective / (2.0 * known * known)
                    : 0.5 * (freedom - flat) * StrictMath.log(objective);
            log = -fit + 0.5 * rank * StrictMath.log(weight) - 0.5 * logDeterminant + logPenalty;
        }

        Level level() {
            int size = data.size();
            var influence = new DMatrixRMaj(size, size);
            solver.solve(s.copy(), influence);
            double effective = 0.0;
            for (int p = 0; p < size; p++) {
                effective += influence.get(p, p);
            }
            double variance = misfit / Math.max(1.0, freedom - effective);
            return new Level(
                    weight,
                    weight / balance,
                    log,
                    effective,
                    Math.sqrt(variance),
                    delta.getData().clone());
        }
    }

    /** Sum of squares at theta + delta. */
    private static double quadratic(NormalEquations equations, DMatrixRMaj delta) {
        double sum = equations.sumOfSquares();
        int size = equations.size();
        for (int j = 0; j < size; j++) {
            double row = 2.0 * equations.gradient(j) + equations.at(j, j) * delta.get(j, 0);
            for (int k = j + 1; k < size; k++) {
                row += 2.0 * equations.at(j, k) * delta.get(k, 0);
            }
            sum += row * delta.get(j, 0);
        }
        return sum;
    }
}
