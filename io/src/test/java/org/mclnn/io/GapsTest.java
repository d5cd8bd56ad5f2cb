package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Trajectory;

/** Particles that are not in every frame: missing where they have names, refused where they have none. */
class GapsTest {
    @TempDir
    private Path folder;

    private Trajectory read(String name, String content) throws Exception {
        return TrajectoryFiles.read(
                Samples.file(folder, name, content), new ReadOptions(OptionalDouble.of(1), 1, true));
    }

    @Test
    void aRowThatIsNotThereIsAParticleThatWasNotSeen() throws Exception {
        var run = read("gaps.csv", "t,particle,x,y\n0,a,0,0\n0,b,1,0\n1,b,1.5,0\n2,b,2,0\n2,a,0.2,0\n");
        assertThat(run.particles()).isEqualTo(2);
        assertThat(run.missing()).isEqualTo(1);
        assertThat(run.isComplete(1)).isFalse();
        assertThat(run.positions(1)).containsExactly(Double.NaN, Double.NaN, Double.NaN, 1.5, 0, 0);
        assertThat(run.positions(2)).containsExactly(0.2, 0, 0, 2, 0, 0);
    }

    @Test
    void aParticleThatComesLaterWasMissingBefore() throws Exception {
        var run = read("late.csv", "t,particle,x,y,mass\n0,a,0,0,1\n0,b,1,0,2\n1,a,0,1,1\n1,c,5,5,3\n1,b,1,1,2\n");
        assertThat(run.labels()).containsExactly("a", "b", "c");
        assertThat(run.masses()).containsExactly(1, 2, 3);
        assertThat(run.positions(0)).containsExactly(0, 0, 0, 1, 0, 0, Double.NaN, Double.NaN, Double.NaN);
        assertThat(run.positions(1)).containsExactly(0, 1, 0, 1, 1, 0, 5, 5, 0);
    }

    /** Particle 2 leaves through the wall of 4 while it is not seen: the shortest step is taken from where it was. */
    @Test
    void aGapInABoxIsCrossedByTheShortestStep() throws Exception {
        var frame = """
                ITEM: TIMESTEP
                %d
                ITEM: NUMBER OF ATOMS
                %d
                ITEM: BOX BOUNDS pp pp pp
                0 4
                0 4
                0 4
                ITEM: ATOMS id x y z
                """;
        var run = read(
                "gaps.dump",
                frame.formatted(0, 2) + "1 0 0 0\n2 3.5 0 0\n" + frame.formatted(1, 1) + "1 0.1 0 0\n"
                        + frame.formatted(2, 2) + "1 0.2 0 0\n2 0.5 0 0\n");
        assertThat(run.positions(1)[3]).isNaN();
        assertThat(run.positions(2)).containsExactly(0.2, 0, 0, 4.5, 0, 0);
    }

    @Test
    void withoutNamesEveryFrameHasAllParticles() throws Exception {
        var short2 = Samples.XYZ.replaceFirst("(?s)(.*)2\n(Prop.*)\nHe 0.95.*", "$11\n$2\n");
        assertThatThrownBy(() -> read("gaps.xyz", short2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 atoms, where the first frame has 2")
                .hasMessageContaining("add ids, or cut the trajectory");
    }
}
