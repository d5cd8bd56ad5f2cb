package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be wrong is refused with where it is, what it is and what to do. */
class ReadingErrorsTest {
    @TempDir
    Path folder;

    private static InputException refused(Path file, ReadOptions options) {
        return catchThrowableOfType(InputException.class, () -> TrajectoryFiles.read(file, options));
    }

    private void check(String name, String content, String where, String what, String remedy) throws Exception {
        var file = Samples.file(folder, name, content);
        var error = refused(file, name.endsWith(".dump") ? ReadOptions.timePerStep(0.1) : ReadOptions.defaults());
        assertThat(error).as(content).isNotNull();
        assertThat(error.kind()).isEqualTo(InputException.Kind.BAD_DATA);
        assertThat(error)
                .hasMessageStartingWith(file + ":" + where)
                .hasMessageContaining(what)
                .hasMessageContaining(remedy);
    }

    static Stream<Arguments> tables() {
        var head = "t,particle,x,y\n";
        return Stream.of(
                Arguments.of(
                        Samples.CSV.replace("0.05", "O.05"),
                        "4:3: ",
                        "x is 'O.05', which is not a number",
                        "decimal point"),
                Arguments.of(Samples.CSV.replace("0.05", "\"0,05\""), "4:3: ", "x is '0,05'", "decimal point"),
                Arguments.of(
                        Samples.CSV.replace("0.05", "NaN"),
                        "4:3: ",
                        "x is 'NaN', which is not finite",
                        "remove this frame"),
                Arguments.of(Samples.CSV.replace("0.05", "-inf"), "4:3: ", "not finite", "remove this frame"),
                Arguments.of(
                        Samples.CSV.replace("0.05", "1e999"), "4:3: ", "x is '1e999', which is not finite", "finite"),
                Arguments.of(Samples.CSV.replace("0.05", ""), "4:3: ", "x is '', which is not a number", "decimal"),
                Arguments.of(Samples.CSV.replace("0.05", "0x1p3"), "4:3: ", "not a number", "decimal"),
                Arguments.of(Samples.CSV.replace("0.05", "1f"), "4:3: ", "not a number", "decimal"),
                Arguments.of(Samples.CSV.replace("0.05", "--1"), "4:3: ", "not a number", "decimal"),
                Arguments.of(Samples.CSV.replace("0.05", "٣"), "4:3: ", "not a number", "decimal"),
                Arguments.of(Samples.CSV.replace("0.5,a", "x,a"), "4:1: ", "t is 'x'", "decimal"),
                Arguments.of(
                        Samples.CSV.replace("2.0,He", "0,He"),
                        "3:9: ",
                        "the mass is 0, which is not positive",
                        "above 0"),
                Arguments.of(Samples.CSV.replace("2.0,He", "-1,He"), "3:9: ", "the mass is -1", "above 0"),
                Arguments.of(
                        Samples.CSV.replaceFirst("(?s)(.*)2.0,He", "$13.0,He"),
                        "5: ",
                        "the mass of particle 'b' was 2.0 and is now 3.0",
                        "keeps its mass"),
                Arguments.of(
                        Samples.CSV.replaceFirst("(?s)(.*)He", "$1Ne"),
                        "5: ",
                        "the species of particle 'b' was 'He' and is now 'Ne'",
                        "keeps its species"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b", "0.5,c"),
                        "5: ",
                        "particle 'c' is here, but not in the first frame",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b", "0.5,a"),
                        "5: ",
                        "particle 'a' is twice in this frame",
                        "one row a frame"),
                Arguments.of(
                        Samples.CSV.replaceFirst("0.0,b", "0.0,a"),
                        "3: ",
                        "particle 'a' is twice in this frame",
                        "one row a frame"),
                Arguments.of(
                        Samples.CSV.replace("0.5,a", "0.5, "),
                        "4: ",
                        "without the name of its particle",
                        "Name or number"),
                Arguments.of(
                        Samples.CSV.replaceFirst("0.0,b", "0.0,"),
                        "3: ",
                        "without the name of its particle",
                        "Name or number"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b,0.95,0.5,0.0,-0.1,0.0,0.0,2.0,He\n", ""),
                        "4: ",
                        "particle 'b' is missing in the frame at time 0.5",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b,0.95", "0.5,b"),
                        "5: ",
                        "9 columns where the header names 10",
                        "Complete the row"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b", "0.5,b,7"),
                        "5: ",
                        "11 columns where the header names 10",
                        "Complete the row"),
                Arguments.of(
                        Samples.CSV.replace("0.5,a", "-0.5,a"),
                        "4: ",
                        "non-increasing times: -0.5 follows 0.0",
                        "Sort the rows"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\"b"), "5: ", "cannot be read", "quotes"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\"b\"c"), "5: ", "cannot be read", "quotes"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\u0001b"), "5: ", "byte 0x01", "UTF-8 text"),
                Arguments.of(head + "0,a,1,2\n1,a,1,2\n", "2: ", "the first frame has 1 particle", "at least two"),
                Arguments.of(head, " ", "there is no frame in it", "at least one frame"),
                Arguments.of("#only\n# comments\n", " ", "there is no header", "names the columns"),
                Arguments.of("t particle x y\n0 1 2 3\n", "1: ", "no comma, tab or semicolon", "t,particle,x,y,z"),
                Arguments.of("#c\n\nt,particle,x,X\n", "3:4: ", "column 'x' is named twice", "Rename or remove"),
                Arguments.of(
                        "t,partcle,x,y\n",
                        "1: ",
                        "no column particle or id or particle_id",
                        "Rename the column 'partcle' to 'particle'"),
                Arguments.of(
                        "timee,id,x,y\n", "1: ", "no column t or time or frame", "Rename the column 'timee' to 't'"),
                Arguments.of("t,id,pos_x,pos_y\n", "1: ", "no column x", "Rename the column 'pos_x' to 'x'"),
                Arguments.of("t,id,y,z\n", "1: ", "no column x", "names the columns"),
                Arguments.of("t,id,x,z\n", "1:4: ", "a column z without a column y", "x, then y, then z"),
                Arguments.of("t,id,x,y,vy\n", "1:5: ", "a column vy without a column vx", "x, then y, then z"),
                Arguments.of("t,id,x,y,vx\n", "1: ", "1 velocity columns for 2 coordinates", "or none"),
                Arguments.of("frame,id,x\n0,a,1\n0,b,2\n", "2: ", "gives no times", "--dt"),
                Arguments.of("# mclnn box=1,2\nt,id,x\n", "1: ", "the box is '1,2'", "three lengths"),
                Arguments.of("# mclnn bx=1,2,3\nt,id,x\n", "1: ", "unknown note 'bx=1,2,3'", "Known"),
                Arguments.of("t,id,x\n" + "9".repeat(2 << 20), "2: ", "longer than 1048576 bytes", "one row a line"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aWrongTableIsRefused(String content, String where, String what, String remedy) throws Exception {
        check("a.csv", content, where, what, remedy);
    }

    static Stream<Arguments> xyz() {
        var lattice = "2\nTime=0 Lattice=\"%s\"%s\nX 0 0 0\nX 1 0 0\n";
        var properties = "2\nTime=0 Properties=%s\n";
        return Stream.of(
                Arguments.of(
                        Samples.XYZ.replace("0.05", "O.05"),
                        "7:2: ",
                        "a position is 'O.05', which is not a number",
                        "decimal"),
                Arguments.of(Samples.XYZ.replace("0.05", "nan"), "7:2: ", "not finite", "remove this frame"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "0.95"),
                        "8: ",
                        "7 columns where Properties names 8",
                        "one row a particle"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "He 1 0.95"),
                        "8: ",
                        "9 columns where Properties names 8",
                        "one row"),
                Arguments.of(
                        Samples.XYZ.replace("Time=0.5", "Time=0.0"),
                        "6: ",
                        "non-increasing times: 0.0 follows 0.0",
                        "keep each frame once"),
                Arguments.of(Samples.XYZ.replace("Time=0.5", "Time=soon"), "6:1: ", "Time is 'soon'", "decimal"),
                Arguments.of(
                        Samples.XYZ.replace("Time=0.5 ", ""), "6: ", "this frame has no Time, others have", "its Time"),
                Arguments.of(Samples.XYZ.replace("Time=0.0 ", ""), "2: ", "gives no times", "--dt"),
                Arguments.of(
                        Samples.XYZ.substring(0, Samples.XYZ.lastIndexOf("He")),
                        "7: ",
                        "the file ends after 1 of the 2 atoms of frame 2",
                        "Complete the last frame"),
                Arguments.of("2\n", "1: ", "the file ends after 0 of the 2 atoms of frame 1", "Complete"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "2000000000"),
                        "1:1: ",
                        "the number of atoms is 2000000000",
                        "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "700000000"),
                        "5: ",
                        "1 columns where Properties names 8",
                        "one row"),
                Arguments.of(Samples.XYZ.replaceFirst("2", "0"), "1:1: ", "the number of atoms is 0", "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "-2"), "1:1: ", "the number of atoms is -2", "how many rows"),
                Arguments.of(
                        Samples.XYZ.replaceFirst("2", "two"), "1:1: ", "'two', which is not a whole number", "digits"),
                Arguments.of(
                        "2\nTime=0\nX 0 0 0\nX 1 0 0\nX 2 0 0\n",
                        "5: ",
                        "'X 2 0 0' where a frame begins",
                        "check the number before"),
                Arguments.of("1\nTime=0\nX 0 0 0\n", "2: ", "the first frame has 1 particle", "at least two"),
                Arguments.of(
                        Samples.XYZ + "3\nTime=3\n",
                        "9: ",
                        "3 atoms, where the first frame has 2",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.XYZ + "2\nTime=3\nX 1 2 3\nX 1 2 3\n",
                        "10: ",
                        "Properties are others than in the first frame",
                        "same Properties"),
                Arguments.of(
                        Samples.XYZ.replace("He 0.95", "Ne 0.95"),
                        "8: ",
                        "the species of particle 1 was 'He' and is now 'Ne'",
                        "add ids"),
                Arguments.of(
                        Samples.XYZ.replace("0.0 2.0", "0.0 0.0"),
                        "4:8: ",
                        "the mass is 0.0, which is not positive",
                        "above 0"),
                Arguments.of(
                        properties.formatted("species:S:1:ps:R:3"),
                        "2: ",
                        "names no positions",
                        "Rename 'ps' to 'pos'"),
                Arguments.of(
                        properties.formatted("species:S:1:pos:R:3:momenta:R:3"),
                        "2: ",
                        "momenta but no masses",
                        "masses:R:1"),
                Arguments.of(properties.formatted("pos:R:3:pos:R:3"), "2: ", "names 'pos' twice", "Keep one"),
                Arguments.of(
                        properties.formatted("pos:R:3:vel:R:3:velo:R:3"), "2: ", "two columns for velo", "Keep one"),
                Arguments.of(properties.formatted("pos:R:2"), "2: ", "pos has 2 columns", "3 per particle"),
                Arguments.of(properties.formatted("pos:R"), "2: ", "Properties is 'pos:R'", "name:type:columns"),
                Arguments.of(properties.formatted("pos:R:3:e:Q:1"), "2: ", "Properties is", "types being"),
                Arguments.of(properties.formatted("pos:R:3:e:R:2000000000"), "2: ", "Properties is", "types being"),
                Arguments.of(
                        properties.formatted("pos:R:3:e:R:x"), "2:1: ", "'x', which is not a whole number", "digits"),
                Arguments.of(
                        lattice.formatted("5 0 0 1 5 0 0 0 5", ""),
                        "2: ",
                        "off the diagonal: the box is triclinic",
                        "Only orthogonal"),
                Arguments.of(lattice.formatted("5 5 5", ""), "2: ", "Lattice has 3 numbers", "nine"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 -5", ""), "2: ", "length -5.0 along z", "positive length"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 5", " pbc=\"T T\""),
                        "2: ",
                        "pbc is 'T T'",
                        "three of T and F"),
                Arguments.of("2\nTime=0 pbc=\"T T T\"\n", "2: ", "no Lattice", "Add Lattice"),
                Arguments.of(
                        lattice.formatted("5 0 0 0 5 0 0 0 5", "")
                                + lattice.replace("=0", "=1").formatted("5 0 0 0 5 0 0 0 6", ""),
                        "6: ",
                        "the box changes",
                        "stay the same"),
                Arguments.of("2\nTime=0 dimensions=4\n", "2: ", "dimensions is 4", "0 to 3"),
                Arguments.of("2\nTime=0\nX 1 2\n", "3: ", "3 columns where Properties names 4", "one row"),
                Arguments.of(
                        "2\nTime=0 Properties=species:S:1:pos:R:3:momenta:R:3:masses:R:1\nX 0 0 0 1e300 0 0 1e-300\n",
                        "3: ",
                        "too large to work with",
                        "ordinary size"));
    }

    @ParameterizedTest
    @MethodSource("xyz")
    void aWrongXyzIsRefused(String content, String where, String what, String remedy) throws Exception {
        check("a.xyz", content, where, what, remedy);
    }

    static Stream<Arguments> dumps() {
        var columns = "id type mass x y z vx vy vz";
        return Stream.of(
                Arguments.of(Samples.DUMP.replace("0.05", "O.05"), "21:4: ", "a position is 'O.05'", "decimal"),
                Arguments.of(Samples.DUMP.replace("0.05", "nan"), "21:4: ", "not finite", "remove this frame"),
                Arguments.of(
                        Samples.DUMP.replace("0.05 ", ""),
                        "21: ",
                        "8 columns where ITEM: ATOMS names 9",
                        "Complete the row"),
                Arguments.of(
                        Samples.DUMP.replace("\n10\n", "\n0\n"),
                        "13: ",
                        "non-increasing times: 0.0 follows 0.0",
                        "each frame once"),
                Arguments.of(Samples.DUMP.replace("\n10\n", "\nten\n"), "13:1: ", "the timestep is 'ten'", "digits"),
                Arguments.of(
                        Samples.DUMP.replace("\n10\n", "\n99999999999999999999\n"),
                        "13:1: ",
                        "the timestep is",
                        "digits"),
                Arguments.of(
                        Samples.DUMP.substring(0, Samples.DUMP.lastIndexOf("2 2 2.0")),
                        "21: ",
                        "the file ends after 1 of the 2 atoms of frame 2",
                        "Complete the last frame"),
                Arguments.of(
                        Samples.DUMP.substring(0, Samples.DUMP.lastIndexOf("ITEM: ATOMS")),
                        "19: ",
                        "the file ends inside the head of frame 2",
                        "Complete"),
                Arguments.of(
                        Samples.DUMP.substring(0, Samples.DUMP.lastIndexOf("0.0 4.0")),
                        "18: ",
                        "the file ends inside frame 2",
                        "Complete"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("\n2\n", "\n2000000000\n"),
                        "4:1: ",
                        "the number of atoms is 2000000000",
                        "how many rows"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("\n2\n", "\n600000000\n"),
                        "12:",
                        "where ITEM: ATOMS names 9",
                        "Complete"),
                Arguments.of(
                        Samples.DUMP + "3 1 1 0 0 0 0 0 0\n",
                        "23: ",
                        "where a section begins",
                        "number of atoms before"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("(?s)(.*)\n2\n2?", "$1\n3\n"),
                        "15: ",
                        "3 atoms, where the first frame has 2",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("(?s)(.*)2 2 2.0", "$13 2 2.0"),
                        "22: ",
                        "particle '3' is here, but not in the first frame",
                        "cut the trajectory"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("(?s)(.*)2 2 2.0", "$11 1 1.0"),
                        "22: ",
                        "particle '1' is twice in this frame",
                        "one row"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("(?s)(.*)2 2 2.0", "$12 1 2.0"),
                        "22: ",
                        "the species of particle '2' was '2' and is now '1'",
                        "species"),
                Arguments.of(
                        Samples.DUMP.replace("2 2 2.0", "2 2 0"),
                        "11:3: ",
                        "the mass is 0, which is not positive",
                        "above 0"),
                Arguments.of(
                        Samples.DUMP.replace("pp pp ff", "xy xz yz pp pp ff"),
                        "5: ",
                        "the box is triclinic",
                        "Only orthogonal"),
                Arguments.of(
                        Samples.DUMP.replace("0.0 4.0", "0.0 4.0 0.5"),
                        "6: ",
                        "the box is triclinic",
                        "Only orthogonal"),
                Arguments.of(
                        Samples.DUMP.replace(" pp pp ff", ""),
                        "5: ",
                        "does not say which axes are periodic",
                        "pp or ff"),
                Arguments.of(
                        Samples.DUMP.replace("pp pp ff", "pp pq ff"),
                        "5:5: ",
                        "'pq' is no kind of boundary",
                        "pp for a periodic"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("0.0 4.0", "4.0 0.0"),
                        "6: ",
                        "the box reaches from 4.0 to 0.0",
                        "low bound before"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("0.0 4.0", "-1e308 1e308"),
                        "6: ",
                        "the box reaches from",
                        "low bound"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("0.0 4.0", "0.0 4.5"), "20: ", "the box changes", "stay the same"),
                Arguments.of(
                        Samples.DUMP.replace("ITEM: ATOMS", "ITEM: ATMOS"),
                        "9: ",
                        "unknown section 'ITEM: ATMOS",
                        "Did you mean 'ITEM: ATOMS'"),
                Arguments.of(
                        Samples.DUMP.replace("ITEM: TIMESTEP\n10\n", ""),
                        "18: ",
                        "ITEM: ATOMS comes before TIMESTEP",
                        "first"),
                Arguments.of(
                        Samples.DUMP.replace(columns, columns.replace("id", "idd")),
                        "9: ",
                        "no column id",
                        "Did you mean 'idd'? Add id"),
                Arguments.of(
                        Samples.DUMP.replace(columns, columns.replace("type", "id")),
                        "9:4: ",
                        "column 'id' is named twice",
                        "Keep one"),
                Arguments.of(
                        Samples.DUMP.replace(columns, columns.replace("mass x", "mass q")),
                        "9: ",
                        "no column x",
                        "Add x"),
                Arguments.of(Samples.DUMP.replace(columns, columns.replace(" y", " q")), "9: ", "no column y", "Add y"),
                Arguments.of(
                        Samples.DUMP.replace(columns, columns.replace("vy", "q")),
                        "9: ",
                        "velocities along some axes only",
                        "together"),
                Arguments.of(Samples.DUMP.replaceFirst("(?s)(.*)vx", "$1ux"), "20: ", "", ""),
                Arguments.of(
                        Samples.DUMP.replaceFirst("ITEM: TIMESTEP", "ITEM: TIME\n0.5\nITEM: TIMESTEP"),
                        "22: ",
                        "no ITEM: TIME, others have",
                        "its ITEM: TIME"),
                Arguments.of("ITEM: TIMESTEP\n0 0\n", "2: ", "2 values where one belongs", "one value"),
                Arguments.of("what is this\n", "1: ", "where a section begins", "ITEM:"));
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void aWrongDumpIsRefused(String content, String where, String what, String remedy) throws Exception {
        check("a.dump", content, where, what, remedy);
    }

    @Test
    void aDumpWithoutTimesAsksForThem() throws Exception {
        var error = refused(Samples.file(folder, "a.dump", Samples.DUMP), ReadOptions.defaults());
        assertThat(error)
                .hasMessageContaining(":9: ")
                .hasMessageContaining("gives no times")
                .hasMessageContaining("--dt");
    }

    @Test
    void aMissingFileIsNoInputAndNamesItsNeighbour() throws Exception {
        Samples.file(folder, "tracks.csv", Samples.CSV);
        var error = refused(folder.resolve("trakcs.csv"), ReadOptions.defaults());
        assertThat(error.kind()).isEqualTo(InputException.Kind.NO_INPUT);
        assertThat(error)
                .hasMessage(folder.resolve("trakcs.csv") + ": there is no such file. Did you mean 'tracks.csv'?");
        assertThat(refused(folder.resolve("none/tracks.csv"), ReadOptions.defaults()))
                .hasMessageContaining("Check the path");
    }

    @Test
    void aDirectoryIsNoInput() {
        var error = refused(folder, ReadOptions.defaults());
        assertThat(error.kind()).isEqualTo(InputException.Kind.NO_INPUT);
        assertThat(error).hasMessageContaining("this is a directory");
    }

    @Test
    void anUnreadableFileIsNoInput() throws Exception {
        var file = Samples.file(folder, "a.csv", Samples.CSV);
        Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root may read everything");
        assertThat(refused(file, ReadOptions.defaults()).kind()).isEqualTo(InputException.Kind.NO_INPUT);
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        assertThat(refused(Samples.file(folder, "a.xyz", ""), ReadOptions.defaults()))
                .hasMessageContaining("the file is empty");
        assertThat(refused(Samples.file(folder, "b.xyz", "\n \n"), ReadOptions.defaults()))
                .hasMessageContaining("blank lines only");
    }

    @Test
    void anUnknownFormatNamesTheKnownOnes() throws Exception {
        var error = refused(Samples.file(folder, "a.pdb", "HEADER x\n"), ReadOptions.defaults());
        assertThat(error)
                .hasMessageContaining("the format cannot be told")
                .hasMessageContaining(".xyz")
                .hasMessageContaining(".lammpstrj");
    }

    @Test
    void binaryFilesAreRefused() throws Exception {
        var file = Files.write(folder.resolve("a.xyz.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
        assertThat(refused(file, ReadOptions.defaults()))
                .hasMessageContaining(":1: byte 0x1f: this is not a text file")
                .hasMessageContaining("unpacked");
    }
}
