package org.mclnn.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Names;

/** Reads and writes trajectories; the format follows from the content and the extension of the name. */
public final class TrajectoryFiles {
    private static final String KNOWN =
            "extended XYZ (.xyz, .extxyz), tables with a header (.csv, .tsv, .txt), LAMMPS text dumps (.dump, .lammpstrj),"
                    + " these packed by gzip or not, H5MD (.h5, .h5md), NumPy (.npz)";

    private TrajectoryFiles() {}

    private enum Format {
        XYZ,
        CSV,
        LAMMPS,
        H5MD,
        NPZ
    }

    /**
     * Reads a trajectory.
     *
     * @throws InputException if the file is missing or its content cannot be used: says where, why and what to do
     * @throws IOException if reading fails
     */
    public static Trajectory read(Path file, ReadOptions options) throws InputException, IOException {
        checkReadable(file);
        return switch (format(file)) {
            case XYZ -> XyzReader.read(file, options);
            case CSV -> CsvReader.read(file, options);
            case LAMMPS -> DumpReader.read(file, options);
            case H5MD -> H5mdReader.read(file, options);
            case NPZ -> NpzReader.read(file, options);
        };
    }

    /**
     * A writer of extended XYZ (.xyz, .extxyz), CSV (.csv; .trackpy.csv as trackpy writes it), H5MD (.h5, .h5md) or NPZ (.npz).
     *
     * @throws IllegalArgumentException for another extension, or names that the format cannot hold
     */
    public static TrajectoryWriter writer(Path file, Header header) throws IOException {
        var format = switch (extension(file)) {
            case "xyz", "extxyz" -> new XyzFormat(header);
            case "csv" ->
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".trackpy.csv")
                        ? new TrackpyFormat(header)
                        : new CsvFormat(header);
            case "h5", "h5md" -> new Spooled(header, H5mdFormat::write);
            case "npz" -> new Spooled(header, NpzFormat::write);
            default ->
                throw new IllegalArgumentException("cannot tell the format of '" + file
                        + "': trajectories are written as .xyz, .extxyz, .csv, .h5, .h5md or .npz");
        };
        return new TrajectoryWriter(file, format, header);
    }

    /** Writes a whole trajectory, in the format of the extension as {@link #writer}. */
    public static void write(Path file, Trajectory trajectory) throws IOException {
        try (var writer = writer(file, Header.of(trajectory))) {
            for (int k = 0; k < trajectory.frames(); k++) {
                writer.frame(trajectory, k);
            }
            writer.commit();
        }
    }

    /** Refuses what is no readable file with content, with the name it may have been meant to be. */
    static void checkReadable(Path file) throws InputException, IOException {
        if (Files.isDirectory(file)) {
            throw InputException.noInput(file, "this is a directory", "Give a file in it");
        }
        if (!Files.exists(file)) {
            throw InputException.noInput(file, "there is no such file", remedy(file));
        }
        if (!Files.isReadable(file)) {
            throw InputException.noInput(file, "this file may not be read", "Allow it, or copy the file");
        }
        if (!Files.isRegularFile(file)) { // it is read more than once
            throw InputException.noInput(file, "this is no regular file", "Write its content to one first");
        }
        if (Files.size(file) == 0) {
            throw InputException.of(file, "the file is empty", "Check the program that wrote it");
        }
    }

    private static String remedy(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return "Check the path";
        }
        List<String> names;
        try (var siblings = Files.list(folder)) {
            names = siblings.map(p -> String.valueOf(p.getFileName()))
                    .sorted()
                    .limit(1000)
                    .toList();
        }
        return Names.closest(String.valueOf(file.getFileName()), names)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse("Check the path");
    }

    private static String extension(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Format format(Path file) throws InputException, IOException {
        var start = start(file);
        if (start.startsWith("\u0089HDF\r\n")) {
            return Format.H5MD;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return Format.NPZ;
        }
        if (start.startsWith("\u0093NUMPY")) {
            throw InputException.of(
                    file,
                    "this is one array of NumPy (.npy), where positions and times are needed",
                    "Save both in one file with " + NpzReader.REMEDY);
        }
        try (var lines = new TextLines(file)) {
            if (!lines.nextFilled()) {
                throw InputException.of(file, "the file holds blank lines only", "Check the program that wrote it");
            }
            var first = lines.text().strip();
            if (first.startsWith("ITEM:")) {
                return Format.LAMMPS;
            }
            if (first.matches("\\+?[0-9]{1,18}")) {
                return Format.XYZ;
            }
            var name = String.valueOf(file).replaceFirst("(?i)\\.gz$", "");
            return switch (extension(Path.of(name))) {
                case "xyz", "extxyz" -> Format.XYZ;
                case "csv", "tsv", "txt" -> Format.CSV;
                case "dump", "lammpstrj" -> Format.LAMMPS;
                default -> {
                    if (!isTable(lines)) {
                        throw InputException.of(file, "the format cannot be told", "Known: " + KNOWN);
                    }
                    yield Format.CSV;
                }
            };
        }
    }

    private static String start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(8), StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether the first line below comments and a line about the delimiter names a column x. */
    private static boolean isTable(TextLines lines) throws InputException, IOException {
        while (lines.text().startsWith("#") || CsvReader.isDelimiterLine(lines.text())) {
            if (!lines.nextFilled()) {
                return false;
            }
        }
        return lines.text().toLowerCase(Locale.ROOT).matches("(.*[,;\t])?[\" ]*x[\" ]*([,;\t].*)?");
    }
}
