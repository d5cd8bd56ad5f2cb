package org.mclnn.diagnostics;

import org.mclnn.dynamics.Trajectory;

/**
 * Sum of m r x v about the centre of mass in a frame; NaN where a particle is missing.
 *
 * @param size sum of m |r| |v|
 * @param noise variance of the components together, for positions whose noise has variance 1
 */
record AngularMomentum(double x, double y, double z, double size, double noise) {
    /** @param lag frames to either side from which velocities are taken, where they are not those of the file */
    static AngularMomentum at(
            Trajectory file, Stretches run, double[] masses, int stretch, int frame, int lag, boolean fromFile) {
        var q = run.at(stretch, frame);
        var before = run.at(stretch, frame - lag);
        var after = run.at(stretch, frame + lag);
        var stencil = Stencil.around(run, stretch, frame, lag);
        var v = fromFile ? file.velocities(run.number(stretch, frame)) : new double[q.length];
        for (int c = 0; !fromFile && c < v.length; c++) {
            v[c] = stencil.velocity(before[c], after[c]);
        }
        double velocityNoise = fromFile ? 0.0 : stencil.velocityNoise();
        var r0 = mean(q, masses);
        var v0 = mean(v, masses);
        var sum = new double[3];
        double size = 0.0;
        double noise = 0.0;
        for (int i = 0; i < masses.length; i++) {
            double[] r = minus(q, 3 * i, r0);
            double[] u = minus(v, 3 * i, v0);
            for (int axis = 0; axis < 3; axis++) {
                int a = (axis + 1) % 3;
                int b = (axis + 2) % 3;
                sum[axis] += masses[i] * (r[a] * u[b] - r[b] * u[a]);
            }
            double rr = r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
            double uu = u[0] * u[0] + u[1] * u[1] + u[2] * u[2];
            size += masses[i] * Math.sqrt(rr * uu);
            noise += masses[i] * masses[i] * 2.0 * (rr * velocityNoise + uu); // each component sees two of three axes
        }
        return new AngularMomentum(sum[0], sum[1], sum[2], size, noise);
    }

    private static double[] mean(double[] vectors, double[] masses) {
        var mean = new double[3];
        double mass = 0.0;
        for (int i = 0; i < masses.length; i++) {
            mass += masses[i];
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += masses[i] * vectors[3 * i + axis];
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            mean[axis] /= mass;
        }
        return mean;
    }

    private static double[] minus(double[] vectors, int at, double[] origin) {
        return new double[] {vectors[at] - origin[0], vectors[at + 1] - origin[1], vectors[at + 2] - origin[2]};
    }
}
