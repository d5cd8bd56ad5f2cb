package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an H5MD file says of itself is checked, and shown without harm. */
class H5mdErrorsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {2.5, -1, 3e9, Double.NaN, Double.POSITIVE_INFINITY})
    void notedStepsAreAWholeNumber(double steps) {
        var file = H5mdFiles.file(
                folder,
                all -> H5mdFiles.timed(all, "position", H5mdFiles.moving(2), 0, 1)
                        .putDataset("step", new int[] {0, 1})
                        .putAttribute(H5mdFormat.STEPS, steps));
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessage(file + ": steps_per_frame is " + steps + ". Give a whole number from 0 to 2147483647");
    }

    @Test
    void namesOfGroupsAreShownInPart() {
        var file = folder.resolve("groups.h5");
        try (var out = HdfFile.write(file)) {
            var particles = out.putGroup("particles");
            for (int k = 0; k < 10; k++) {
                particles.putGroup("\u001b[31m" + k);
            }
        }
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining(
                        "10 groups of particles: '?[31m0', '?[31m1', '?[31m2', '?[31m3', '?[31m4', '?[31m5', '?[31m6', '?[31m7' and 2 more. Write");
    }

    @Test
    void aNameDoesNotDisturbTheTerminal() throws Exception {
        var file = folder.resolve("esc.h5");
        try (var out = HdfFile.write(file)) {
            var all = out.putGroup("particles").putGroup("a\u001b[31m");
            H5mdFiles.timed(all, "position", H5mdFiles.moving(2), 0, 1);
        }
        assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).origin())
                .isEqualTo("H5MD: particles/a?[31m: position");
    }
}
