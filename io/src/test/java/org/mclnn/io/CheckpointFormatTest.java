package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.mclnn.training.TrainingState;

/** Every bit of a checkpoint comes back, and no damage is let pass. */
class CheckpointFormatTest {
    private static final Checkpoint SAVED = Checkpoints.at(40, 150);
    private static final byte[] BYTES = CheckpointFormat.bytes(SAVED);
    private static final int HEAD = 16;
    private static final int ROW = 28;
    private static final int SECTIONS = 6;

    private static String refused(byte[] bytes) {
        var e = catchThrowableOfType(IllegalArgumentException.class, () -> CheckpointFormat.read(bytes));
        assertThat(e).as("a damaged checkpoint was read").isNotNull();
        return String.valueOf(e.getMessage());
    }

    @Test
    void everyBitComesBack() {
        var read = CheckpointFormat.read(BYTES);
        assertThat(read.manifest()).isEqualTo(SAVED.manifest());
        assertThat(read.saved()).isEqualTo(SAVED.saved());
        assertThat(read.state().where()).isEqualTo("after step 40 of network");
        for (int k = 0; k < 3; k++) {
            var piece = read.state().pieces().get(k);
            var saved = SAVED.state().pieces().get(k);
            assertThat(piece.name()).isEqualTo(saved.name());
            assertThat(piece.finished()).isEqualTo(saved.finished());
            assertThat(bits(piece.numbers())).isEqualTo(bits(saved.numbers()));
            assertThat(bits(piece.values())).isEqualTo(bits(saved.values()));
        }
        assertThat(CheckpointFormat.bytes(read)).isEqualTo(BYTES);
        var nothing = new Checkpoint(Checkpoints.MANIFEST, SAVED.saved(), TrainingState.NOTHING);
        assertThat(CheckpointFormat.read(CheckpointFormat.bytes(nothing))
                        .state()
                        .pieces())
                .isEmpty();
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void everyFlippedBitIsNoticed() {
        var random = new SplittableRandom(5);
        for (int k = 0; k < 10_000; k++) {
            var damaged = BYTES.clone();
            int bit = random.nextInt(8 * damaged.length);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(refused(damaged)).as("bit %d", bit).isNotEmpty();
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        for (int length = 0; length < BYTES.length; length++) {
            assertThat(refused(Arrays.copyOf(BYTES, length)))
                    .as("%d bytes", length)
                    .isNotEmpty();
        }
        assertThat(refused(Arrays.copyOf(BYTES, BYTES.length + 1))).contains("longer than its sections, by 1 bytes");
    }

    @Test
    void theReasonSaysWhatIsDamaged() {
        assertThat(refused(new byte[100])).isEqualTo("this is no checkpoint of mclnn: its first bytes are others");
        assertThat(refused(changed(HEAD, 1))).isEqualTo("section 1 is not 'config'");
        assertThat(refused(changed(HEAD + 16, 1))).startsWith("section 'config' should have 7205759403792");
        assertThat(refused(changed(HEAD + 16, 0x80))).startsWith("section 'config' should have -9223372036854");
        assertThat(refused(changed(15, 1))).isEqualTo("it says that it has 7 sections, not 6");
        assertThat(refused(changed(BYTES.length - 1, 1)))
                .isEqualTo("it is damaged: its SHA-256 is not the one at its end");
        assertThat(refused(changed(BYTES.length - 33, 1)))
                .isEqualTo("section 'metrics' is damaged: its CRC-32C is not the one in the table");
        assertThat(refused(Arrays.copyOf(BYTES, 12))).isEqualTo("it ends in its header, after 12 bytes");
        assertThat(refused(Arrays.copyOf(BYTES, 50))).isEqualTo("it ends in its table of sections, after 50 bytes");
    }

    private static byte[] changed(int at, int mask) {
        var changed = BYTES.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }

    @Test
    void anotherVersionIsNamed() throws Exception {
        assertThat(refused(sealed(changed(11, 3))))
                .isEqualTo("it has version 2 of the format, this program reads version 1");
    }

    /** Each section in the place of each other, with everything but the names in the table made to agree. */
    @Test
    void swappedSectionsAreNoticed() throws Exception {
        for (int a = 0; a < SECTIONS; a++) {
            for (int b = a + 1; b < SECTIONS; b++) {
                assertThat(refused(sealed(swapped(a, b, false))))
                        .as("sections %d and %d", a, b)
                        .contains("CRC-32C");
                assertThat(refused(sealed(swapped(a, b, true))))
                        .as("sections %d and %d with their rows", a, b)
                        .isEqualTo("section " + (a + 1) + " is not '" + name(a) + "'");
            }
        }
    }

    private static String name(int section) {
        return new String[] {"config", "data", "program", "journal", "optimiser", "metrics"}[section];
    }

    private static byte[] swapped(int a, int b, boolean names) {
        var in = ByteBuffer.wrap(BYTES);
        var rows = new byte[SECTIONS][ROW];
        var bodies = new byte[SECTIONS][];
        in.position(HEAD);
        for (var row : rows) {
            in.get(row);
        }
        for (int k = 0; k < SECTIONS; k++) {
            bodies[k] = new byte[(int) ByteBuffer.wrap(rows[k]).getLong(16)];
            in.get(bodies[k]);
        }
        var out = ByteBuffer.allocate(BYTES.length);
        out.put(BYTES, 0, HEAD);
        for (int k = 0; k < SECTIONS; k++) {
            int from = k == a ? b : k == b ? a : k;
            out.put(names ? rows[from] : rows[k], 0, 16).put(rows[from], 16, 12);
        }
        for (int k = 0; k < SECTIONS; k++) {
            out.put(bodies[k == a ? b : k == b ? a : k]);
        }
        return out.array();
    }

    /** With the SHA-256 that belongs to it. */
    private static byte[] sealed(byte[] bytes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes, 0, bytes.length - 32);
        System.arraycopy(digest.digest(), 0, bytes, bytes.length - 32, 32);
        return bytes;
    }

    /** A count inside a section that the bytes there do not bear out, with all sums made to agree: refused before memory is asked for. */
    @Test
    void countsLargerThanTheBytesAreRefused() throws Exception {
        var in = ByteBuffer.wrap(BYTES);
        int at = HEAD + SECTIONS * ROW;
        for (int section = 0; section < SECTIONS; section++) {
            int length = (int) in.getLong(HEAD + section * ROW + 16);
            for (int value : new int[] {Integer.MAX_VALUE, -1, 1 << 28, 4}) {
                var forged = BYTES.clone();
                ByteBuffer.wrap(forged).putInt(at, value);
                var crc = new CRC32C();
                crc.update(forged, HEAD + section * ROW, 16);
                crc.update(forged, at, length);
                ByteBuffer.wrap(forged).putInt(HEAD + section * ROW + 24, (int) crc.getValue());
                assertThat(refused(sealed(forged)))
                        .isEqualTo("its sections are whole, but their content is not that of a checkpoint");
            }
            at += length;
        }
    }

    @Test
    void whatMakesAnotherTrainingIsNamed() {
        var now = new Manifest(
                8, Map.of("form", "spline", "cutoff", "2.2"), "moved.xyz", "6e".repeat(32), "0.1.0", "another JVM");
        assertThat(SAVED.differences(Checkpoints.MANIFEST)).isEmpty();
        assertThat(SAVED.differences(now))
                .containsExactly(
                        "cutoff was not given and is now 2.2",
                        "dt was 0.01 and is now not given",
                        "form was network and is now spline",
                        "seed was 7 and is now 8",
                        "the data was Spuren 粒子.xyz (SHA-256 " + "5d".repeat(32) + ") and is now moved.xyz (SHA-256 "
                                + "6e".repeat(32) + ")");
        var moved = new Manifest(
                7, Checkpoints.MANIFEST.configuration(), "moved.xyz", "5d".repeat(32), "0.1.0", "another JVM");
        assertThat(SAVED.differences(moved)).isEmpty();
    }
}
