package org.mclnn.potential;

import java.util.List;
import java.util.stream.IntStream;

/**
 * F(r) = sum over k from {@code least} to {@code most} of c_k r^k: a sum of whole powers, linear in its parameters. theta = (c_least, ...,
 * c_most), the coefficients of the force, so V' = -F; V is minus the integral, with -c_-1 ln r for k = -1 and no constant. A cut-off shifts
 * c_0 away: it is then not determined and stays 0.
 *
 * @param least smallest power, may be negative
 * @param most largest power
 * @param reference a distance at which the terms are compared with each other when they are fitted; no value of the law depends on it
 */
public record Powers(int least, int most, double reference) implements ClosedForm {
    /** More terms than this cannot be told apart in 64 bits. */
    static final int MOST_TERMS = 12;
    /** Largest power of either sign. */
    static final int STEEPEST = 16;

    public Powers {
        if (least > most) {
            throw new IllegalArgumentException("powers needs its range in ascending order, as powers:" + most + ".."
                    + least + ", was powers:" + least + ".." + most);
        }
        if (least < -STEEPEST || most > STEEPEST) {
            throw new IllegalArgumentException(
                    "powers takes powers from " + -STEEPEST + " to " + STEEPEST + ", was " + least + ".." + most);
        }
        if (most - least >= MOST_TERMS) {
            throw new IllegalArgumentException("powers:" + least + ".." + most + " has " + (most - least + 1)
                    + " terms, more than can be told apart: use at most " + MOST_TERMS);
        }
        Check.positive("reference", reference);
    }

    /** The family of a range. */
    public static Powers of(int least, int most) {
        return new Powers(least, most, 1.0);
    }

    @Override
    public String name() {
        return "powers:" + least + ".." + most;
    }

    @Override
    public List<String> parameterNames() {
        return IntStream.rangeClosed(least, most).mapToObj(k -> "c" + k).toList();
    }

    /** Each term has the same force at the reference. */
    @Override
    public double[] sizes(double[] theta) {
        return IntStream.rangeClosed(least, most)
                .mapToDouble(k -> k < 0 ? power(reference, -k) : 1.0 / power(reference, k))
                .toArray();
    }

    @Override
    public ClosedForm over(double near, double far) {
        return new Powers(least, most, Math.sqrt(near * far));
    }

    /** x^k, k not negative. */
    private static double power(double x, int k) {
        double result = 1.0;
        for (int e = 0; e < k; e++) {
            result *= x;
        }
        return result;
    }

    /**
     * Sum over k of w_k t_k r^(k + shift), w_k = 1 for the force (shift 0), k for its derivative (-1), 1/(k + 1) for its integral (1, the
     * logarithm left out). From r^0 outward both ways, so that a constant enters as it is: under a cut-off it cancels to the last bit.
     */
    private double sum(double[] t, double r, int shift) {
        double up = 0.0;
        for (int k = most; k >= Math.max(least, -shift); k--) {
            up = up * r + weight(k, shift) * t[k - least];
        }
        double down = 0.0;
        double inverse = 1.0 / r;
        for (int k = least; k <= Math.min(most, -1 - shift); k++) {
            down = down * inverse + weight(k, shift) * t[k - least];
        }
        return power(r, Math.max(0, least + shift)) * up + power(inverse, Math.max(1, -most - shift)) * down;
    }

    private static double weight(int k, int shift) {
        return shift == 0 ? 1.0 : shift < 0 ? k : k == -1 ? 0.0 : 1.0 / (k + 1);
    }

    @Override
    public double energy(double[] t, double r) {
        double logarithm = least <= -1 && most >= -1 ? t[-1 - least] * StrictMath.log(r) : 0.0;
        return -sum(t, r, 1) - logarithm;
    }

    @Override
    public double slope(double[] t, double r) {
        return -sum(t, r, 0);
    }

    @Override
    public double curvature(double[] t, double r) {
        return -sum(t, r, -1);
    }

    @Override
    public void row(double[] t, double r, double[] row, int at) {
        double term = -power(r, Math.max(0, least));
        for (int k = Math.max(0, least); k <= most; k++) {
            row[at + k - least] = term;
            term *= r;
        }
        double inverse = 1.0 / r;
        term = -power(inverse, Math.max(1, -most));
        for (int k = Math.min(-1, most); k >= least; k--) {
            row[at + k - least] = term;
            term *= inverse;
        }
    }

    /** No force: a fit that is linear needs no better start. */
    @Override
    public List<double[]> starts(double near, double far, double slope) {
        return List.of(new double[size()]);
    }
}
