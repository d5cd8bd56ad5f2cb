package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Trajectory;

/** H5MD files as the standard has them. */
class H5mdWritingTest {
    @TempDir
    Path folder;

    @Test
    void stepsBeyond32BitsAreWritten() throws Exception {
        var file = folder.resolve("long.h5");
        var run = Trajectory.of(2).stepsPerFrame(2_000_000_000);
        for (int k = 0; k < 3; k++) {
            run.frame(k, new double[] {0, 0, 0, 1, 0, 0});
        }
        TrajectoryFiles.write(file, run.build());
        assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).stepsPerFrame())
                .isEqualTo(2_000_000_000);
        try (var hdf = new HdfFile(file)) {
            var step = (Dataset) hdf.getByPath("/particles/all/position/step");
            assertThat((long[]) step.getData()).containsExactly(0, 2_000_000_000L, 4_000_000_000L);
        }
    }

    private Trajectory named(List<String> labels, List<String> species) {
        return Trajectory.of(3)
                .labels(labels)
                .species(species)
                .frame(0, new double[9])
                .frame(1, new double[9])
                .build();
    }

    private Class<?> written(String name) {
        try (var hdf = new HdfFile(folder.resolve("run.h5"))) {
            return ((Dataset) hdf.getByPath("/particles/all/" + name)).getJavaType();
        }
    }

    @Test
    void namesThatAreWholeNumbersAreWrittenAsSuch() throws Exception {
        var file = folder.resolve("run.h5");
        for (var names : List.of(
                List.of("7", "0", "999999999999999999"),
                List.of("1", "02", "3"),
                List.of("1", "-2", "3"),
                List.of("1", "1000000000000000000", "3"),
                List.of("1", "2", "C"))) {
            var run = named(names, names);
            TrajectoryFiles.write(file, run);
            var type = names.get(1).equals("0") ? long.class : String.class;
            assertThat(written("id")).isEqualTo(type);
            assertThat(written("species")).isEqualTo(type);
            var read = TrajectoryFiles.read(file, ReadOptions.defaults());
            assertThat(read.labels()).containsExactlyInAnyOrderElementsOf(names);
            assertThat(read.species()).isEqualTo(read.labels());
        }
    }
}
