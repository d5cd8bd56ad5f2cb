package org.mclnn.baseline;

/** Some samples side by side, [coordinate][point], as loops like them. One per thread. */
final class SampleBlock {
    static final int POINTS = 64;

    final double[][] q;
    final double[][] v;
    final double[][] a;
    private final AccelerationSamples samples;
    private int count;

    /** @param moving whether velocities are looked at */
    SampleBlock(AccelerationSamples samples, boolean moving) {
        this.samples = samples;
        int n = samples.coordinates();
        q = new double[n][POINTS];
        v = new double[moving ? n : 0][POINTS];
        a = new double[n][POINTS];
    }

    /** Takes samples {@code which[first]} and following, as many as there is room for; fills up with the first of them. */
    void take(int[] which, int first) {
        count = Math.min(POINTS, which.length - first);
        take(samples.positions(), which, first, q);
        take(samples.accelerations(), which, first, a);
        if (v.length > 0) {
            take(samples.velocities(), which, first, v);
        }
    }

    private void take(double[][] from, int[] which, int first, double[][] to) {
        for (int c = 0; c < to.length; c++) {
            for (int k = 0; k < POINTS; k++) {
                to[c][k] = from[c][which[k < count ? first + k : first]];
            }
        }
    }

    /** How many samples were taken. */
    int count() {
        return count;
    }
}
