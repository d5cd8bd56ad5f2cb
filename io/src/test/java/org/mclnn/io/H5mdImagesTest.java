package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Trajectory;

/** Positions in a box of H5MD with images, which say how often a particle has left it. */
class H5mdImagesTest {
    private static final String[] PERIODIC = {"periodic", "periodic", "periodic"};
    private static final double[] EDGES = {4, 5, 6};

    @TempDir
    Path folder;

    private Path file(Consumer<WritableGroup> more) {
        return H5mdFiles.file(folder, all -> {
            H5mdFiles.timed(
                    all, "position", new double[][][] {{{0, 0, 0}, {1, 2, 3}}, {{0, 0, 0}, {1.5, 2.5, 3.5}}}, 0, 1);
            more.accept(all);
        });
    }

    private Trajectory read(Consumer<WritableGroup> more) throws Exception {
        return TrajectoryFiles.read(file(more), ReadOptions.defaults());
    }

    private void refused(String words, Consumer<WritableGroup> more) {
        assertThat(Refusal.of(file(more), ReadOptions.defaults())).hasMessageContaining(words);
    }

    @Test
    void imagesCountTheLengthsOfTheBox() throws Exception {
        var run = read(all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            // two lengths at once: the shortest step would be another
            H5mdFiles.element(all, "image", new int[][][] {{{0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {2, 0, -1}}});
        });
        assertThat(run.positions(0)).containsExactly(0, 0, 0, 1, 2, 3);
        assertThat(run.positions(1)).containsExactly(0, 0, 0, 9.5, 2.5, -2.5);
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void imagesCountTheEdgesOfATriclinicBox() throws Exception {
        var run = read(all -> {
            H5mdFiles.box(all, new double[][] {{4, 0, 0}, {1, 5, 0}, {-1, 2, 6}}, PERIODIC);
            H5mdFiles.element(all, "image", new double[][][] {{{0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {1, -2, 3}}});
        });
        assertThat(run.positions(1)).containsExactly(0, 0, 0, 1.5 + 4 - 2 - 3, 2.5 - 10 + 6, 3.5 + 18);
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void imagesMayBeTheSameInAllFramesAndArePlaceholdersAlongOpenAxes() throws Exception {
        var run = read(all -> {
            H5mdFiles.box(all, EDGES, "periodic", "none", "periodic");
            all.putDataset("image", new int[][] {{0, 7, 0}, {1, 7, 0}});
        });
        assertThat(run.positions(0)).containsExactly(0, 0, 0, 5, 2, 3);
        assertThat(run.positions(1)).containsExactly(0, 0, 0, 5.5, 2.5, 3.5);
    }

    @Test
    void rowsWithImagesChangePlacesTogether() throws Exception {
        var run = read(all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            H5mdFiles.element(all, "id", new int[][] {{0, 1}, {1, 0}});
            H5mdFiles.element(all, "image", new int[][][] {{{0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {0, 1, 0}}});
        });
        assertThat(run.positions(1)).containsExactly(1.5, 7.5, 3.5, 0, 0, 0);
    }

    @Test
    void withoutImagesTheShortestStepIsTakenAndSaid() throws Exception {
        var run = TrajectoryFiles.read(
                H5mdFiles.file(folder, all -> {
                    H5mdFiles.timed(
                            all, "position", new double[][][] {{{0, 0, 0}, {1, 2, 3}}, {{0, 0, 0}, {3.5, 2, 3}}}, 0, 1);
                    H5mdFiles.box(all, EDGES, PERIODIC);
                }),
                ReadOptions.defaults());
        assertThat(run.positions(1)).containsExactly(0, 0, 0, -0.5, 2, 3);
        assertThat(run.notes()).hasSize(1);
    }

    @Test
    void imagesOfAnotherShapeAreRefused() {
        refused("image/value has the shape [2, 2]. Give it the shape [2, 3], or [frames, 2, 3]", all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            H5mdFiles.element(all, "image", new int[2][2]);
        });
        refused("image has the shape [2]", all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            all.putDataset("image", new int[2]);
        });
        refused("image has 1 frames and position 2", all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            H5mdFiles.element(all, "image", new int[1][2][3]);
        });
        refused("image and position are of different moments: the time of frame 1 is 2.0", all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            H5mdFiles.timed(all, "image", new int[2][2][3], 0, 2);
        });
    }

    @Test
    void imagesThatCannotBeCountedAreRefused() {
        refused("the image of row 1 in frame 1 is 0.5 along axis 3", all -> {
            H5mdFiles.box(all, EDGES, PERIODIC);
            H5mdFiles.element(all, "image", new double[][][] {{{0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {0, 0, 0.5}}});
        });
        refused("there is an image of each position and no box", all -> all.putDataset("image", new int[2][3]));
        refused("the box is periodic and has no edges", all -> {
            all.putDataset("image", new int[2][3]);
            all.putGroup("box").putAttribute("boundary", PERIODIC);
        });
        var file = H5mdFiles.file(folder, all -> {
            H5mdFiles.timed(all, "position", H5mdFiles.moving(2), 0, 1).putAttribute(H5mdFormat.UNWRAPPED, 1);
            H5mdFiles.box(all, EDGES, PERIODIC);
            all.putDataset("image", new int[2][3]);
        });
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining("the positions are unwrapped, and there is an image of each besides");
    }

    @Test
    void aBoundaryIsPeriodicOrNone() throws Exception {
        refused(
                "the boundary of an axis is 'reflecting'. Store periodic or none",
                all -> H5mdFiles.box(all, EDGES, "periodic", "reflecting", "none"));
        for (var word : new String[] {"periodic", "none"}) {
            var file = H5mdFiles.file(folder, all -> {
                H5mdFiles.timed(all, "position", H5mdFiles.moving(2), 0, 1);
                var box = all.putGroup("box");
                box.putAttribute("boundary", word); // for all axes
                box.putDataset("edges", EDGES);
            });
            assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).box().isPeriodic(2))
                    .isEqualTo(word.equals("periodic"));
        }
    }
}
