package org.mclnn.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/** H5MD files: the group of particles with its positions, frame after frame. */
final class H5mdReader {
    private static final int BLOCK = 1 << 20; // numbers at a time
    private static final String WRITE = "Write H5MD 1.1, with particles/NAME/position/value [frames, particles, axes]";

    private final Hdf file;
    private final Cursor cursor;
    private final ReadOptions options;

    private H5mdReader(Hdf file, ReadOptions options) {
        this.file = file;
        cursor = new Cursor(file.path());
        this.options = options;
    }

    static Trajectory read(Path path, ReadOptions options) throws InputException, IOException {
        try (var hdf = open(path)) {
            return new H5mdReader(new Hdf(path), options).read(hdf);
        } catch (UncheckedIOException e) {
            throw e; // of frames on the disk
        } catch (RuntimeException | StackOverflowError e) { // the library throws what comes of damaged bytes
            throw InputException.of(
                    path,
                    "this HDF5 file cannot be read (" + Cursor.printable(String.valueOf(e.getMessage())) + ")",
                    "Copy it again, or write it anew");
        }
    }

    /**
     * Mapped where it can be: then nothing can be read beyond its end, and the library reserves no memory on the word of a damaged file.
     */
    private static HdfFile open(Path path) throws IOException {
        if (Files.size(path) > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        try (var channel = FileChannel.open(path)) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private Trajectory read(HdfFile hdf) throws InputException, IOException {
        var all = file.group(hdf, "particles").orElseThrow(() -> missing("no group 'particles' in it"));
        var names = all.getChildren().keySet().stream().sorted().toList();
        if (names.size() != 1) {
            throw missing(
                    names.isEmpty()
                            ? "the group 'particles' is empty"
                            : names.size() + " groups of particles: " + Cursor.quoted(names));
        }
        var particles =
                file.group(all, names.get(0)).orElseThrow(() -> missing("the group 'particles' holds no group"));
        var position = file.group(particles, "position").orElseThrow(() -> missing("no positions in it"));
        var value = file.dataset(position, "value").orElseThrow(() -> missing("no position/value in it"));
        var shape = value.getDimensions();
        if (shape.length != 3) {
            throw missing("position/value has " + shape.length + " dimensions");
        }
        var velocity = options.velocities() ? file.group(particles, "velocity") : Optional.<Group>empty();
        var moving = velocity.isPresent() ? file.dataset(velocity.get(), "value") : Optional.<Dataset>empty();
        if (moving.isPresent() && !Arrays.equals(shape, moving.get().getDimensions())) {
            throw missing("velocity/value has another shape than position/value");
        }
        var frames = new ArrayCollector(file.path(), shape[1], shape[2], moving.isPresent());
        var times = times(position, shape[0]);
        var box = box(particles, shape[2]);
        boolean unwrapped = file.attribute(position, H5mdFormat.UNWRAPPED) == 1.0;
        frames.unwrap(unwrapped ? Box.open() : box);
        int perBlock = perBlock(value);
        for (int from = 0; from < shape[0]; from += perBlock) {
            int count = Math.min(perBlock, shape[0] - from);
            var q = file.block(value, from, count);
            var v = moving.isPresent() ? file.block(moving.get(), from, count) : new double[count][0];
            for (int k = 0; k < count; k++) {
                frames.add(times[from + k], q[k], v[k]);
            }
        }
        var masses = fixed(particles, "mass", shape[1]);
        int steps = steps(position);
        var time = file.dataset(position, "time");
        var units = new Units(
                file.unit(value),
                time.isPresent() ? file.unit(time.get()) : "",
                file.dataset(particles, "mass").map(file::unit).orElse(""));
        return frames.build(
                masses,
                words(particles, "species", shape[1]),
                words(particles, "id", shape[1]),
                run -> run.box(box)
                        .stepsPerFrame(steps)
                        .units(units)
                        .origin("H5MD: particles/" + Cursor.printable(names.get(0)) + ": position"
                                + (moving.isPresent() ? ", velocity" : "")
                                + (masses.isPresent() ? ", mass" : "")));
    }

    private InputException missing(String what) {
        return InputException.of(file.path(), what, WRITE);
    }

    /** Times of the frames: stored, or an increment with an offset, or frame numbers. */
    private double[] times(Group element, int frames) throws InputException {
        var time = file.dataset(element, "time");
        var times = new double[frames];
        if (time.isPresent()) {
            options.checkNoTimePerFrame(cursor, "the file has times");
        }
        if (time.isPresent() && !time.get().isScalar()) {
            var found = file.numbers(time.get());
            if (found.length != frames) {
                throw missing(found.length + " times for " + frames + " frames");
            }
            return found;
        }
        double each = time.isPresent() ? file.numbers(time.get())[0] : 0.0;
        double offset = time.isPresent() ? file.attribute(time.get(), "offset") : 0.0;
        for (int k = 0; k < frames; k++) {
            times[k] = time.isPresent()
                    ? offset + k * each
                    : options.frameTime(
                            k,
                            cursor,
                            "Store position/time too, or give the time from frame to frame with --dt or --fps");
        }
        return times;
    }

    /** Integrator steps between frames: as we note them, or as others count them; 0 if not told. */
    private int steps(Group position) throws InputException {
        var step = file.dataset(position, "step");
        if (step.isEmpty()) {
            return 0;
        }
        int noted = StepsPerFrame.of(file.attribute(step.get(), H5mdFormat.STEPS), file.path());
        var counts = file.numbers(step.get());
        double each =
                noted > 0 ? noted : counts.length > 1 ? counts[1] - counts[0] : counts.length == 1 ? counts[0] : 0;
        for (int k = 2; k < counts.length; k++) {
            each = counts[k] - counts[k - 1] == counts[1] - counts[0] ? each : 0;
        }
        // frames that are merely numbered tell nothing
        return noted > 0 || (each > 1 && each <= Integer.MAX_VALUE) ? (int) each : 0;
    }

    /** Open where the boundary is none; edges as lengths, or a matrix. */
    private Box box(Group particles, int dimensions) throws InputException {
        var group = file.group(particles, "box");
        if (group.isEmpty()) {
            return Box.open();
        }
        var boundary = file.words(group.get(), "boundary");
        boolean open = !boundary.isEmpty() && boundary.stream().allMatch(b -> b.equals("none"));
        var fixed = file.dataset(group.get(), "edges");
        var moving = file.group(group.get(), "edges").flatMap(edges -> file.dataset(edges, "value"));
        if (open || (fixed.isEmpty() && moving.isEmpty())) {
            return Box.open();
        }
        var edges = fixed.isPresent() ? file.numbers(fixed.get()) : same(moving.orElseThrow());
        boolean matrix = edges.length == dimensions * dimensions && dimensions > 1;
        if (edges.length != dimensions && !matrix) {
            throw missing("box/edges has " + edges.length + " numbers for " + dimensions + " axes");
        }
        var vectors = new double[9];
        for (int k = 0; k < edges.length; k++) {
            int axis = matrix ? k / dimensions : k;
            boolean periodic = boundary.size() <= axis || boundary.get(axis).equals("periodic");
            vectors[3 * axis + (matrix ? k % dimensions : k)] = periodic ? edges[k] : 0.0;
        }
        return Box.of(vectors);
    }

    /** How many entries along the first axis are read at a time. */
    private static int perBlock(Dataset dataset) {
        var shape = dataset.getDimensions();
        int each = Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
        return Math.max(1, BLOCK / Math.max(1, each));
    }

    /** The edges of every frame, which must be the same. */
    private double[] same(Dataset edges) throws InputException {
        int frames = edges.getDimensions()[0];
        double[] first = file.block(edges, 0, 1)[0];
        int perBlock = perBlock(edges);
        for (int from = 0; from < frames; from += perBlock) {
            var block = file.block(edges, from, Math.min(perBlock, frames - from));
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

    private Optional<double[]> fixed(Group particles, String name, int n) throws InputException {
        var found = file.dataset(particles, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var values = file.numbers(found.get());
        if (values.length != n) {
            throw missing(name + " has " + values.length + " entries for " + n + " particles");
        }
        return Optional.of(values);
    }

    private Optional<List<String>> words(Group particles, String name, int n) throws InputException {
        var found = file.dataset(particles, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var words = file.words(found.get());
        if (words.size() != n) {
            throw missing(name + " has " + words.size() + " entries for " + n + " particles");
        }
        return Optional.of(words);
    }
}
