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
            coefficient[k] = -along(k, aBar) / pairs.r[k];
        }
        pullback(law, n, dTheta);
        for (int k = 0; k < n; k++) {
            double r = pairs.r[k];
            double s = -slope[k] / r;
            double t = along(k, aBar) * (slope[k] / r - curvature[k]) / (r * r);
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
     * Tangent of {@link #accelerations} at one configuration whose pairs and law are given: for each column p with delta = dq_i - dq_j,
     * dF = wp d + s delta, wp = (ds/dr)/r (d.delta) - (dV'/dtheta_p)/r.
     *
     * @param rows dV'/dtheta of each pair
     * @param parameters length of a row; the law does not depend on the columns beyond
     * @param at index of these pairs' first entry in slopes and curvatures; their rows begin at {@code at * parameters}
     * @param dQ derivatives of the positions, [coordinate][column]
     * @param dA derivatives of the accelerations, same shape, written
     */
    public void tangent(
            Pairs found,
            double[] slopes,
            double[] curvatures,
            double[] rows,
            int parameters,
            int at,
            double[][] dQ,
            double[][] dA) {
        for (var column : dA) {
            Arrays.fill(column, 0.0);
        }
        int columns = dQ[0].length;
        for (int k = 0; k < found.count(); k++) {
            double r = found.r[k];
            double s = -slopes[at + k] / r;
            double t = (slopes[at + k] / r - curvatures[at + k]) / (r * r);
            int i = found.i[k];
            int j = found.j[k];
            System.arraycopy(rows, (at + k) * parameters, row(columns), 0, parameters);
            pairTangent(
                    columns,
                    found.dx[k],
                    found.dy[k],
                    found.dz[k],
                    s,
                    t,
                    -1.0 / r,
                    rowScratch,
                    dQ[i],
                    dQ[i + 1],
                    dQ[i + 2],
                    dQ[j],
                    dQ[j + 1],
                    dQ[j + 2],
                    dA[i],
                    dA[i + 1],
                    dA[i + 2],
                    dA[j],
                    dA[j + 1],
                    dA[j + 2]);
        }
        for (int c = 0; c < dA.length; c++) {
            scale(columns, inverseMass[c], dA[c]);
        }
    }

    private double[] rowScratch = new double[0];

    private double[] row(int columns) {
        if (rowScratch.length != columns) {
            rowScratch = new double[columns];
        }
        return rowScratch;
    }

    private static void pairTangent(
            int columns,
            double x,
            double y,
            double z,
            double s,
            double t,
            double u,
            double[] row,
            double[] qix,
            double[] qiy,
            double[] qiz,
            double[] qjx,
            double[] qjy,
            double[] qjz,
            double[] aix,
            double[] aiy,
            double[] aiz,
            double[] ajx,
            double[] ajy,
            double[] ajz) {
        for (int p = 0; p < columns; p++) {
            double ex = qix[p] - qjx[p];
            double ey = qiy[p] - qjy[p];
            double ez = qiz[p] - qjz[p];
            double w = t * (x * ex + y * ey + z * ez) + u * row[p];
            double fx = w * x + s * ex;
            double fy = w * y + s * ey;
            double fz = w * z + s * ez;
            aix[p] += fx;
            aiy[p] += fy;
            aiz[p] += fz;
            ajx[p] -= fx;
            ajy[p] -= fy;
            ajz[p] -= fz;
        }
    }

    private static void scale(int columns, double factor, double[] out) {
        for (int p = 0; p < columns; p++) {
            out[p] *= factor;
        }
    }
}
