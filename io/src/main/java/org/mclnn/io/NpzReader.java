package org.mclnn.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Names;
import org.mclnn.potential.Units;

/** NPZ files: arrays of NumPy by name, frame after frame; never pickled objects. */
final class NpzReader {
    private static final String POSITIONS = "positions";
    static final String REMEDY = "numpy.savez(file, positions=..., times=...)";

    private final Path file;
    private final ZipFile zip;
    private final ReadOptions options;

    private NpzReader(Path file, ZipFile zip, ReadOptions options) {
        this.file = file;
        this.zip = zip;
        this.options = options;
    }

    static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new NpzReader(file, zip, options).read();
        } catch (ZipException | EOFException e) {
            throw InputException.of(
                    file, "this is no whole NPZ file (" + e.getMessage() + ")", "Write it again with numpy.savez");
        }
    }

    private Optional<NpyEntry> find(String name) throws InputException, IOException {
        var entry = zip.getEntry(name + ".npy");
        return entry == null ? Optional.empty() : Optional.of(new NpyEntry(file, zip, entry));
    }

    private Trajectory read() throws InputException, IOException {
        try (var positions = find(POSITIONS).orElseThrow(this::noPositions)) {
            var shape = positions.shape();
            if (shape.length != 3) {
                throw InputException.of(
                        file,
                        "positions has " + shape.length + " dimensions",
                        "Give an array [frames, particles, coordinates]");
            }
            var times = times(shape);
            var velocities = options.velocities() ? find("velocities") : Optional.<NpyEntry>empty();
            if (velocities.isPresent() && !Arrays.equals(velocities.get().shape(), shape)) {
                throw InputException.of(
                        file, "velocities has another shape than positions", "Give both the same shape");
            }
            var frames = new ArrayCollector(file, shape[1], shape[2], velocities.isPresent());
            var box = box();
            boolean unwrapped = numbers("unwrapped", 1).map(u -> u[0] == 1.0).orElse(false);
            frames.unwrap(unwrapped ? Box.open() : box);
            long perFrame = (long) shape[1] * shape[2];
            for (int k = 0; k < shape[0]; k++) {
                var q = positions.numbers(perFrame);
                frames.add(
                        times.isPresent() ? times.get()[k] : frameTime(k),
                        q,
                        velocities.isPresent() ? velocities.get().numbers(perFrame) : new double[0]);
            }
            return build(frames, shape[1], box);
        }
    }

    private InputException noPositions() {
        var entries = zip.stream().map(ZipEntry::getName).sorted().toList();
        if (entries.stream().noneMatch(name -> name.endsWith(".npy"))) {
            return noArrays(entries);
        }
        var names =
                entries.stream().map(name -> name.replaceFirst("\\.npy$", "")).toList();
        return InputException.of(
                file,
                "there is no array 'positions' in it (found: " + Cursor.quoted(names) + ")",
                Names.closest(POSITIONS, names)
                                .map(name -> "Rename " + Cursor.quoted(name) + ". ")
                                .orElse("")
                        + "Save it with " + REMEDY);
    }

    private InputException noArrays(List<String> entries) {
        return entries.stream().anyMatch(name -> name.startsWith("xl/") || name.equals("[Content_Types].xml"))
                ? InputException.of(file, "this is a workbook, as Excel writes it", "Save its table as CSV")
                : InputException.of(
                        file,
                        "this is a ZIP archive without arrays of NumPy (found: " + Cursor.quoted(entries) + ")",
                        "Unpack it, and give the file in it");
    }

    /** @param shape of the positions */
    private Optional<double[]> times(int[] shape) throws InputException, IOException {
        checkFramesFirst(shape);
        var array = numbers("times", shape[0]);
        if (array.isPresent()) {
            options.checkNoTimePerFrame(new Cursor(file), "the file has times");
        }
        return array;
    }

    /** Refuses positions of which another axis than the first is as long as the times. */
    private void checkFramesFirst(int[] shape) throws InputException, IOException {
        var found = find("times");
        if (found.isEmpty()) {
            return;
        }
        try (var times = found.get()) {
            int frames = times.shape().length == 1 ? times.shape()[0] : shape[0];
            int axis = shape[0] == frames ? 0 : shape[1] == frames ? 1 : shape[2] == frames ? 2 : 0;
            if (axis != 0) {
                int other = 3 - axis;
                boolean coordinatesFirst = shape[0] <= 3 && shape[other] > 3;
                throw InputException.of(
                        file,
                        "positions has the shape " + Arrays.toString(shape) + " and times [" + frames
                                + "]: its axes are in another order than frames, particles, coordinates",
                        "Save numpy.transpose(positions, "
                                + (coordinatesFirst
                                        ? "(" + axis + ", " + other + ", 0))"
                                        : "(" + axis + ", 0, " + other + "))"));
            }
        }
    }

    private double frameTime(int frame) throws InputException {
        return options.frameTime(
                frame,
                new Cursor(file),
                "Save the array times too, or give the time from frame to frame with --dt or --fps");
    }

    /** An array of so many numbers. */
    private Optional<double[]> numbers(String name, int n) throws InputException, IOException {
        return list(name, n, array -> array.numbers(n));
    }

    private Optional<List<String>> words(String name, int n) throws InputException, IOException {
        return list(name, n, NpyEntry::words);
    }

    private interface Taking<T> {
        T from(NpyEntry array) throws InputException, IOException;
    }

    /** What an array of n entries holds. */
    private <T> Optional<T> list(String name, int n, Taking<T> taking) throws InputException, IOException {
        var found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var array = found.get()) {
            if (!Arrays.equals(array.shape(), new int[] {n})) {
                throw InputException.of(
                        file,
                        name + " has the shape " + Arrays.toString(array.shape()),
                        "Give it the shape [" + n + "]");
            }
            return Optional.of(taking.from(array));
        }
    }

    /** Three lengths, or the components of a, b and c. */
    private Box box() throws InputException, IOException {
        var found = find("box");
        if (found.isEmpty()) {
            return Box.open();
        }
        try (var array = found.get()) {
            var shape = array.shape();
            if (!Arrays.equals(shape, new int[] {3}) && !Arrays.equals(shape, new int[] {3, 3})) {
                throw InputException.of(
                        file,
                        "box has the shape " + Arrays.toString(shape),
                        "Give three lengths, 0 for an open axis, or the vectors a, b and c as rows [3, 3]");
            }
            return Box.of(array.numbers(shape.length == 1 ? 3 : 9));
        } catch (IllegalArgumentException e) {
            throw InputException.unusable(file.toString(), e);
        }
    }

    private Trajectory build(ArrayCollector frames, int n, Box box) throws InputException, IOException {
        var masses = numbers("masses", n);
        int steps =
                StepsPerFrame.of(numbers("steps_per_frame", 1).map(s -> s[0]).orElse(0.0), file);
        var units = words(NpzFormat.UNITS, 3)
                .map(names -> new Units(names.get(0), names.get(1), names.get(2)))
                .orElse(Units.REDUCED);
        return frames.build(
                masses,
                words("species", n),
                words("labels", n),
                run -> run.box(box)
                        .units(units)
                        .stepsPerFrame(steps)
                        .origin("NPZ: positions" + (masses.isPresent() ? ", masses" : "")));
    }
}
