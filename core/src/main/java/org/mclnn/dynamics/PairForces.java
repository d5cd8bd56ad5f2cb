package org.mclnn.dynamics;

import java.util.Arrays;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.PairKernel;
import org.mclnn.potential.TabulatedKernel;

/**
 * Accelerations a_i = F_i / m_i under a law, F_i = sum over j of s d with d = q_i - q_j and s = -V'(r)/r; below them their pullback and
 * their tangent. Every pair acts on both partners with opposite sign, so momentum is conserved to rounding. One per thread.
 */
public final class PairForces {
    /** Most distances that a law sees at once: its scratch memory stays in the cache, however many pairs there are. */
    static final int BLOCK = 128;

    private final Pairs pairs;
    private final TabulatedForces tabulated;
    private final double[] inverseMass; // one per coordinate
    private double[] slope = new double[0];
    private double[] curvature = new double[0];
    private double[] coefficient = new double[0];
    private final double[] blockR = new double[BLOCK];
    private final double[] blockC = new double[BLOCK];
    private final double[] blockSlope = new double[BLOCK];
    private final double[] blockCurvature = new double[BLOCK];
    private double[] along = new double[0];

    /**
     * @param replicas the most there will be
     * @param masses N masses of one replica, used for each
     */
    public PairForces(int replicas, double[] masses, Box box, double cutoff) {
        pairs = new Pairs(replicas, masses.length, box, cutoff);
        tabulated = new TabulatedForces(pairs, box);
        inverseMass = new double[3 * masses.length * replicas];
        for (int k = 0; k < inverseMass.length; k++) {
            inverseMass[k] = 1.0 / masses[k / 3 % masses.length];
        }
    }

    private void reserve(int n) {
        if (slope.length < n) {
            slope = new double[n];
            curvature = new double[n];
            coefficient = new double[n];
            along = new double[n];
        }
    }

    private void slopes(PairKernel law, int n) {
        if (n <= BLOCK) {
            law.slopes(pairs.r, n, slope);
            return;
        }
        for (int at = 0; at < n; at += BLOCK) {
            int m = Math.min(BLOCK, n - at);
            System.arraycopy(pairs.r, at, blockR, 0, m);
            law.slopes(blockR, m, blockSlope);
            System.arraycopy(blockSlope, 0, slope, at, m);
        }
    }

    private void pullback(FormKernel law, int n, double[] dTheta) {
        if (n <= BLOCK) {
            law.pullback(pairs.r, n, coefficient, slope, curvature, dTheta);
            return;
        }
        for (int at = 0; at < n; at += BLOCK) {
            int m = Math.min(BLOCK, n - at);
            System.arraycopy(pairs.r, at, blockR, 0, m);
            System.arraycopy(coefficient, at, blockC, 0, m);
            law.pullback(blockR, m, blockC, blockSlope, blockCurvature, dTheta);
            System.arraycopy(blockSlope, 0, slope, at, m);
            System.arraycopy(blockCurvature, 0, curvature, at, m);
        }
    }

    /** V(q), summed over pairs in order. */
    public double potentialEnergy(PairKernel law, double[] q) {
        pairs.update(q);
        double sum = 0.0;
        for (int at = 0; at < pairs.count(); at += BLOCK) {
            int m = Math.min(BLOCK, pairs.count() - at);
            System.arraycopy(pairs.r, at, blockR, 0, m);
            law.energies(blockR, m, blockSlope);
            for (int k = 0; k < m; k++) {
                sum += blockSlope[k];
            }
        }
        return sum;
    }

    /** Writes the accelerations at q. */
    public void accelerations(PairKernel law, double[] q, double[] a) {
        Arrays.fill(a, 0.0);
        if (law instanceof TabulatedKernel table) {
            tabulated.add(table, q, a); // leaves the pairs that the table does not hold
        } else {
            pairs.update(q);
        }
        int n = pairs.count();
        reserve(n);
        slopes(law, n);
        for (int k = 0; k < n; k++) {
            double s = -slope[k] / pairs.r[k];
            double fx = s * pairs.dx[k];
            double fy = s * pairs.dy[k];
            double fz = s * pairs.dz[k];
            int i = pairs.i[k];
            int j = pairs.j[k];
            a[i] += fx;
            a[i + 1] += fy;
            a[i + 2] += fz;
            a[j] -= fx;
            a[j + 1] -= fy;
            a[j + 2] -= fz;
        }
        for (int k = 0; k < a.length; k++) {
            a[k] *= inverseMass[k];
        }
    }

    /**
     * Pullback of {@link #accelerations}. With w = aBar_i/m_i - aBar_j/m_j: the law gets coefficient -(w.d)/r, and qBar_i gains
     * s w + (w.d) (ds/dr)/r d, qBar_j loses it; ds/dr = (V'/r - V'')/r.
     *
     * @param aBar adjoint of the accelerations
     * @param qBar adjoint of the positions, added to
     * @param dTheta adjoint of the parameters, added to
     */
    public void pullback(FormKernel law, double[] q, double[] aBar, double[] qBar, double[] dTheta) {
        pairs.update(q);
        int n = pairs.count();
        reserve(n);
        for (int k = 0; k < n; k++) {
            along[k] = along(k, aBar);
            coefficient[k] = -along[k] / pairs.r[k];
        }
        pullback(law, n, dTheta);
        for (int k = 0; k < n; k++) {
            double r = pairs.r[k];
            double stiffness = slope[k] / r;
            double s = -stiffness;
            double t = along[k] * (stiffness - curvature[k]) / (r * r);
            int i = pairs.i[k];
            int j = pairs.j[k];
            double gx = s * difference(aBar, i, j) + t * pairs.dx[k];
            double gy = s * difference(aBar, i + 1, j + 1) + t * pairs.dy[k];
            double gz = s * difference(aBar, i + 2, j + 2) + t * pairs.dz[k];
            qBar[i] += gx;
            qBar[i + 1] += gy;
            qBar[i + 2] += gz;
            qBar[j] -= gx;
            qBar[j + 1] -= gy;
            qBar[j + 2] -= gz;
        }
    }

    private double difference(double[] aBar, int i, int j) {
        return aBar[i] * inverseMass[i] - aBar[j] * inverseMass[j];
    }

    /** w.d of pair k. */
    private double along(int k, double[] aBar) {
        int i = pairs.i[k];
        int j = pairs.j[k];
        return difference(aBar, i, j) * pairs.dx[k]
                + difference(aBar, i + 1, j + 1) * pairs.dy[k]
                + difference(aBar, i + 2, j + 2) * pairs.dz[k];
    }

    /**
     * Tangent of {@link #accelerations} at one configuration whose pairs and law are given: for each column with delta = dq_i - dq_j,
     * dF = w d + s delta, w = (ds/dr)/r (d.delta) - (dV'/d(column))/r.
     *
     * @param at index of these pairs' first entry in slopes and curvatures
     * @param rows dV'/d(column), {@link Tangent#columns} apart, 0 where V' does not depend on it
     * @param of positions' derivatives are read, accelerations' written
     */
    public void tangent(Pairs found, double[] slopes, double[] curvatures, double[] rows, int at, Tangent of) {
        for (var row : of.dA) {
            Arrays.fill(row, 0.0);
        }
        for (int k = 0; k < found.count(); k++) {
            double r = found.r[k];
            double s = -slopes[at + k] / r;
            double t = (slopes[at + k] / r - curvatures[at + k]) / (r * r);
            of.kernel.pairTangent(
                    of.axes,
                    found.dx[k],
                    found.dy[k],
                    found.dz[k],
                    s,
                    t,
                    -1.0 / r,
                    rows,
                    (at + k) * of.columns,
                    of.dQ,
                    of.dA,
                    found.i[k] / 3 * of.axes,
                    found.j[k] / 3 * of.axes);
        }
        for (int c = 0; c < of.dA.length; c++) {
            double factor = inverseMass[3 * (c / of.axes)];
            if (factor != 1.0) {
                scale(factor, of.dA[c]);
            }
        }
    }

    private static void scale(double factor, double[] out) {
        for (int p = 0; p < out.length; p++) {
            out[p] *= factor;
        }
    }
}
