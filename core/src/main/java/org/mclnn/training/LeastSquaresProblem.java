package org.mclnn.training;

/** A sum of squared residuals e(x), and its linearisation. */
interface LeastSquaresProblem {
    int size();

    /** Sizes of the unknowns around x, each in its own unit, as {@link org.mclnn.potential.PotentialForm#sizes}. */
    double[] sizes(double[] x);

    /** e^T e at x; infinite where x leaves the domain. */
    double sumOfSquares(double[] x);

    /** The normal equations at x; the next call may use their memory again. */
    Linearisation linearise(double[] x);
}
