package org.mclnn.io;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An element of H5MD: a dataset that holds for all frames, or a group whose {@code value} has the frames as its first axis. */
final class H5mdElement {
    private static final int BLOCK = 1 << 20; // numbers at a time

    private final Hdf file;
    private final String name;
    private final Dataset value;
    private final Optional<H5mdSampling> sampling; // of a group

    private H5mdElement(Hdf file, String name, Dataset value, Optional<H5mdSampling> sampling) {
        this.file = file;
        this.name = name;
        this.value = value;
        this.sampling = sampling;
    }

    static Optional<H5mdElement> of(Hdf file, Group parent, String name) throws InputException {
        var fixed = file.dataset(parent, name);
        if (fixed.isPresent()) {
            return Optional.of(new H5mdElement(file, name, fixed.get(), Optional.empty()));
        }
        var group = file.group(parent, name);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        var value = file.dataset(group.get(), "value")
                .orElseThrow(() -> InputException.of(
                        file.path(),
                        "no " + name + "/value in it",
                        "Store " + name + "/value, or leave " + name + " out"));
        file.checkSize(value);
        if (value.isScalar()) {
            throw InputException.of(
                    file.path(), name + "/value is a single value", "Give it the frames as its first axis");
        }
        var sampling = new H5mdSampling(file, group.get(), name, value.getDimensions()[0]);
        return Optional.of(new H5mdElement(file, name, value, Optional.of(sampling)));
    }

    String name() {
        return name;
    }

    Dataset value() {
        return value;
    }

    /** Whether it has a value for each frame. */
    boolean isMoving() {
        return sampling.isPresent();
    }

    /** How many frames it has values for; 1 if they hold for all. */
    int frames() {
        return isMoving() ? value.getDimensions()[0] : 1;
    }

    /** Refuses values that are not of this shape in each frame. */
    void checkShape(int... shape) throws InputException {
        var found = value.getDimensions();
        var each = isMoving() ? Arrays.copyOfRange(found, 1, found.length) : found;
        if (!Arrays.equals(each, shape)) {
            var wanted = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
            throw InputException.of(
                    file.path(),
                    name + (isMoving() ? "/value" : "") + " has the shape " + Arrays.toString(found),
                    "Give it the shape [" + wanted + "], or [frames, " + wanted + "] as the dataset " + name
                            + "/value");
        }
    }

    /** Refuses frames that are not those of the positions. */
    void checkFrames(H5mdElement position, String remedy) throws InputException {
        if (isMoving()) {
            if (frames() != position.frames()) {
                throw InputException.of(
                        file.path(), name + " has " + frames() + " frames and position " + position.frames(), remedy);
            }
            sampling.orElseThrow().checkSame(position.sampling.orElseThrow(), remedy);
        }
    }

    H5mdSampling sampling() {
        return sampling.orElseThrow();
    }

    /** How many frames are read at a time. */
    int perBlock() {
        int each = Arrays.stream(value.getDimensions()).skip(1).reduce(1, Math::multiplyExact);
        return Math.max(1, BLOCK / Math.max(1, each));
    }

    /** The numbers of some frames, each flat. */
    double[][] numbers(int from, int count) {
        return isMoving()
                ? file.block(value, from, count)
                : Collections.nCopies(count, file.numbers(value)).toArray(double[][]::new);
    }

    /** The numbers or words of some frames, each flat. */
    Object[][] entries(int from, int count) {
        return isMoving()
                ? file.entries(value, from, count)
                : Collections.nCopies(count, file.entries(value)).toArray(Object[][]::new);
    }
}
