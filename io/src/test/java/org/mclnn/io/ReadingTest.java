package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

class ReadingTest {
    @TempDir
    Path folder;

    private Trajectory read(String name, String content) throws Exception {
        return TrajectoryFiles.read(Samples.file(folder, name, content), ReadOptions.defaults());
    }

    @Test
    void aFileWrittenByAseIsReadWithMomentaAndUnwrapped() throws Exception {
        var file = Path.of(Objects.requireNonNull(ReadingTest.class.getResource("/ase.xyz"))
                .toURI());
        var read = TrajectoryFiles.read(file, ReadOptions.defaults());
        assertThat(read.box()).isEqualTo(new Box(5, 5, 5));
        assertThat(read.masses()).containsExactly(2.0, 2.0, 0.5);
        assertThat(read.species()).containsExactly("Ar", "Ar", "He");
        assertThat(read.frames()).isEqualTo(4);
        for (int j = 0; j < 9; j++) {
            double velocity = read.velocities(0)[j];
            double travelled = read.positions(3)[j] - read.positions(0)[j];
            assertThat(travelled).isEqualTo(5.4 * velocity, within(1e-6)); // the file has 8 decimals; seen 8e-8
        }
    }

    @Test
    void massesThatAreGivenMakeVelocitiesOfMomenta() throws Exception {
        var frame = "2\nTime=%d Properties=species:S:1:pos:R:3:momenta:R:3\nAr 0 0 0 4 0 -2\nHe 1 0 0 3 0 0\n";
        var file = Samples.file(folder, "p.xyz", frame.formatted(0) + frame.formatted(1));
        var options = ReadOptions.defaults().withMasses(Map.of("Ar", 2.0, "", 0.5));
        assertThat(TrajectoryFiles.read(file, options).velocities(1)).containsExactly(2, 0, -1, 6, 0, 0);
        assertThat(TrajectoryFiles.read(file, new ReadOptions(OptionalDouble.empty(), 1, false))
                        .hasVelocities())
                .isFalse();
        assertThat(Refusal.of(file, ReadOptions.defaults().withMasses(Map.of("Ar", 2.0))))
                .hasMessageContaining("p.xyz:4: no mass was given for species 'He'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "a.dat", "noextension", "a.csv"})
    void xyzIsKnownByItsContent(String name) throws Exception {
        assertThat(read(name, Samples.XYZ).frames()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.dump", "a.dat", "dump.xyz", "a.txt", "dump.100"})
    void dumpsAreKnownByTheirContent(String name) throws Exception {
        var file = Samples.file(folder, name, Samples.DUMP);
        assertThat(TrajectoryFiles.read(file, ReadOptions.timePerStep(0.1)).frames())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.txt", "a.dat", "a"})
    void tablesAreKnownByTheirHeader(String name) throws Exception {
        var read = read(name, "# from the lab\n\n" + Samples.CSV);
        assertThat(read.labels()).containsExactly("a", "b");
        assertThat(read.species()).containsExactly("Ar", "He");
        assertThat(read.masses()).containsExactly(1.0, 2.0);
        assertThat(read.velocities(1)[3]).isEqualTo(-0.1);
    }

    @Test
    void separatorsCaseOrderOfColumnsAndLineEndsDoNotMatter() throws Exception {
        var plain = read("a.csv", Samples.CSV);
        assertThat(read("b.csv", Samples.CSV.replace(',', ';')).sameNumbers(plain))
                .isTrue();
        assertThat(read("b.tsv", Samples.CSV.replace(',', '\t')).sameNumbers(plain))
                .isTrue();
        assertThat(read("c.csv", Samples.CSV.replace("\n", "\r\n")).sameNumbers(plain))
                .isTrue();
        assertThat(read("d.csv", "\ufeff" + Samples.CSV.replace("t,particle,x", "Time, ID ,X"))
                        .sameNumbers(plain))
                .isTrue();
        assertThat(read("e.csv", Samples.CSV.replaceAll("(?m)^([^,]*),(.*)$", "$2,$1"))
                        .sameNumbers(plain))
                .isTrue();
        assertThat(read("f.csv", Samples.CSV.replaceAll("(?m)(0[.]0,a.*)\n(.*)\n", "$2\n\n$1\n"))
                        .time(1))
                .isEqualTo(0.5);
    }

    @Test
    void rowsOfOneTimeComeInAnyOrder() throws Exception {
        var read = read("a.csv", "t,particle,x,y\n0,b,1,2\n0,a,3,4\n1,a,5,6\n1,b,7,8\n");
        assertThat(read.labels()).containsExactly("b", "a");
        assertThat(read.positions(1)).containsExactly(7, 8, 0, 5, 6, 0);
        assertThat(read.dimensions()).isEqualTo(2);
    }

    @Test
    void frameNumbersBecomeTimes() throws Exception {
        var file = Samples.file(folder, "a.csv", ",x,frame,particle\n0,1,0,0\n1,2,0,1\n2,3,1,0\n3,4,1,1\n");
        var read = TrajectoryFiles.read(file, ReadOptions.timePerStep(0.04));
        assertThat(read.time(1)).isEqualTo(0.04);
        assertThat(read.dimensions()).isEqualTo(1);
        assertThat(read.hasVelocities()).isFalse();
    }

    @Test
    void plainXyzNeedsOnlyTheTimeBetweenFrames() throws Exception {
        var file = Samples.file(folder, "a.xyz", "2\n\nC 0 0 0\nC 1 0 0 7\n2\nBob's \"file\nC 0 0 0\nC 2 0 0\n\n");
        var read = TrajectoryFiles.read(file, ReadOptions.timePerStep(0.5));
        assertThat(read.time(1)).isEqualTo(0.5);
        assertThat(read.positions(1)[3]).isEqualTo(2.0);
        assertThat(read.box()).isEqualTo(Box.open());
    }

    @Test
    void xyzRowsAreMatchedByTheirIds() throws Exception {
        var head = "2\nProperties=id:I:1:forces:R:2:positions:R:3:vel:R:3 time=";
        var read = read(
                "a.xyz",
                head + "0\n7 9 9 1 2 3 4 5 6\n5 9 9 0 0 0 0 0 0\n" + head
                        + "1\n5 9 9 0 0 0 0 0 0\n7 9 9 7 8 9 0 0 0\n");
        assertThat(read.labels()).containsExactly("5", "7");
        assertThat(read.positions(1)).containsExactly(0, 0, 0, 7, 8, 9);
        assertThat(read.velocities(0)).containsExactly(0, 0, 0, 4, 5, 6);
    }

    @Test
    void aFlatRunInAThinPeriodicBoxHasTwoDimensions() throws Exception {
        var frame = "2\nTime=%d Lattice=\"9 0 0 0 9 0 0 0 1\" pbc=\"T T T\"\nX 1 1 %s\nX 5 5 0\n";
        var flat = read("flat.xyz", frame.formatted(0, "0") + frame.formatted(1, "0"));
        assertThat(flat.dimensions()).isEqualTo(2);
        assertThat(flat.box()).isEqualTo(new Box(9, 9, 0));
        var deep = read("deep.xyz", frame.formatted(0, "0") + frame.formatted(1, "0.1"));
        assertThat(deep.dimensions()).isEqualTo(3);
        assertThat(deep.box()).isEqualTo(new Box(9, 9, 1));
    }

    @Test
    void openAxesNamedByPbcAreNotUnwrapped() throws Exception {
        var head = "2\nLattice=\"4 0 0 0 4 0 0 0 4\" pbc=\"T F T\" Time=";
        var read = read("a.xyz", head + "0\nX 3.5 3.5 0\nX 1 1 1\n" + head + "1\nX 0.5 0.5 0\nX 1 1 1\n");
        assertThat(read.box()).isEqualTo(new Box(4, 0, 4));
        assertThat(read.positions(1)).containsExactly(4.5, 0.5, 0, 1, 1, 1);
    }

    @Test
    void oldLatinTextIsRead() throws Exception {
        var bytes = "# µm\nt,particle,x,x [µm]\n0,é,1,0\n0,b,2,0\n".getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("a.csv"), bytes);
        assertThat(TrajectoryFiles.read(file, ReadOptions.defaults()).labels()).containsExactly("é", "b");
    }

    @Test
    void aTimePerStepMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> ReadOptions.timePerStep(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ReadOptions.timePerStep(Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "b.xyz", "a.csv", "a.dump"})
    void velocitiesThatAreNotWantedAreNotLookedAt(String name) throws Exception {
        var text = switch (name) {
            case "a.xyz" -> "2\nProperties=pos:R:3:velo:R:3 Time=0\n0 0 0 nan nan nan\n1 0 0 nan nan nan\n";
            case "b.xyz" -> "2\nProperties=pos:R:3:momenta:R:3:masses:R:1 Time=0\n0 0 0 - - - 1\n1 0 0 - - - 1\n";
            case "a.csv" -> "t,id,x,vx\n0,1,0,nan\n0,2,1,\n";
            default -> """
                ITEM: TIMESTEP
                0
                ITEM: NUMBER OF ATOMS
                2
                ITEM: BOX BOUNDS ff ff ff
                0 9
                0 9
                0 9
                ITEM: ATOMS id x vx
                1 0 nan
                2 1 nan
                """;
        };
        var file = Samples.file(folder, name, text);
        assertThatThrownBy(() -> TrajectoryFiles.read(file, ReadOptions.timePerStep(1)))
                .isInstanceOf(InputException.class);
        var read = TrajectoryFiles.read(file, new ReadOptions(OptionalDouble.of(1), 1, false));
        assertThat(read.hasVelocities()).isFalse();
        assertThat(read.positions(0)[3]).isEqualTo(1.0);
    }
}
