package org.mclnn.io;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.mclnn.training.TrainingState;
import org.mclnn.training.TrainingState.Piece;
import tools.jackson.core.JacksonException;

/**
 * A checkpoint as bytes, big endian: magic, version, number of sections; for each section its name, length and CRC-32C; the sections;
 * SHA-256 over all that stands before it.
 */
final class CheckpointFormat {
    static final int VERSION = 1;

    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'L', 'N', 'N', '\r', '\n'};
    private static final List<String> SECTIONS =
            List.of("config", "data", "program", "journal", "optimiser", "metrics");
    private static final int NAME = 16; // bytes, filled up with zeros
    private static final int ROW = NAME + Long.BYTES + Integer.BYTES;
    private static final int HEAD = MAGIC.length + 2 * Integer.BYTES;
    private static final int DIGEST = 32;

    private CheckpointFormat() {}

    record Config(long seed, Map<String, String> configuration) {}

    record Data(String file, String sha256) {}

    record Program(String version, String jvm, String saved) {}

    static byte[] bytes(Checkpoint checkpoint) {
        var manifest = checkpoint.manifest();
        var pieces = checkpoint.state().pieces();
        boolean underWay = !pieces.isEmpty() && !pieces.get(pieces.size() - 1).finished();
        var finished = underWay ? pieces.subList(0, pieces.size() - 1) : pieces;
        var sections = List.of(
                json(new Config(manifest.seed(), manifest.configuration())),
                json(new Data(manifest.dataFile(), manifest.dataSha256())),
                json(new Program(
                        manifest.version(), manifest.jvm(), checkpoint.saved().toString())),
                named(finished),
                named(pieces.subList(finished.size(), pieces.size())),
                numbers(pieces.stream().map(Piece::values).toList()));
        int size = HEAD + SECTIONS.size() * ROW + DIGEST;
        for (var section : sections) {
            size = Math.addExact(size, section.length);
        }
        var out = ByteBuffer.allocate(size).put(MAGIC).putInt(VERSION).putInt(SECTIONS.size());
        for (int k = 0; k < SECTIONS.size(); k++) {
            var section = sections.get(k);
            out.put(padded(SECTIONS.get(k))).putLong(section.length).putInt(crc(SECTIONS.get(k), section));
        }
        sections.forEach(out::put);
        var digest = ModelFile.digest();
        digest.update(out.array(), 0, out.position());
        return out.put(digest.digest()).array();
    }

    private static byte[] json(Object value) {
        return ModelFile.JSON.writeValueAsBytes(value);
    }

    private static byte[] named(List<Piece> pieces) {
        var names = pieces.stream()
                .map(p -> p.name().getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = Integer.BYTES
                + names.stream().mapToInt(n -> Integer.BYTES + n.length).sum();
        var list = ByteBuffer.allocate(size).putInt(pieces.size());
        names.forEach(name -> list.putInt(name.length).put(name));
        var values = numbers(pieces.stream().map(Piece::numbers).toList());
        return ByteBuffer.allocate(Math.addExact(size, values.length))
                .put(list.array())
                .put(values)
                .array();
    }

    private static byte[] numbers(List<double[]> rows) {
        long size = Integer.BYTES
                + rows.stream()
                        .mapToLong(r -> Integer.BYTES + (long) Double.BYTES * r.length)
                        .sum();
        var out = ByteBuffer.allocate(Math.toIntExact(size)).putInt(rows.size());
        for (var row : rows) {
            out.putInt(row.length);
            for (double x : row) {
                out.putLong(Double.doubleToRawLongBits(x));
            }
        }
        return out.array();
    }

    private static byte[] padded(String name) {
        return Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), NAME);
    }

    /** Over the name too: a section in the place of another is noticed. */
    private static int crc(String name, byte[] section) {
        var crc = new CRC32C();
        crc.update(padded(name));
        crc.update(section);
        return (int) crc.getValue();
    }

    /** @throws IllegalArgumentException saying what is wrong with the bytes */
    static Checkpoint read(byte[] bytes) {
        var sections = sections(bytes);
        try {
            var config = ModelFile.JSON.readValue(sections.get(0), Config.class);
            var data = ModelFile.JSON.readValue(sections.get(1), Data.class);
            var program = ModelFile.JSON.readValue(sections.get(2), Program.class);
            var manifest = new Manifest(
                    config.seed, config.configuration, data.file, data.sha256, program.version, program.jvm);
            return new Checkpoint(manifest, Instant.parse(program.saved), state(sections));
        } catch (JacksonException | DateTimeException | BufferUnderflowException e) {
            throw new IllegalArgumentException(
                    "its sections are whole, but their content is not that of a checkpoint", e);
        }
    }

    private static List<byte[]> sections(byte[] bytes) {
        if (bytes.length < MAGIC.length || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            throw new IllegalArgumentException("this is no checkpoint of mclnn: its first bytes are others");
        }
        if (bytes.length < HEAD) {
            throw new IllegalArgumentException("it ends in its header, after " + bytes.length + " bytes");
        }
        var in = ByteBuffer.wrap(bytes).position(MAGIC.length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "it has version " + version + " of the format, this program reads version " + VERSION);
        }
        int count = in.getInt();
        if (count != SECTIONS.size()) {
            throw new IllegalArgumentException("it says that it has " + count + " sections, not " + SECTIONS.size());
        }
        long left = in.remaining() - (SECTIONS.size() * (long) ROW + DIGEST);
        if (left < 0) {
            throw new IllegalArgumentException("it ends in its table of sections, after " + bytes.length + " bytes");
        }
        var sections = new ArrayList<byte[]>();
        var crcs = new int[count];
        for (int k = 0; k < count; k++) {
            var name = new byte[NAME];
            in.get(name);
            long length = in.getLong();
            crcs[k] = in.getInt();
            if (!Arrays.equals(name, padded(SECTIONS.get(k)))) {
                throw new IllegalArgumentException("section " + (k + 1) + " is not '" + SECTIONS.get(k) + "'");
            }
            if (length < 0 || length > left) {
                throw new IllegalArgumentException("section '" + SECTIONS.get(k) + "' should have " + length
                        + " bytes, and only " + left + " are left");
            }
            left -= length;
            sections.add(new byte[(int) length]);
        }
        if (left != 0) {
            throw new IllegalArgumentException("it is longer than its sections, by " + left + " bytes");
        }
        for (int k = 0; k < count; k++) {
            in.get(sections.get(k));
            if (crc(SECTIONS.get(k), sections.get(k)) != crcs[k]) {
                throw new IllegalArgumentException(
                        "section '" + SECTIONS.get(k) + "' is damaged: its CRC-32C is not the one in the table");
            }
        }
        var digest = ModelFile.digest();
        digest.update(bytes, 0, in.position());
        var found = new byte[DIGEST];
        in.get(found);
        if (!MessageDigest.isEqual(digest.digest(), found)) {
            throw new IllegalArgumentException("it is damaged: its SHA-256 is not the one at its end");
        }
        return sections;
    }

    private static TrainingState state(List<byte[]> sections) {
        var journal = ByteBuffer.wrap(sections.get(3));
        var optimiser = ByteBuffer.wrap(sections.get(4));
        var metrics = ByteBuffer.wrap(sections.get(5));
        var finished = names(journal);
        var underWay = names(optimiser);
        var results = rows(journal, finished.size());
        results.addAll(rows(optimiser, underWay.size()));
        var values = rows(metrics, results.size());
        if (underWay.size() > 1 || journal.hasRemaining() || optimiser.hasRemaining() || metrics.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        var pieces = new ArrayList<Piece>();
        for (int k = 0; k < results.size(); k++) {
            boolean done = k < finished.size();
            var name = done ? finished.get(k) : underWay.get(k - finished.size());
            pieces.add(new Piece(name, done, values.get(k), results.get(k)));
        }
        return new TrainingState(pieces);
    }

    private static List<String> names(ByteBuffer in) {
        int count = count(in, Integer.BYTES);
        var names = new ArrayList<String>();
        for (int k = 0; k < count; k++) {
            var name = new byte[count(in, 1)];
            in.get(name);
            names.add(new String(name, StandardCharsets.UTF_8));
        }
        return names;
    }

    private static List<double[]> rows(ByteBuffer in, int expected) {
        if (count(in, Integer.BYTES) != expected) {
            throw new BufferUnderflowException();
        }
        var rows = new ArrayList<double[]>();
        for (int k = 0; k < expected; k++) {
            var row = new double[count(in, Double.BYTES)];
            for (int p = 0; p < row.length; p++) {
                row[p] = Double.longBitsToDouble(in.getLong());
            }
            rows.add(row);
        }
        return rows;
    }

    /** A number of things of at least so many bytes, all of which must be there. */
    private static int count(ByteBuffer in, int bytesEach) {
        int count = in.getInt();
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return count;
    }
}
