package org.mclnn.training;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mclnn.potential.FormKernel;
import org.mclnn.potential.Interpolation;

/** Batches of an {@link InterpolatedLaw}: what is pulled back to its grids is kept until it is asked for. */
final class InterpolatedKernel implements FormKernel {
    /** No grid: evaluated as it is. */
    static final int NONE = -1;

    private static final int DONE = -2;

    /** What is done with the members of one grid. */
    private interface Batch {
        void evaluate(int grid, int count);
    }

    private final InterpolatedLaw grids;
    private final FormKernel law;
    private final double[] @Nullable [] adjoints; // [grid]: of its polynomials
    // distances out of the observed range
    private int[] outside = new int[0];
    private int[] none = new int[0]; // what a grid leaves of its members
    private int[] number = new int[0]; // of the grid
    private int[] members = new int[0]; // of one grid
    private double[] memberR = new double[0];
    private double[] memberC = new double[0];
    private double[] memberSlope = new double[0];
    private double[] memberCurvature = new double[0];

    InterpolatedKernel(InterpolatedLaw grids, FormKernel law, int count) {
        this.grids = grids;
        this.law = law;
        adjoints = new double[count][];
    }

    /** From now on at other parameters. */
    void begin() {
        Arrays.fill(adjoints, null);
    }

    /** Adds what has been pulled back to the polynomials of a grid. */
    void addAdjoint(int grid, double[] out) {
        var adjoint = adjoints[grid];
        if (adjoint != null) {
            for (int k = 0; k < out.length; k++) {
                out[k] += adjoint[k];
            }
        }
    }

    private double[] adjoint(int grid, Interpolation of) {
        var adjoint = adjoints[grid];
        if (adjoint == null) {
            adjoint = new double[of.size()];
            adjoints[grid] = adjoint;
        }
        return adjoint;
    }

    private void reserve(int n) {
        if (outside.length < n) {
            outside = new int[n];
            none = new int[n];
            number = new int[n];
            members = new int[n];
            memberR = new double[n];
            memberC = new double[n];
            memberSlope = new double[n];
            memberCurvature = new double[n];
        }
    }

    @Override
    public void parameters(double[] theta) {
        throw new UnsupportedOperationException("set where the law is interpolated");
    }

    @Override
    public void energies(double[] r, int n, double[] energy) {
        law.energies(r, n, energy);
    }

    @Override
    public void slopes(double[] r, int n, double[] slope) {
        reserve(n);
        int left = grids.observed().slopes(r, n, slope, outside);
        if (left > 0) {
            others(r, left, (grid, count) -> {
                if (grid == NONE) {
                    law.slopes(memberR, count, memberSlope);
                } else {
                    other(grid).slopes(memberR, count, memberSlope, none);
                }
                scatter(memberSlope, count, slope);
            });
        }
    }

    @Override
    public void pullback(double[] r, int n, double[] c, double[] slope, double[] curvature, double[] dTheta) {
        reserve(n);
        var observed = grids.observed();
        int left = observed.pullback(r, n, c, slope, curvature, adjoint(InterpolatedLaw.OBSERVED, observed), outside);
        if (left > 0) {
            others(r, left, (grid, count) -> {
                for (int k = 0; k < count; k++) {
                    memberC[k] = c[members[k]];
                }
                if (grid == NONE) {
                    law.pullback(memberR, count, memberC, memberSlope, memberCurvature, dTheta);
                } else {
                    var other = other(grid);
                    var adjoint = adjoint(grid, other);
                    other.pullback(memberR, count, memberC, memberSlope, memberCurvature, adjoint, none);
                }
                scatter(memberSlope, count, slope);
                scatter(memberCurvature, count, curvature);
            });
        }
    }

    @Override
    public void rows(double[] r, int n, double[] slope, double[] curvature, double[] rows, int stride) {
        law.rows(r, n, slope, curvature, rows, stride);
    }

    private Interpolation other(int grid) {
        return Objects.requireNonNull(grids.grid(grid, law));
    }

    /** Grid by grid the distances out of the observed range. */
    private void others(double[] r, int left, Batch batch) {
        for (int k = 0; k < left; k++) {
            number[k] = number(r[outside[k]]);
        }
        for (int first = 0; first < left; first++) {
            int grid = number[first];
            if (grid == DONE) {
                continue;
            }
            int count = 0;
            for (int k = first; k < left; k++) {
                if (number[k] == grid) {
                    number[k] = DONE;
                    members[count] = outside[k];
                    memberR[count++] = r[outside[k]];
                }
            }
            batch.evaluate(grid, count);
        }
    }

    private int number(double r) {
        int grid = grids.gridOf(r);
        if (grid == NONE) {
            return NONE;
        }
        var other = grids.grid(grid, law);
        return other != null && other.holds(r) ? grid : NONE;
    }

    private void scatter(double[] from, int count, double[] to) {
        for (int k = 0; k < count; k++) {
            to[members[k]] = from[k];
        }
    }
}
