package org.mclnn.optimisation;

/** Adam (Kingma and Ba 2015; paper A.6): beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 added after the root. */
public final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] first;
    private final double[] second;
    private double power1 = 1.0; // beta1^t
    private double power2 = 1.0;

    public Adam(double rate, int size) {
        this.rate = rate;
        first = new double[size];
        second = new double[size];
    }

    /** Moves theta against its gradient. */
    public void step(double[] theta, double[] gradient) {
        power1 *= BETA1;
        power2 *= BETA2;
        for (int p = 0; p < theta.length; p++) {
            double g = gradient[p];
            first[p] = BETA1 * first[p] + (1.0 - BETA1) * g;
            second[p] = BETA2 * second[p] + (1.0 - BETA2) * g * g;
            double m = first[p] / (1.0 - power1);
            double s = second[p] / (1.0 - power2);
            theta[p] -= rate * m / (Math.sqrt(s) + EPSILON);
        }
    }

    /** Powers of the betas, then both moments. */
    public double[] state() {
        int size = first.length;
        var state = new double[2 + 2 * size];
        state[0] = power1;
        state[1] = power2;
        System.arraycopy(first, 0, state, 2, size);
        System.arraycopy(second, 0, state, 2 + size, size);
        return state;
    }

    /** Goes on from {@link #state}. */
    public void restore(double[] state) {
        int size = first.length;
        Stepwise.checkLength(state, 2 + 2 * size);
        power1 = state[0];
        power2 = state[1];
        System.arraycopy(state, 2, first, 0, size);
        System.arraycopy(state, 2 + size, second, 0, size);
    }
}
