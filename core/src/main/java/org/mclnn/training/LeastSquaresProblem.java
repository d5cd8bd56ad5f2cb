package org.mclnn.training;

/** A sum of squared residuals e(theta), and its linearisation. */
interface LeastSquaresProblem {
    int size();

    /** Sizes of the parameters, as {@link org.mclnn.potential.PotentialForm#sizes}. */
    double[] sizes(double[] theta);

    /** e^T e at theta; infinite where theta leaves the domain. */
    double sumOfSquares(double[] theta);

    /** Clears and fills the normal equations at theta. */
    void linearise(double[] theta, NormalEquations out);
}
