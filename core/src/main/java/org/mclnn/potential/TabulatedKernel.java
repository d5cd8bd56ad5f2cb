package org.mclnn.potential;

/**
 * Batches of a {@link TabulatedPotential}. Inside the table's range there is neither a root nor a division: the cell of x = r^2 is found
 * from its bits, which are ordered like the numbers they stand for, and s = -V'/r is one cubic in x (Wolff and Rudd, Comput. Phys. Commun.
 * 120:20, 1999). Outside the range the law's own kernel answers.
 */
public final class TabulatedKernel implements PairKernel {
    private final SquareTable table;
    private final PairKernel law;
    private double[] outside = new double[0]; // distances beyond the range
    private double[] answer = new double[0];

    TabulatedKernel(SquareTable table, PairKernel law) {
        this.table = table;
        this.law = law;
    }

    /** Whether the table holds this r^2; never for NaN. */
    public boolean covers(double square) {
        return table.covers(square);
    }

    /** s = -V'(r)/r = F(r)/r at an r^2 that the table {@link #covers}. */
    public double forceOverDistance(double square) {
        return table.forceOverDistance(square);
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        int m = gather(r, n);
        if (m > 0) {
            law.energies(outside, m, answer);
        }
        m = 0;
        for (int k = 0; k < n; k++) {
            double square = r[k] * r[k];
            energy[k] = table.covers(square) ? table.energy(square) : answer[m++] + table.constantAt(square);
        }
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        int m = gather(r, n);
        if (m > 0) { // a network takes its time to do nothing
            law.slopes(outside, m, answer);
        }
        m = 0;
        for (int k = 0; k < n; k++) {
            double square = r[k] * r[k];
            slope[k] = table.covers(square) ? -table.forceOverDistance(square) * r[k] : answer[m++];
        }
    }

    /** Collects the distances that the table does not hold; returns how many. */
    private int gather(double[] r, int n) {
        if (outside.length < n) {
            outside = new double[n];
            answer = new double[n];
        }
        int m = 0;
        for (int k = 0; k < n; k++) {
            if (!table.covers(r[k] * r[k])) {
                outside[m++] = r[k];
            }
        }
        return m;
    }
}
