package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving in place of an older checkpoint: whatever fails, a whole one stays. */
class CheckpointFilesTest {
    @TempDir
    Path folder;

    private CheckpointFiles files;
    private Path latest;
    private Path previous;

    @BeforeEach
    void names() {
        files = new CheckpointFiles(folder);
        latest = folder.resolve("checkpoint");
        previous = folder.resolve("checkpoint.prev");
    }

    private static int step(Checkpoint checkpoint) {
        return checkpoint.state().pieces().get(2).values().length;
    }

    private int loaded() throws Exception {
        return step(files.load().orElseThrow().checkpoint());
    }

    private String[] names(Path of) {
        var names = of.toFile().list();
        Arrays.sort(names);
        return names;
    }

    @Test
    void theLastTwoAreKept() throws Exception {
        assertThat(files.load()).isEmpty();
        assertThat(files.exist()).isFalse();
        for (int step = 1; step <= 5; step++) {
            files.save(Checkpoints.at(step, 10));
            assertThat(loaded()).isEqualTo(step);
        }
        assertThat(files.load().orElseThrow().warning()).isEmpty();
        assertThat(names(folder)).containsExactly("checkpoint", "checkpoint.prev");
        assertThat(Files.readAllBytes(previous)).isEqualTo(CheckpointFormat.bytes(Checkpoints.at(4, 10)));
        files.remove();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theOneBeforeIsTakenWhereTheLatestIsDamagedAndTheReasonIsSaid() throws Exception {
        files.save(Checkpoints.at(1, 10));
        files.save(Checkpoints.at(2, 10));
        var bytes = Files.readAllBytes(latest);
        bytes[bytes.length - 1] ^= 1;
        Files.write(latest, bytes);
        var loaded = files.load().orElseThrow();
        assertThat(step(loaded.checkpoint())).isEqualTo(1);
        assertThat(loaded.warning())
                .contains(latest + ": it is damaged: its SHA-256 is not the one at its end;"
                        + " the checkpoint before it is taken");
        // the good one is not pushed out by the damaged one
        files.save(Checkpoints.at(3, 10));
        Files.delete(latest);
        assertThat(loaded()).isEqualTo(1);
    }

    @Test
    void twoDamagedOnesAreRefusedWithBothReasonsAndTheRemedy() throws Exception {
        files.save(Checkpoints.at(1, 10));
        Files.write(latest, new byte[3]);
        assertThat(catchThrowableOfType(InputException.class, files::load))
                .hasMessage(latest + ": this is no checkpoint of mclnn: its first bytes are others."
                        + " Begin again with --restart");
        Files.write(previous, new byte[0]);
        var refused = catchThrowableOfType(InputException.class, files::load);
        assertThat(refused).hasMessageContainingAll(previous + ": ", "; and " + latest + ": ", "--restart");
        assertThat(refused.kind()).isEqualTo(InputException.Kind.BAD_DATA);
    }

    /** A disk that fails at one of its operations, after half of the bytes where it writes. */
    private static final class Failing implements Disk {
        private final int at;
        private final IOException how;
        private int operations;

        Failing(int at, IOException how) {
            this.at = at;
            this.how = how;
        }

        private void count() throws IOException {
            if (++operations == at) {
                throw how;
            }
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            if (operations + 1 == at) {
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            count();
            REAL.write(file, bytes);
        }

        @Override
        public void link(Path file, Path name) throws IOException {
            count();
            REAL.link(file, name);
        }

        @Override
        public void move(Path file, Path name) throws IOException {
            count();
            REAL.move(file, name);
        }

        @Override
        public void delete(Path file) throws IOException {
            count();
            REAL.delete(file);
        }

        @Override
        public void force(Path of) throws IOException {
            count();
            REAL.force(of);
        }
    }

    @Test
    void whereverTheDiskFailsAWholeCheckpointStaysAndNoLitter() throws Exception {
        for (var how : new IOException[] {
            new IOException("No space left on device"), new AccessDeniedException("checkpoint.tmp")
        }) {
            int failures = 0;
            for (int at = 1; at <= 6; at++) {
                files.remove();
                files.save(Checkpoints.at(1, 10));
                files.save(Checkpoints.at(2, 10));
                var failing = new CheckpointFiles(folder, new Failing(at, how));
                try {
                    failing.save(Checkpoints.at(3, 10));
                } catch (IOException e) {
                    failures++;
                    var reason = how instanceof AccessDeniedException ? "permission denied" : "No space left on device";
                    assertThat(e)
                            .hasMessage(latest + " could not be written: " + reason
                                    + ". Make room or allow it; what was saved before is still there");
                    assertThat(loaded()).isEqualTo(at == 5 ? 3 : 2); // the fifth waits for the names only
                }
                assertThat(files.load().orElseThrow().warning()).isEmpty();
                assertThat(names(folder)).doesNotContain("checkpoint.tmp");
                files.save(Checkpoints.at(4, 10));
                assertThat(loaded()).isEqualTo(4);
            }
            assertThat(failures).isEqualTo(5); // write, delete, link, move, force
        }
    }

    @Test
    void aFolderThatIsGoneIsNamed() {
        var gone = new CheckpointFiles(folder.resolve("gone"));
        assertThatThrownBy(() -> gone.save(Checkpoints.at(1, 10)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("gone/checkpoint") + " could not be written: ")
                .hasMessageEndingWith(
                        "its folder is gone. Begin again, and leave the folder until the run is complete");
    }

    /** A process that saves without end and says what is saved; killed, it has lost nothing that it said. */
    @Test
    void aKilledProcessHasLostNothingThatItSaid() throws Exception {
        var result =
                Kills.campaign(folder, 6, System.getProperty("java.class.path").split(File.pathSeparator));
        assertThat(result.lost()).isEmpty();
        assertThat(result.acknowledged()).isPositive();
    }
}
