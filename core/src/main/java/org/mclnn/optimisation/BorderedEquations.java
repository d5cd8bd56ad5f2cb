package org.mclnn.optimisation;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Normal equations of common unknowns theta and of local ones, a block of them per window, of which no two meet in a residual:
 *
 * <pre>
 *   [ H   C_1^T  C_2^T ... ] [theta]
 *   [ C_1  U_1             ] [s_1  ]
 *   [ C_2         U_2      ] [s_2  ]
 * </pre>
 *
 * The local ones are eliminated window by window (Schur complement H - sum of C^T U^-1 C, as bundle adjustment does: Triggs et al., LNCS
 * 1883:298, 2000), so that the system solved is as small as theta.
 */
public final class BorderedEquations implements Linearisation {
    private static final double LEAST_COSINE = 1e-14;

    private final int common;
    private final int local;
    private final NormalEquations head; // H, its gradient, all residuals
    private final double[][][] cross; // [window][local][common]
    private final double[][][] block; // [window][local][local], upper triangle
    private final double[][] gradients; // [window][local]
    private final Chunks chunks;
    private final Workers workers;
    private final Eliminated[] eliminated; // of one window each
    private final NormalEquations[] parts; // of one chunk each

    public BorderedEquations(int common, int local, int windows, Workers workers) {
        this.common = common;
        this.local = local;
        this.workers = workers;
        head = new NormalEquations(common);
        cross = new double[windows][local][common];
        block = new double[windows][local][local];
        gradients = new double[windows][local];
        chunks = new Chunks(windows);
        eliminated = new Eliminated[windows];
        parts = new NormalEquations[chunks.count()];
        for (int c = 0; c < parts.length; c++) {
            parts[c] = new NormalEquations(common);
        }
        for (int w = 0; w < windows; w++) {
            eliminated[w] = new Eliminated();
        }
    }

    /** H, the gradient of theta and the sum of squares: to be filled beside the windows. */
    public NormalEquations head() {
        return head;
    }

    /** Takes over the local part of the equations of one window, whose unknowns are theta and then its own. */
    public void window(int window, NormalEquations equations) {
        for (int a = 0; a < local; a++) {
            for (int p = 0; p < common; p++) {
                cross[window][a][p] = equations.at(p, common + a);
            }
            for (int b = a; b < local; b++) {
                block[window][a][b] = equations.at(common + a, common + b);
            }
            gradients[window][a] = equations.gradient(common + a);
        }
    }

    @Override
    public double sumOfSquares() {
        return head.sumOfSquares();
    }

    @Override
    public boolean gradientVanishes() {
        double least = LEAST_COSINE * LEAST_COSINE * sumOfSquares();
        for (int w = 0; w < block.length; w++) {
            for (int a = 0; a < local; a++) {
                if (gradients[w][a] * gradients[w][a] > least * block[w][a][a]) {
                    return false;
                }
            }
        }
        return head.gradientVanishes();
    }

    @Override
    public double step(double mu, double[] sizes, double[] step) {
        var scale = head.scales(sizes);
        var reduced = reduce(mu, scale);
        if (reduced == null) {
            return -1.0;
        }
        var theta = new double[common];
        if (!reduced.solve(mu, theta)) {
            return -1.0;
        }
        double fall = 0.0;
        for (int p = 0; p < common; p++) {
            step[p] = theta[p] * scale[p];
            fall += theta[p] * (mu * theta[p] - head.gradient(p) * scale[p]);
        }
        for (int w = 0; w < block.length; w++) {
            fall += eliminated[w].back(theta, mu, gradients[w], step, common + w * local);
        }
        return fall;
    }

    /**
     * The equations of theta alone, in the given scales: S = H - sum of C^T (U + mu D)^-1 C, its gradient, and the sum of squares that is
     * left when the local unknowns follow; null where a window's block is not positive definite.
     */
    @Nullable
    public NormalEquations reduce(double mu, double[] scale) {
        var failed = new boolean[chunks.count()];
        workers.run(chunks.count(), c -> {
            parts[c].clear();
            for (int w = chunks.first(c); w < chunks.first(c + 1) && !failed[c]; w++) {
                failed[c] = !eliminated[w].eliminate(block[w], cross[w], gradients[w], scale, mu);
                if (!failed[c]) {
                    parts[c].add(eliminated[w].rows, eliminated[w].residuals, local);
                }
            }
        });
        for (boolean f : failed) {
            if (f) {
                return null;
            }
        }
        var reduced = head.scaled(scale);
        for (var part : parts) {
            reduced.subtract(part);
        }
        return reduced;
    }

    /** The same undamped and without scales. */
    @Nullable
    public NormalEquations reduce() {
        var ones = new double[common];
        Arrays.fill(ones, 1.0);
        return reduce(0.0, ones);
    }

    /** One window's block U + mu D = L L^T, with Y = L^-1 C and z = L^-1 g, in units where U's diagonal is 1. */
    private final class Eliminated {
        private final double[] unit = new double[local];
        private final DMatrixRMaj lower = new DMatrixRMaj(local, local);
        private final double[][] rows = new double[local][common];
        private final double[] residuals = new double[local];

        boolean eliminate(double[][] u, double[][] c, double[] g, double[] scale, double mu) {
            for (int a = 0; a < local; a++) {
                unit[a] = 1.0 / Math.sqrt(Math.max(u[a][a], Double.MIN_NORMAL));
            }
            lower.reshape(local, local);
            for (int a = 0; a < local; a++) {
                for (int b = a; b < local; b++) {
                    double value = u[a][b] * unit[a] * unit[b];
                    lower.unsafe_set(a, b, value);
                    lower.unsafe_set(b, a, value);
                }
                lower.unsafe_set(a, a, lower.unsafe_get(a, a) + mu);
            }
            if (!DecompositionFactory_DDRM.chol(local, true).decompose(lower)) {
                return false;
            }
            for (int a = 0; a < local; a++) {
                var row = rows[a];
                for (int p = 0; p < common; p++) {
                    row[p] = c[a][p] * unit[a] * scale[p];
                }
                double z = g[a] * unit[a];
                for (int b = 0; b < a; b++) {
                    double l = lower.unsafe_get(a, b);
                    subtract(l, rows[b], row);
                    z -= l * residuals[b];
                }
                double inverse = 1.0 / lower.unsafe_get(a, a);
                for (int p = 0; p < common; p++) {
                    row[p] *= inverse;
                }
                residuals[a] = z * inverse;
            }
            return true;
        }

        private void subtract(double factor, double[] from, double[] row) {
            for (int p = 0; p < common; p++) {
                row[p] -= factor * from[p];
            }
        }

        /** Writes the local step, L^T s = -(z + Y theta); returns its share of the fall. */
        double back(double[] theta, double mu, double[] g, double[] step, int at) {
            var s = new double[local];
            double fall = 0.0;
            for (int a = local - 1; a >= 0; a--) {
                double x = -residuals[a];
                for (int p = 0; p < common; p++) {
                    x -= rows[a][p] * theta[p];
                }
                for (int b = a + 1; b < local; b++) {
                    x -= lower.unsafe_get(b, a) * s[b];
                }
                s[a] = x / lower.unsafe_get(a, a);
                step[at + a] = s[a] * unit[a];
                fall += s[a] * (mu * s[a] - g[a] * unit[a]);
            }
            return fall;
        }
    }
}
