package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;

/** Asks for the error that reading gives. */
final class Refusal {
    private Refusal() {}

    static InputException of(Path file, ReadOptions options) {
        return catchThrowableOfType(InputException.class, () -> TrajectoryFiles.read(file, options));
    }

    static void check(Path folder, String name, String content, String where, String what, String remedy)
            throws Exception {
        var file = Samples.file(folder, name, content);
        var error = of(file, name.endsWith(".dump") ? ReadOptions.timePerStep(0.1) : ReadOptions.defaults());
        assertThat(error).as(content).isNotNull();
        assertThat(error.kind()).isEqualTo(InputException.Kind.BAD_DATA);
        assertThat(error)
                .hasMessageStartingWith(file + ":" + where)
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }
}
