package org.mclnn.dynamics;

/**
 * An orthogonal simulation box; each axis is periodic with the given length, or open (length 0). Immutable.
 *
 * @param x period along x, 0 if open; likewise y, z
 */
public record Box(double x, double y, double z) {
    private static final Box OPEN = new Box(0, 0, 0);

    public Box {
        for (double length : new double[] {x, y, z}) {
            if (!(length >= 0.0) || Double.isInfinite(length)) {
                throw new IllegalArgumentException(
                        "a box length must be positive, or 0 for an open axis, was " + length);
            }
        }
    }

    /** No walls, no images. */
    public static Box open() {
        return OPEN;
    }

    /** The length of axis 0, 1 or 2; 0 if open. */
    public double length(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    public boolean isPeriodic() {
        return x > 0 || y > 0 || z > 0;
    }

    /** The same box in other units of length. */
    public Box scaled(double factor) {
        return new Box(factor * x, factor * y, factor * z);
    }

    /** The shortest period, or infinity for an open box. */
    public double shortest() {
        double shortest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            if (length(axis) > 0) {
                shortest = Math.min(shortest, length(axis));
            }
        }
        return shortest;
    }

    /**
     * Checks that each pair has one image within the cut-off.
     *
     * @param cutoff 0 for none
     * @throws IllegalArgumentException if a periodic box comes without a cut-off, or with one beyond half the shortest period
     */
    public void checkCutoff(double cutoff) {
        if (!isPeriodic()) {
            return;
        }
        if (cutoff == 0.0) {
            throw new IllegalArgumentException("a periodic box (" + x + " x " + y + " x " + z
                    + ") needs a cut-off (--cutoff) of at most half its shortest period, " + 0.5 * shortest()
                    + ": the sum over all images does not end");
        }
        if (cutoff > 0.5 * shortest()) {
            throw new IllegalArgumentException("cut-off " + cutoff + " is beyond half the shortest period of the box, "
                    + 0.5 * shortest() + ": a pair would be seen through more than one image. Use a cut-off of at most "
                    + 0.5 * shortest());
        }
    }
}
