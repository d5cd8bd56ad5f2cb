package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NPZ files that state what is not there, or arrays of another form. */
class NpzErrorsTest {
    @TempDir
    Path folder;

    private final Map<String, byte[]> arrays = new LinkedHashMap<>();

    @BeforeEach
    void aGoodFile() {
        arrays.put("times", array("<f8", "2,", 0, 1));
        arrays.put("positions", array("<f8", "2, 2, 3", 0, 0, 0, 1, 0, 0, 0, 0, 0, 1.5, 0, 0));
    }

    private static byte[] header(String type, String shape) {
        return "{'descr': '%s', 'fortran_order': False, 'shape': (%s)}\n"
                .formatted(type, shape)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int major, long headerLength, byte[] header, double... values) {
        var out = ByteBuffer.allocate(12 + header.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) major)
                .put((byte) 0);
        if (major == 1) {
            out.putShort((short) headerLength);
        } else {
            out.putInt((int) headerLength);
        }
        out.put(header);
        for (double value : values) {
            out.putDouble(value);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] array(String type, String shape, double... values) {
        var header = header(type, shape);
        return bytes(1, header.length, header, values);
    }

    private Path file() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve("a.npz"), out.toByteArray());
    }

    private Path archive(String entry) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.npz")))) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return folder.resolve("a.npz");
    }

    private void refused(String words) throws IOException {
        refused(file(), words);
    }

    private void refused(Path file, String words) {
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageStartingWith(folder.resolve("a.npz") + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void headersOfEitherVersionAreRead() throws Exception {
        assertThat(TrajectoryFiles.read(file(), ReadOptions.defaults()).positions(1))
                .containsExactly(0, 0, 0, 1.5, 0, 0);
        var header = header("<f8", "2,");
        arrays.put("times", bytes(2, header.length, header, 0, 4));
        assertThat(TrajectoryFiles.read(file(), ReadOptions.defaults()).time(1)).isEqualTo(4);
    }

    @Test
    void aHeaderIsNotReservedOnItsWord() throws Exception {
        arrays.put("positions", bytes(2, 2_000_000_000, header("<f8", "2, 2, 3")));
        refused("positions.npy: this is no NumPy array (a header of 2000000000 bytes)");
        arrays.put("positions", bytes(2, 4_000_000_000L, header("<f8", "2, 2, 3")));
        refused("a header of 4000000000 bytes");
        arrays.put("positions", bytes(2, 60_000, header("<f8", "2, 2, 3")));
        refused("positions.npy: this is no NumPy array");
        arrays.put("positions", new byte[] {(byte) 0x93, 'N', 'U'});
        refused("it ends inside the header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            positions ; <f8 ; 2, 2000000000, 3  ; a frame of 6000000000 numbers
            positions ; <f8 ; 2, 10000000, 3    ; the file ends inside the array
            positions ; <f8 ; 2000000000, 5, 3  ; times has the shape [2]
            positions ; <f8 ; 2, 2              ; positions has 2 dimensions
            positions ; <f8 ; 7, 2, 3           ; [7, 2, 3] and times [2]: its axes are in another order
            positions ; <f8 ; 7, 2, 3           ; Save numpy.transpose(positions, (1, 0, 2))
            positions ; <f8 ; 3, 2, 7           ; Save numpy.transpose(positions, (1, 2, 0))
            positions ; <f8 ; 7, 3, 2           ; Save numpy.transpose(positions, (2, 0, 1))
            positions ; <f8 ; 3, 7, 2           ; Save numpy.transpose(positions, (2, 1, 0))
            positions ; <f8 ; 7, 8, 3           ; times has the shape [2]
            positions ; <f8 ; 2, 1, 3           ; those of 1 particle
            positions ; <f8 ; 2, 2, 4           ; have 4 coordinates
            positions ; <f8 ; 0, 5, 3           ; times has the shape [2]
            positions ; |S2147483647 ; 1, 2147483647, 3 ; times has the shape [2]
            masses    ; |S2147483647 ; 2,       ; not numbers
            positions ; |S0 ; 2, 2000000000, 3  ; elements of 0 bytes
            positions ; |O  ; 2, 2, 3           ; positions.npy: the array holds objects of Python
            positions ; <x9 ; 2, 2, 3           ; this is no NumPy array
            times     ; <f8 ; -2,               ; times.npy: this is no NumPy array
            species   ; <U0 ; 2,                ; elements of 0 bytes
            species   ; <U9999999 ; 2,          ; words of
            masses    ; <f8 ; 2, 1              ; masses has the shape [2, 1]
            velocities ; <f8 ; 2, 2, 2          ; velocities has another shape than positions
            box       ; <f8 ; 2,                ; box has the shape [2]
            """)
    void whatAHeaderStatesIsChecked(String name, String type, String shape, String words) throws Exception {
        arrays.put(name, array(type.strip(), shape.strip()));
        refused(words);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, -1, Double.NaN, 2147483648.0, Double.POSITIVE_INFINITY})
    void stepsPerFrameAreAWholeNumber(double steps) throws Exception {
        arrays.put("steps_per_frame", array("<f8", "1,", steps));
        refused("steps_per_frame is " + steps + ". Give a whole number from 0 to 2147483647");
        arrays.put("steps_per_frame", array("<f8", "1,", Integer.MAX_VALUE));
        assertThat(TrajectoryFiles.read(file(), ReadOptions.defaults()).stepsPerFrame())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void withoutTimesNoLineOfTheFileIsNamed() throws Exception {
        arrays.remove("times");
        refused("the file counts frames but gives no times");
    }

    @Test
    void otherArchivesAreNamedForWhatTheyAre() throws Exception {
        for (var name : new String[] {"xl/workbook.xml", "[Content_Types].xml"}) {
            refused(archive(name), "this is a workbook, as Excel writes it. Save its table as CSV");
        }
        refused(
                archive("tracks.csv"),
                "this is a ZIP archive without arrays of NumPy (found: 'tracks.csv'). Unpack it");
    }

    @Test
    void aSingleArrayIsNoFileOfArrays() throws Exception {
        refused(
                Files.write(folder.resolve("a.npz"), arrays.get("positions")),
                "this is one array of NumPy (.npy), where positions and times are needed. Save both in one file with"
                        + " numpy.savez(file, positions=..., times=...)");
    }

    @ParameterizedTest
    @CsvSource({"<i8, 9007199254740992, 9007199254740993", "<i8, -1, 0", "<u8, 0, 18446744073709551615"})
    void wholeNumbersAreNamesToTheLastDigit(String type, String one, String other) throws Exception {
        var bits = new double[] {
            Double.longBitsToDouble(new BigInteger(one).longValue()),
            Double.longBitsToDouble(new BigInteger(other).longValue())
        };
        arrays.put("labels", array(type, "2,", bits));
        assertThat(TrajectoryFiles.read(file(), ReadOptions.defaults()).labels())
                .containsExactly(one, other);
    }

    @Test
    void unsignedNumbersAreNotNegative() throws Exception {
        arrays.put("masses", array("<u8", "2,", Double.longBitsToDouble(5), Double.longBitsToDouble(-1)));
        assertThat(TrajectoryFiles.read(file(), ReadOptions.defaults()).masses())
                .containsExactly(5.0, 0x1p64);
    }

    @Test
    void whatCannotBeIsNamed() throws Exception {
        arrays.put("masses", array("<f8", "2,", 1, -1));
        refused("a mass is not positive");
        arrays.put("masses", array("<U2", "2,", 0, 0));
        refused("masses.npy: the array holds words, not numbers");
        arrays.remove("masses");
        arrays.put("times", array("<f8", "2,", 1, 1));
        refused("the time of frame 1 is 1.0, that of the frame before 1.0");
        arrays.put("position", arrays.remove("positions"));
        refused("there is no array 'positions' in it (found: 'position', 'times'). Rename 'position'.");
        arrays.remove("position");
        arrays.put("\033[31mred", array("<f8", "2,", 1, 1));
        for (int k = 0; k < 9; k++) {
            arrays.put("more" + k, array("<f8", "2,", 1, 1));
        }
        refused("(found: '?[31mred', 'more0', 'more1', 'more2', 'more3', 'more4', 'more5', 'more6' and 3 more)");
    }
}
