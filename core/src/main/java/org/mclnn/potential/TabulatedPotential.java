package org.mclnn.potential;

/**
 * Any law compiled for speed: between two distances a table of cubics ({@link TabulatedKernel}), outside them the law itself. The force is
 * minus the derivative of the tabulated V, exactly, so energy is conserved as under any other law. How far the table is from the law
 * is measured between its knots. Immutable.
 */
public final class TabulatedPotential implements PairPotential {
    /** What {@link #forceError} and {@link #energyError} should not exceed. */
    public static final double TOLERANCE = 1e-8;

    private static final int FEWEST_CELLS = 8;
    private static final int MOST_CELLS = 1 << 15; // a MiB of coefficients: what the cache of a core holds
    private static final int CHECKS =
            8; // pieces of the interval between two knots; table and law are compared where they meet
    private static final int SAMPLES = 1000; // for the RMS of F and the range of V

    private final PairPotential law;
    private final double near;
    private final double far;
    private final SquareTable table;
    private final Errors errors;

    private TabulatedPotential(PairPotential law, double near, double far, SquareTable table, Errors errors) {
        this.law = law;
        this.near = near;
        this.far = far;
        this.table = table;
        this.errors = errors;
    }

    /** The table of {@link #TOLERANCE}. */
    public static TabulatedPotential of(PairPotential law, double near, double far) {
        return of(law, near, far, TOLERANCE);
    }

    /**
     * The smallest table whose measured errors are within the tolerance; where none of up to {@value #MOST_CELLS} cells is, the best of them:
     * {@link #forceError} and {@link #energyError} say what it reached.
     *
     * @param near smallest distance in the table
     * @param far largest
     * @throws IllegalArgumentException if the range is empty, or V or F is not finite in it
     */
    public static TabulatedPotential of(PairPotential law, double near, double far, double tolerance) {
        if (!(Check.positive("near", near) < Check.positive("far", far))) {
            throw new IllegalArgumentException("a table needs near < far, was " + near + " to " + far);
        }
        Check.positive("tolerance", tolerance);
        var scales = scales(law, near, far);
        SquareTable best = null;
        var reached = new Errors(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int bits = 1; bits <= SquareTable.MOST_BITS && reached.worst() > tolerance; bits++) {
            int cells = SquareTable.cells(near, far, bits);
            if (cells > MOST_CELLS && best != null) {
                break;
            }
            if (cells >= FEWEST_CELLS) {
                var table = new SquareTable(law, near, far, bits);
                var errors = errors(table, law, scales);
                if (errors.worst() < reached.worst()) {
                    best = table;
                    reached = errors;
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no table can be made of this law from r = " + near + " to " + far);
        }
        return new TabulatedPotential(law, near, far, best, reached);
    }

    /** Largest error of F and of V, or the scales that they are measured by. */
    private record Errors(double force, double energy) {
        double worst() {
            return Math.max(force, energy);
        }
    }

    /** The RMS of F, equal lengths weighing the same, and the range of V. */
    private static Errors scales(PairPotential law, double near, double far) {
        var r = new double[SAMPLES];
        for (int k = 0; k < SAMPLES; k++) {
            r[k] = near + (far - near) * k / (SAMPLES - 1);
        }
        var slope = new double[SAMPLES];
        var energy = new double[SAMPLES];
        law.kernel().slopes(r, SAMPLES, slope);
        law.kernel().energies(r, SAMPLES, energy);
        double squares = 0.0;
        double lowest = energy[0];
        double highest = energy[0];
        for (int k = 0; k < SAMPLES; k++) {
            if (!Double.isFinite(slope[k]) || !Double.isFinite(energy[k])) {
                throw new IllegalArgumentException("no table can be made of this law: at r = " + r[k] + " its force is "
                        + -slope[k] + " and its energy " + energy[k]);
            }
            squares += slope[k] * slope[k];
            lowest = Math.min(lowest, energy[k]);
            highest = Math.max(highest, energy[k]);
        }
        return new Errors(
                Math.max(Double.MIN_NORMAL, Math.sqrt(squares / SAMPLES)),
                Math.max(Double.MIN_NORMAL, highest - lowest));
    }

    private static Errors errors(SquareTable table, PairPotential law, Errors scales) {
        var r = table.between(CHECKS);
        var slope = new double[r.length];
        var energy = new double[r.length];
        law.kernel().slopes(r, r.length, slope);
        law.kernel().energies(r, r.length, energy);
        double force = 0.0;
        double potential = 0.0;
        for (int k = 0; k < r.length; k++) {
            double x = r[k] * r[k];
            force = Math.max(force, Math.abs(table.forceOverDistance(x) * r[k] + slope[k]));
            potential = Math.max(potential, Math.abs(table.energy(x) - energy[k]));
        }
        return new Errors(force / scales.force, potential / scales.energy);
    }

    /** The smallest distance in the table. */
    public double near() {
        return near;
    }

    /** Where the table ends; from there on the law itself answers. */
    public double far() {
        return far;
    }

    /** Number of distances at which the law was asked. */
    public int knots() {
        return table.knots();
    }

    /** Largest |F - F of the law| seen between the knots, over the RMS of F from near to far. */
    public double forceError() {
        return errors.force;
    }

    /** Largest |V - V of the law| seen between the knots, over the range of V from near to far. */
    public double energyError() {
        return errors.energy;
    }

    @Override
    public double energy(double r) {
        double x = r * r;
        return table.covers(x) ? table.energy(x) : law.energy(r) + table.constantAt(x);
    }

    @Override
    public double force(double r) {
        double x = r * r;
        return table.covers(x) ? table.forceOverDistance(x) * r : law.force(r);
    }

    @Override
    public TabulatedKernel kernel() {
        return new TabulatedKernel(table, law.kernel());
    }
}
