package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Trajectory;

/** Files of many blocks, which several threads look through: the same frames as one by one, and errors at the right line. */
class LongFilesTest {
    private static final int FRAMES = 3000;
    private static final int PARTICLES = 20;

    @TempDir
    Path folder;

    private double[][] positions;
    private String[] lines;

    @BeforeEach
    void write() {
        var random = new SplittableRandom(5);
        positions = new double[FRAMES][];
        lines = new String[FRAMES * PARTICLES + 1];
        lines[0] = "t,id,x,y,z";
        for (int k = 0; k < FRAMES; k++) {
            positions[k] = random.doubles(3 * PARTICLES, -1e3, 1e3).toArray();
            for (int i = 0; i < PARTICLES; i++) {
                var q = positions[k];
                lines[1 + k * PARTICLES + i] = k + "," + i + "," + q[3 * i] + "," + q[3 * i + 1] + "," + q[3 * i + 2];
            }
        }
    }

    private Path file(String name) throws Exception {
        var file = folder.resolve(name);
        var text = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(text.length).isGreaterThan(10 * Pieces.SIZE);
        if (name.endsWith(".gz")) {
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text);
            }
            return file;
        }
        return Files.write(file, text);
    }

    private void checkAll(Trajectory read) {
        assertThat(read.frames()).isEqualTo(FRAMES);
        for (int k = 0; k < FRAMES; k++) {
            assertThat(read.positions(k)).containsExactly(positions[k]);
        }
    }

    @Test
    void everyFrameIsWhereItWas() throws Exception {
        checkAll(TrajectoryFiles.read(file("a.csv"), ReadOptions.defaults()));
        checkAll(TrajectoryFiles.read(file("a.csv.gz"), ReadOptions.defaults()));
    }

    @Test
    void errorsAreAtTheirLine() throws Exception {
        for (int line : new int[] {2, 3001, 44_444, lines.length}) {
            var good = lines[line - 1];
            lines[line - 1] = good.replaceFirst("[0-9]$", "x");
            refused(line, "is not a number");
            lines[line - 1] = good + '\1';
            refused(line, "byte 0x01: this is not a text file");
            lines[line - 1] = "0".repeat(2 * Pieces.LONGEST);
            refused(line, "this line is longer than 1048576 bytes");
            lines[line - 1] = good;
        }
    }

    private void refused(int line, String words) throws Exception {
        var file = file("b.csv");
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageStartingWith(file + ":" + line + ":")
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 8})
    void linesAreTheSameOnAnyNumberOfThreads(int threads) throws Exception {
        var file = file("c.csv");
        for (char separator : new char[] {LineBlock.NOTHING, ','}) {
            try (var read = new TextLines(file, separator, threads, true)) {
                for (var line : lines) {
                    assertThat(read.next()).isTrue();
                    assertThat(read.text()).isEqualTo(line);
                }
                assertThat(read.next()).isFalse();
                assertThat(read.cursor().line()).isEqualTo(lines.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void whoeverStopsReadingLeavesNoThreadBehind(int threads) throws Exception {
        var file = file("d.csv");
        for (int k = 0; k < 50; k++) {
            try (var read = new TextLines(file, ',', threads, true)) {
                for (int line = 0; line < 200 * k; line++) {
                    assertThat(read.next()).isTrue();
                }
            }
        }
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("mclnn-lines")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void theLongestLineIsTheSameWhereverItStands() throws Exception {
        for (int before : new int[] {0, 1000, 30_000}) {
            for (int threads : new int[] {0, 1, 3}) {
                for (int more = 0; more < 2; more++) {
                    var longest = "0".repeat(Pieces.LONGEST + more);
                    var text = "1,2,3\n".repeat(before) + longest + "\n4,5,6\n".repeat(3);
                    var file = Files.writeString(folder.resolve("e.csv"), text);
                    try (var read = new TextLines(file, ',', threads, true)) {
                        for (int line = 0; line < before; line++) {
                            assertThat(read.next()).isTrue();
                        }
                        if (more == 0) {
                            assertThat(read.next()).isTrue();
                            assertThat(read.text()).isEqualTo(longest);
                        } else {
                            assertThatThrownBy(read::next)
                                    .isInstanceOf(InputException.class)
                                    .hasMessageContaining(":" + (before + 1) + ": this line is longer");
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aFileThatIsCutWhileItIsReadEndsThere(int threads) throws Exception {
        var file = file("f.csv");
        try (var read = new TextLines(file, ',', threads, true)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 3 * Pieces.SIZE / 2);
            }
            int line = 0;
            while (read.next()) {
                assertThat(lines[line]).startsWith(read.text());
                line++;
            }
            assertThat(line).isBetween(lines.length / 3, lines.length - 1);
        }
    }

    @Test
    void linesBeforeAnotherFailureAreReadFirst() throws Exception {
        lines[4] = lines[4].replaceFirst("[0-9]$", "x");
        lines[5] = "0".repeat(2 * Pieces.LONGEST);
        refused(5, "is not a number");
    }

    @Test
    void theFirstOfSeveralErrorsIsTold() throws Exception {
        for (int line = 1000; line <= lines.length; line += 1000) {
            lines[line - 1] += '\1';
        }
        refused(1000, "not a text file");
    }

    @Test
    void aPackedFileThatIsCutOffIsRefused() throws Exception {
        var file = file("a.csv.gz");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThat(Refusal.of(file, ReadOptions.defaults())).hasMessageContaining("damaged or cut off");
    }
}
