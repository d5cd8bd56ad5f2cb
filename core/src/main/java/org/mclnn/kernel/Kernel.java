package org.mclnn.kernel;

/**
 * The arithmetic that takes the time, as operations on flat arrays. Every implementation gives the same bits: lanes are independent
 * distances or independent columns, and a sum over distances runs in {@value #PARTS} parts joined in one written order. One per
 * thread.
 */
public interface Kernel {
    /**
     * Partial sums of a sum over distances: term k goes to part k mod 8, in order, and the parts are joined as
     * ((0+1)+(2+3))+((4+5)+(6+7)). Also what row lengths are padded to, so that no loop over columns has a rest.
     */
    int PARTS = 8;

    /** As {@code -Dmclnn.kernel} names it. */
    String name();

    /** How many numbers one instruction takes; 1 where that is left to the compiler. */
    int lanes();

    /**
     * The loops of a network; a worker, one per thread.
     *
     * @param widths 1, the hidden layers, 1
     */
    NetworkLoops network(int[] widths);

    /**
     * Four cubics for each distance: value = c0 + x (c1 + x (c2 + x c3)) and derivative = c1 + x (2 c2 + x 3 c3) with x = {@code x[k]}, of
     * cubic j in {@code value[4 k + j]}, for k below n.
     *
     * @param coefficients {@code [at[k] + 4 power + j]}
     */
    void fourCubics(double[] coefficients, int[] at, double[] x, int n, double[] value, double[] derivative);

    /**
     * One pair's share in the tangent of the forces, column by column: with e = dq_i - dq_j, w = t (d.e) + u row and f = w d + s e,
     * {@code dF} of i gains f and that of j loses it.
     *
     * @param axes 2 or 3; with 2, z is not looked at
     * @param rows dV'/d(column) from index {@code row} on
     * @param dQ derivatives of the positions, [coordinate][column], the number of columns a multiple of {@link #PARTS}
     * @param dF derivatives of the forces, same shape
     * @param i first coordinate of particle i; j likewise
     */
    void pairTangent(
            int axes,
            double x,
            double y,
            double z,
            double s,
            double t,
            double u,
            double[] rows,
            int row,
            double[][] dQ,
            double[][] dF,
            int i,
            int j);

    /**
     * Two kicks and a drift: dV = (dV + last dA) + next dA, then dQ += dt dV. The length of the arrays is a multiple of {@link #PARTS}.
     */
    void kickDrift(double last, double next, double dt, double[] dQ, double[] dV, double[] dA);

    /**
     * Upper triangle of rows times themselves: {@code matrix[j][k]} += sum of row[j] row[k], one row after the other, for j at most k.
     * What is below the diagonal is not defined afterwards.
     *
     * @param rows at least count
     * @param matrix square; its size, and the length of the rows, a multiple of {@link #PARTS}
     */
    void rankUpdate(double[][] rows, int count, double[][] matrix);

    /** n rounded up to a multiple of {@link #PARTS}. */
    static int padded(int n) {
        return (n + PARTS - 1) / PARTS * PARTS;
    }
}
