package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.ParticleSystem;
import org.mclnn.dynamics.Simulator;
import org.mclnn.dynamics.State;
import org.mclnn.dynamics.Trajectory;
import org.mclnn.potential.Harmonic;
import org.mclnn.potential.Units;

class RoundTripTest {
    @TempDir
    Path folder;

    private static Trajectory readBack(Path file, Trajectory written) throws Exception {
        TrajectoryFiles.write(file, written);
        return TrajectoryFiles.read(file, ReadOptions.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "run.xyz, en-US",
        "run.csv, en-US",
        "run.xyz, tr-TR",
        "run.csv, tr-TR",
        "run.xyz, ar-EG",
        "run.csv, ar-EG",
        "run.extxyz, de-DE",
        "run.CSV, de-DE",
        "run.npz, tr-TR",
        "run.npz, ar-EG",
        "run.h5, tr-TR",
        "run.h5md, ar-EG",
        "sub dir/Bahn änderung 粒子.xyz, en-US",
        "sub dir/Bahn änderung 粒子.csv, tr-TR"
    })
    void everyNumberComesBackBitForBitInEveryLocale(String name, String locale) throws Exception {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            for (boolean moving : new boolean[] {true, false}) {
                for (var box : List.of(
                        Box.open(),
                        new Box(5, 1.0 / 3, 0),
                        Box.of(5, 0, 0, -1.0 / 3, 4, 0, 0, 0, 0),
                        Box.of(-0.5, 1.0 / 3, 7, 4, 1e-5, 0, 0.1, 0.2, -3))) {
                    var written = Samples.awkward(6, 5, box, 3, moving);
                    var read = readBack(file, written);
                    assertThat(read.sameNumbers(written)).isTrue();
                    assertThat(read.box()).isEqualTo(box);
                    assertThat(read.stepsPerFrame()).isEqualTo(7);
                    assertThat(read.labels()).isEqualTo(written.labels());
                    assertThat(read.species()).isEqualTo(written.species());
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run.xyz, 1",
        "run.xyz, 2",
        "run.csv, 1",
        "run.csv, 2",
        "run.npz, 1",
        "run.npz, 2",
        "run.h5, 1",
        "run.h5, 2"
    })
    void fewerDimensionsStayFewer(String name, int dimensions) throws Exception {
        var written = Samples.awkward(3, 4, Box.open(), dimensions, true);
        var read = readBack(folder.resolve(name), written);
        assertThat(read.sameNumbers(written)).isTrue();
        assertThat(read.dimensions()).isEqualTo(dimensions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.xyz", "run.csv", "run.npz", "run.h5"})
    void unitsComeBack(String name) throws Exception {
        var plain = Samples.awkward(2, 2, Box.open(), 2, true);
        for (var units : List.of(
                new Units("µm", "s", ""),
                new Units("", "20 %\"", ""),
                new Units("'", "{a}", ""),
                new Units("a\tb+c", "=\u2003=", ""),
                Units.REDUCED)) {
            assertThat(readBack(folder.resolve(name), plain.in(units)).units()).isEqualTo(units);
        }
        var heavy = plain.withMasses(1, 2).in(new Units("", "", "atomic mass"));
        assertThat(readBack(folder.resolve(name), heavy).units()).isEqualTo(heavy.units());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.xyz", "run.csv", "run.npz", "run.h5"})
    void longRunsComeBackToo(String name) throws Exception {
        var written = Samples.awkward(40, 400, Box.open(), 3, true); // several blocks of lines
        assertThat(readBack(folder.resolve(name), written).sameNumbers(written)).isTrue();
    }

    @Test
    void linesOfAllLengthsAreReadAcrossTheBordersOfBlocks() throws Exception {
        var random = new SplittableRandom(4);
        var text = new StringBuilder();
        var lines = new ArrayList<String>();
        for (int k = 0; k < 300; k++) {
            var line = "x ".repeat(random.nextInt(k % 50 == 0 ? 400_000 : 3000)) + k;
            lines.add(line);
            text.append(line).append(k % 3 == 0 ? "\r\n" : "\n");
        }
        var file = Samples.file(folder, "long.txt", text.toString());
        for (char separator : new char[] {LineBlock.NOTHING, LineBlock.BLANKS, ','}) {
            try (var read = new TextLines(file)) {
                read.separatedBy(separator);
                for (var line : lines) {
                    assertThat(read.next()).isTrue();
                    assertThat(read.text()).isEqualTo(line);
                }
                assertThat(read.next()).isFalse();
            }
        }
    }

    @Test
    void namesSpeciesAndMassesComeBackFromTables() throws Exception {
        var written = Samples.named("Sonne", "a,b", "say \"hi\"", " blanks ", "#5", "粒子", "two\nlines");
        var read = readBack(folder.resolve("run.csv"), written);
        assertThat(read.labels()).isEqualTo(written.labels());
        assertThat(read.species()).isEqualTo(written.species());
        assertThat(read.masses()).isEqualTo(written.masses());
    }

    @Test
    void emptyNamesOfSpeciesComeBack() throws Exception {
        for (var name : List.of("run.csv", "run.npz")) {
            var written = Trajectory.of(2).species(List.of("", ""));
            written.frame(0, new double[] {0, 0, 0, 1, 0, 0}, new double[6]);
            var file = folder.resolve(name);
            TrajectoryFiles.write(file, written.build());
            assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).species())
                    .containsExactly("", "");
        }
    }

    @Test
    void namesSpeciesAndMassesComeBackFromXyz() throws Exception {
        var written = Samples.named("Sonne", "#5", "粒子", "7");
        var read = readBack(folder.resolve("run.xyz"), written);
        assertThat(read.labels()).isEqualTo(written.labels());
        assertThat(read.species()).isEqualTo(written.species());
        assertThat(read.masses()).isEqualTo(written.masses());
    }

    @Test
    void xyzRefusesNamesWithBlanksBeforeAnythingIsWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TrajectoryFiles.write(folder.resolve("run.xyz"), Samples.named("Alpha Centauri", "b")))
                .withMessageContaining("'Alpha Centauri'");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFastParticleInASmallBoxIsNotTakenForAWrappedOne() throws Exception {
        var written = Trajectory.of(2)
                .box(new Box(1, 1, 1))
                .frame(0, new double[6])
                .frame(1, new double[] {0.9, 0, 0, 0, 7.7, 0})
                .build();
        assertThat(readBack(folder.resolve("run.xyz"), written).sameNumbers(written))
                .isTrue();
        assertThat(readBack(folder.resolve("run.csv"), written).sameNumbers(written))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.xyz", "run.csv"})
    void aSimulationStreamsIntoAFile(String name) throws Exception {
        var system = ParticleSystem.equalMasses(3, 1.5, Harmonic.of(1.0, 1.0));
        var start = new State(0, new double[] {0, 0, 0, 1.2, 0, 0, 0, 0.9, 0.1}, new double[9]);
        var simulator = Simulator.of(0.01, 10);
        var file = folder.resolve(name);
        try (var writer = TrajectoryFiles.writer(file, Header.of(system, 3, 10))) {
            simulator.stream(system, start, 20, writer, step -> {});
            assertThat(file).doesNotExist();
            writer.commit();
        }
        var read = TrajectoryFiles.read(file, ReadOptions.defaults());
        assertThat(read.sameNumbers(simulator.run(system, start, 20))).isTrue();
        assertThat(read.masses()).containsExactly(1.5, 1.5, 1.5);
        assertThat(folder.toFile().list()).containsExactly(name);
    }

    @Test
    void withoutACommitNothingIsLeftAndAnOlderFileStays() throws Exception {
        var file = Samples.file(folder, "run.xyz", "old");
        try (var writer = TrajectoryFiles.writer(file, Header.of(Samples.named("a", "b")))) {
            writer.frame(0, new double[6], new double[6]);
            assertThat(folder.toFile().list()).hasSize(2);
        }
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("run.xyz");
    }

    @Test
    void framesThatNoReaderWouldTakeAreRefused() throws Exception {
        var header = Header.of(Samples.named("a", "b"));
        try (var writer = TrajectoryFiles.writer(folder.resolve("run.csv"), header)) {
            assertThatIllegalStateException().isThrownBy(writer::commit);
            writer.frame(0, new double[6], new double[6]);
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(0, new double[6], new double[6]));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(1, new double[6], new double[0]));
            assertThatIllegalArgumentException().isThrownBy(() -> writer.frame(1, new double[9], new double[9]));
            var nan = new double[] {0, 0, Double.NaN, 0, 0, 0};
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.frame(1, nan, new double[6]))
                    .withMessageContaining("particle a is NaN along z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.dcd", "run.csv.gz", "run"})
    void otherExtensionsAreRefusedWithTheChoices(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrajectoryFiles.writer(folder.resolve(name), Header.of(Samples.named("a", "b"))))
                .withMessageContaining(".xyz, .extxyz, .csv, .h5, .h5md or .npz");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAnIoException() throws Exception {
        Files.createDirectory(folder.resolve("run.xyz"));
        var header = Header.of(Samples.named("a", "b"));
        assertThatThrownBy(() -> TrajectoryFiles.writer(folder.resolve("run.xyz"), header))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> TrajectoryFiles.writer(folder.resolve("none/run.xyz"), header))
                .isInstanceOf(IOException.class);
    }

    @Test
    void headersRefuseWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Header(List.of("a", "a"), List.of("X", "X"), List.of(), Box.open(), 3, 0, Units.REDUCED));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Header(List.of("a", "b"), List.of("X"), List.of(), Box.open(), 3, 0, Units.REDUCED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Header(
                        List.of("a", "b"), List.of("X", "X"), List.of(1.0), Box.open(), 3, 0, Units.REDUCED));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Header(List.of("a", "b"), List.of("X", "X"), List.of(), Box.open(), 4, 0, Units.REDUCED));
    }
}
