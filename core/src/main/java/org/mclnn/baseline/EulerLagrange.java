package org.mclnn.baseline;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mclnn.dynamics.DivergedException;

/**
 * The Euler-Lagrange equation d/dt dL/dv = dL/dq (paper, Eq. 2) of any Lagrangian, solved for the accelerations (Eq. 3, A.3), with the
 * energy and the momenta that follow from L. Immutable.
 */
public final class EulerLagrange {
    private static final int SHOWN = 6; // numbers of a vector in a message

    private final Lagrangian lagrangian;

    public EulerLagrange(Lagrangian lagrangian) {
        this.lagrangian = lagrangian;
    }

    /** n. */
    public int coordinates() {
        return lagrangian.coordinates();
    }

    /**
     * a, length n, from (d2L/dv dv) a = dL/dq - (d2L/dv dq) v (paper, Eq. 3).
     *
     * @throws IllegalArgumentException if q or v have another length or hold anything but finite numbers
     * @throws DivergedException if L has no finite derivatives at (q, v), or its mass matrix d2L/dv dv is singular there to rounding
     */
    public double[] acceleration(double[] q, double[] v) {
        check(q, v);
        return solved(q, v);
    }

    /**
     * The energy H = v . dL/dv - L (theory, T42), which the motion keeps.
     *
     * @throws IllegalArgumentException as {@link #acceleration}
     * @throws DivergedException if it is not finite
     */
    public double energy(double[] q, double[] v) {
        check(q, v);
        var at = derivatives(q, v);
        double sum = 0.0;
        for (int k = 0; k < v.length; k++) {
            sum += v[k] * at.dV(k);
        }
        double energy = sum - at.value();
        if (!Double.isFinite(energy)) {
            throw MassMatrix.notFinite("the energy", energy).at("At " + shown(q, v));
        }
        return energy;
    }

    /**
     * The generalised momenta p = dL/dv (theory, T42), length n: p of a coordinate that L does not depend on stays as it is.
     *
     * @throws IllegalArgumentException as {@link #acceleration}
     * @throws DivergedException if one is not finite
     */
    public double[] momenta(double[] q, double[] v) {
        check(q, v);
        var at = derivatives(q, v);
        var p = new double[v.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = at.dV(k);
            if (!Double.isFinite(p[k])) {
                throw MassMatrix.notFinite("momentum " + k, p[k]).at("At " + shown(q, v));
            }
        }
        return p;
    }

    /** Refuses a point that is none: wrong lengths, infinite or not a number. */
    void check(double[] q, double[] v) {
        Lengths.check(coordinates(), q, v);
        for (int k = 0; k < q.length; k++) {
            number("coordinate", k, q[k]);
            number("velocity", k, v[k]);
        }
    }

    private static void number(String name, int k, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " " + k + " must be a finite number, was " + value);
        }
    }

    private LagrangianDerivatives derivatives(double[] q, double[] v) {
        var at = lagrangian.at(q, v);
        if (at.coordinates() != coordinates()) {
            throw new IllegalArgumentException("the Lagrangian has " + coordinates()
                    + " coordinates, but gave derivatives with respect to " + at.coordinates());
        }
        return at;
    }

    /** {@link #acceleration} at a point already checked, or reached by a step. */
    double[] solved(double[] q, double[] v) {
        var at = derivatives(q, v);
        int n = v.length;
        var right = new double[n];
        for (int j = 0; j < n; j++) {
            double gyroscopic = 0.0;
            for (int k = 0; k < n; k++) {
                gyroscopic += at.dVdQ(j, k) * v[k];
            }
            right[j] = at.dQ(j) - gyroscopic;
        }
        try {
            return MassMatrix.solve(at, right);
        } catch (DivergedException e) {
            throw e.at("Eq. 3 at " + shown(q, v));
        }
    }

    private static String shown(double[] q, double[] v) {
        return "q = " + shown(q) + ", v = " + shown(v);
    }

    private static String shown(double[] x) {
        return Arrays.stream(x).limit(SHOWN).mapToObj(String::valueOf).collect(Collectors.joining(", ", "(", ""))
                + (x.length > SHOWN ? ", ...)" : ")");
    }
}
