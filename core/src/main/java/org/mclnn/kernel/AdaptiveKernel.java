package org.mclnn.kernel;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Starts with the scalar kernel and goes over to another once this process has computed for a while: vector code is slow until the JVM
 * has compiled it, so short jobs are done sooner without. Both give the same bits, so the moment does not matter. One per thread.
 */
final class AdaptiveKernel implements Kernel {
    /** Work after which it goes over, in nanoseconds of one processor, about; a training that ends within two seconds stays below. */
    private static final long ENOUGH = 3_000_000_000L;

    private static final long PORTION = 1_000_000; // work that is reported together
    private static final AtomicLong DONE = new AtomicLong();

    private final Kernel later;
    private final AtomicLong done;
    private final long enough;
    private Kernel now;
    private long unreported;

    AdaptiveKernel(Kernel first, Kernel later) {
        this(first, later, DONE, ENOUGH);
    }

    /** @param done work done by the process so far */
    AdaptiveKernel(Kernel first, Kernel later, AtomicLong done, long enough) {
        this.later = later;
        this.done = done;
        this.enough = enough;
        now = done.get() < enough ? first : later;
    }

    @Override
    public String name() {
        return now.name();
    }

    @Override
    public int lanes() {
        return now.lanes();
    }

    /** Counts work that is about to be done; returns who does it. */
    private Kernel after(long work) {
        if (now != later) {
            unreported += work;
            if (unreported > PORTION) {
                if (done.addAndGet(unreported) >= enough) {
                    now = later;
                }
                unreported = 0;
            }
        }
        return now;
    }

    @Override
    public NetworkLoops network(int[] widths) {
        return now == later ? later.network(widths) : new Network(widths.clone(), now.network(widths));
    }

    @Override
    public void fourCubics(double[] coefficients, int[] at, double[] x, int n, double[] value, double[] derivative) {
        after(8L * n).fourCubics(coefficients, at, x, n, value, derivative);
    }

    @Override
    public void pairTangent(
            int axes,
            double x,
            double y,
            double z,
            double s,
            double t,
            double u,
            double[] rows,
            int row,
            double[][] dQ,
            double[][] dF,
            int i,
            int j) {
        after((long) axes * dQ[i].length).pairTangent(axes, x, y, z, s, t, u, rows, row, dQ, dF, i, j);
    }

    @Override
    public void kickDrift(double last, double next, double dt, double[] dQ, double[] dV, double[] dA) {
        after(dQ.length / 4).kickDrift(last, next, dt, dQ, dV, dA);
    }

    @Override
    public void rankUpdate(double[][] rows, int count, double[][] matrix) {
        after((long) count * matrix.length * matrix.length / 8).rankUpdate(rows, count, matrix);
    }

    private final class Network implements NetworkLoops {
        private final int[] widths;
        private final double[] theta;
        private NetworkLoops loops;
        private boolean moved;

        Network(int[] widths, NetworkLoops loops) {
            this.widths = widths;
            this.loops = loops;
            theta = new double[new Layers(widths).size()];
        }

        private NetworkLoops after(long distances) {
            if (!moved && AdaptiveKernel.this.after(distances * theta.length) == later) {
                loops = later.network(widths);
                loops.parameters(theta);
                moved = true;
            }
            return loops;
        }

        @Override
        public void parameters(double[] values) {
            System.arraycopy(values, 0, theta, 0, theta.length);
            loops.parameters(values);
        }

        @Override
        public void energies(double[] r, int n, double[] energy) {
            after(n).energies(r, n, energy);
        }

        @Override
        public void slopes(double[] r, int n, double[] slope) {
            after(n).slopes(r, n, slope);
        }

        @Override
        public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
            after(4L * n).pullback(r, n, c, slope, curvature, dTheta);
        }

        @Override
        public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
            after(4L * n).rows(r, n, slope, curvature, rows, stride);
        }
    }
}
