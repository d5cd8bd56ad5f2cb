package org.mclnn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * How much white noise the fitted start of a window takes away. With J the derivatives of its compared coordinates with respect to the
 * start, H = J (J^T J)^-1 J^T projects onto what a change of the start can do, and noise of variance sigma^2 leaves residuals with
 * E[e_a e_b] = sigma^2 (delta_ab - H_ab). Here are sums of H over windows.
 */
final class Leverage {
    private static final double MOST_WORK = 3e9; // multiplications, some seconds

    final double[] byLag; // [k]: over pairs of residuals of one coordinate k frames apart
    final double[] byFrame; // of the diagonal
    final double[] byParticle; // of the diagonal

    Leverage(int frames, int particles) {
        byLag = new double[frames];
        byFrame = new double[frames];
        byParticle = new double[particles];
    }

    /** One compared coordinate and its derivatives with respect to the start. */
    static final class Row {
        private final int frame;
        private final int coordinate;
        private final double[] gradient;

        Row(int frame, int coordinate, double[] gradient) {
            this.frame = frame;
            this.coordinate = coordinate;
            this.gradient = gradient.clone();
        }
    }

    /** For how many of some windows the work is bearable. */
    static int affordable(Windows windows) {
        double rows = (double) windows.comparedCoordinates() / windows.count();
        double work = rows * windows.unknowns() * windows.unknowns();
        return (int) Math.min(windows.count(), MOST_WORK / Math.max(1.0, work));
    }

    /**
     * Adds a window.
     *
     * @param rows frame by frame
     * @param unknowns of the start
     * @return false where they do not determine the start: nothing is added then
     */
    boolean add(List<Row> rows, int unknowns) {
        var lower = new DMatrixRMaj(unknowns, unknowns);
        var unit = new double[unknowns];
        for (var row : rows) {
            for (int a = 0; a < unknowns; a++) {
                unit[a] += row.gradient[a] * row.gradient[a];
            }
        }
        for (int a = 0; a < unknowns; a++) {
            unit[a] = 1.0 / Math.sqrt(Math.max(unit[a], Double.MIN_NORMAL));
        }
        for (var row : rows) {
            for (int a = 0; a < unknowns; a++) {
                for (int b = 0; b <= a; b++) {
                    lower.add(a, b, row.gradient[a] * unit[a] * row.gradient[b] * unit[b]);
                }
            }
        }
        for (int a = 0; a < unknowns; a++) {
            for (int b = 0; b < a; b++) {
                lower.set(b, a, lower.get(a, b));
            }
        }
        if (!DecompositionFactory_DDRM.chol(unknowns, true).decompose(lower)) {
            return false;
        }
        var byCoordinate = new TreeMap<Integer, List<Row>>();
        for (var row : rows) {
            whiten(row.gradient, lower, unit);
            byCoordinate.computeIfAbsent(row.coordinate, c -> new ArrayList<>()).add(row);
        }
        byCoordinate.values().forEach(this::addCoordinate);
        return true;
    }

    /** g becomes y = L^-1 (g / scale), so that H_ab = y_a . y_b. */
    private static void whiten(double[] g, DMatrixRMaj lower, double[] unit) {
        for (int a = 0; a < unit.length; a++) {
            double y = g[a] * unit[a];
            for (int b = 0; b < a; b++) {
                y -= lower.unsafe_get(a, b) * g[b];
            }
            g[a] = y / lower.unsafe_get(a, a);
        }
    }

    private void addCoordinate(List<Row> rows) {
        for (int j = 0; j < rows.size(); j++) {
            var a = rows.get(j);
            double own = dot(a.gradient, a.gradient);
            byFrame[a.frame] += own;
            byParticle[a.coordinate / 3] += own;
            byLag[0] += own;
            for (int k = j + 1; k < rows.size(); k++) {
                var b = rows.get(k);
                byLag[b.frame - a.frame] += dot(a.gradient, b.gradient);
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Adds another sum, times a factor. */
    void add(Leverage other, double times) {
        add(other.byLag, times, byLag);
        add(other.byFrame, times, byFrame);
        add(other.byParticle, times, byParticle);
    }

    private static void add(double[] from, double times, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += times * from[k];
        }
    }
}
