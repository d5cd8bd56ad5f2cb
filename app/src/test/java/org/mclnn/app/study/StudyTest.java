package org.mclnn.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.ReferenceSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.training.FormChoice;
import org.mclnn.training.Trainer;
import org.mclnn.training.TrainingOptions;
import org.mclnn.training.TrainingOptions.Optimizer;
import org.mclnn.training.TrajectoryDataset;

/** What is done is not done again; what was stopped goes on to the same bits. */
class StudyTest {
    private final List<String> run = new ArrayList<>();

    @TempDir
    private Path folder;

    private Piece piece(String name, String inputs, double value, String... needs) {
        return new Piece(name, name, inputs, List.of(needs), 1, desk -> {
            run.add(name);
            double sum = value;
            for (var need : needs) {
                sum += desk.findings(need).number("x");
            }
            return Findings.builder().number("x", sum).build();
        });
    }

    private double does(String program, List<Piece> pieces) throws Exception {
        run.clear();
        try (var study = Study.open(folder, program).orElseThrow()) {
            assertThat(study.run(pieces, 1, () -> false, Study.Progress.NONE)).isTrue();
            return study.findings(pieces.get(pieces.size() - 1).name()).number("x");
        }
    }

    @Test
    void aFinishedPieceIsNotRunAgainUnlessItsInputsChanged() throws Exception {
        var a = piece("a", "1", 1);
        var b = piece("b", "1", 2, "a");
        var c = piece("c", "1", 4);
        assertThat(does("p", List.of(a, b, c))).isEqualTo(4);
        assertThat(run).containsExactly("a", "b", "c");
        does("p", List.of(a, b, c));
        assertThat(run).isEmpty();
        assertThat(does("p", List.of(piece("a", "2", 10), c, b))).isEqualTo(12); // b needs a
        assertThat(run).containsExactly("a", "b");
        does("another program", List.of(a, b));
        assertThat(run).containsExactly("a", "b");
        Files.writeString(folder.resolve("a.json"), "{\"inputs\":");
        does("another program", List.of(a, b));
        assertThat(run).containsExactly("a"); // damaged; what it gives is the same
    }

    @Test
    void whatIsNeededComesBefore() {
        assertThatThrownBy(() -> does("p", List.of(piece("b", "1", 2, "a"), piece("a", "1", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("b needs a");
    }

    @Test
    void aFolderIsForOneAtATime() throws Exception {
        try (var first = Study.open(folder, "p").orElseThrow()) {
            assertThat(first.find("a")).isEmpty();
            assertThat(Study.open(folder, "p")).isEmpty();
        }
        Study.open(folder, "p").orElseThrow().close();
    }

    private static Piece training() {
        var system = ReferenceSystem.LINEAR;
        var trajectory = Simulator.of(0.01, 10).run(system.system(3), system.start(), 60);
        var data = TrajectoryDataset.windows(trajectory, 5, 8, 1);
        var options = TrainingOptions.of(new FormChoice.Network(List.of(3)), Optimizer.ADAM)
                .withIterations(40);
        return new Piece(
                "adam",
                "adam",
                "",
                List.of(),
                1,
                desk -> Findings.builder()
                        .exact(
                                "theta",
                                Trainer.of(options.withThreads(1), desk.listener())
                                        .train(data, desk.journal())
                                        .potential()
                                        .law()
                                        .theta())
                        .build());
    }

    @Test
    void aTrainingThatWasStoppedEndsWithTheSameBits() throws Exception {
        double[] whole;
        try (var study = Study.open(folder.resolve("whole"), "p").orElseThrow()) {
            assertThat(study.run(List.of(training()), 1, () -> false, Study.Progress.NONE))
                    .isTrue();
            whole = study.findings("adam").exact("theta");
        }
        int stops = 0;
        for (boolean done = false; !done; stops++) {
            var asked = new AtomicInteger();
            try (var study = Study.open(folder.resolve("parts"), "p").orElseThrow()) {
                done = study.run(List.of(training()), 1, () -> asked.incrementAndGet() > 12, Study.Progress.NONE);
                assertThat(Files.exists(folder.resolve("parts/adam.unfinished")))
                        .isEqualTo(!done);
                if (done) {
                    assertThat(study.findings("adam").exact("theta")).isEqualTo(whole);
                }
            }
        }
        assertThat(stops).isGreaterThan(3);
    }
}
