package org.mclnn.optimisation;

/** Residuals e linearised at a point: what a Gauss-Newton step needs of J and e. */
public interface Linearisation {
    double sumOfSquares();

    /** Whether no column of J sees the residuals: every cosine between them is below 1e-14. */
    boolean gradientVanishes();

    /**
     * Solves (J^T J + mu D) step = -J^T e, D the diagonal of J^T J with a floor for what is hardly felt.
     *
     * @param sizes of the unknowns; the floor is equal for all in these units
     * @param step written
     * @return how much the sum of squares of the linear model falls by the step (plus mu step^T D step), or -1 where no step can be found
     */
    double step(double mu, double[] sizes, double[] step);
}
