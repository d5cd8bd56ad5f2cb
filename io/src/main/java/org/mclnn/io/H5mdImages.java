package org.mclnn.io;

import java.nio.file.Path;
import org.mclnn.dynamics.Box;

/** Positions as they are outside the box (H5MD 1.1): r + n_a a + n_b b + n_c c with n from {@code image}. */
final class H5mdImages {
    private final Path file;
    private final H5mdElement image;
    private final Box box;
    private final double[] edges; // a, b, c; zeros where open, for images are placeholders there
    private final int dimensions;

    H5mdImages(Path file, H5mdElement image, Box box, int dimensions) {
        this.file = file;
        this.image = image;
        this.box = box;
        edges = box.vectors();
        this.dimensions = dimensions;
    }

    /** @param q positions of some frames, row by row as many coordinates as there are dimensions; unwrapped on return */
    void add(double[][] q, int from) throws InputException {
        var images = image.numbers(from, q.length);
        for (int k = 0; k < q.length; k++) {
            for (int row = 0; row < q[k].length; row += dimensions) {
                if (!Double.isNaN(q[k][row])) {
                    add(q[k], images[k], row, from + k);
                }
            }
        }
    }

    private void add(double[] q, double[] images, int row, int frame) throws InputException {
        for (int axis = 0; axis < dimensions; axis++) {
            double n = images[row + axis];
            if (!box.isPeriodic(axis) || n == 0.0) {
                continue;
            }
            if (n != Math.rint(n) || Double.isInfinite(n)) {
                throw InputException.of(
                        file,
                        "the image of row " + row / dimensions + " in frame " + frame + " is " + n + " along axis "
                                + (axis + 1),
                        "Store how many edges are to be added: whole numbers");
            }
            for (int c = 0; c < dimensions; c++) {
                q[row + c] += n * edges[3 * axis + c];
            }
        }
    }
}
