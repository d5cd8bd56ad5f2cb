package org.mclnn.kernel;

/** {@link Kernel#pairTangent} in two and in three dimensions; every array is that of one coordinate of one particle. */
final class ScalarTangent {
    private ScalarTangent() {}

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
        for (int p = 0; p < fix.length; p++) {
            double ex = qix[p] - qjx[p];
            double ey = qiy[p] - qjy[p];
            double w = t * (x * ex + y * ey) + u * rows[row + p];
            double fx = w * x + s * ex;
            double fy = w * y + s * ey;
            fix[p] += fx;
            fiy[p] += fy;
            fjx[p] -= fx;
            fjy[p] -= fy;
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
        for (int p = 0; p < fix.length; p++) {
            double ex = qix[p] - qjx[p];
            double ey = qiy[p] - qjy[p];
            double ez = qiz[p] - qjz[p];
            double w = t * (x * ex + y * ey + z * ez) + u * rows[row + p];
            double fx = w * x + s * ex;
            double fy = w * y + s * ey;
            double fz = w * z + s * ez;
            fix[p] += fx;
            fiy[p] += fy;
            fiz[p] += fz;
            fjx[p] -= fx;
            fjy[p] -= fy;
            fjz[p] -= fz;
        }
    }
}
