package org.mclnn.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Units;

/** H5MD files: the group of particles with its positions, frame after frame. */
final class H5mdReader {
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
        var particles = particles(hdf);
        var position = H5mdElement.of(file, particles, "position")
                .filter(H5mdElement::isMoving)
                .orElseThrow(() -> missing("no positions in it"));
        var shape = position.value().getDimensions();
        if (shape.length != 3) {
            throw missing("position/value has " + shape.length + " dimensions");
        }
        var rows = new H5mdRows(file, position, shape[1], H5mdElement.of(file, particles, "id"));
        var velocity = velocity(particles, position);
        var frames = new ArrayCollector(file.path(), rows.particles(), shape[2], velocity.isPresent());
        var told = new H5mdBox(file, particles, shape[2]);
        var box = told.box();
        var images = images(particles, position, told.isTold(), box);
        boolean unwrapped = images.isPresent() || isUnwrapped(particles);
        frames.unwrap(unwrapped ? Box.open() : box);
        var times = position.sampling().times(options, cursor);
        int perBlock = position.perBlock();
        for (int from = 0; from < shape[0]; from += perBlock) {
            int count = Math.min(perBlock, shape[0] - from);
            var q = position.numbers(from, count);
            var v = velocity.isPresent() ? velocity.get().numbers(from, count) : new double[count][0];
            if (images.isPresent()) {
                images.get().add(q, from);
            }
            var particleOf = rows.in(from, count);
            for (int k = 0; k < count; k++) {
                frames.add(
                        times[from + k],
                        rows.ordered(q[k], particleOf[k], shape[2]),
                        velocity.isPresent() ? rows.ordered(v[k], particleOf[k], shape[2]) : v[k]);
            }
        }
        return build(frames, particles, rows, position, velocity.isPresent(), box);
    }

    private Group particles(HdfFile hdf) throws InputException {
        var all = file.group(hdf, "particles").orElseThrow(() -> missing("no group 'particles' in it"));
        var names = all.getChildren().keySet().stream().sorted().toList();
        if (names.size() != 1) {
            throw missing(
                    names.isEmpty()
                            ? "the group 'particles' is empty"
                            : names.size() + " groups of particles: " + Cursor.quoted(names));
        }
        return file.group(all, names.get(0)).orElseThrow(() -> missing("the group 'particles' holds no group"));
    }

    private Trajectory build(
            ArrayCollector frames, Group particles, H5mdRows rows, H5mdElement position, boolean moving, Box box)
            throws InputException {
        var mass = H5mdElement.of(file, particles, "mass");
        var species = H5mdElement.of(file, particles, "species");
        int steps = position.sampling().stepsPerFrame();
        var units = new Units(
                file.unit(position.value()),
                position.sampling().timeUnit(),
                mass.map(element -> file.unit(element.value())).orElse(""));
        return frames.build(
                mass.isPresent() ? Optional.of(rows.numbers(mass.get())) : Optional.empty(),
                species.isPresent() ? Optional.of(rows.words(species.get())) : Optional.empty(),
                rows.names(),
                run -> run.box(box)
                        .stepsPerFrame(steps)
                        .units(units)
                        .origin("H5MD: particles/" + Cursor.printable(particles.getName()) + ": position"
                                + (moving ? ", velocity" : "")
                                + (mass.isPresent() ? ", mass" : "")));
    }

    private InputException missing(String what) {
        return InputException.of(file.path(), what, WRITE);
    }

    private Optional<H5mdElement> velocity(Group particles, H5mdElement position) throws InputException {
        var velocity =
                options.velocities() ? H5mdElement.of(file, particles, "velocity") : Optional.<H5mdElement>empty();
        if (velocity.isPresent()) {
            if (!velocity.get().isMoving()) {
                throw missing("velocity is not stored frame by frame");
            }
            if (!Arrays.equals(
                    position.value().getDimensions(), velocity.get().value().getDimensions())) {
                throw missing("velocity has another shape than position/value");
            }
            velocity.get()
                    .checkFrames(
                            position,
                            "Store both in the same frames, or leave velocities out: train and check do with --positions-only");
        }
        return velocity;
    }

    private Optional<H5mdImages> images(Group particles, H5mdElement position, boolean boxTold, Box box)
            throws InputException {
        var image = H5mdElement.of(file, particles, "image");
        if (image.isEmpty()) {
            return Optional.empty();
        }
        var shape = position.value().getDimensions();
        image.get().checkShape(shape[1], shape[2]);
        image.get().checkFrames(position, "Store image with the step and time of position");
        if (!boxTold) {
            throw missing("there is an image of each position and no box");
        }
        if (isUnwrapped(particles)) {
            throw InputException.of(
                    file.path(),
                    "the positions are unwrapped, and there is an image of each besides",
                    "Leave out image, or the attribute " + H5mdFormat.UNWRAPPED + " of position");
        }
        return Optional.of(new H5mdImages(file.path(), image.get(), box, shape[2]));
    }

    private boolean isUnwrapped(Group particles) {
        return file.group(particles, "position")
                .filter(position -> file.attribute(position, H5mdFormat.UNWRAPPED) == 1.0)
                .isPresent();
    }
}
