package org.mclnn.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openlca.npy.NpyByteOrder;
import org.openlca.npy.NpyDataType;
import org.openlca.npy.dict.NpyHeaderDict;

/** Arrays that {@code numpy.load} reads: positions and velocities [T, N, D], times [T], masses [N], species [N], labels [N], box [3] or [3, 3], unit_names [3]. */
final class NpzFormat {
    static final String UNITS = "unit_names"; // others may keep something else as units
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");
    // of an earlier moment Java keeps the time zone too
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private NpzFormat() {}

    static void write(NewFile file, Header header, Spooled frames) throws IOException {
        var zip = new ZipOutputStream(file.bytes());
        zip.setLevel(Deflater.NO_COMPRESSION); // digits of noise do not shrink
        var all = new int[] {frames.frames(), header.particles(), header.dimensions()};
        numbers(zip, "times", new int[] {frames.frames()}, 1, k -> frames.times());
        numbers(zip, "positions", all, frames.frames(), frames::positions);
        if (frames.moving()) {
            numbers(zip, "velocities", all, frames.frames(), frames::velocities);
        }
        if (!header.masses().isEmpty()) {
            numbers(
                    zip,
                    "masses",
                    new int[] {header.particles()},
                    1,
                    k -> header.masses().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        if (header.hasSpecies()) {
            words(zip, "species", header.species());
        }
        if (!header.isNumbered()) {
            words(zip, "labels", header.labels());
        }
        var box = header.box();
        if (box.isPeriodic()) {
            numbers(zip, "box", box.isOrthogonal() ? new int[] {3} : new int[] {3, 3}, 1, k -> box.numbers());
            numbers(zip, "unwrapped", new int[] {1}, 1, k -> new double[] {1});
        }
        var units = header.units();
        var names = List.of(units.length(), units.time(), units.mass());
        if (names.stream().anyMatch(name -> !name.isEmpty())) {
            words(zip, UNITS, names);
        }
        if (header.stepsPerFrame() > 0) {
            numbers(zip, "steps_per_frame", new int[] {1}, 1, k -> new double[] {header.stepsPerFrame()});
        }
        zip.finish();
    }

    private static void numbers(ZipOutputStream zip, String name, int[] shape, int blocks, IntFunction<double[]> block)
            throws IOException {
        start(
                zip,
                name,
                NpyHeaderDict.of(NpyDataType.f8)
                        .withByteOrder(NpyByteOrder.LITTLE_ENDIAN)
                        .withShape(shape)
                        .create());
        for (int k = 0; k < blocks; k++) {
            write(zip, block.apply(k));
        }
        zip.closeEntry();
    }

    private static void write(OutputStream out, double[] values) throws IOException {
        var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        out.write(bytes.array());
    }

    /** Strings as NumPy keeps them: four bytes a character, all as long as the longest. */
    private static void words(ZipOutputStream zip, String name, List<String> words) throws IOException {
        int longest = Math.max(
                1,
                words.stream()
                        .mapToInt(w -> w.codePointCount(0, w.length()))
                        .max()
                        .orElse(1)); // as NumPy
        start(
                zip,
                name,
                NpyHeaderDict.of(NpyDataType.U)
                        .withByteOrder(NpyByteOrder.LITTLE_ENDIAN)
                        .withTypeSize(longest)
                        .withShape(new int[] {words.size()})
                        .create());
        for (var word : words) {
            var bytes = word.getBytes(UTF_32);
            zip.write(bytes);
            zip.write(new byte[4 * longest - bytes.length]);
        }
        zip.closeEntry();
    }

    /** Of an array; the same bytes whenever and wherever it is written. */
    static ZipEntry entry(String name) {
        var entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    private static void start(ZipOutputStream zip, String name, NpyHeaderDict header) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(header.toNpyHeader());
    }
}
