package org.mclnn.optimisation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limited-memory BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5): the last {@value #HISTORY} steps and
 * changes of the gradient give the direction, {@link WolfeSearch} the length. Parameters are taken in their own sizes, so that units do
 * not matter; the first step goes to where the gradient says that the loss vanishes.
 */
public final class Lbfgs {
    /** A function of parameters with its gradient. */
    public interface Loss {
        /** Value at theta, infinite where theta leaves the domain; writes the gradient where the value is finite. */
        double gradient(double[] theta, double[] dTheta);
    }

    private static final int HISTORY = 20;
    private static final int PATIENCE = 50; // iterations over which progress is judged
    private static final double LEAST_GAIN = 0.02; // relative, over them
    private static final double FLAT = 1e-14; // relative fall where every parameter moves by its own size

    private final Loss loss;
    private final int size;
    private final double[] sizes;
    private final double[] theta;
    private final double[] gradient; // with respect to theta / sizes, as steps, changes and directions
    private double value = Double.NaN; // until the start is looked at
    private int iterations;
    private int kept; // pairs
    private final double[][] steps = new double[HISTORY][0]; // newest first
    private final double[][] changes = new double[HISTORY][0];
    private final double[] values = new double[PATIENCE]; // after iteration k at k % PATIENCE
    private final double[] direction;
    private final double[] trial;
    private final double[] trialGradient;

    /** @param sizes of the parameters, as {@link org.mclnn.potential.PotentialForm#sizes} */
    public Lbfgs(Loss loss, double[] sizes, double[] start) {
        this.loss = loss;
        this.sizes = sizes.clone();
        size = start.length;
        theta = start.clone();
        gradient = new double[size];
        direction = new double[size];
        trial = new double[size];
        trialGradient = new double[size];
    }

    public double[] theta() {
        return theta.clone();
    }

    public double value() {
        if (Double.isNaN(value)) {
            value = at(theta, gradient);
            values[0] = value;
        }
        return value;
    }

    public int iterations() {
        return iterations;
    }

    private double at(double[] point, double[] g) {
        double here = loss.gradient(point, g);
        for (int p = 0; p < size; p++) {
            g[p] *= sizes[p];
        }
        return Double.isNaN(here) ? Double.POSITIVE_INFINITY : here;
    }

    /**
     * Goes on until something ends it.
     *
     * @param target value at which to stop
     * @param least iterations before the target is looked at
     * @param most iterations, those before a {@link #restore} included
     */
    public Run within(double target, int least, int most) {
        return new Run(target, least, most);
    }

    /** One minimisation under way. */
    public final class Run implements Minimiser {
        private final double target;
        private final int least;
        private final int most;
        private @Nullable Stop stop;

        private Run(double target, int least, int most) {
            this.target = target;
            this.least = least;
            this.most = most;
        }

        @Override
        public boolean ended() {
            return stop != null;
        }

        @Override
        public boolean step() {
            if (Lbfgs.this.value() <= target && iterations >= least) {
                stop = Stop.TARGET;
            } else if (flat()) {
                stop = Stop.GRADIENT;
            } else if (iterations >= PATIENCE
                    && values[(iterations + 1) % PATIENCE] - value < LEAST_GAIN * values[(iterations + 1) % PATIENCE]) {
                stop = Stop.PROGRESS;
            } else if (iterations >= most) {
                stop = Stop.ITERATIONS;
            } else if (iterate()) {
                return true;
            } else {
                stop = Stop.STEP;
            }
            return false;
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double[] theta() {
            return Lbfgs.this.theta();
        }

        @Override
        public int iterations() {
            return iterations;
        }

        @Override
        public Stop stop() {
            return Objects.requireNonNull(stop);
        }

        /** The number of the reason to stop or -1, then {@link Lbfgs#state}. */
        @Override
        public double[] state() {
            var own = Lbfgs.this.state();
            var state = new double[own.length + 1];
            state[0] = Stop.number(stop);
            System.arraycopy(own, 0, state, 1, own.length);
            return state;
        }

        @Override
        public void restore(double[] state) {
            if (state.length == 0) {
                Stepwise.checkLength(state, 1);
            }
            stop = Stop.of(state[0]);
            Lbfgs.this.restore(Arrays.copyOfRange(state, 1, state.length));
        }
    }

    private boolean flat() {
        double sum = 0.0;
        for (double g : gradient) {
            sum += Math.abs(g);
        }
        return sum <= FLAT * Math.abs(value);
    }

    /** One iteration; false where nothing more can be gained. */
    private boolean iterate() {
        while (true) {
            direct();
            double slope = dot(gradient, direction);
            // as long as no curvature is known: where a loss that goes on falling as here would vanish
            double first = kept == 0 ? Math.abs(value) / -slope : 1.0;
            var start = new WolfeSearch.Point(0.0, value, slope);
            var found = slope < 0.0 ? WolfeSearch.along(this::along, start, first) : start;
            if (found.t() > 0.0) {
                accept(found);
                return true;
            }
            if (kept == 0) {
                return false;
            }
            kept = 0; // what is remembered leads nowhere: begin anew
        }
    }

    /** Two-loop recursion: direction = -H gradient. */
    private void direct() {
        for (int p = 0; p < size; p++) {
            direction[p] = -gradient[p];
        }
        var share = new double[kept];
        for (int k = 0; k < kept; k++) {
            share[k] = dot(steps[k], direction) / dot(steps[k], changes[k]);
            add(-share[k], changes[k], direction);
        }
        if (kept > 0) {
            double scale = dot(steps[0], changes[0]) / dot(changes[0], changes[0]);
            for (int p = 0; p < size; p++) {
                direction[p] *= scale;
            }
        }
        for (int k = kept - 1; k >= 0; k--) {
            double back = dot(changes[k], direction) / dot(steps[k], changes[k]);
            add(share[k] - back, steps[k], direction);
        }
    }

    private WolfeSearch.Point along(double t) {
        for (int p = 0; p < size; p++) {
            trial[p] = theta[p] + t * direction[p] * sizes[p];
        }
        double here = at(trial, trialGradient);
        return new WolfeSearch.Point(t, here, here < Double.POSITIVE_INFINITY ? dot(trialGradient, direction) : 0.0);
    }

    private void accept(WolfeSearch.Point found) {
        var step = new double[size];
        var change = new double[size];
        for (int p = 0; p < size; p++) {
            step[p] = found.t() * direction[p];
            change[p] = trialGradient[p] - gradient[p];
        }
        if (dot(step, change) > 0.0) {
            System.arraycopy(steps, 0, steps, 1, HISTORY - 1);
            System.arraycopy(changes, 0, changes, 1, HISTORY - 1);
            steps[0] = step;
            changes[0] = change;
            kept = Math.min(HISTORY, kept + 1);
        }
        System.arraycopy(trial, 0, theta, 0, size);
        System.arraycopy(trialGradient, 0, gradient, 0, size);
        value = found.value();
        iterations++;
        values[iterations % PATIENCE] = value;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int p = 0; p < a.length; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private static void add(double factor, double[] a, double[] out) {
        for (int p = 0; p < out.length; p++) {
            out[p] += factor * a[p];
        }
    }

    /** All that the next iteration depends on: iterations, pairs kept, value, its history, sizes, theta, gradient, pairs. */
    public double[] state() {
        value();
        var parts = new double[5 + 2 * kept][];
        parts[0] = new double[] {iterations, kept, value};
        parts[1] = values;
        parts[2] = sizes;
        parts[3] = theta;
        parts[4] = gradient;
        for (int k = 0; k < kept; k++) {
            parts[5 + 2 * k] = steps[k];
            parts[6 + 2 * k] = changes[k];
        }
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Goes on from a {@link #state} of the same problem. */
    public void restore(double[] state) {
        int least = 3 + PATIENCE + 3 * size;
        boolean whole = state.length >= least && state[1] >= 0 && state[1] <= HISTORY;
        Stepwise.checkLength(state, whole ? least + 2 * (int) state[1] * size : least);
        iterations = (int) state[0];
        kept = (int) state[1];
        value = state[2];
        int at = take(state, 3, values);
        at = take(state, at, sizes);
        at = take(state, at, theta);
        at = take(state, at, gradient);
        for (int k = 0; k < kept; k++) {
            steps[k] = new double[size];
            changes[k] = new double[size];
            at = take(state, at, steps[k]);
            at = take(state, at, changes[k]);
        }
    }

    private static int take(double[] state, int at, double[] out) {
        System.arraycopy(state, at, out, 0, out.length);
        return at + out.length;
    }
}
