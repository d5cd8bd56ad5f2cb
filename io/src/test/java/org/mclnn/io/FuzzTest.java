package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Box;

/** Damaged input gives a value or an {@link InputException}, nothing else. */
class FuzzTest {
    // per parser, spread over the texts and names below
    private static final int INPUTS = Integer.getInteger("mclnn.fuzz", 3000);
    private static final String[] WORDS = {
        "nan",
        "-1",
        "0",
        "1e999",
        "2000000000",
        "99999999999999999999",
        "\"",
        "'",
        "{",
        "=",
        ",",
        ";",
        "\t",
        "ITEM: ",
        "ITEM: ATOMS",
        "Lattice=\"",
        "Properties=",
        ":",
        "@",
        "#",
        "# mclnn ",
        "\n",
        "\r",
        "\u0000",
        "\ufeff",
        "pp",
        "null",
        "[",
        "]",
        "}",
        "true",
        "e"
    };

    @TempDir
    Path folder;

    private interface Reader {
        Object read(Path file) throws InputException, IOException;
    }

    private void fuzz(String seedText, String name, long seed, Reader reader) throws IOException {
        fuzz(seedText, name, seed, INPUTS / 4, reader);
    }

    private void fuzz(String seedText, String name, long seed, int inputs, Reader reader) throws IOException {
        fuzz(seedText.getBytes(StandardCharsets.UTF_8), name, seed, inputs, reader);
    }

    private void fuzz(byte[] whole, String name, long seed, int inputs, Reader reader) throws IOException {
        var random = new SplittableRandom(seed);
        var file = folder.resolve(name);
        int values = 0;
        for (int k = 0; k < inputs; k++) {
            var input = mutated(whole, random);
            Files.deleteIfExists(file); // some file systems flush a file that is emptied and written again
            Files.write(file, input);
            try {
                assertThat(reader.read(file)).isNotNull();
                values++;
            } catch (InputException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | IOException e) {
                fail(
                        "input " + k + " of seed " + seed + " gave " + e + ":\n"
                                + new String(input, StandardCharsets.ISO_8859_1),
                        e);
            }
        }
        assertThat(values).as("inputs that are still good").isBetween(1, inputs - 1);
    }

    private static byte[] mutated(byte[] text, SplittableRandom random) {
        var bytes = text;
        for (int times = random.nextInt(1, 4); times > 0 && bytes.length > 1; times--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> {
                    bytes = bytes.clone();
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = lines(bytes, random, true);
                case 3 -> bytes = lines(bytes, random, false);
                case 4 ->
                    bytes = spliced(
                            bytes, at, WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8), random);
                default -> bytes = spliced(bytes, at, new byte[] {(byte) random.nextInt(256)}, random);
            }
        }
        return bytes;
    }

    /** Doubles a line, or moves it to another place. */
    private static byte[] lines(byte[] bytes, SplittableRandom random, boolean twice) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        var line = lines.get(random.nextInt(lines.size()));
        if (!twice) {
            lines.remove(line);
        }
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Puts a piece in the place of up to three bytes. */
    private static byte[] spliced(byte[] bytes, int at, byte[] piece, SplittableRandom random) {
        int to = Math.min(bytes.length, at + random.nextInt(4));
        var result = new byte[at + piece.length + bytes.length - to];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(piece, 0, result, at, piece.length);
        System.arraycopy(bytes, to, result, at + piece.length, bytes.length - to);
        return result;
    }

    private static Object readAny(Path file) throws InputException, IOException {
        return TrajectoryFiles.read(file, ReadOptions.timePerStep(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "a.dat"})
    void damagedXyz(String name) throws IOException {
        fuzz(Samples.XYZ, name, 1, FuzzTest::readAny);
        fuzz(
                Samples.XYZ.replace("pbc=\"F F F\"", "Lattice=\"4 0 0 0 4 0 0 0 4\" steps_per_frame=10"),
                name,
                2,
                FuzzTest::readAny);
        fuzz(
                Samples.XYZ.replace("pbc=\"F F F\"", "Lattice=\"4 0 0 1 4 0 -2 .5 4\" pbc=\"T T F\""),
                name,
                9,
                FuzzTest::readAny);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.dat"})
    void damagedTables(String name) throws IOException {
        fuzz("# mclnn box=5.0,5.0,5.0 steps_per_frame=10\n" + Samples.CSV, name, 3, FuzzTest::readAny);
        fuzz("# mclnn box=5.0,0,0,1,5,0,-1,1,5\n" + Samples.CSV, name, 10, INPUTS / 8, FuzzTest::readAny);
        fuzz(Samples.CSV.replace(",a,", ",\"a\",").replace(',', ';'), name, 4, FuzzTest::readAny);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.dump", "a.dat"})
    void damagedDumps(String name) throws IOException {
        fuzz(Samples.DUMP, name, 5, FuzzTest::readAny);
        fuzz(Samples.DUMP.replace("x y z vx", "xs ys zu vx"), name, 6, FuzzTest::readAny);
        var tilted = Samples.DUMP
                .replace("BOUNDS pp pp ff", "BOUNDS xy xz yz pp pp pp")
                .replace("4.0\n", "4.0 0.5\n");
        fuzz(tilted, name, 11, FuzzTest::readAny);
        var general = Samples.DUMP
                .replace("BOUNDS", "BOUNDS abc origin")
                .replace("0.0 4.0\n0.0 4.0\n0.0 4.0\n", "4 0 0 -1\n1 4 0 0\n-1 1 4 0\n")
                .replace("x y z vx vy vz", "xs ys zs ix iy iz")
                .replace("0.1 0.0 0.0", "1 0 -1");
        fuzz(general, name, 12, FuzzTest::readAny);
    }

    @Test
    void damagedTracks() throws IOException {
        fuzz(TrackTablesTest.TRACKPY, "a.csv", 13, FuzzTest::readAny);
        fuzz(TrackTablesTest.TRACKMATE, "a.csv", 14, FuzzTest::readAny);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.h5", "a.npz"})
    void damagedArrays(String name) throws IOException {
        for (var box : List.of(Box.open(), new Box(5, 5, 5))) {
            var good = folder.resolve("good." + name);
            TrajectoryFiles.write(good, Samples.awkward(3, 4, box, 2, true));
            fuzz(Files.readAllBytes(good), name, 15, INPUTS / 4, FuzzTest::readAny);
        }
    }

    @Test
    void damagedFilesOfH5py() throws Exception {
        var good = Path.of(
                Objects.requireNonNull(FuzzTest.class.getResource("/h5py.h5")).toURI());
        fuzz(Files.readAllBytes(good), "a.h5", 16, INPUTS / 4, FuzzTest::readAny);
    }

    @Test
    void damagedModels() throws IOException {
        for (var model : Models.all()) {
            var file = folder.resolve("good.json");
            ModelFile.write(file, model);
            fuzz(Files.readString(file), "a.json", 7, INPUTS / 8, ModelFile::read);
        }
    }

    @Test
    void bytesWithoutAnySense() throws IOException {
        var random = new SplittableRandom(8);
        for (var name : List.of("a.xyz", "a.csv", "a.dump", "a.dat")) {
            for (int k = 0; k < INPUTS / 10; k++) {
                var input = new byte[random.nextInt(1, 300)];
                random.nextBytes(input);
                var file = Files.write(folder.resolve(name), input);
                try {
                    assertThat(readAny(file)).isNotNull();
                } catch (InputException e) {
                    assertThat(e).hasMessageStartingWith(file.toString());
                }
            }
        }
    }
}
