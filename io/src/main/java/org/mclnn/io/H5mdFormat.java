package org.mclnn.io;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.mclnn.dynamics.Box;

/** H5MD 1.1, which h5py and MDAnalysis read: one group of particles, {@code /particles/all}. Written from memory, as a whole. */
final class H5mdFormat {
    private static final int COPIES = 3; // of all numbers, while the file is written

    /** Attribute of position/step: integrator steps between frames. */
    static final String STEPS = "steps_per_frame";

    /** Attribute of position: 1 where particles that leave the box go on outside. */
    static final String UNWRAPPED = "unwrapped";

    private final Header header;
    private final Spooled frames;

    private H5mdFormat(Header header, Spooled frames) {
        this.header = header;
        this.frames = frames;
    }

    static void write(NewFile file, Header header, Spooled frames) throws IOException {
        new H5mdFormat(header, frames).write(file);
    }

    private void write(NewFile file) throws IOException {
        long bytes = 8L * frames.frames() * header.particles() * header.dimensions() * (frames.moving() ? 2 : 1);
        if (COPIES * bytes > Runtime.getRuntime().maxMemory()) {
            throw new IOException(file
                    + " could not be written: H5MD files are written from memory, and this one takes "
                    + COPIES * bytes / 1_000_000 + " MB. Give more with MCLNN_JAVA_OPTS=-Xmx8g, or write .npz or .xyz");
        }
        try (var out = HdfFile.write(file.unfinished())) {
            var about = out.putGroup("h5md");
            about.putAttribute("version", new int[] {1, 1});
            about.putGroup("author").putAttribute("name", "N/A");
            var creator = about.putGroup("creator");
            creator.putAttribute("name", "mclnn");
            creator.putAttribute("version", "1");
            particles(out.putGroup("particles").putGroup("all"));
        }
    }

    private void particles(WritableGroup all) {
        var units = header.units();
        var position = all.putGroup("position");
        element(position, frames::positions, units.length());
        if (header.box().isPeriodic()) {
            position.putAttribute(UNWRAPPED, 1);
        }
        if (frames.moving()) {
            element(
                    all.putGroup("velocity"),
                    frames::velocities,
                    units.length().isEmpty() || units.time().isEmpty()
                            ? ""
                            : units.length() + " " + units.time() + "-1");
        }
        var box = all.putGroup("box");
        int dimensions = header.dimensions();
        var boundary = new String[dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            boundary[axis] = header.box().isPeriodic(axis) ? "periodic" : "none";
        }
        box.putAttribute("dimension", dimensions);
        box.putAttribute("boundary", boundary);
        if (header.box().isPeriodic()) {
            // in every frame: MDAnalysis reads no others
            var edges = box.putGroup("edges");
            edges.putDataset("value", edges(header.box(), dimensions));
            edges.putDataset("step", steps());
            edges.putDataset("time", frames.times());
        }
        if (!header.masses().isEmpty()) {
            var mass = all.putDataset(
                    "mass",
                    header.masses().stream().mapToDouble(Double::doubleValue).toArray());
            if (!units.mass().isEmpty()) {
                mass.putAttribute("unit", units.mass());
            }
        }
        if (header.hasSpecies()) {
            all.putDataset("species", names(header.species()));
        }
        if (!header.isNumbered()) {
            all.putDataset("id", names(header.labels()));
        }
    }

    /** Lengths, or a matrix whose rows are a, b and c; of each frame. */
    private Object edges(Box box, int dimensions) {
        if (box.isOrthogonal()) {
            var lengths = new double[frames.frames()][];
            Arrays.fill(lengths, Arrays.copyOf(box.numbers(), dimensions));
            return lengths;
        }
        var cell = new double[dimensions][dimensions];
        for (int axis = 0; axis < dimensions; axis++) {
            System.arraycopy(box.vectors(), 3 * axis, cell[axis], 0, dimensions);
        }
        var cells = new double[frames.frames()][][];
        Arrays.fill(cells, cell);
        return cells;
    }

    private long[] steps() {
        var steps = new long[frames.frames()];
        Arrays.setAll(steps, k -> (long) k * Math.max(1, header.stepsPerFrame()));
        return steps;
    }

    /** Whole numbers, as the standard has them, where all names are such; else the words. */
    private static Object names(List<String> names) {
        return names.stream().allMatch(name -> name.matches("0|[1-9][0-9]{0,17}"))
                ? names.stream().mapToLong(Long::parseLong).toArray()
                : names.toArray(String[]::new);
    }

    private void element(WritableGroup group, IntFunction<double[]> vectors, String unit) {
        int dimensions = header.dimensions();
        var values = new double[frames.frames()][header.particles()][dimensions];
        for (int k = 0; k < values.length; k++) {
            var flat = vectors.apply(k);
            for (int i = 0; i < values[k].length; i++) {
                System.arraycopy(flat, i * dimensions, values[k][i], 0, dimensions);
            }
        }
        var value = group.putDataset("value", values);
        var step = group.putDataset("step", steps());
        if (header.stepsPerFrame() > 0) {
            step.putAttribute(STEPS, header.stepsPerFrame());
        }
        var time = group.putDataset("time", frames.times());
        if (!unit.isEmpty()) {
            value.putAttribute("unit", unit);
        }
        if (!header.units().time().isEmpty()) {
            time.putAttribute("unit", header.units().time());
        }
    }
}
