package org.mclnn.potential;

import java.util.Arrays;
import java.util.List;

/** A family given by formulas, one distance at a time: the formula and three derivatives of it are all there is to write. */
public interface ClosedForm extends PotentialForm {
    /** V(r; theta). */
    double energy(double[] theta, double r);

    /** V' = dV/dr. */
    double slope(double[] theta, double r);

    /** V'' = d2V/dr2. */
    double curvature(double[] theta, double r);

    /** {@code row[at + p]} = dV'/dtheta[p] for every p. */
    void row(double[] theta, double r, double[] row, int at);

    /**
     * Parameter vectors worth starting a fit from, when pairs have been seen at distances from {@code near} to {@code far} and the
     * steepest slope was about {@code slope} (absolute value).
     */
    List<double[]> starts(double near, double far, double slope);

    /**
     * The same family, its {@link #sizes} those of a fit to pairs at distances from {@code near} to {@code far}; most families know the
     * sizes from the parameters alone.
     */
    default ClosedForm over(double near, double far) {
        return this;
    }

    @Override
    default int size() {
        return parameterNames().size();
    }

    @Override
    default double[] sizes(double[] theta) {
        return Arrays.stream(theta).map(x -> x == 0.0 ? 1.0 : Math.abs(x)).toArray();
    }

    @Override
    default FormKernel kernel() {
        return new PointwiseKernel(this);
    }
}
