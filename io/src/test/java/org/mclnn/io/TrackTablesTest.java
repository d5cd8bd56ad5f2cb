package org.mclnn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mclnn.dynamics.Box;
import org.mclnn.dynamics.Trajectory;

/** Tables as trackers write them. */
class TrackTablesTest {
    private static final ReadOptions FPS_20 = ReadOptions.defaults().withTimePerFrame(0.05);

    /** As trackpy's link(...).to_csv() writes it: an unnamed index, y before x, the brightness called mass. */
    static final String TRACKPY = """
            ,y,x,mass,size,ecc,signal,raw_mass,ep,frame,particle
            0,20.5,10.25,311.7,2.1,0.1,9.2,1000.0,0.05,0,0.0
            1,40.0,30.0,290.1,2.2,0.2,8.8,990.0,0.05,0,1.0
            2,20.75,10.5,312.0,2.1,0.1,9.3,1001.0,0.05,1,0.0
            3,40.5,30.5,291.0,2.2,0.2,8.7,991.0,0.05,1,1.0
            4,1.0,1.0,2.0,2.2,0.2,8.7,991.0,0.05,1,
            """;

    /** As TrackMate exports its spots: three more rows of names and units, track after track, spots without one. */
    static final String TRACKMATE = """
            LABEL,ID,TRACK_ID,QUALITY,POSITION_X,POSITION_Y,POSITION_Z,POSITION_T,FRAME,RADIUS,VISIBILITY
            Label,Spot ID,Track ID,Quality,X,Y,Z,T,Frame,Radius,Visibility
            Label,Spot ID,Track ID,Quality,X,Y,Z,T,Frame,R,Visibility
            ,,,(quality),(micron),(micron),(micron),(sec),,(micron),
            ID11,11,0,5.1,1.5,2.5,0.0,0.0,0,0.5,1
            ID13,13,0,5.1,1.6,2.5,0.0,0.2,1,0.5,1
            ID15,15,0,5.1,1.7,2.5,0.0,0.4,2,0.5,1
            ID12,12,1,5.1,4.5,2.5,0.0,0.0,0,0.5,1
            ID16,16,1,5.1,4.3,2.5,0.0,0.4,2,0.5,1
            ID17,17,,0.1,9.9,9.9,0.0,0.4,2,0.5,1
            """;

    @TempDir
    Path folder;

    private Trajectory read(String content, ReadOptions options) throws Exception {
        return TrajectoryFiles.read(Samples.file(folder, "tracks.csv", content), options);
    }

    @Test
    void whatIsAssumedYieldsToTheTimesOfAPlainTable() throws Exception {
        var table = "t,frame,particle,x\n0,0,a,0\n0,0,b,1\n7,1,a,0\n7,1,b,2\n";
        assertThat(read(table, FPS_20).time(1)).isEqualTo(0.05);
        assertThat(read(table, FPS_20.asAssumed()).time(1)).isEqualTo(7);
        assertThat(read(TRACKPY, FPS_20.asAssumed()).time(1)).isEqualTo(0.05);
        assertThat(read(table.replace("frame,", "").replaceAll("(?m)^([07]),[01]", "$1"), FPS_20.asAssumed())
                        .time(1))
                .isEqualTo(7);
        var named = FPS_20.with(Map.of(Column.X, "POSITION_X")).asAssumed();
        assertThat(read(table, named).positions(1)).containsExactly(0, 0, 0, 2, 0, 0);
    }

    @Test
    void aTableOfTrackpyIsRead() throws Exception {
        var run = read(TRACKPY, FPS_20);
        assertThat(run.labels()).containsExactly("0", "1");
        assertThat(run.dimensions()).isEqualTo(2);
        assertThat(run.positions(0)).containsExactly(10.25, 20.5, 0, 30, 40, 0);
        assertThat(run.time(1)).isEqualTo(0.05);
        assertThat(run.masses()).as("mass is a brightness").isEmpty();
        assertThat(run.origin())
                .startsWith("trackpy table: frame, particle, x, y; passed over: mass, size")
                .endsWith("1 spots without a track passed over");
    }

    @Test
    void withoutATimeAFrameNumberIsRefusedWithWhatToGive() {
        assertThatThrownBy(() -> read(TRACKPY, ReadOptions.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tracks.csv:2")
                .hasMessageContaining("--fps");
    }

    @Test
    void aTableOfTrackMateIsReadWithItsUnits() throws Exception {
        var run = read(TRACKMATE, ReadOptions.defaults());
        assertThat(run.labels()).containsExactly("0", "1");
        assertThat(run.dimensions()).isEqualTo(2);
        assertThat(run.frames()).isEqualTo(3);
        assertThat(run.isSeen(1, 1)).isFalse();
        assertThat(run.positions(2)).containsExactly(1.7, 2.5, 0, 4.3, 2.5, 0);
        assertThat(run.units().length()).isEqualTo("um");
        assertThat(run.units().time()).isEqualTo("s");
        assertThat(run.origin()).startsWith("TrackMate table: t = position_t, particle = track_id, x = position_x");
    }

    @Test
    void framesPerSecondGoBeforeTheTimesOfATableThatCountsFramesToo() throws Exception {
        var run = read(TRACKMATE, FPS_20);
        assertThat(run.time(2)).isEqualTo(0.1);
        assertThat(run.units().time()).isEmpty();
    }

    @Test
    void timesInFramesAreCounted() throws Exception {
        var trackMate = TRACKMATE.replace("(sec)", "(frame)").replaceAll("0\\.[024],([012]),0\\.5", "$1.0,$1,0.5");
        var table = "t [Frames],particle,x\n0,a,1\n0,b,2\n2,a,1\n2,b,2\n";
        for (var run :
                List.of(read(trackMate, ReadOptions.timePerStep(0.5)), read(table, ReadOptions.timePerStep(0.5)))) {
            assertThat(run.time(run.frames() - 1)).isEqualTo(1.0);
            assertThat(run.units().time()).isEmpty();
        }
        assertThat(read(trackMate, ReadOptions.timePerStep(0.5)).units().length())
                .isEqualTo("um");
        for (var run : List.of(read(trackMate, FPS_20), read(table, FPS_20), read(table, FPS_20.asAssumed()))) {
            assertThat(run.time(run.frames() - 1)).isEqualTo(0.1);
        }
    }

    @Test
    void framesPerSecondAreRefusedWhereThereAreOnlyTimes() {
        assertThatThrownBy(() -> read(Samples.CSV, FPS_20))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column of frame numbers")
                .hasMessageContaining("--fps");
    }

    @Test
    void columnsCanBeNamed() throws Exception {
        var table = "when,who,left,up,x,y\n0,a,1,2,7,7\n0,b,3,4,7,7\n1,a,1.5,2,7,7\n1,b,3,4,7,7\n";
        var run = read(
                table,
                ReadOptions.defaults()
                        .with(Map.of(Column.T, "when", Column.PARTICLE, "WHO", Column.X, "left", Column.Y, "up")));
        assertThat(run.positions(1)).containsExactly(1.5, 2, 0, 3, 4, 0);
        assertThat(run.origin()).contains("x = left", "passed over: x, y");
        assertThatThrownBy(() -> read(table, ReadOptions.defaults().with(Map.of(Column.X, "lefft"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column 'lefft' for x")
                .hasMessageContaining("Did you mean 'left'?");
    }

    @Test
    void aNameIsSuggestedWithItsUnitButNeverAnEmptyOne() {
        var table = "time (s);particle;x (µm);Y (µm);;\n";
        assertThatThrownBy(() -> read(table, ReadOptions.defaults().with(Map.of(Column.X, "y"))))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "no column 'y' for x. Did you mean 'Y (µm)'? The header names time (s), particle, x (µm), Y (µm)");
        assertThatThrownBy(() -> read(table, ReadOptions.defaults().with(Map.of(Column.X, "q"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no column 'q' for x. The header names");
    }

    @Test
    void numbersCanBeNamesWhereTheyAreMeant() throws Exception {
        var named = ReadOptions.defaults().with(Map.of(Column.T, "0", Column.PARTICLE, "1", Column.X, "2"));
        assertThat(read("0,1,2\n0,a,1\n0,b,2\n", named).positions(0)).containsExactly(1, 0, 0, 2, 0, 0);
    }

    @Test
    void aLineAboveTheHeaderGivesTheDelimiter() throws Exception {
        assertThat(read("sep=;\n# mclnn length_unit=um\nt;id;x,y;x\n0;a;7;1\n0;b;7;2\n", ReadOptions.defaults())
                        .units()
                        .length())
                .isEqualTo("um");
        assertThat(read("SEP=|\nt|id|x\n0|a,b|1\n0|c|2\n", ReadOptions.defaults())
                        .labels())
                .containsExactly("a,b", "c");
        var other = Samples.file(folder, "tracks.dat", "sep=\t\nt\tid\tx\n0\ta\t1\n0\tb\t2\n");
        assertThat(TrajectoryFiles.read(other, ReadOptions.defaults()).labels()).containsExactly("a", "b");
    }

    @Test
    void unitsStandBehindTheNamesOfColumns() throws Exception {
        var run = read("time (ms),track,x [µm],y [µm]\n0,a,1,2\n0,b,3,4\n5,a,1,2\n5,b,3,4\n", ReadOptions.defaults());
        assertThat(run.units().length()).isEqualTo("um");
        assertThat(run.units().time()).isEqualTo("ms");
        assertThat(run.units().perMass(true).force()).isEqualTo("um/ms^2");
        assertThat(run.units().perMass(true).energy()).isEqualTo("um^2/ms^2");
    }

    @Test
    void oneCoordinateMayNameTheUnitOfAll() throws Exception {
        for (var head : new String[] {"x (um),y", "x,y (µm)", "x (um),y [micron]"}) {
            var run = read("t (s),id," + head + ",vx (µm/s),vy\n0,a,1,2,3,4\n0,b,3,4,5,6\n", ReadOptions.defaults());
            assertThat(run.units().length()).as(head).isEqualTo("um");
            assertThat(run.dimensions()).isEqualTo(2);
        }
    }

    @Test
    void rowsInAnyOrderGiveTheSameRun() throws Exception {
        var written = Samples.awkward(5, 7, Box.open(), 2, true);
        var file = folder.resolve("sorted.csv");
        TrajectoryFiles.write(file, written);
        var lines = Files.readAllLines(file);
        int head = 0;
        while (lines.get(head).startsWith("#") || lines.get(head).startsWith("t,")) {
            head++;
        }
        var rows = new ArrayList<>(lines.subList(head, lines.size()));
        rows.sort(Comparator.comparing(row -> row.split(",")[1])); // particle after particle
        var table = String.join("\n", lines.subList(0, head)) + "\n" + String.join("\n", rows) + "\n";
        var run = read(table, ReadOptions.defaults());
        for (int k = 0; k < run.frames(); k++) {
            assertThat(run.time(k)).isEqualTo(written.time(k));
            for (int i = 0; i < run.particles(); i++) {
                int there = written.labels().indexOf(run.labels().get(i));
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(run.positions(k)[3 * i + axis]).isEqualTo(written.positions(k)[3 * there + axis]);
                }
            }
        }
    }

    @Test
    void aZeroWithASignIsTheSameTimeInUnsortedRowsToo() throws Exception {
        var run = read("t,particle,x\n1,a,1\n-0.0,a,2\n0.0,b,3\n1,b,4\n", ReadOptions.defaults());
        assertThat(run.frames()).isEqualTo(2);
        assertThat(run.positions(0)).containsExactly(2, 0, 0, 3, 0, 0);
    }

    @Test
    void trackpysFramesAreCountedByTheirTimesAndItsParticlesByTheirNames() throws Exception {
        var file = folder.resolve("gap.trackpy.csv");
        TrajectoryFiles.write(
                file,
                read(
                        "t,particle,x,y\n2,7,1,1\n2,5,2,1\n2.5,7,1,2\n2.5,5,2,2\n4,7,1,3\n4,5,2,3\n",
                        ReadOptions.defaults()));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        ",y,x,frame,particle",
                        "0,1.0,2.0,0,5",
                        "1,1.0,1.0,0,7",
                        "2,2.0,2.0,1,5",
                        "3,2.0,1.0,1,7",
                        "4,3.0,2.0,4,5",
                        "5,3.0,1.0,4,7");
        var uneven = read(
                "t,particle,x,y\n0,a,1,1\n0,b,2,1\n1,a,1,2\n1,b,2,2\n2.4,a,1,3\n2.4,b,2,3\n", ReadOptions.defaults());
        assertThatThrownBy(() -> TrajectoryFiles.write(folder.resolve("uneven.trackpy.csv"), uneven))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the time 2.4 is 2.4 intervals of the first two frames after the start");
        assertThat(folder.resolve("uneven.trackpy.csv")).doesNotExist();
    }

    @Test
    void aParticleTwiceInAFrameIsFoundInUnsortedRowsToo() {
        assertThatThrownBy(() -> read("t,particle,x\n1,a,1\n0,a,2\n0,b,3\n1,b,4\n1,a,5\n", ReadOptions.timePerStep(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tracks.csv:6: particle 'a' is twice");
    }

    @Test
    void aQuotedNameMayHoldDelimitersAndLineEnds() throws Exception {
        var run = read("t,particle,x\n0,\"a,1\n2\",1\n0,\"b \"\"c\"\"\",2\n1,\"a,1\n2\",3\n", ReadOptions.defaults());
        assertThat(run.labels()).containsExactly("a,1\n2", "b \"c\"");
        assertThat(run.isSeen(1, 1)).isFalse();
        assertThat(OptionalDouble.of(run.positions(1)[0])).hasValue(3);
    }
}
