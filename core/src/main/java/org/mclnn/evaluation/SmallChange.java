package org.mclnn.evaluation;

import java.util.SplittableRandom;
import org.mclnn.dynamics.AccelerationField;
import org.mclnn.dynamics.Pairs;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.VelocityVerlet;
import org.mclnn.potential.Normal;

/**
 * A motion and an infinitely small change of it, dq and dv, made as long as at first after each frame (theory, T62). The change goes by the
 * same kick, drift, kick as the motion; the force's derivative along dq is a difference, so that any law will do. A motion in the plane
 * z = 0 is changed within the plane.
 */
final class SmallChange {
    private static final double SHIFT =
            1e-5; // of the least distance: truncation near 1e-10, rounding near 1e-11, relative

    private final AccelerationField field;
    private final Pairs pairs;
    private final double timeUnit;
    private final double[] q;
    private final double[] v;
    private final double[] a;
    private final double[] dQ;
    private final double[] dV;
    private final double[] dA;
    private final double[] shifted;
    private final double[] behind;

    SmallChange(ParticleSystem system, State start, double interval, SplittableRandom random) {
        var law = system.potential().kernel();
        var forces = system.forces();
        field = (at, out) -> forces.accelerations(law, at, out);
        pairs = system.pairs();
        q = start.positions();
        v = start.velocities();
        a = new double[q.length];
        dQ = new double[q.length];
        dV = new double[q.length];
        dA = new double[q.length];
        shifted = new double[q.length];
        behind = new double[q.length];
        field.accelerations(q, a);
        timeUnit = timeUnit(interval);
        boolean planar = isPlanar();
        for (int k = 0; k < q.length; k++) {
            if (!planar || k % 3 != 2) {
                dQ[k] = Normal.next(random);
                dV[k] = Normal.next(random) / timeUnit;
            }
        }
        normalise();
        along(dQ, dA);
    }

    private boolean isPlanar() {
        for (int k = 2; k < q.length; k += 3) {
            if (q[k] != 0.0 || v[k] != 0.0) {
                return false;
            }
        }
        return true;
    }

    /** What makes velocities comparable with positions: the motion's own unit of time; where nothing moves, the interval of frames. */
    private double timeUnit(double interval) {
        int n = q.length / 3;
        double size = 0.0;
        double motion = 0.0;
        for (int axis = 0; axis < 3; axis++) {
            double centre = 0.0;
            double drift = 0.0;
            for (int k = axis; k < q.length; k += 3) {
                centre += q[k] / n;
                drift += v[k] / n;
            }
            for (int k = axis; k < q.length; k += 3) {
                double x = q[k] - centre;
                double u = v[k] - drift;
                size += x * x;
                motion += u * u + Math.abs(a[k] * x);
            }
        }
        return motion > 0.0 ? Math.sqrt(size / motion) : interval;
    }

    /** Goes on by one frame; returns ln of how many times longer the change has become. */
    double frame(Simulator simulator) {
        for (int s = 0; s < simulator.stride(); s++) {
            VelocityVerlet.step(simulator.dt(), field, q, v, a);
            VelocityVerlet.step(simulator.dt(), this::along, dQ, dV, dA);
        }
        return StrictMath.log(normalise());
    }

    /** The derivative of the accelerations at q along a direction. */
    private void along(double[] direction, double[] change) {
        double largest = 0.0;
        for (double x : direction) {
            largest = Math.max(largest, Math.abs(x));
        }
        double h = SHIFT * leastDistance() / largest;
        shift(-h, direction, behind);
        shift(h, direction, change);
        for (int k = 0; k < change.length; k++) {
            change[k] = (change[k] - behind[k]) / (2.0 * h);
        }
    }

    private void shift(double h, double[] direction, double[] accelerations) {
        for (int k = 0; k < q.length; k++) {
            shifted[k] = q[k] + h * direction[k];
        }
        field.accelerations(shifted, accelerations);
    }

    /** Where no pair is within the cut-off, a length of 1: nothing is accelerated. */
    private double leastDistance() {
        pairs.update(q);
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < pairs.count(); k++) {
            least = Math.min(least, pairs.distance(k));
        }
        return pairs.count() == 0 ? 1.0 : least;
    }

    /** Makes the change of length 1; returns what it was. */
    private double normalise() {
        double sum = 0.0;
        for (int k = 0; k < dQ.length; k++) {
            double u = timeUnit * dV[k];
            sum += dQ[k] * dQ[k] + u * u;
        }
        double length = Math.sqrt(sum);
        for (int k = 0; k < dQ.length; k++) {
            dQ[k] /= length;
            dV[k] /= length;
            dA[k] /= length;
        }
        return length;
    }
}
