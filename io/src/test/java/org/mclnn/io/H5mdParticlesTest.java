package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Trajectory;

/** Names, masses and species of H5MD files, in the same rows or in rows that change from frame to frame. */
class H5mdParticlesTest {
    private static final double NAN = Double.NaN;

    @TempDir
    Path folder;

    /** Three rows, in frame k at x = 10 k + row. */
    private Path file(Consumer<WritableGroup> more) {
        return H5mdFiles.file(folder, all -> {
            var q = new double[3][3][1];
            for (int k = 0; k < 3; k++) {
                for (int row = 0; row < 3; row++) {
                    q[k][row][0] = 10 * k + row;
                }
            }
            H5mdFiles.timed(all, "position", q, 0, 1, 2);
            H5mdFiles.timed(all, "velocity", q, 0, 1, 2);
            more.accept(all);
        });
    }

    private Trajectory read(Consumer<WritableGroup> more) throws Exception {
        return TrajectoryFiles.read(file(more), ReadOptions.defaults());
    }

    private void refused(String words, Consumer<WritableGroup> more) {
        assertThat(Refusal.of(file(more), ReadOptions.defaults())).hasMessageContaining(words);
    }

    /** Where the particle of a name is in each frame. */
    private static double[] path(Trajectory run, String name) {
        int i = run.labels().indexOf(name);
        var x = new double[run.frames()];
        Arrays.setAll(x, k -> run.positions(k)[3 * i]);
        return x;
    }

    @Test
    void rowsFollowTheirIds() throws Exception {
        var run = read(all -> H5mdFiles.element(all, "id", new int[][] {{7, 8, 9}, {8, 9, 7}, {9, 7, 8}}));
        assertThat(run.labels()).containsExactlyInAnyOrder("7", "8", "9");
        assertThat(path(run, "7")).containsExactly(0, 12, 21);
        assertThat(path(run, "8")).containsExactly(1, 10, 22);
        assertThat(run.velocities(1)).isEqualTo(run.positions(1));
    }

    @Test
    void anIdThatIsAbsentIsAParticleThatWasNotSeen() throws Exception {
        var run = read(all -> H5mdFiles.element(all, "id", new long[][] {{7, 8, -1}, {8, -1, -1}, {9, 7, 8}}));
        assertThat(run.particles()).isEqualTo(3);
        assertThat(path(run, "7")).containsExactly(0, NAN, 21);
        assertThat(path(run, "8")).containsExactly(1, 10, 22);
        assertThat(path(run, "9")).containsExactly(NAN, NAN, 20);
    }

    @Test
    void namesThatStayAreThoseOfTheRows() throws Exception {
        var run = read(all -> all.putDataset("id", new int[] {-4, 5, 6}));
        assertThat(path(run, "-4")).containsExactly(0, 10, 20);
        assertThat(path(run, "6")).containsExactly(2, 12, 22);
    }

    @Test
    void idsThatCannotBeFollowedAreRefused() {
        refused(
                "the id '8' is twice in frame 1",
                all -> H5mdFiles.element(all, "id", new int[][] {{7, 8, 9}, {8, 9, 8}, {9, 7, 8}}));
        refused("the id '5' is twice in frame 0", all -> all.putDataset("id", new int[] {5, 5, 6}));
        refused(
                "id has 2 frames and position 3",
                all -> H5mdFiles.element(all, "id", new int[][] {{7, 8, 9}, {8, 9, 7}}));
        refused("id has the shape [2]", all -> all.putDataset("id", new int[] {7, 8}));
        refused(
                "id and position are of different moments: the time of frame 2 is 4.0",
                all -> H5mdFiles.timed(all, "id", new int[][] {{7, 8, 9}, {8, 9, 7}, {7, 8, 9}}, 0, 1, 4));
        refused("no id/value in it", all -> all.putGroup("id").putDataset("step", 1));
    }

    @Test
    void massAndSpeciesMayBeStoredInEveryFrame() throws Exception {
        var run = read(all -> {
            H5mdFiles.element(all, "mass", new double[][] {{1, NAN, 3}, {1, 2, 3}, {NAN, 2, 3}});
            H5mdFiles.element(all, "species", new int[][] {{1, 1, 2}, {1, 1, 2}, {1, 1, 2}});
        });
        assertThat(run.masses()).containsExactly(1, 2, 3);
        assertThat(run.species()).containsExactly("1", "1", "2");
        assertThat(run.origin()).endsWith("velocity, mass");
        // or once, at a step of its own, where rows stay
        assertThat(read(all -> H5mdFiles.element(all, "mass", new double[][] {{1, 2, 3}}))
                        .masses())
                .containsExactly(1, 2, 3);
    }

    @Test
    void massAndSpeciesFollowTheIds() throws Exception {
        var run = read(all -> {
            H5mdFiles.element(all, "id", new int[][] {{0, 1, 2}, {1, 2, 0}, {0, -1, 1}});
            H5mdFiles.element(all, "mass", new float[][] {{1, 2, 3}, {2, 3, 1}, {1, 0, 2}});
            H5mdFiles.element(all, "species", new String[][] {{"a", "b", "b"}, {"b", "b", "a"}, {"a", "-", "b"}});
        });
        assertThat(run.masses()).containsExactly(1, 2, 3);
        assertThat(run.species()).containsExactly("a", "b", "b");
    }

    @Test
    void massAndSpeciesThatChangeAreRefused() {
        refused(
                "the mass of particle 1 was 2.0 and is 4.0 in frame 2. A particle keeps its mass",
                all -> H5mdFiles.element(all, "mass", new double[][] {{1, 2, 3}, {1, 2, 3}, {1, 4, 3}}));
        refused("the species of particle '8' was 'He' and is 'Ar' in frame 1. A particle keeps its species", all -> {
            H5mdFiles.element(all, "id", new int[][] {{7, 8, 9}, {8, 9, 7}, {9, 7, 8}});
            all.putDataset("species", new String[] {"Ar", "He", "He"});
        });
        refused("mass has 1 frames and position 3", all -> {
            H5mdFiles.element(all, "id", new int[][] {{7, 8, 9}, {8, 9, 7}, {9, 7, 8}});
            H5mdFiles.element(all, "mass", new double[][] {{1, 2, 3}});
        });
        refused("mass/value has the shape [3, 2]", all -> H5mdFiles.element(all, "mass", new double[3][2]));
        refused("species has the shape [3, 1]", all -> all.putDataset("species", new int[3][1]));
    }

    /** Written by h5py 3.16: ids with the fill value 0, an enumeration of species, an increment with an offset, links, gzip. */
    @Test
    void aFileOfH5pyIsRead() throws Exception {
        var file = Path.of(Objects.requireNonNull(H5mdParticlesTest.class.getResource("/h5py.h5"))
                .toURI());
        var run = TrajectoryFiles.read(file, ReadOptions.timePerStep(0.5));
        assertThat(run.labels()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(path(run, "1")).containsExactly(1, 1.5, NAN, 10);
        assertThat(path(run, "2")).containsExactly(2, 2.5, 3, 3.5);
        assertThat(path(run, "3")).containsExactly(NAN, 7, 7, 7);
        assertThat(run.species()).containsExactly("Ar", "He", "Ar");
        assertThat(run.masses()).containsExactly(40, 4, 40);
        assertThat(run.time(1)).isEqualTo(55.0);
        assertThat(run.stepsPerFrame()).isEqualTo(10);
        assertThat(run.notes()).isEmpty();
    }
}
