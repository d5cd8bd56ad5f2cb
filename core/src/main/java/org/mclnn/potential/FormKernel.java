package org.mclnn.potential;

/**
 * Evaluates a {@link PotentialForm} and its derivatives at one parameter vector theta over flat batches of distances. With V' = dV/dr
 * and V'' = d2V/dr2. Holds scratch memory: use one per thread. Output arrays may be longer than the batch.
 */
public interface FormKernel extends PairKernel {
    /** Sets theta, length P; the array is read now and not kept. */
    void parameters(double[] theta);

    /**
     * Slope, curvature and the pullback of the slope: {@code dTheta[p]} += sum over k of c[k] dV'(r[k])/dtheta[p].
     *
     * @param c coefficients, length at least n
     * @param slope V'(r[k]), written
     * @param curvature V''(r[k]), written
     * @param dTheta length P, added to
     */
    void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta);

    /**
     * Slope, curvature and the parameter rows {@code rows[k * stride + p]} = dV'(r[k])/dtheta[p].
     *
     * @param rows written at those places only
     * @param stride at least P
     */
    void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride);
}
