package org.mclnn.potential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * V'(r) as a cubic B-spline in a coordinate u(r), with simple knots inside and fourfold knots at both ends; theta are its coefficients,
 * so V' is linear in theta. V is the integral of V'. Beyond the outermost knots V' goes on linearly in r. Immutable.
 */
public final class SplineForm implements PotentialForm {
    /** The coordinate in which the spline is a piecewise cubic. */
    public enum Coordinate {
        /** u = r: gentle laws. */
        DISTANCE("r", 1),
        /** u = 1/r. */
        INVERSE("1/r", -1),
        /** u = 1/r^3: steep cores. */
        INVERSE_CUBE("1/r^3", -3);

        private final String symbol;
        private final int power;

        Coordinate(String symbol, int power) {
            this.symbol = symbol;
            this.power = power;
        }

        /** u(r). */
        public double of(double r) {
            return switch (this) {
                case DISTANCE -> r;
                case INVERSE -> 1.0 / r;
                case INVERSE_CUBE -> 1.0 / (r * r * r);
            };
        }

        /** du/dr at r. */
        double derivative(double r) {
            return power * of(r) / r;
        }

        /** r(u). */
        public double distance(double u) {
            return switch (this) {
                case DISTANCE -> u;
                case INVERSE -> 1.0 / u;
                case INVERSE_CUBE -> 1.0 / StrictMath.cbrt(u);
            };
        }

        public String symbol() {
            return symbol;
        }

        /** Whether u grows with r. */
        boolean ascending() {
            return power > 0;
        }
    }

    private static final double MARGIN = 0.02;

    private final Coordinate coordinate;
    private final double[] knots; // in u, strictly ascending
    private final boolean zeroAtFarEnd;

    private SplineForm(Coordinate coordinate, double[] knots, boolean zeroAtFarEnd) {
        this.coordinate = coordinate;
        this.knots = knots;
        this.zeroAtFarEnd = zeroAtFarEnd;
    }

    /**
     * A spline with the given knots, distances in any order, at least two.
     *
     * @throws IllegalArgumentException if two knots coincide or one is not positive
     */
    public static SplineForm withKnots(Coordinate coordinate, double... distances) {
        var u = new double[distances.length];
        for (int k = 0; k < u.length; k++) {
            u[k] = coordinate.of(Check.positive("knot " + k, distances[k]));
        }
        return inCoordinate(coordinate, u, false);
    }

    /** As {@link #withKnots}, equally spaced in u between two distances. */
    public static SplineForm uniform(Coordinate coordinate, double near, double far, int intervals) {
        Check.atLeast(1, "the number of intervals", intervals);
        double a = coordinate.of(Check.positive("near", near));
        double b = coordinate.of(Check.positive("far", far));
        var u = new double[intervals + 1];
        for (int k = 0; k <= intervals; k++) {
            u[k] = a + (b - a) * k / intervals;
        }
        return inCoordinate(coordinate, u, false);
    }

    /**
     * As {@link #uniform}, a little beyond two distances, by at most {@value #MARGIN} of the range in r and in u: between two frames a
     * pair may come closer than in any.
     */
    public static SplineForm around(Coordinate coordinate, double near, double far, int intervals) {
        double margin = MARGIN * (far - near);
        double step = MARGIN * (coordinate.of(far) - coordinate.of(near));
        double before = coordinate.of(near) - step;
        double after = coordinate.of(far) + step;
        double from = before > 0.0 ? coordinate.distance(before) : 0.0;
        double to = after > 0.0 ? coordinate.distance(after) : Double.POSITIVE_INFINITY;
        return uniform(
                coordinate, Math.max(near / 2, Math.max(near - margin, from)), Math.min(far + margin, to), intervals);
    }

    static SplineForm inCoordinate(Coordinate coordinate, double[] u, boolean zeroAtFarEnd) {
        Check.atLeast(2, "the number of knots", u.length);
        var sorted = u.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < sorted.length; k++) {
            if (!Double.isFinite(sorted[k])) {
                throw new IllegalArgumentException("a spline knot is " + sorted[k] + ", which is not finite");
            }
            if (k > 0 && !(sorted[k] > sorted[k - 1])) {
                throw new IllegalArgumentException("two spline knots coincide at " + coordinate.distance(sorted[k]));
            }
        }
        return new SplineForm(coordinate, sorted, zeroAtFarEnd);
    }

    public Coordinate coordinate() {
        return coordinate;
    }

    /** The knots in u, ascending. */
    public double[] knots() {
        return knots.clone();
    }

    boolean zeroAtFarEnd() {
        return zeroAtFarEnd;
    }

    /** Distance of the innermost knot. */
    public double near() {
        return coordinate.distance(coordinate.ascending() ? knots[0] : knots[knots.length - 1]);
    }

    /** Distance of the outermost knot. */
    public double far() {
        return coordinate.distance(coordinate.ascending() ? knots[knots.length - 1] : knots[0]);
    }

    @Override
    public int size() {
        return knots.length + 2 - (zeroAtFarEnd ? 1 : 0);
    }

    @Override
    public String name() {
        return "spline:" + coordinate.symbol() + (zeroAtFarEnd ? ":end0:" : ":")
                + Arrays.stream(knots).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    @Override
    public List<String> parameterNames() {
        var names = new ArrayList<String>();
        IntStream.range(0, size()).forEach(p -> names.add("c" + p));
        return names;
    }

    /** All coefficients are slopes. */
    @Override
    public double[] sizes(double[] theta) {
        var sizes = new double[size()];
        Arrays.fill(sizes, 1.0);
        return sizes;
    }

    @Override
    public FormKernel kernel() {
        return new SplineKernel(this);
    }

    /**
     * A spline reaches its cut-off by itself: the knots end there, the last coefficient is 0 and no longer a parameter, and V = 0 from
     * there on.
     */
    @Override
    public SplineForm withCutoff(double cutoff) {
        double end = coordinate.of(Check.positive("cutoff", cutoff));
        double margin = 1e-9 * Math.abs(end); // a knot that is the end but for rounding
        var inside = Arrays.stream(knots)
                .filter(u -> coordinate.ascending() ? u < end - margin : u > end + margin)
                .toArray();
        var all = Arrays.copyOf(inside, inside.length + 1);
        all[inside.length] = end;
        return inCoordinate(coordinate, all, true);
    }
}
