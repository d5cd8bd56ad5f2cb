package org.mclnn.kernel;

/**
 * A network's V(r) and its derivatives over a flat batch of distances. theta holds, layer by layer, the weights row by row and then the
 * biases. Output arrays may be longer than the batch. Holds scratch memory: use one per thread.
 *
 * <p>Forward, (h, h') = (value, d/dr) goes through each layer: z = W h + b, z' = W h', then h = s(z), h' = s'(z) z'; V' is the output's
 * h'. Backward, one sweep from V' gives dV'/dtheta, and V'' = sum over j of zBar[0][j] W0[j].
 *
 * <p>With q = sqrt(z^2 + 4): s = (z + q)/2, s' = 1/2 + (z/q)/2, s'' = 2/q^3. A sum over a layer's inputs or outputs
 * starts from the bias or 0 and adds one product after the other.
 */
public interface NetworkLoops {
    /** Sets theta; the array is read now and not kept. */
    void parameters(double[] theta);

    /** {@code energy[k]} = V(r[k]) for k below n. */
    void energies(double[] r, int n, double[] energy);

    /** {@code slope[k]} = V'(r[k]) for k below n. */
    void slopes(double[] r, int n, double[] slope);

    /** Slope, curvature V'', and {@code dTheta[p]} += sum over k of c[k] dV'(r[k])/dtheta[p]. */
    void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta);

    /** Slope, curvature, and the rows {@code rows[k * stride + p]} = dV'(r[k])/dtheta[p]; nothing else in rows is touched. */
    void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride);
}
