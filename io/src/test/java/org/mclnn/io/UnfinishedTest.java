package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is being written when the program is stopped. */
class UnfinishedTest {
    private static final int FILES = 20;

    @TempDir
    private Path folder;

    /** The shutdown hook removes while the work goes on. */
    @Test
    void aFolderGetsItsNameWithAllItsFilesOrNotAtAll() throws Exception {
        for (int k = 0; k < 200; k++) {
            var place = folder.resolve("run" + k);
            var part = Unfinished.folder(place);
            for (int f = 0; f < FILES; f++) {
                Files.createFile(part.resolve("file" + f));
            }
            var begin = new CountDownLatch(1);
            var hook = new Thread(() -> {
                try {
                    begin.await();
                    Unfinished.remove(part);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            hook.start();
            begin.countDown();
            try {
                Unfinished.name(part, place, StandardCopyOption.ATOMIC_MOVE);
                hook.join();
                try (var content = Files.list(place)) {
                    assertThat(content).hasSize(FILES);
                }
            } catch (IOException e) {
                hook.join();
                assertThat(place).doesNotExist();
            }
            assertThat(part).doesNotExist();
        }
    }

    @Test
    void whatWasRemovedGetsNoName() throws IOException {
        var place = folder.resolve("run");
        var part = Unfinished.folder(place);
        Unfinished.remove(part);
        Files.createDirectory(part); // work that goes on while the program is stopped
        assertThatThrownBy(() -> Unfinished.name(part, place))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stopped before");
        assertThat(place).doesNotExist();
    }
}
