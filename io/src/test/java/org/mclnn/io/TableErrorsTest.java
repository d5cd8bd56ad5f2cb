package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mclnn.io.TrackTablesTest.TRACKMATE;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that can be wrong in a table is refused with where it is, what it is and what to do. */
class TableErrorsTest {
    @TempDir
    Path folder;

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
                        "leave out the row"),
                Arguments.of(Samples.CSV.replace("0.05", "-inf"), "4:3: ", "not finite", "leave out the row"),
                Arguments.of(
                        Samples.CSV.replace("0.05", "1e999"), "4:3: ", "x is '1e999', which is not finite", "finite"),
                Arguments.of(Samples.CSV.replace("0.05", ""), "4:3: ", "x is not there", "leave out the row"),
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
                        Samples.CSV.replace("0.5,b,0.95", "0.5,b"),
                        "5: ",
                        "9 columns where the header names 10",
                        "Complete the row"),
                Arguments.of(
                        Samples.CSV.replace("0.5,b", "0.5,b,7"),
                        "5: ",
                        "11 columns where the header names 10",
                        "Complete the row"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\"b"), "5: ", "cannot be read", "quotes"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\"b\"c"), "5: ", "cannot be read", "quotes"),
                Arguments.of(Samples.CSV.replace("0.5,b", "0.5,\u0001b"), "5: ", "byte 0x01", "UTF-8 text"),
                Arguments.of(head + "0,a,1,2\n1,a,1,2\n", " ", "there is 1 particle in it", "at least two"),
                Arguments.of(head, " ", "there is no frame in it", "at least one frame"),
                Arguments.of("#only\n# comments\n", " ", "there is no header", "names the columns"),
                Arguments.of("t particle x y\n0 1 2 3\n", "1: ", "no comma, tab or semicolon", "t,particle,x,y,z"),
                Arguments.of("#c\n\nt,particle,x,X\n", "3:4: ", "column 'x' is named twice", "Rename or remove"),
                Arguments.of(
                        "t,partcle,x,y\n",
                        "1: ",
                        "no column particle, particle_id, track_id",
                        "--map particle=partcle"),
                Arguments.of("timee,id,x,y\n", "1: ", "no column t, time or frame", "--map t=timee"),
                Arguments.of("t,id,left_x,left_y\n", "1: ", "no column x", "--map x=left_x"),
                Arguments.of("t,id,y,z\n", "1: ", "no column x", "names the columns"),
                Arguments.of("t,Particle ID,x\n", "1: ", "no column particle", "as --map 'particle=Particle ID'. The"),
                Arguments.of("t,bob's id,x\n", "1: ", "'t,bob's id,x'", "as --map 'particle=bob'\\''s id'. The"),
                Arguments.of("time\tbead_id\tx\n", "1: ", "'time\\tbead_id\\tx'", "as --map particle=bead_id. The"),
                Arguments.of(
                        "Tiempo,Bead,Xpos,Ypos\n",
                        "1: ",
                        "no column t, time or frame; no column particle, particle_id, track_id, track, trajectory, id;"
                                + " no column x, position_x, pos_x, x_position, x_pos in the header"
                                + " 'Tiempo,Bead,Xpos,Ypos'",
                        ". Say which column is what, as --map t=Tiempo,particle=Bead,x=Xpos,y=Ypos. The"),
                Arguments.of(
                        "Zeit (s);Teilchen;X (µm);;\n",
                        "1: ",
                        "no column t, time or frame; no column particle",
                        "'Zeit (s);Teilchen;X (µm);;'. Say which column is what, as --map 't=Zeit (s),particle=Teilchen'"),
                Arguments.of(
                        "0.0,0,0.6,0.0\n0.0,1,0.3,0.6\n",
                        "1: ",
                        "there is no header: the first line '0.0,0,0.6,0.0' holds numbers",
                        ". Put a line above it that names the columns, as t,particle,x,y,z"),
                Arguments.of("0,0;a;-1,6e-3;0,05\n", "1: ", "there is no header", "Put a line above it"),
                Arguments.of("sep=;\nt;id;Y\n", "2: ", "no column x", "in the header 't;id;Y'"),
                Arguments.of("sep=;\nt,id,x\n", "2: ", "the header 't,id,x' has no ';'", "Correct that line"),
                Arguments.of(
                        "t (ms),id,x (um),y (nm)\n",
                        "1:4: ",
                        "column 'y (nm)' is in nm, column 'x (um)' in um",
                        "all coordinates in one unit"),
                Arguments.of(
                        "t,id,x,Y [µm],z [px]\n", "1:5: ", "column 'z [px]' is in px, column 'Y [µm]' in um", "one"),
                Arguments.of(
                        "t (s),id,x (um),vx (nm/s)\n",
                        "1:4: ",
                        "column 'vx (nm/s)' is not in the units of 'x (um)' and 't (s)'",
                        "or leave them out"),
                Arguments.of("t (s),id,x (um),vx (um/ms)\n", "1:4: ", "'vx (um/ms)' is not in the units", "Give"),
                Arguments.of(
                        TRACKMATE.replace("1.5,2.5", "#VALUE!,2.5"),
                        "5:5: ",
                        "POSITION_X is '#VALUE!', which is not a number",
                        "decimal point"),
                Arguments.of(
                        TRACKMATE
                                .replace("1.5,2.5,0.0,0.0,0,0.5,1", "a,b,c,d,e,f,g")
                                .replace("11,11,0,5.1", "a,a,a,a"),
                        "5:8: ",
                        "POSITION_T is 'd'",
                        "decimal point"),
                Arguments.of(
                        TRACKMATE
                                .replaceAll("(?m)^(Label|,).*\n", "")
                                .replace(",", ";")
                                .replace(".", ","),
                        "2:8: ",
                        "POSITION_T is '0,0', which is not a number",
                        "decimal point"),
                Arguments.of(
                        TRACKMATE.replace(",(micron),(micron),", ",(micron),(pixel),"),
                        "4:6: ",
                        "column 'POSITION_Y' is in px, column 'POSITION_X' in um",
                        "one unit"),
                Arguments.of(TRACKMATE.replace("(sec)", "(frame)"), "5: ", "counts frames but gives no times", "--fps"),
                Arguments.of("t (Frames),id,x\n0,a,1\n0,b,2\n", "2: ", "gives no times", "--dt"),
                Arguments.of("t,id,x,z\n", "1:4: ", "a column z without a column y", "x, then y, then z"),
                Arguments.of("t,id,x,y,vy\n", "1:5: ", "a column vy without a column vx", "x, then y, then z"),
                Arguments.of("t,id,x,y,vx\n", "1: ", "1 velocity columns for 2 coordinates", "or none"),
                Arguments.of("frame,id,x\n0,a,1\n0,b,2\n", "2: ", "gives no times", "--dt"),
                Arguments.of("# mclnn box=1,2\nt,id,x\n", "1: ", "box has 2 numbers, not 3 or 9", "three lengths"),
                Arguments.of("# mclnn box=1,2,-3\nt,id,x\n", "1: ", "must be positive", "0 for an open axis"),
                Arguments.of("# mclnn box=1,2,x\nt,id,x\n", "1:1: ", "a number of the box is 'x'", "decimal"),
                Arguments.of("# mclnn box=1,0,0,2,0,0,0,0,0\nt,id,x\n", "1: ", "no volume", "components of a, b and c"),
                Arguments.of("# mclnn bx=1,2,3\nt,id,x\n", "1: ", "unknown note 'bx=1,2,3'", "Known"),
                Arguments.of("t,id,x\n" + "9".repeat(2 << 20), "2: ", "longer than 1048576 bytes", "one row a line"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0,0,0.6,0.05", // no header
                "t,x1,y1,x2,y2", // one row for all particles
                "t;\"bead, id\";x", // --map divides at commas
                "Experiment 5;;;"
            })
    void noColumnIsSuggestedThatCannotBeMeant(String header) throws Exception {
        var file = Samples.file(folder, "a.csv", header + "\n");
        assertThat(Refusal.of(file, ReadOptions.defaults()))
                .hasMessageContaining("names the columns")
                .hasMessageNotContaining("--map");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aWrongTableIsRefused(String content, String where, String what, String remedy) throws Exception {
        Refusal.check(folder, "a.csv", content, where, what, remedy);
    }
}
