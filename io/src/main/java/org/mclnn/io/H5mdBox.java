package org.mclnn.io;

import io.jhdf.api.Group;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mclnn.dynamics.Box;

/** The box of H5MD: open where the boundary is none; edges as lengths, or a matrix; stored once, or the same in every frame. */
final class H5mdBox {
    private static final String PERIODIC = "periodic";
    private static final String NONE = "none";

    private final Hdf file;
    private final int dimensions;
    private final List<String> boundary; // of each axis; none where the file does not say
    private final Optional<H5mdElement> edges;

    H5mdBox(Hdf file, Group particles, int dimensions) throws InputException {
        this.file = file;
        this.dimensions = dimensions;
        var group = file.group(particles, "box");
        boundary = group.map(box -> file.words(box, "boundary")).orElse(List.of());
        for (var word : boundary) {
            if (!word.equals(PERIODIC) && !word.equals(NONE)) {
                throw InputException.of(
                        file.path(),
                        "the boundary of an axis is " + Cursor.quoted(word),
                        "Store periodic or none for each axis in box/boundary");
            }
        }
        edges = group.isPresent() ? H5mdElement.of(file, group.get(), "edges") : Optional.empty();
        if (edges.isEmpty() && boundary.contains(PERIODIC)) {
            throw InputException.of(
                    file.path(), "the box is periodic and has no edges", "Store box/edges, or none as the boundary");
        }
    }

    /** Whether the file says of what kind the box is. */
    boolean isTold() {
        return edges.isPresent() || !boundary.isEmpty();
    }

    Box box() throws InputException {
        boolean open = !boundary.isEmpty() && boundary.stream().allMatch(b -> b.equals(NONE));
        if (open || edges.isEmpty()) {
            return Box.open();
        }
        var numbers = same(edges.get());
        boolean matrix = numbers.length == dimensions * dimensions && dimensions > 1;
        if (numbers.length != dimensions && !matrix) {
            throw InputException.of(
                    file.path(),
                    "box/edges has " + numbers.length + " numbers for " + dimensions + " axes",
                    "Give a length for each axis, or a, b and c as rows");
        }
        var vectors = new double[9];
        for (int k = 0; k < numbers.length; k++) {
            int axis = matrix ? k / dimensions : k;
            boolean periodic = boundary.size() <= axis || boundary.get(axis).equals(PERIODIC);
            vectors[3 * axis + (matrix ? k % dimensions : k)] = periodic ? numbers[k] : 0.0;
        }
        return Box.of(vectors);
    }

    private double[] same(H5mdElement element) throws InputException {
        double[] first = element.numbers(0, 1)[0];
        int perBlock = element.perBlock();
        for (int from = 0; from < element.frames(); from += perBlock) {
            var block = element.numbers(from, Math.min(perBlock, element.frames() - from));
            for (int k = 0; k < block.length; k++) {
                if (!Arrays.equals(first, block[k])) {
                    throw InputException.of(
                            file.path(),
                            "the box changes in frame " + (from + k),
                            "Only boxes that stay the same are read");
                }
            }
        }
        return first;
    }
}
