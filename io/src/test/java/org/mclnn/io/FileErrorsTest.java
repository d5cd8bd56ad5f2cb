package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are none, or not of a kind we know. */
class FileErrorsTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNoInputAndNamesItsNeighbour() throws Exception {
        Samples.file(folder, "tracks.csv", Samples.CSV);
        var error = Refusal.of(folder.resolve("trakcs.csv"), ReadOptions.defaults());
        assertThat(error.kind()).isEqualTo(InputException.Kind.NO_INPUT);
        assertThat(error)
                .hasMessage(folder.resolve("trakcs.csv") + ": there is no such file. Did you mean 'tracks.csv'?");
        assertThat(Refusal.of(folder.resolve("none/tracks.csv"), ReadOptions.defaults()))
                .hasMessageContaining("Check the path");
    }

    @Test
    void aDirectoryIsNoInput() {
        var error = Refusal.of(folder, ReadOptions.defaults());
        assertThat(error.kind()).isEqualTo(InputException.Kind.NO_INPUT);
        assertThat(error).hasMessageContaining("this is a directory");
    }

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        var pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .as("mkfifo")
                .isZero();
        assertThat(Refusal.of(pipe, ReadOptions.defaults())).hasMessageContaining("this is no regular file");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertThat(Refusal.of(Samples.file(folder, "a.xyz", ""), ReadOptions.defaults()))
                .hasMessageContaining("the file is empty");
        assertThat(Refusal.of(Samples.file(folder, "b.xyz", "\n \n"), ReadOptions.defaults()))
                .hasMessageContaining("blank lines only");
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() throws Exception {
        var error = Refusal.of(Samples.file(folder, "a.pdb", "HEADER x\n"), ReadOptions.defaults());
        assertThat(error)
                .hasMessageContaining("the format cannot be told")
                .hasMessageContaining(".xyz")
                .hasMessageContaining(".lammpstrj");
    }

    @Test
    void binaryFilesAreRefused() throws Exception {
        var file = Files.write(folder.resolve("a.xyz"), new byte[] {'1', '\n', 'x', 0, 1, 2});
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining(":2: byte 0x00: this is not a text file")
                .hasMessageContaining("gzip");
    }

    @Test
    void packedFilesThatAreCutOffAreRefused() throws Exception {
        var whole = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(whole)) {
            out.write("# a comment\n".repeat(100).getBytes(StandardCharsets.UTF_8));
            out.write(Samples.CSV.getBytes(StandardCharsets.UTF_8));
        }
        for (int length : new int[] {3, 9, 12, whole.size() / 2, whole.size() - 1}) {
            var file = Files.write(folder.resolve("a.csv.gz"), Arrays.copyOf(whole.toByteArray(), length));
            assertThat(Refusal.of(file, ReadOptions.defaults()))
                    .as("%d bytes", length)
                    .hasMessageContaining("a.csv.gz: the packed file is damaged or cut off");
        }
    }

    @Test
    void aFileThatUnpacksWithoutEndIsRefused() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bomb)) {
            var lines = "# nothing\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < 80; k++) {
                out.write(lines);
            }
        }
        var file = Files.write(folder.resolve("a.csv.gz"), bomb.toByteArray());
        assertThat(Refusal.of(file, ReadOptions.defaults())).hasMessageContaining("200 times its size");
    }
}
