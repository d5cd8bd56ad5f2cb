package org.mclnn.training;

/** Velocities from positions of neighbouring frames, where a file has none. */
final class FiniteDifference {
    private static final int POINTS = 7;

    private FiniteDifference() {}

    /** First frame of the stencil around a frame: centred where the file allows, else shifted inside. */
    static int stencilStart(int frame, int frames) {
        int points = points(frames);
        return Math.max(0, Math.min(frames - points, frame - points / 2));
    }

    static int points(int frames) {
        return Math.min(POINTS, frames);
    }

    /**
     * Weights of the first derivative at {@code x} from values at 0, 1, ..., n - 1 (Fornberg, Math. Comp. 51:699, 1988); divide the sum by
     * the spacing.
     */
    static double[] weights(double x, int n) {
        var value = new double[n];
        var slope = new double[n];
        value[0] = 1.0;
        double c1 = 1.0;
        double previous = -x;
        for (int i = 1; i < n; i++) {
            double c2 = 1.0;
            double here = i - x;
            for (int j = 0; j < i; j++) {
                double c3 = i - j;
                c2 *= c3;
                if (j == i - 1) {
                    slope[i] = c1 * (value[i - 1] - previous * slope[i - 1]) / c2;
                    value[i] = -c1 * previous * value[i - 1] / c2;
                }
                slope[j] = (here * slope[j] - value[j]) / c3;
                value[j] = here * value[j] / c3;
            }
            c1 = c2;
            previous = here;
        }
        return slope;
    }
}
