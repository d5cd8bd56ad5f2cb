package org.mclnn.dynamics;

import java.util.ArrayList;

/**
 * Lattice vectors a, b, c, zero along open axes, and their reciprocal vectors b_i, with a_i . b_i = 1 and a_j . b_i = 0 (theory, T67).
 * Single numbers, for loops over pairs. Immutable.
 */
final class Lattice {
    // least volume over the product of the edges: below, fractional coordinates would have less than ten digits
    private static final double FLATTEST = 1e-6;

    private final double ax;
    private final double ay;
    private final double az;
    private final double bx;
    private final double by;
    private final double bz;
    private final double cx;
    private final double cy;
    private final double cz;
    // reciprocal to a, b and c; zero where open
    private final double uax;
    private final double uay;
    private final double uaz;
    private final double ubx;
    private final double uby;
    private final double ubz;
    private final double ucx;
    private final double ucy;
    private final double ucz;
    private final double[] lengths = new double[3]; // 0 where open
    private final double[] heights = new double[3]; // between opposite faces, infinite where open

    /**
     * @param v nine numbers: a, b, c; zeros where open
     * @throws IllegalArgumentException if they lie in a plane or on a line
     */
    Lattice(double[] v) {
        var u = reciprocal(v);
        ax = v[0];
        ay = v[1];
        az = v[2];
        bx = v[3];
        by = v[4];
        bz = v[5];
        cx = v[6];
        cy = v[7];
        cz = v[8];
        uax = u[0];
        uay = u[1];
        uaz = u[2];
        ubx = u[3];
        uby = u[4];
        ubz = u[5];
        ucx = u[6];
        ucy = u[7];
        ucz = u[8];
    }

    /** Coordinate of a difference vector along a, in lengths of a; 0 if open. */
    double alongA(double x, double y, double z) {
        return x * uax + y * uay + z * uaz;
    }

    double alongB(double x, double y, double z) {
        return x * ubx + y * uby + z * ubz;
    }

    double alongC(double x, double y, double z) {
        return x * ucx + y * ucy + z * ucz;
    }

    /** The x of na a + nb b + nc c. */
    double x(double na, double nb, double nc) {
        return na * ax + nb * bx + nc * cx;
    }

    double y(double na, double nb, double nc) {
        return na * ay + nb * by + nc * cy;
    }

    double z(double na, double nb, double nc) {
        return na * az + nb * bz + nc * cz;
    }

    double length(int axis) {
        return lengths[axis];
    }

    double height(int axis) {
        return heights[axis];
    }

    /** The nine numbers. */
    double[] vectors() {
        return new double[] {ax, ay, az, bx, by, bz, cx, cy, cz};
    }

    /** The vectors in words, open axes left out. */
    static String words(double[] v) {
        var words = new ArrayList<String>();
        for (int axis = 0; axis < 3; axis++) {
            int k = 3 * axis;
            if (v[k] != 0.0 || v[k + 1] != 0.0 || v[k + 2] != 0.0) {
                words.add("abc".charAt(axis) + " = (" + v[k] + ", " + v[k + 1] + ", " + v[k + 2] + ")");
            }
        }
        return String.join(", ", words);
    }

    /** From the directions of the vectors, so that lengths of any size do; sets lengths and heights. */
    private double[] reciprocal(double[] v) {
        var unit = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            unit[axis] = new double[] {v[3 * axis], v[3 * axis + 1], v[3 * axis + 2]};
            lengths[axis] = normalise(unit[axis]);
        }
        complete(unit);
        double volume = dot(unit[0], cross(unit[1], unit[2]));
        if (!(Math.abs(volume) > FLATTEST)) {
            throw new IllegalArgumentException(
                    "the box has no volume: " + words(v) + " lie in a plane or on a line, to six digits");
        }
        var u = new double[9];
        for (int axis = 0; axis < 3; axis++) {
            heights[axis] = Double.POSITIVE_INFINITY;
            if (lengths[axis] > 0.0) {
                var face = cross(unit[(axis + 1) % 3], unit[(axis + 2) % 3]);
                for (int k = 0; k < 3; k++) {
                    u[3 * axis + k] = face[k] / volume / lengths[axis];
                }
                heights[axis] = lengths[axis] * Math.abs(volume) / normalise(face);
            }
        }
        return u;
    }

    /** Open axes get unit vectors orthogonal to all others. */
    private static void complete(double[][] unit) {
        for (int axis = 0; axis < 3; axis++) {
            var next = unit[(axis + 1) % 3];
            var last = unit[(axis + 2) % 3];
            if (isZero(unit[axis]) && isZero(next) && isZero(last)) {
                unit[axis][axis] = 1.0;
            } else if (isZero(unit[axis])) {
                var one = isZero(next) ? last : next;
                var other = isZero(next) || isZero(last) ? across(one) : last;
                unit[axis] = cross(one, other);
                normalise(unit[axis]);
            }
        }
    }

    /** The axis that a vector has least of. */
    private static double[] across(double[] x) {
        int least = 0;
        for (int k = 1; k < 3; k++) {
            least = Math.abs(x[k]) < Math.abs(x[least]) ? k : least;
        }
        var axis = new double[3];
        axis[least] = 1.0;
        return axis;
    }

    private static boolean isZero(double[] x) {
        return x[0] == 0.0 && x[1] == 0.0 && x[2] == 0.0;
    }

    /** Makes a vector one of length 1, unless it is 0; returns its length. */
    private static double normalise(double[] x) {
        double scale = Math.max(Math.abs(x[0]), Math.max(Math.abs(x[1]), Math.abs(x[2])));
        if (scale == 0.0) {
            return 0.0;
        }
        for (int k = 0; k < 3; k++) {
            x[k] /= scale;
        }
        double norm = Math.sqrt(dot(x, x));
        for (int k = 0; k < 3; k++) {
            x[k] /= norm;
        }
        return scale * norm;
    }

    private static double dot(double[] x, double[] y) {
        return x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
    }

    private static double[] cross(double[] x, double[] y) {
        return new double[] {x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]};
    }
}
