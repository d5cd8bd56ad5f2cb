package org.mclnn.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The update of J^T J in tiles of eight rows of the matrix by one vector of columns, sums in registers. */
final class RankUpdate {
    static final int TILE = 8;

    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    private RankUpdate() {}

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }

    /** Rows j to j + 7 of the matrix, from column j on. */
    static void rowsOfTiles(double[][] rows, int count, int j, double[][] matrix) {
        for (int k = j; k < matrix.length; k += LANES) {
            tile(rows, count, j, k, matrix);
        }
    }

    private static void tile(double[][] rows, int count, int j, int k, double[][] matrix) {
        var s0 = load(matrix[j + 0], k);
        var s1 = load(matrix[j + 1], k);
        var s2 = load(matrix[j + 2], k);
        var s3 = load(matrix[j + 3], k);
        var s4 = load(matrix[j + 4], k);
        var s5 = load(matrix[j + 5], k);
        var s6 = load(matrix[j + 6], k);
        var s7 = load(matrix[j + 7], k);
        for (int c = 0; c < count; c++) {
            var row = rows[c];
            var columns = load(row, k);
            s0 = s0.add(columns.mul(row[j + 0]));
            s1 = s1.add(columns.mul(row[j + 1]));
            s2 = s2.add(columns.mul(row[j + 2]));
            s3 = s3.add(columns.mul(row[j + 3]));
            s4 = s4.add(columns.mul(row[j + 4]));
            s5 = s5.add(columns.mul(row[j + 5]));
            s6 = s6.add(columns.mul(row[j + 6]));
            s7 = s7.add(columns.mul(row[j + 7]));
        }
        s0.intoArray(matrix[j + 0], k);
        s1.intoArray(matrix[j + 1], k);
        s2.intoArray(matrix[j + 2], k);
        s3.intoArray(matrix[j + 3], k);
        s4.intoArray(matrix[j + 4], k);
        s5.intoArray(matrix[j + 5], k);
        s6.intoArray(matrix[j + 6], k);
        s7.intoArray(matrix[j + 7], k);
    }
}
