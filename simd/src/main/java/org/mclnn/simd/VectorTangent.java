package org.mclnn.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The step of the sensitivities, lanes along the columns; every array is that of one coordinate of one particle. */
final class VectorTangent {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    private VectorTangent() {}

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    static void planar(
            double x,
            double y,
            double s,
            double t,
            double u,
            double[] rows,
            int row,
            double[] qix,
            double[] qiy,
            double[] qjx,
            double[] qjy,
            double[] fix,
            double[] fiy,
            double[] fjx,
            double[] fjy) {
        for (int p = 0; p < fix.length; p += LANES) {
            var ex = load(qix, p).sub(load(qjx, p));
            var ey = load(qiy, p).sub(load(qjy, p));
            var w = ex.mul(x).add(ey.mul(y)).mul(t).add(load(rows, row + p).mul(u));
            var fx = w.mul(x).add(ex.mul(s));
            var fy = w.mul(y).add(ey.mul(s));
            load(fix, p).add(fx).intoArray(fix, p);
            load(fiy, p).add(fy).intoArray(fiy, p);
            load(fjx, p).sub(fx).intoArray(fjx, p);
            load(fjy, p).sub(fy).intoArray(fjy, p);
        }
    }

    static void spatial(
            double x,
            double y,
            double z,
            double s,
            double t,
            double u,
            double[] rows,
            int row,
            double[] qix,
            double[] qiy,
            double[] qiz,
            double[] qjx,
            double[] qjy,
            double[] qjz,
            double[] fix,
            double[] fiy,
            double[] fiz,
            double[] fjx,
            double[] fjy,
            double[] fjz) {
        for (int p = 0; p < fix.length; p += LANES) {
            var ex = load(qix, p).sub(load(qjx, p));
            var ey = load(qiy, p).sub(load(qjy, p));
            var ez = load(qiz, p).sub(load(qjz, p));
            var along = ex.mul(x).add(ey.mul(y)).add(ez.mul(z));
            var w = along.mul(t).add(load(rows, row + p).mul(u));
            var fx = w.mul(x).add(ex.mul(s));
            var fy = w.mul(y).add(ey.mul(s));
            var fz = w.mul(z).add(ez.mul(s));
            load(fix, p).add(fx).intoArray(fix, p);
            load(fiy, p).add(fy).intoArray(fiy, p);
            load(fiz, p).add(fz).intoArray(fiz, p);
            load(fjx, p).sub(fx).intoArray(fjx, p);
            load(fjy, p).sub(fy).intoArray(fjy, p);
            load(fjz, p).sub(fz).intoArray(fjz, p);
        }
    }

    static void kickDrift(double last, double next, double dt, double[] dQ, double[] dV, double[] dA) {
        for (int k = 0; k < dQ.length; k += LANES) {
            var a = load(dA, k);
            var v = load(dV, k).add(a.mul(last)).add(a.mul(next));
            v.intoArray(dV, k);
            load(dQ, k).add(v.mul(dt)).intoArray(dQ, k);
        }
    }
}
