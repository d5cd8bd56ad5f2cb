package org.mclnn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** What is told of an exception. */
class FailureTest {
    @Test
    void aDiskThatFailsInATrainingIsOne() {
        assertThat(Failure.of(new UncheckedIOException(new IOException("No space left on device")))
                        .code())
                .isEqualTo(ExitCode.IO);
    }
}
