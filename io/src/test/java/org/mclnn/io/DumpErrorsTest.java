package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be wrong in a LAMMPS dump is refused with where it is, what it is and what to do. */
class DumpErrorsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> dumps() {
        var columns = "id type mass x y z vx vy vz";
        return Stream.of(
                Arguments.of(Samples.DUMP.replace("0.05", "O.05"), "21:4: ", "a position is 'O.05'", "decimal"),
                Arguments.of(Samples.DUMP.replace("0.05", "nan"), "21:4: ", "not finite", "leave out the row"),
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
                        "6: ",
                        "2 numbers where 3 belong",
                        "and the tilt factor"),
                Arguments.of(
                        Samples.DUMP.replace("0.0 4.0", "0.0 4.0 0.5"),
                        "6: ",
                        "3 numbers where 2 belong",
                        "the low and the high bound"),
                Arguments.of(
                        Samples.DUMP.replace("pp pp ff", "abc origin pp pp ff"),
                        "6: ",
                        "2 numbers where 4 belong",
                        "three components of the edge"),
                Arguments.of(
                        Samples.DUMP.replace("pp pp ff", "pp pp ff pp"),
                        "5: ",
                        "goes on with 'pp pp ff pp'",
                        "xy xz yz or abc origin"),
                Arguments.of(Samples.DUMP.replace("pp pp ff", "xy xz yz pp"), "5: ", "does not say", "pp or ff"),
                Arguments.of(
                        Samples.DUMP.replace("pp pp ff", "xy xz yz pp pq ff"),
                        "5:8: ",
                        "'pq' is no kind of boundary",
                        "pp for a periodic"),
                Arguments.of(
                        tilted("pp pp ff", "0 4 0", "0 4 1", "0 4 0"),
                        "8: ",
                        "the box is tilted along z, which is not periodic",
                        "pp for this axis"),
                Arguments.of(
                        tilted("pp fs pp", "0 4 1", "0 4 0", "0 4 0"), "8: ", "tilted along y", "pp for this axis"),
                Arguments.of(
                        tilted("pp pp pp", "0 4 5", "0 4 0", "0 4 0"),
                        "8: ",
                        "the box reaches from 0.0 to -1.0",
                        "what surrounds the tilted box"),
                Arguments.of(
                        tilted("pp pp pp", "0 4 nan", "0 4 0", "0 4 0"), "6:3: ", "a tilt factor is 'nan'", "finite"),
                Arguments.of(
                        general("4 0 0 0", "1 4 0 0", "5 4 0 0"), "8: ", "the box has no volume", "Check the numbers"),
                Arguments.of(general("4 0 0 0", "1 4 inf 0", "5 4 0 0"), "7:3: ", "not finite", "finite"),
                Arguments.of(
                        tilted("pp pp pp", "0 5 1", "0 4 0", "0 4 0").replace("x y z", "x yu z"),
                        "9: ",
                        "in a triclinic box the coordinates are of different kinds",
                        "Dump x y z ix iy iz"),
                Arguments.of(
                        tilted("pp pp pp", "0 5 1", "0 4 0", "0 4 0").replace("vx vy vz", "ix p q"),
                        "9: ",
                        "in a triclinic box the coordinates are of different kinds",
                        "Dump x y z ix iy iz"),
                Arguments.of(
                        tilted("pp pp pp", "0 5 0", "0 4 1", "0 4 0").replace("x y z", "x y q"),
                        "9: ",
                        "tilted along an axis that has no coordinate",
                        "Add x, y and z"),
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
                        Samples.DUMP.replace("ITEM: TIMESTEP", "ITEM: TIME\n0.5\nITEM: TIMESTEP"),
                        "15: ",
                        "non-increasing times: 0.5 follows 0.5",
                        "each frame once"),
                Arguments.of(
                        Samples.DUMP.replaceFirst("ITEM: TIMESTEP", "ITEM: TIME\n0.5\nITEM: TIMESTEP"),
                        "22: ",
                        "no ITEM: TIME, others have",
                        "its ITEM: TIME"),
                Arguments.of("ITEM: TIMESTEP\n0 0\n", "2: ", "2 values where one belongs", "one value"),
                Arguments.of("what is this\n", "1: ", "where a section begins", "ITEM:"));
    }

    private static String tilted(String flags, String x, String y, String z) {
        return Samples.DUMP
                .replace("pp pp ff", "xy xz yz " + flags)
                .replace("0.0 4.0\n0.0 4.0\n0.0 4.0\n", x + "\n" + y + "\n" + z + "\n");
    }

    private static String general(String a, String b, String c) {
        return tilted("pp pp pp", a, b, c).replace("xy xz yz", "abc origin");
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void aWrongDumpIsRefused(String content, String where, String what, String remedy) throws Exception {
        Refusal.check(folder, "a.dump", content, where, what, remedy);
    }

    @Test
    void aDumpWithoutTimesAsksForThem() throws Exception {
        var error = Refusal.of(Samples.file(folder, "a.dump", Samples.DUMP), ReadOptions.defaults());
        assertThat(error)
                .hasMessageContaining(":9: ")
                .hasMessageContaining("gives no times")
                .hasMessageContaining("--dt");
    }
}
