package org.mclnn.optimisation;

/** A sum of squared residuals e(x), and its linearisation. */
public interface LeastSquaresProblem {
    int size();

    /** Sizes of the unknowns around x, each in its own unit, as {@link org.mclnn.potential.PotentialForm#sizes}. */
    double[] sizes(double[] x);

    /** e^T e at x; infinite where x leaves the domain. */
    double sumOfSquares(double[] x);

    /** The normal equations at x; the next call may use their memory again. */
    Linearisation linearise(double[] x);

    /**
     * Bends a step that was solved at x just now: adds half the geodesic acceleration, which follows the curvature of the residuals
     * (Transtrum and Sethna, arXiv:1201.5885, 2012). By default the step stays straight.
     */
    default void bend(double[] x, Linearisation here, double[] step) {}
}
