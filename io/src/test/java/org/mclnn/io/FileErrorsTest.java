package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        var file = Files.write(folder.resolve("a.xyz.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining(":1: byte 0x1f: this is not a text file")
                .hasMessageContaining("unpacked");
    }
}
