package org.mclnn.dynamics;

import java.util.Arrays;

/**
 * A simulation box: up to three lattice vectors a, b, c along which everything repeats; an axis without one is open. Orthogonal, with a
 * along x, b along y and c along z, or triclinic, in any orientation. Immutable.
 */
public final class Box {
    private static final Box OPEN = new Box(0, 0, 0);

    private final Lattice lattice;
    private final boolean orthogonal;

    /**
     * An orthogonal box.
     *
     * @param x period along x, 0 if open; likewise y, z
     * @throws IllegalArgumentException for a length that is negative or not finite
     */
    public Box(double x, double y, double z) {
        this(new double[] {checked(x), 0, 0, 0, checked(y), 0, 0, 0, checked(z)}, true);
    }

    private Box(double[] vectors, boolean orthogonal) {
        lattice = new Lattice(vectors);
        this.orthogonal = orthogonal;
    }

    private static double checked(double length) {
        if (!(length >= 0.0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a box length must be positive, or 0 for an open axis, was " + length);
        }
        return length + 0.0; // not -0.0
    }

    /** No walls, no images. */
    public static Box open() {
        return OPEN;
    }

    /**
     * A box from the numbers that {@link #numbers} gives.
     *
     * @param numbers three lengths, 0 for an open axis; or the components of a, b and c, zeros for an open one
     * @throws IllegalArgumentException if there are not three or nine, one is not finite, or a, b and c have no volume
     */
    public static Box of(double... numbers) {
        if (numbers.length == 3) {
            return new Box(numbers[0], numbers[1], numbers[2]);
        }
        if (numbers.length != 9) {
            throw new IllegalArgumentException("box has " + numbers.length + " numbers, not 3 or 9");
        }
        var vectors = new double[9];
        boolean diagonal = true;
        for (int k = 0; k < 9; k++) {
            if (!Double.isFinite(numbers[k])) {
                throw new IllegalArgumentException("a component of a box vector must be finite, was " + numbers[k]);
            }
            vectors[k] = numbers[k] + 0.0; // not -0.0
            diagonal &= k % 4 == 0 || vectors[k] == 0.0;
        }
        return diagonal ? new Box(vectors[0], vectors[4], vectors[8]) : new Box(vectors, false);
    }

    /** The same box, open along axis 0, 1 or 2. */
    public Box opened(int axis) {
        var vectors = vectors();
        Arrays.fill(vectors, 3 * axis, 3 * axis + 3, 0.0);
        return of(vectors);
    }

    public boolean isOrthogonal() {
        return orthogonal;
    }

    public boolean isPeriodic() {
        return isPeriodic(0) || isPeriodic(1) || isPeriodic(2);
    }

    /** The same box in other units of length. */
    public Box scaled(double factor) {
        return of(Arrays.stream(numbers()).map(length -> factor * length).toArray());
    }

    /** Whether axis 0, 1 or 2 has a lattice vector. */
    public boolean isPeriodic(int axis) {
        return length(axis) > 0.0;
    }

    /** The length of a, b or c; 0 if open. */
    public double length(int axis) {
        return lattice.length(axis);
    }

    /** The components of a, b and c; zeros where open. */
    public double[] vectors() {
        return lattice.vectors();
    }

    /** Three lengths if the box is orthogonal, else the nine components. */
    public double[] numbers() {
        return orthogonal ? new double[] {length(0), length(1), length(2)} : vectors();
    }

    /** Coordinate of a difference vector along a, b or c, in units of its length; 0 if open. */
    public double fraction(int axis, double x, double y, double z) {
        return axis == 0 ? lattice.alongA(x, y, z) : axis == 1 ? lattice.alongB(x, y, z) : lattice.alongC(x, y, z);
    }

    Lattice lattice() {
        return lattice;
    }

    /** The smallest distance between opposite faces, the shortest period of an orthogonal box; infinite if open. */
    public double shortest() {
        return Math.min(lattice.height(0), Math.min(lattice.height(1), lattice.height(2)));
    }

    /**
     * Checks that each pair has one image within the cut-off, and that {@link Pairs} finds it (theory, T67).
     *
     * @param cutoff 0 for none
     * @throws IllegalArgumentException if a periodic box comes without a cut-off, or with one beyond half of {@link #shortest}
     */
    public void checkCutoff(double cutoff) {
        if (!isPeriodic()) {
            return;
        }
        var shortest = orthogonal ? "shortest period" : "smallest height";
        if (cutoff == 0.0) {
            throw new IllegalArgumentException(
                    "a periodic box (" + this + ") needs a cut-off (--cutoff) of at most half its " + shortest + ", "
                            + 0.5 * shortest() + ": the sum over all images does not end");
        }
        if (cutoff > 0.5 * shortest()) {
            throw new IllegalArgumentException("cut-off " + cutoff + " is beyond half the " + shortest + " of the box, "
                    + 0.5 * shortest() + ": a pair would be seen through more than one image. Use a cut-off of at most "
                    + 0.5 * shortest());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box && Arrays.equals(vectors(), box.vectors());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(vectors());
    }

    /** {@code 6.0 x 5.5 x 0.0}, or {@code a = (5.0, 0.0, 0.0), b = (2.5, 4.0, 0.0), open along c}. */
    @Override
    public String toString() {
        if (orthogonal) {
            return length(0) + " x " + length(1) + " x " + length(2);
        }
        var words = new StringBuilder(Lattice.words(vectors()));
        for (int axis = 0; axis < 3; axis++) {
            words.append(isPeriodic(axis) ? "" : ", open along " + "abc".charAt(axis));
        }
        return words.toString();
    }
}
